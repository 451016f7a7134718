// Hits sheet: what the search found comes in; what a file holds of it leaves, in the words in which the page shows it.

import { addressOf } from "../site/root.js"
import { say } from "../site/words.js"

/** @typedef {import("../search/view/hits.js").Hit} Hit */
/** @typedef {import("../search/view/hits.js").Marked} Marked */

/** @param {Marked | null} pieces */
const textOf = (pieces) => (pieces ?? []).map(([text]) => text).join("").trim()

/** What was found in it, then in which of its sections. @param {Hit} hit */
function foundIn({ excerpt, parts }) {
  return [textOf(excerpt), ...parts.map((part) => `${part.title}: ${textOf(part.excerpt)}`)].filter(Boolean).join("; ")
}

/**
 * @param {Hit[]} hits
 * @param {(href: string) => string} target the address on the site of a link of this page
 * @returns {import("./reading.js").Sheet}
 */
export function sheetOfHits(hits, target) {
  const headings = [say("Title"), say("Title in another language"), say("About"), say("Text")]
  const links = hits.map(({ address }) => target(addressOf(address)))
  const rows = hits.map((hit, place) => [textOf(hit.title), textOf(hit.local), hit.line, foundIn(hit), links[place]])
  return { headings: [...headings, say("Address")], rows, links, first: 0, seen: headings.length }
}
