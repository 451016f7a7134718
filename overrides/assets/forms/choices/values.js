// Values: what a control holds. A field that is searched shows names, and holds the ids of what they name; all others hold what they show.

import { choiceSaid, choicesOf } from "./lists.js"

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** What was put into a field, and how it is shown, so that what nobody touched stays as it was. @type {WeakMap<Control, {text: string, value: string}>} */
const given = new WeakMap()

/** @param {Control} control @returns {control is HTMLInputElement} */
export const isSearched = (control) => "chAmong" in control.dataset

/** Whether several may stand in a field, with ; between them. @param {HTMLElement} control */
export const isForSeveral = (control) => "chSeveral" in control.dataset

/** What a control holds: an id where a list has what it shows, else its text. @param {Control} control */
export function valueIn(control) {
  const { value: text } = control
  if (!isSearched(control) || isForSeveral(control)) return text
  const before = given.get(control)
  if (before?.text === text) return before.value
  return choiceSaid(choicesOf(control), text)?.id ?? text
}

/** @param {Control} control @param {string} [value] */
export function putIn(control, value = "") {
  control.value = isSearched(control) ? nameIn(control, value) : value
  if (isSearched(control)) given.set(control, { text: control.value, value })
}

/** How a value is shown: by its name, where the list has one. @param {HTMLInputElement} control @param {string} value @returns {string} */
function nameIn(control, value) {
  if (isForSeveral(control)) return value.split("; ").map((id) => choicesOf(control).find((choice) => choice.id === id)?.name ?? id).join("; ")
  return choicesOf(control).find((choice) => choice.id === value)?.name ?? value
}

/** What a control says to who reads it. @param {Control} control */
export function saidIn(control) {
  if (control instanceof HTMLSelectElement) return control.value ? (control.selectedOptions[0]?.textContent ?? "") : ""
  return control.value
}

/** Shows the name of what was typed by its code, or in another spelling. @param {HTMLInputElement} control */
export function nameTyped(control) {
  if (!isForSeveral(control)) return putIn(control, valueIn(control))
  const choices = choicesOf(control)
  const names = control.value.split(";").map((text) => text.trim()).filter(Boolean).map((text) => choiceSaid(choices, text)?.name ?? text)
  control.value = names.join("; ")
}
