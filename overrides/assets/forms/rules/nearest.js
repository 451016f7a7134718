// Nearest: which of several words was most likely meant. The twin of clearinghouse/vocabulary/nearest.py; both give the
// answers of tests/vocabulary/nearest_cases.json.

import { folded, letters } from "./letters.js"
import { edits } from "../../site/edits.js"

const CUTOFF = 0.64

/**
 * The choice that shares most with the word; at least 0.64 alike; among equals the first.
 * @param {string} word
 * @param {Iterable<string>} choices
 * @returns {string | null}
 */
export function nearest(word, choices) {
  const wanted = letters(folded(word))
  let best = null
  let most = CUTOFF
  for (const choice of choices) {
    const other = letters(folded(choice))
    const [shorter, longer] = [wanted.length, other.length].sort((length, another) => length - another)
    if (!longer || shorter / longer < most || shared(wanted, other) / longer < most) continue
    const likeness = 1 - edits(wanted, other) / longer
    if (likeness > most || (best === null && likeness >= CUTOFF)) [best, most] = [choice, likeness]
  }
  return best
}

/** How many letters both have, wherever they stand. @param {string[]} one @param {string[]} other */
function shared(one, other) {
  /** @type {Map<string, number>} */
  const left = new Map()
  for (const letter of other) left.set(letter, (left.get(letter) ?? 0) + 1)
  let count = 0
  for (const letter of one) {
    const rest = left.get(letter) ?? 0
    if (rest) left.set(letter, rest - 1)
    count += rest ? 1 : 0
  }
  return count
}
