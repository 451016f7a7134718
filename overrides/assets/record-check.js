"use strict"
// Record check: all that is told of a record's data, in the words of `chm check`: keys, shapes, values, and the rules
// that compare keys of one record. The twin of clearinghouse/reading/typing/typing_records.py and records/checking.py.
globalThis.clearingHouse ??= {}
{
  /** @typedef {{key: string, code: string, found: string, allowed: string, fix: string}} Problem key: dotted, `sources.0.url` */
  /** @typedef {{key: string, type: string, required: boolean, many: boolean, words: string[], parts: Field[], compared: string[]}} Field */

  const { rules } = clearingHouse
  const isText = value => typeof value === "string"
  const isGroup = value => value !== null && typeof value === "object" && !Array.isArray(value)
  const at = (path, key) => (path ? `${path}.${key}` : String(key))
  const shown = value => (isText(value) ? value : Array.isArray(value) ? "a list" : value === undefined ? "" : "keys and values")

  /** The problems of a record of a collection. data: texts, lists and groups of them. @returns {Problem[]} */
  function problems(collection, data) {
    const found = []
    const { fields, compared } = clearingHouse.schema.collections[collection]
    group({ parts: fields, compared }, data, "", found)
    return found
  }

  function tell(found, path, told, value = "") {
    found.push({ key: path, code: told.code, found: told.found || shown(value), allowed: told.allowed, fix: told.fix })
  }

  function misshapen(found, path, way, value, filled = {}) {
    tell(found, path, rules.told(clearingHouse.schema.shapes[value === "" ? "empty" : way], filled), value)
  }

  /** A group of keys. Adds its problems; returns it with its values typed, or undefined where one of them is wrong. */
  function group(field, data, path, found) {
    if (!isGroup(data)) return misshapen(found, path, "no_group", data)
    const before = found.length
    const keys = field.parts.map(part => part.key)
    const { outside } = clearingHouse.schema.shapes
    for (const key of Object.keys(data)) {
      if (!path && outside.given.keys.includes(key)) tell(found, key, rules.told(outside, { key }), key)
      else if (!keys.includes(key)) unknown(found, at(path, key), key, keys)
    }
    const typed = new Map()
    for (const part of field.parts) {
      const here = at(path, part.key)
      const told = found.length
      const value = Object.hasOwn(data, part.key) ? valued(part, data[part.key], here, found) : absent(part, here, found)
      if (found.length === told) typed.set(part.key, value)
    }
    for (const name of field.compared ?? []) compare(clearingHouse.schema.records[name], typed, data, path, found)
    return found.length === before ? typed : undefined
  }

  function unknown(found, path, key, known) {
    const { given } = clearingHouse.schema.shapes.unknown
    const listed = known.length <= given.few ? known.join(", ") : given.otherwise
    const told = rules.told(clearingHouse.schema.shapes.unknown, { known: listed, near: rules.nearest(key, known) ?? "" })
    tell(found, path, told, key)
  }

  function absent(part, path, found) {
    if (part.required) misshapen(found, path, "missing", undefined, { key: part.key })
    return part.many ? [] : part.key === "undated" ? false : null
  }

  function valued(part, value, path, found) {
    if (part.type === "by language") return byLanguage(value, path, found)
    const one = part.type === "group" ? group : text
    if (!part.many) return one(part, value, path, found)
    if (!Array.isArray(value)) return misshapen(found, path, "no_list", value)
    const { most } = clearingHouse.schema.shapes.too_many.given
    if (value.length > most) return misshapen(found, path, "too_many", value, { most: String(most) })
    if (part.required && !value.length) return misshapen(found, path, "too_few", value, { least: "1" })
    return value.map((member, place) => one(part, member, at(path, place), found))
  }

  function byLanguage(value, path, found) {
    if (!isGroup(value)) return misshapen(found, path, "no_group", value)
    for (const [tag, title] of Object.entries(value)) {
      text({ type: "language", words: [] }, tag, at(path, tag), found)
      text({ type: "line", words: [] }, title, at(path, tag), found)
    }
    return value
  }

  /** A text of a kind, typed so that it can be compared. */
  function text(part, value, path, found) {
    const [first] = clearingHouse.schema.values[part.type]
    const isProse = first.fails === "blank"
    if (!isText(value)) {
      const wanted = isProse ? "text" : first.allowed.replace("{all}", part.words.join(" | "))
      return misshapen(found, path, "no_text", value, { wanted })
    }
    const trimmed = isProse ? rules.stripped(value) : value
    const failed = rules.firstFailed(part.type, trimmed, part.words)
    if (failed) return value === "" ? misshapen(found, path, "empty", "") : tell(found, path, failed, value)
    return part.type === "date" ? dated(value) : part.type === "flag" ? value === "true" : part.type === "year" ? Number(value) : trimmed
  }

  /** The earliest and the latest day that a date may mean. */
  function dated(text) {
    const [year, month, day] = text.split("-")
    const last = `${year}-${month ?? "12"}-`
    return {
      text,
      first: `${year}-${month ?? "01"}-${day ?? "01"}`,
      last: last + (day ?? rules.daysIn(Number(year), Number(month ?? 12))),
    }
  }

  const begin = value => value.first ?? value
  const end = value => value.last ?? value
  const told = value => String(value.text ?? value)

  /** Conditions on a key and others of the same group. A key that is wrong in itself is not among `record`. */
  const COMPARISONS = {
    before(value, record, { other }) {
      const against = record.get(other) ?? null
      return value !== null && against !== null && end(value) < begin(against) ? { other: told(against) } : null
    },
    not_after(value, record, { other }) {
      const against = record.get(other) ?? null
      return value !== null && against !== null && value <= against ? {} : null
    },
    both_or_neither(value, record, given) {
      if (value !== given.is || !given.others.every(key => record.has(key))) return null
      return given.others.some(key => record.get(key) !== null) === value ? {} : null
    },
    without: (value, record, { other }) => (value && record.has(other) && !record.get(other) ? {} : null),
    closes_after(value, record, { other }) {
      const starts = record.get(other)
      const deadline = value?.get("deadline")
      return deadline && starts && deadline > end(starts) ? { other: told(starts), at: "deadline" } : null
    },
    repeated(value) {
      const ids = value.map(part => part.get("id"))
      const place = ids.findIndex((id, number) => ids.indexOf(id) < number)
      return place < 0 ? null : { id: ids[place], at: `${place}.id` }
    },
  }

  function compare(pairs, typed, data, path, found) {
    const done = new Set()
    for (const [key, rule] of pairs) {
      const filled = typed.has(key) && !done.has(key) ? COMPARISONS[rule.fails](typed.get(key), typed, rule.given) : null
      if (!filled) continue
      done.add(key)
      const keys = filled.at ? [key, ...filled.at.split(".")] : [key]
      const value = keys.reduce((inner, step) => inner?.[step], data)
      tell(found, keys.reduce(at, path), rules.told(rule, filled), value)
    }
  }

  clearingHouse.problems = problems
}
