// Duplicates: which events a record may be a second one of. The twin of clearinghouse/catalogue/duplicates.py; tests hold
// both against the same cases.

import { eventsKnown } from "../known.js"
import { folded } from "./letters.js"
import { schema } from "../schema.js"

/** @typedef {{title?: string, starts?: string, host?: string, place?: string, withdrawn?: unknown}} Event */

const DAY = 86_400_000

/**
 * The events here of which a record is likely a second one; of those that are not here nobody can tell.
 * @param {string | null} key of the record itself
 * @param {Event} data
 */
export function duplicates(key, data) {
  const events = eventsKnown().map(([other, title, starts, host, place]) => ({ key: other, title, starts, host, place }))
  return events.filter((event) => event.key !== key && isLikelyDuplicate(data, event))
}

/**
 * Whether both are on the same days, and at the same place or with the same host and titles alike.
 * @param {Event} one
 * @param {Event} other
 */
export function isLikelyDuplicate(one, other) {
  if (one.withdrawn || other.withdrawn || !haveSameDays(one, other)) return false
  return haveSamePlace(one, other) || ((one.host ?? "") === (other.host ?? "") && haveTitlesAlike(one, other))
}

/** @param {string} text */
const day = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) / DAY : null)

/** @param {Event} one @param {Event} other */
function haveSameDays(one, other) {
  if (!one.starts || !other.starts) return false
  const [first, second] = [day(one.starts), day(other.starts)]
  if (first !== null && second !== null) return Math.abs(first - second) <= schema().duplicates.days
  return one.starts.slice(0, 7) === other.starts.slice(0, 7)
}

/** @param {Event} one @param {Event} other */
const haveSamePlace = ({ place: one }, { place: other }) => Boolean(one && other && folded(one) === folded(other))

/** @param {Event} one @param {Event} other */
function haveTitlesAlike(one, other) {
  const [first, second] = [letterPairs(one.title ?? ""), letterPairs(other.title ?? "")]
  const shared = [...first].filter((pair) => second.has(pair)).length
  return shared > 0 && 2 * shared >= schema().duplicates.alike * (first.size + second.size)
}

/** Each two letters that stand side by side in the words that say what it is about; a word begins with a space. @param {string} title */
function letterPairs(title) {
  const words = folded(title).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !schema().duplicates.everywhere.includes(word))
  return new Set((telling.length ? telling : words).flatMap((word) => [...word].map((letter, place, all) => (all[place - 1] ?? " ") + letter)))
}
