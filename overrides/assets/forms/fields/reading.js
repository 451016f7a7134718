// Reading: what stands in the fields of a form becomes plain data, and plain data are put into them.

import {
  addRow, appends, boxesOf, clear, controlOf, fieldsIn, keyOf, number, rowsOf, stored, styleOf, tally, theControlOf,
} from "./fields.js"
import { dateOf, putDate } from "./dates.js"
import { one } from "../../site/query.js"
import { putIn, valueIn } from "../choices/values.js"
import { meant } from "../rules/lists.js"
import { stripped } from "../rules/letters.js"

/** @typedef {import("../schema.js").Data} Data */
/** @typedef {import("../schema.js").Field} Field */

/** @type {Record<string, string>} */
const LISTS = { zone: "zones", state: "states" }

/** @param {Field} part @param {string} text */
const spelt = ({ type }, text) => (LISTS[type] ? (meant(LISTS[type], text) ?? text) : text)
/** @param {import("../choices/values.js").Control} control @param {Field} part */
const textOf = (control, part) => spelt(part, stripped(valueIn(control).replace(/\r\n?/g, "\n")))

/**
 * The data of a group: what it held before, with what its fields say now.
 * @param {Element} scope
 * @param {Field[]} parts
 * @param {Data} [before]
 */
export function read(scope, parts, before = {}) {
  const data = { ...before }
  for (const field of fieldsIn(scope)) {
    const part = /** @type {Field} */ (parts.find(({ key }) => key === keyOf(field)))
    const value = READ[styleOf(field)](field, part)
    const isThere = typeof value === "string" ? value !== "" : Object.keys(value).length > 0
    delete data[part.key]
    if (isThere) data[part.key] = value
  }
  return data
}

/** @param {HTMLElement} field @param {Field} part */
const line = (field, part) => textOf(theControlOf(field), part)

/** @type {Record<string, (field: HTMLElement, part: Field) => any>} */
const READ = {
  line,
  area: line,
  date: dateOf,
  choice: (field) => stripped(valueIn(theControlOf(field))),
  choices(field, part) {
    const boxes = boxesOf(field)
    const control = controlOf(field)
    const offered = new Map(boxes.map(({ value, checked }) => [value, checked]))
    const others = (control?.value ?? "").split(";").map(stripped).filter(Boolean).map((text) => spelt(part, text))
    /** @type {string[]} */
    const before = stored.get(field) ?? []
    const kept = before.filter((value) => offered.get(value) ?? (others.includes(value) || !control))
    return [...new Set([...kept, ...boxes.filter(({ checked }) => checked).map(({ value }) => value), ...others])]
  },
  lines: (field, part) => rowsOf(field).map((row) => textOf(theControlOf(row), part)).filter(Boolean),
  languages(field, part) {
    const pairs = rowsOf(field).map((row) => [valueIn(theControlOf(row)), textOf(one(row, "[data-ch-title]", HTMLInputElement), part)])
    return Object.fromEntries(pairs.filter(([tag, title]) => tag || title))
  },
  group: (field, part) => read(field, part.parts, stored.get(field)),
  groups: (field, part) => [...(appends(field) ? (stored.get(field) ?? []) : []), ...rowsOf(field).map((row) => read(row, part.parts, stored.get(row)))],
}

/**
 * Puts data into the fields of a group, and empties the others.
 * @param {Element} scope
 * @param {Data} data
 * @param {Data} [before] what the record's file holds, where data go beyond
 */
export function fill(scope, data, before = data) {
  for (const field of fieldsIn(scope)) {
    const key = keyOf(field)
    stored.set(field, before[key])
    FILL[styleOf(field)](field, data[key], before[key])
  }
}

/** @param {HTMLElement} field @param {string} [value] */
function put(field, value) {
  putIn(theControlOf(field), value)
}

/** @type {Record<string, (field: HTMLElement, value?: any, before?: any) => void>} */
const FILL = {
  line: put,
  area: put,
  date: putDate,
  choice: put,
  choices(field, value = []) {
    const boxes = boxesOf(field)
    const control = controlOf(field)
    for (const box of boxes) box.checked = value.includes(box.value)
    if (control) putIn(control, value.filter((/** @type {string} */ chosen) => !boxes.some((box) => box.value === chosen)).join("; "))
    tally(field)
  },
  lines(field, value = []) {
    clear(field)
    for (const text of value) putIn(theControlOf(addRow(field)), text)
  },
  languages(field, value = {}) {
    clear(field)
    for (const [tag, title] of Object.entries(value)) {
      const row = addRow(field)
      putIn(theControlOf(row), tag)
      one(row, "[data-ch-title]", HTMLInputElement).value = title
    }
  },
  group: (field, value = {}, before = {}) => fill(field, value, before),
  groups(field, value = [], before = []) {
    clear(field)
    for (const member of appends(field) ? value.slice(before.length) : value) {
      const row = addRow(field)
      stored.set(row, member)
      fill(row, member)
    }
    number(field)
  },
}
