// Fields: how a form is laid out. Every field says by data-ch-field which key it holds and by data-ch-style how; where there
// may be several, rows are cloned from the <template> beside them. Form, fields and rows hold one another.

import { dateOf, putDate } from "./dates.js"
import { all } from "../../site/query.js"
import { valueIn } from "../choices/values.js"
import { stripped } from "../rules/letters.js"
import { say, today } from "../../site/words.js"

/** @typedef {import("../choices/values.js").Control} Control */

const UNIQUE = ["id", "for", "aria-controls", "aria-describedby", "aria-labelledby"]
let rowsMade = 0

/** What a field held when a record was put into it, so that what nobody touched stays in its order. @type {WeakMap<Element, any>} */
export const stored = new WeakMap()

/** The field, row or form around an element. @param {Element} element */
export const ownerOf = (element) => /** @type {HTMLElement} */ (element.parentElement?.closest("[data-ch-field], [data-ch-row], form"))

/** Elements below a field, row or form that belong to it and to no field or row in between. @param {Element} scope @param {string} selector */
const own = (scope, selector) => all(scope, selector, HTMLElement).filter((element) => ownerOf(element) === scope)

/** @param {Element} scope */
export const fieldsIn = (scope) => own(scope, "[data-ch-field]")
/** @param {Element} field */
export const rowsOf = (field) => own(field, "[data-ch-row]")
/** @param {Element} field */
export const boxesOf = (field) => /** @type {HTMLInputElement[]} */ (own(field, "input[type=checkbox]"))
/** @param {HTMLElement} field */
export const keyOf = (field) => field.dataset.chField ?? ""
/** @param {HTMLElement} field */
export const styleOf = (field) => field.dataset.chStyle ?? ""
/** Whether only new members are asked for. @param {Element} field */
export const appends = (field) => field instanceof HTMLElement && "chAppends" in field.dataset
/** How many members a field has that are not asked for. @param {Element} field */
const numberBefore = (field) => (appends(field) ? (stored.get(field) ?? []).length : 0)

/** @param {Element} element @returns {Control | undefined} */
export function controlOf(element) {
  const controls = /** @type {Control[]} */ (own(element, "input, textarea, select"))
  return controls.find(({ type, dataset }) => type !== "checkbox" && !("chFilter" in dataset) && !("chPicker" in dataset))
}

/** The control of a field that has one. @param {Element} element */
export const theControlOf = (element) => /** @type {Control} */ (controlOf(element))

/** Puts in what a field holds from the beginning: its default, today, a first row. @param {Element} scope */
export function begin(scope) {
  for (const field of fieldsIn(scope)) {
    if ("chDated" in field.dataset && !dateOf(field)) putDate(field, today())
    if (own(field, "[data-ch-first]").length && !rowsOf(field).length) addRow(field)
    if (styleOf(field) === "group") begin(field)
  }
}

/** @param {Element} field */
export const clear = (field) => rowsOf(field).forEach((row) => row.remove())

/** A new row at the end of a field's rows, with ids of its own. @param {Element} field */
export function addRow(field) {
  const template = /** @type {HTMLTemplateElement} */ (own(field, "template")[0])
  const row = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild)
  rowsMade += 1
  makeUnique(row, rowsMade)
  own(field, "[data-ch-rows]")[0].append(row)
  begin(row)
  number(field)
  return row
}

/** Makes ids in a cloned fragment unique, and in the templates inside of it as well. @param {Element} scope @param {number} suffix */
function makeUnique(scope, suffix) {
  for (const element of [scope, ...scope.querySelectorAll("*")]) {
    for (const name of UNIQUE) {
      const value = element.getAttribute(name)
      if (value) element.setAttribute(name, value.split(" ").map((id) => `${id}-${suffix}`).join(" "))
    }
    if (element instanceof HTMLTemplateElement) for (const child of element.content.children) makeUnique(child, suffix)
  }
}

/** Removes a row; returns its field. @param {HTMLElement} row */
export function removeRow(row) {
  const field = ownerOf(row)
  row.remove()
  number(field)
  return field
}

/** @param {Element} field */
export function number(field) {
  const first = numberBefore(field)
  rowsOf(field).forEach((row, place) => {
    for (const label of own(row, "[data-ch-number]").slice(0, 1)) label.textContent = String(first + place + 1)
  })
}

/** Says in the summary of folded choices which are chosen. @param {Element} field */
export function tally(field) {
  const [summary] = own(field, "[data-ch-chosen]")
  if (!summary) return
  const chosen = boxesOf(field).filter(({ checked }) => checked).map((box) => box.nextElementSibling?.textContent)
  summary.textContent = chosen.length ? chosen.join(", ") : say("None chosen")
}

/** The field or row that a dotted key names, or the nearest around it; null where the form does not show it. @param {Element} form @param {string} key */
export function find(form, key) {
  /** @type {HTMLElement | null} */
  let nearest = null
  const parts = key.split(".")
  while (parts.length) {
    const name = parts.shift()
    /** @type {HTMLElement | undefined} */
    const field = fieldsIn(nearest ?? form).find((candidate) => keyOf(candidate) === name)
    if (!field) return nearest
    nearest = field
    const [part] = parts
    if (part === undefined || !["groups", "lines", "languages"].includes(styleOf(field))) continue
    parts.shift()
    const row = rowAt(field, part)
    if (!row && styleOf(field) !== "languages") return nearest
    nearest = row ?? field
  }
  return nearest
}

/** @param {HTMLElement} field @param {string} part a place in the list, or the tag of a language */
function rowAt(field, part) {
  const rows = rowsOf(field)
  if (styleOf(field) === "languages") return rows.find((row) => valueIn(theControlOf(row)) === part)
  // Lines in which nothing stands are no members of the list.
  const members = rows.filter((row) => styleOf(field) !== "lines" || stripped(theControlOf(row).value))
  return members[Number(part) - numberBefore(field)]
}
