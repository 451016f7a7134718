// Spelling: whether a word is known, and which known ones are near to it.

import { edits } from "../../site/edits.js"
import { folded } from "./words.js"
import { knownWords } from "../index/terms.js"

const MOST = 2
const LONG = 5

/** Whether a word of titles and summaries begins as this one does, but for what English adds at its end. @param {string} word */
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
    const away = edits(asked, folded(known))
    if (away > 0 && away <= furthest) near.push({ away, known })
  }
  return near.sort((one, other) => one.away - other.away).slice(0, MOST).map(({ known }) => known)
}
