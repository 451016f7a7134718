// Order: what ends today or later comes first, the soonest before others; then what is over, the latest first.

import { today } from "../../site/words.js"

/** Results that are sorted by their last day. @param {import("../index/bundle.js").Result[]} results */
export async function soonestFirst(results) {
  const day = today()
  let from = 0
  let to = results.length
  while (from < to) {
    const middle = (from + to) >> 1
    const { meta } = await results[middle].data()
    if (meta.ends < day) from = middle + 1
    else to = middle
  }
  return [...results.slice(from), ...results.slice(0, from).reverse()]
}

/**
 * Documents of a writing system, which are numbered newest first and stand best first.
 * @param {number[]} ends the last day of each, in days since 1970
 * @param {number[]} documents
 * @param {string} sort
 */
export function inOrder(ends, documents, sort) {
  if (sort === "newest") return [...documents].sort((one, other) => one - other)
  if (sort !== "soonest") return documents
  const day = Date.parse(today()) / 864e5
  const ahead = documents.filter((document) => ends[document] >= day).sort((one, other) => ends[one] - ends[other])
  const over = documents.filter((document) => ends[document] < day).sort((one, other) => ends[other] - ends[one])
  return [...ahead, ...over]
}
