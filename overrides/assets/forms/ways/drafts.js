// Drafts: what was typed is kept, put back, thrown away, and begun by a link that says something already.

import { begin, boxesOf, styleOf, tally, theControlOf } from "../fields/fields.js"
import { forget, keep, kept } from "./kept.js"
import { newsRows, noteOf, notesOf } from "../fields/news.js"
import { all } from "../../site/query.js"
import { putIn } from "../choices/values.js"
import { fill } from "../fields/reading.js"
import { putDate } from "../fields/dates.js"
import { proposed } from "../record/record.js"
import { rebased } from "../record/patch.js"

/** @typedef {import("../state.js").State} State */
/** @typedef {import("../state.js").Draft} Draft */

const OFFICE = "office"

/** @param {State} state */
export function keepDraft(state) {
  if (state.isBetween) return
  if (state.isOfState) keep(state.collection, { country: state.country.value })
  keep(state.storedAs, { data: state.data(), id: state.name.value, notes: notesOf(state), base: JSON.stringify(state.base), reason: state.reason, reference: state.reference })
  keep(OFFICE, state.office)
}

/** The state to whose file something was added last. @param {State} state @returns {string} */
export const lastCountry = (state) => kept(state.collection)?.country ?? ""

/** Puts back what was typed before, where the record has changed since as a change of what it is now; null where nothing was kept, or nothing that this form still understands. @param {State} state @returns {Draft | null} */
export function restored(state) {
  const draft = kept(state.storedAs)
  if (typeof draft?.data !== "object" || !draft.data) return null
  try {
    const data = state.key && draft.base ? rebased(JSON.parse(draft.base), draft.data, state.base) : draft.data
    restore(state, { ...draft, data })
    return draft
  } catch {
    forget(state.storedAs)
    empty(state)
    return null
  }
}

/** @param {State} state @param {Draft} draft */
export function restore(state, { data, id, notes = {}, reason = "", reference = "" }) {
  state.control("reason").value = reason
  state.reference = reference
  fill(state.form, data, state.base)
  state.name.value = state.key ? "" : (id ?? "")
  proposed(state) // which makes the rows for the notes
  for (const row of newsRows(state)) noteOf(row).value = notes[row.dataset.chChange ?? ""] ?? ""
  state.isTyped = true
}

/** Puts in the office that was written for last. @param {State} state */
export function restoreOffice(state) {
  state.control("office").value = kept(OFFICE) ?? ""
}

/** As it was before anything was typed. @param {State} state */
function empty({ form, key, base }) {
  fill(form, base)
  if (!key) form.reset()
  begin(form)
  tallyAll(form)
}

/** Throws away what was typed, so that it can be brought back once. @param {State} state */
export function throwAway(state) {
  state.emptied = { data: state.data(), id: state.name.value, reason: state.reason, reference: state.reference }
  state.reference = ""
  state.control("reason").value = ""
  state.isTyped = state.isAttempted = false
  forget(state.storedAs)
  if (state.isOfState) forget(state.collection)
  state.name.value = ""
  empty(state)
}

/** What a link to the form says already: `?kind=trainings&host=LA`. @param {State} state @param {URLSearchParams} query */
export function prefill(state, query) {
  for (const [name, value] of query) {
    const field = name === "kind" ? null : state.field(name)
    if (!field) continue
    if (styleOf(field) === "date") putDate(field, value)
    else if (["line", "area", "choice"].includes(styleOf(field))) putIn(theControlOf(field), value)
    else for (const box of boxesOf(field)) box.checked ||= box.value === value
  }
  tallyAll(state.form)
}

/** @param {HTMLFormElement} form */
function tallyAll(form) {
  for (const field of all(form, "[data-ch-style=choices]", HTMLElement)) tally(field)
}
