// Edits: how far one word is from another.

/**
 * How many letters must be changed, added, left out or swapped with the next (optimal string alignment).
 * @param {ArrayLike<string>} one
 * @param {ArrayLike<string>} other
 */
export function edits(one, other) {
  /** @type {number[]} */
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 0; row < one.length; row++) {
    const line = [row + 1]
    for (let column = 0; column < other.length; column++) {
      const isSame = one[row] === other[column]
      line.push(Math.min(last[column + 1] + 1, line[column] + 1, last[column] + (isSame ? 0 : 1)))
      const isSwapped = row > 0 && column > 0 && one[row] === other[column - 1] && one[row - 1] === other[column]
      if (isSwapped) line[column + 1] = Math.min(line[column + 1], before[column - 1] + 1)
    }
    ;[before, last] = [last, line]
  }
  return last[other.length]
}
