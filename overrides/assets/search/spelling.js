// Spelling: whether a word is known, and which known ones are near to it.

import { folded } from "./words.js"
import { knownWords } from "./terms.js"

const MOST = 2
const LONG = 5

/**
 * Whether a word of titles and summaries begins as this one does, but for what English adds at its end.
 * @param {string} word
 */
export async function isKnown(word) {
  const stem = folded(word).replace(/(?:e?s|e?d|ing)$/, "")
  return (await knownWords()).some((known) => folded(known).startsWith(stem))
}

/**
 * At most two words of titles and summaries that are one or two letters away, the more frequent first among equals.
 * @param {string} word
 */
export async function nearest(word) {
  const asked = folded(word)
  const furthest = asked.length > LONG ? 2 : 1
  const near = []
  for (const known of await knownWords()) {
    if (Math.abs(known.length - asked.length) > furthest) continue
    const away = distance(asked, folded(known))
    if (away > 0 && away <= furthest) near.push({ away, known })
  }
  return near.sort((one, other) => one.away - other.away).slice(0, MOST).map(({ known }) => known)
}

/**
 * Letters to change, add, leave out, or exchange with a neighbour.
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  /** @type {number[]} */
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      line[column] = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        line[column] = Math.min(line[column], before[column - 2] + 1)
      }
    }
    ;[before, last] = [last, line]
  }
  return last[other.length]
}
