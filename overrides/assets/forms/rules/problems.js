// Problems: all that is said of the record in the form: by the rules of one record, which are those of `chm check`, and by
// what else is known here: hidden characters, sensitive words, references. Each with the key at which it is said.

import { known, networks } from "../known.js"
import { schema } from "../schema.js"
import { nearest } from "./nearest.js"
import { pattern } from "./letters.js"
import { problems } from "./checking.js"
import { worded } from "./rules.js"

/** @typedef {{key: string, code: string, allowed: string, fix: string, isWarning?: boolean}} Problem */
/** @typedef {[key: string, text: string]} Text with its dotted key */

/** First code points of the digits that the region writes besides 0 to 9. */
const DIGITS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x1090, 0x17e0, 0xff10]
const FREE = ["summary", "body", "note", "office", "answer", "contact"]
const LINK = /(?:https?:\/\/|www\.)[^\s<>)\]]+/g

/**
 * @param {string} collection
 * @param {import("../schema.js").Data} data
 * @param {import("../schema.js").Data} before what the record's file holds; its texts are not judged again
 * @returns {Problem[]}
 */
export function allProblems(collection, data, before) {
  const all = [...texts(data)]
  const old = new Set([...texts(before)].map(([, text]) => text))
  return [
    ...problems(collection, data),
    ...all.flatMap(hidden),
    ...references(data),
    ...(data.reviewed?.sensitivity ? [] : all.filter(([key, text]) => isFree(key) && !old.has(text)).flatMap(sensitive)),
  ]
}

/** Every text of the data. @param {any} value @returns {Generator<Text>} */
function* texts(value, key = "") {
  if (typeof value === "string") yield [key, value]
  else for (const [name, member] of Object.entries(value)) yield* texts(member, key ? `${key}.${name}` : name)
}

/** @param {Text} text @returns {Problem[]} */
function hidden([key, text]) {
  const rule = schema().hidden
  const ranges = rule.ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
  const code = pattern(`[${ranges.join("")}]`, "u").exec(text)?.[0].codePointAt(0)
  return code === undefined ? [] : [{ key, ...worded(rule, { name: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` }) }]
}

/** @param {import("../schema.js").Data} data @returns {Problem[]} */
function references(data) {
  const { activities } = known()
  const organisations = networks().map(([id]) => id)
  const kinds = schema().references
  /** @param {string} id */
  const isLost = (id) => organisations.length > 0 && id.startsWith("net-") && !organisations.includes(id)
  /** @param {string} id */
  const isNone = (id) => activities.length > 0 && !activities.includes(id)
  // Another number is another activity, however near: only the name of the plan can be misspelt.
  /** @param {string} id */
  const ofNumber = (id) => activities.filter((key) => key.split("/")[1] === id.split("/")[1])
  return [
    ...["organisers", "partners"].flatMap((key) => lost(kinds.network, key, data[key], isLost, () => organisations)),
    ...lost(kinds.activity, "serves", data.serves, isNone, ofNumber),
  ]
}

/** @param {import("../schema.js").Rule} kind @param {string} key @param {string[] | undefined} ids @param {(id: string) => boolean} isLost @param {(id: string) => string[]} choices what may have been meant */
function lost(kind, key, ids, isLost, choices) {
  const places = (ids ?? []).map((id, place) => ({ id, place })).filter(({ id }) => isLost(id))
  // Only a warning: the record may have been added since this site was built, or be a draft.
  return places.map(({ id, place }) => ({ key: `${key}.${place}`, ...worded(kind, { near: nearest(id, choices(id)) ?? "" }), isWarning: true }))
}

/** @param {string} key */
function isFree(key) {
  const name = key.split(".").findLast((part) => !/^\d+$/.test(part)) ?? ""
  return FREE.includes(name) || name.endsWith("_note")
}

/** What a reviewer should look at. @param {Text} text @returns {Problem[]} */
function sensitive([key, text]) {
  const plain = [...text].map(plainDigit).join("")
  const withoutLinks = plain.replace(LINK, (link) => " ".repeat(link.length))
  return schema().sensitive.flatMap((rule) => {
    const { pattern: source, sign, ignores_case, in_links } = rule.given
    const searched = in_links ? plain : withoutLinks
    if (sign && !pattern(sign).test(searched)) return []
    return pattern(source, ignores_case ? "i" : "").test(searched) ? [{ key, ...worded(rule), isWarning: true }] : []
  })
}

/** @param {string} letter */
function plainDigit(letter) {
  const code = letter.codePointAt(0) ?? 0
  const zero = DIGITS.find((first) => code >= first && code < first + 10)
  return zero === undefined ? letter : String(code - zero)
}
