// Checking: all that is said of a record's data, in the words of `chm check`: keys, shapes, values, and the rules that
// compare keys of one record. The twin of clearinghouse/reading/typing/typing_records.py and records/keys/checking.py.

import { firstFailed, worded } from "./rules.js"
import { COMPARISONS } from "./comparisons.js"
import { daysIn } from "./conditions.js"
import { nearest } from "./nearest.js"
import { ruleText } from "./texts.js"
import { schema } from "../schema.js"
import { stripped } from "./letters.js"

/** @typedef {{key: string, code: string, found: string, allowed: string, fix: string}} Problem key: dotted, `sources.0.url` */
/** @typedef {import("../schema.js").Field} Part */

/** @param {string} path @param {string | number} key */
const below = (path, key) => (path ? `${path}.${key}` : String(key))
/** @param {unknown} value */
const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value)
/** @param {unknown} value */
const inWords = (value) => (typeof value === "string" ? value : Array.isArray(value) ? "a list" : value === undefined ? "" : "keys and values")

/** The problems of a record of a collection. @param {string} collection @param {import("../schema.js").Data} data */
export function problems(collection, data) {
  const { fields, compared } = schema().collections[collection]
  const check = new Check()
  check.group({ parts: fields, compared }, data, "")
  return check.problems
}

/** Walks through data and adds their problems. Each step returns the value typed, or undefined where it is wrong. */
class Check {
  /** @type {Problem[]} */
  problems = []

  /** @param {string} path @param {import("./rules.js").Worded} worded @param {unknown} [value] @returns {undefined} */
  add(path, { code, allowed, fix, found }, value = "") {
    this.problems.push({ key: path, code, found: found || inWords(value), allowed, fix })
  }

  /** @param {string} path @param {string} way @param {unknown} value @param {import("./conditions.js").Filled} [filled] @returns {undefined} */
  misshapen(path, way, value, filled) {
    this.add(path, worded(schema().shapes[value === "" ? "empty" : way], filled), value)
  }

  /** @param {Pick<Part, "parts" | "compared">} field @param {any} data @param {string} path */
  group({ parts, compared }, data, path) {
    if (!isGroup(data)) return this.misshapen(path, "no_group", data)
    const before = this.problems.length
    const keys = parts.map(({ key }) => key)
    const { outside } = schema().shapes
    for (const key of Object.keys(data)) {
      if (!path && outside.given.keys.includes(key)) this.add(key, worded(outside, { key }), key)
      else if (!keys.includes(key)) this.unknown(below(path, key), key, keys)
    }
    const typed = new Map()
    for (const part of parts) {
      const count = this.problems.length
      const here = below(path, part.key)
      const value = Object.hasOwn(data, part.key) ? this.value(part, data[part.key], here) : this.absent(part, here)
      if (this.problems.length === count) typed.set(part.key, value)
    }
    for (const name of compared ?? []) this.compare(schema().records[name], typed, data, path)
    return this.problems.length === before ? typed : undefined
  }

  /** @param {string} path @param {string} key @param {string[]} keys */
  unknown(path, key, keys) {
    const rule = schema().shapes.unknown
    const listed = keys.length <= rule.given.few ? keys.join(", ") : ruleText(rule.given.otherwise)
    this.add(path, worded(rule, { known: listed, near: nearest(key, keys) ?? "" }), key)
  }

  /** @param {Part} part @param {string} path */
  absent(part, path) {
    if (part.required) this.misshapen(path, "missing", undefined, { key: part.key })
    return part.many ? [] : part.key === "undated" ? false : null
  }

  /** @param {Part} part @param {any} value @param {string} path @returns {any} */
  value(part, value, path) {
    if (part.type === "by language") return this.byLanguage(value, path)
    if (!part.many) return this.one(part, value, path)
    if (!Array.isArray(value)) return this.misshapen(path, "no_list", value)
    const { most } = schema().shapes.too_many.given
    if (value.length > most) return this.misshapen(path, "too_many", value, { most: String(most) })
    if (value.length < part.least) return this.misshapen(path, "too_few", value, { least: String(part.least) })
    return value.map((member, place) => this.one(part, member, below(path, place)))
  }

  /** @param {Part} part @param {any} value @param {string} path */
  one(part, value, path) {
    return part.type === "group" ? this.group(part, value, path) : this.text(part, value, path)
  }

  /** @param {any} value @param {string} path */
  byLanguage(value, path) {
    if (typeof value === "string") return this.misshapen(path, "no_tag", value)
    if (!isGroup(value)) return this.misshapen(path, "no_group", value)
    for (const [tag, title] of Object.entries(value)) {
      this.text({ type: "language", words: [] }, tag, below(path, tag))
      this.text({ type: "official_title", words: [] }, title, below(path, tag))
    }
    return value
  }

  /** A text of a kind, typed so that it can be compared. @param {Pick<Part, "type" | "words">} part @param {any} value @param {string} path */
  text({ type, words }, value, path) {
    const rules = schema().values[type]
    const isProse = rules[0].fails === "blank"
    const [wanted] = rules.filter(({ fails }) => fails !== "misspaced")
    if (typeof value !== "string") return this.misshapen(path, "no_text", value, { wanted: isProse ? "text" : ruleText(wanted.allowed).replace("{all}", words.join(" | ")) })
    const trimmed = isProse ? stripped(value) : value
    const failed = firstFailed(type, trimmed, words)
    if (failed) return value === "" ? this.misshapen(path, "empty", "") : this.add(path, failed, value)
    return type === "date" ? dated(value) : type === "flag" ? value === "true" : type === "year" ? Number(value) : trimmed
  }

  /** @param {[key: string, rule: import("../schema.js").Rule][]} pairs @param {import("./comparisons.js").Group} typed @param {any} data @param {string} path */
  compare(pairs, typed, data, path) {
    for (const [key, rule] of pairs) {
      const filled = typed.has(key) ? COMPARISONS[rule.fails](typed.get(key), typed, rule.given) : null
      if (!filled) continue
      typed.delete(key) // what failed is compared no more
      const keys = filled.at ? [key, ...filled.at.split(".")] : [key]
      const value = keys.reduce((inner, step) => inner?.[step], data)
      this.add(keys.reduce(below, path), worded(rule, filled), value)
    }
  }
}

/** @param {string} text @returns {import("./comparisons.js").Dated} */
function dated(text) {
  const [year, month, day] = text.split("-")
  const last = `${year}-${month ?? "12"}-`
  return {
    text,
    first: `${year}-${month ?? "01"}-${day ?? "01"}`,
    last: last + (day ?? daysIn(Number(year), Number(month ?? 12))),
  }
}
