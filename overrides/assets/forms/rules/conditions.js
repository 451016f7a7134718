// Conditions: what rules ask of one value. The twin of clearinghouse/records/keys/conditions.py: whoever changes one changes
// the other, and tests hold both against the same cases.

import { letters, pattern, stripped, whole } from "./letters.js"
import { listed, meant } from "./lists.js"
import { monthInWords, ruleText } from "./texts.js"
import { grouped } from "../../site/words.js"
import { nearest } from "./nearest.js"

/** @typedef {Record<string, string | undefined>} Filled what fills the words of a rule */
/** @typedef {(value: string, given: any, words?: string[]) => Filled | null} Condition null where the value stands */

const BUDDHIST_ERA = 543
const EXAMPLES_OF_A_LIST = 5
const DATE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/
const NEAR_DATE = /^([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?$/
const TIME = /^([01][0-9]|2[0-3]):([0-5][0-9])$/
const NEAR_TIME = /^([0-9]{1,2})[:.]([0-9]{2})$/
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** @param {number} number @param {number} length */
const digits = (number, length) => String(number).padStart(length, "0")

/** Year, month and day, null where it has none; the year is 0 where it is no date. @param {string} value @returns {[number, number | null, number | null]} */
function dateParts(value) {
  const [, year, month, day] = DATE.exec(value) ?? []
  return [Number(year ?? 0), month ? Number(month) : null, day ? Number(day) : null]
}

/** @param {number} year @param {number} month */
export const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** What a letter of a host stands for. @param {string} letter */
function plainLetter(letter) {
  const plain = letter.normalize("NFKC")
  return /^[\0-\x7f]*$/.test(plain) ? plain : plain === "\u3002" ? "." : letter
}

/** @type {Record<string, Condition>} */
export const CONDITIONS = {
  blank: (value) => (VISIBLE.test(value) ? null : {}),
  broken: (value) => (value.includes("\n") ? {} : null),
  longer(value, { most }) {
    const over = letters(value).length - most
    return over > 0 ? { most: grouped(most), over: grouped(over) } : null
  },
  misspaced(value, { spaces }) {
    const odd = letters(value).find((letter) => Object.hasOwn(spaces, letter))
    return odd ? { space: ruleText(spaces[odd]), name: `U+${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` } : null
  },
  unlike(value, given) {
    if (whole(given.pattern, value)) return null
    for (const [hinting, hint] of given.hints) {
      const match = whole(hinting, value)
      if (match) return { hint: hint.replace(/\{(\d)\}/g, (/** @type {string} */ _, /** @type {string} */ place) => match[Number(place) + 1]) }
    }
    return {}
  },
  contains(value, given) {
    const match = pattern(given.pattern).exec(value)
    return match ? { found: match[0] } : null
  },
  concealing(value, given) {
    const hidden = pattern(given.hidden)
    const found = [...value.matchAll(pattern(given.pattern, "g"))].map(([address]) => address).find((address) => hidden.test(address))
    const letter = hidden.exec(found ?? "")?.[0]
    if (!found || !letter) return null
    const name = `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`
    return { found, name, plain: found.replace(pattern(given.hidden, "g"), ""), encoded: encodeURIComponent(letter) }
  },
  disguised(value, given) {
    for (const [found, scheme, host, rest] of value.matchAll(pattern(given.pattern, "g"))) {
      const plain = scheme + letters(host).map(plainLetter).join("") + rest.replace(/[\uff10-\uff19]/g, plainLetter)
      if (plain !== found) return { found, plain }
    }
    return null
  },
  unlisted(value, given, words) {
    if (words?.length) return words.includes(value) ? null : { near: nearest(value, words) ?? "", all: words.join(" | ") }
    const { names, spellings } = listed(given.list)
    if (names.has(value)) return null
    const exact = meant(given.list, value) ?? ""
    const near = exact || (given.suggests && spellings.get(nearest(stripped(value), spellings.keys()) ?? "")) || ""
    const ids = [...names.keys()]
    return { meant: exact, near, name: names.get(near) ?? "", first: ids.slice(0, EXAMPLES_OF_A_LIST).join(", "), all: ids.join(", ") }
  },
  not_a_date(value) {
    if (DATE.test(value)) return null
    const match = NEAR_DATE.exec(value)
    const [year, month = "1", day = "1"] = match ? match.slice(1) : []
    if (!match || Number(month) > 12 || Number(day) > 31) return {}
    return { padded: [year, ...match.slice(2).filter(Boolean).map((part) => part.padStart(2, "0"))].join("-") }
  },
  year_out_of_range(value, { first, last }) {
    const year = Number(value.split("-")[0])
    if (first <= year && year <= last) return null
    const common = year - BUDDHIST_ERA
    return first <= common && common <= last ? { year: String(year), common: String(common) } : {}
  },
  month_out_of_range(value) {
    const [, month] = dateParts(value)
    return month === null || (month >= 1 && month <= 12) ? null : {}
  },
  day_out_of_range(value) {
    const [year, month, day] = dateParts(value)
    if (month === null || day === null) return null
    const length = daysIn(year, month)
    if (day >= 1 && day <= length) return null
    const near = `${year}-${digits(month, 2)}-${digits(Math.min(Math.max(day, 1), length), 2)}`
    return { month: monthInWords(month), year: String(year), length: String(length), near }
  },
  not_a_day(value) {
    const [year, month, day] = dateParts(value)
    return day === null ? { first: `${digits(year, 4)}-${digits(month ?? 1, 2)}-01` } : null
  },
  not_a_time(value) {
    if (TIME.test(value)) return null
    const match = NEAR_TIME.exec(value)
    const padded = match ? `${match[1].padStart(2, "0")}:${match[2]}` : ""
    return { padded: TIME.test(padded) ? padded : "" }
  },
}
