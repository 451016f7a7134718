// Segments: a text cut between clusters, well before and after the first that was found.

const MOST_AROUND = 30

/**
 * Its pieces with those marked that were found.
 * @param {string} text
 * @param {import("./clusters.js").Cluster[]} clusters
 * @param {boolean[]} marks whether each cluster was found
 * @returns {import("../view/hits.js").Marked}
 */
export function segments(text, clusters, marks) {
  const first = marks.indexOf(true)
  const from = first > MOST_AROUND ? clusters[first - MOST_AROUND].start : 0
  const after = first < 0 ? undefined : clusters[first + 2 * MOST_AROUND]
  const to = after ? after.start : text.length
  /** @type {import("../view/hits.js").Marked} */
  const pieces = []
  let end = from
  clusters.forEach(({ start, end: last }, number) => {
    if (!marks[number] || start < from || start >= to) return
    if (start > end) pieces.push([text.slice(end, start), false])
    const before = pieces.at(-1)
    if (before?.[1] && start === end) before[0] += text.slice(start, last)
    else pieces.push([text.slice(start, last), true])
    end = last
  })
  if (end < to) pieces.push([text.slice(end, to), false])
  if (from > 0) pieces.unshift(["… ", false])
  if (to < text.length) pieces.push([" …", false])
  return pieces
}
