// Names: what a new record's file could be called, and what is wrong with a name. The twin of
// clearinghouse/records/written/proposed_ids.py and records/keys/names.py; tests hold both against the same cases.

import { isEvent, schema } from "../schema.js"
import { pattern } from "../rules/letters.js"
import { worded } from "../rules/rules.js"

const MOST_WORDS = 5
const LONGEST = 50
const ID_LENGTH = 80
const NUMBER_LENGTH = 5
const SAYS_NOTHING = new Set("a an and at by for from in into of on or the to with asean".split(" "))
/** @type {Record<string, string>} */
const OTHER_LETTERS = { đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i" }
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f]/g
const DATE = /^([0-9]{4})(?:-([0-9]{2}))?(?:-[0-9]{2})?$/

/**
 * An id from a record's plain data; the same data always give the same id.
 * @param {string} collection
 * @param {import("../schema.js").Data} data
 * @param {string} [owner] a state's code, or asean
 */
export function proposedId(collection, data, owner = "") {
  const scheme = schema().collections[collection].ids
  const words = [data.acronym, data.title, data.kind].map((text) => wordsOf(text ?? "")).find((some) => some.length) ?? [collection]
  const state = owner.toLowerCase() || (Object.hasOwn(schema().members, data.host ?? "") ? data.host.toLowerCase() : "")
  const date = DATE.exec(data.starts || data.date || data.year || "")
  const year = date?.[1] ?? ""
  /** @type {Record<string, string>} */
  const parts = {
    owner: state || "asean",
    state,
    ...ofKeys(data),
    when: date ? date.slice(1).filter(Boolean).join("-") : "undated",
    year: words.includes(year) ? "" : year,
    words: words.filter((word) => !scheme.includes("{when}") || word !== year).join("-"),
  }
  const filled = scheme.split("-").map((part) => part.replace(/\{(\w+)\}/g, (_, name) => parts[name]))
  return filled.filter(Boolean).join("-").slice(0, ID_LENGTH).replace(/-+$/, "")
}

/** The parts that a key says by itself. @param {import("../schema.js").Data} data @returns {Record<string, string>} */
const ofKeys = ({ country, date, period, kind }) => ({
  country: (country ?? "").toLowerCase() || "state",
  day: date || "undated",
  period: wordsOf(period ?? "").join("-"),
  kind: wordsOf(kind ?? "").join("-"),
})

/** The first words that say something, in plain letters. @param {string} text */
function wordsOf(text) {
  const plain = [...text.toLowerCase()].map((letter) => OTHER_LETTERS[letter] ?? letter).join("").normalize("NFKD").replace(MARKS, "")
  const first = (plain.match(/[a-z0-9]+/g) ?? []).filter((word) => !SAYS_NOTHING.has(word)).slice(0, MOST_WORDS)
  /** @type {string[]} */
  const words = []
  for (const word of first) if ([...words, word].join("-").length <= LONGEST) words.push(word)
  return words
}

/** The id itself, or with the first number from 2 on that is not used. @param {string} proposed @param {string[]} usedIds */
export function unused(proposed, usedIds) {
  if (!usedIds.includes(proposed)) return proposed
  /** @param {number} number */
  const numbered = (number) => `${proposed.slice(0, ID_LENGTH - NUMBER_LENGTH)}-${number}`
  let number = 2
  while (usedIds.includes(numbered(number))) number += 1
  return numbered(number)
}

/**
 * What is wrong with a name: an error, a warning, or null.
 * @param {string} collection
 * @param {string} stem
 * @returns {import("../rules/rules.js").Worded & {isWarning?: boolean} | null}
 */
export function badlyNamed(collection, stem) {
  const { names } = schema()
  /** @param {import("../schema.js").Rule} rule */
  const isLike = (rule) => pattern(`^(?:${rule.given.pattern})$`, "s").test(stem)
  if (!isLike(names.id)) return worded(names.id, { tidied: tidied(stem) })
  if (names.reserved.given.names.includes(stem)) return worded(names.reserved, { stem })
  return isEvent(collection) && !isLike(names.event) ? { ...worded(names.event), isWarning: true } : null
}

/** @param {string} text @param {number} length */
export function asId(text, length) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, length).replace(/^-+|-+$/g, "")
}

/** @param {string} stem */
function tidied(stem) {
  const words = asId(stem, ID_LENGTH)
  if (!words) return "th-2026-03-crime-scene"
  return schema().names.reserved.given.names.includes(words) ? `th-2026-${words}` : words
}
