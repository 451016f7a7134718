// Requests: one thing that is asked for of a record that is there, in a short form: that it was cancelled, moved or held, that it is
// still correct, or what is wrong with it. Which keys each asks for says the layout of its collection.

import { all, one } from "../site/query.js"
import { clear, fieldsIn, find, keyOf, styleOf, theControlOf } from "./fields/fields.js"
import { controlIn, sayMissing } from "./fields/saying.js"
import { newsRows, wordless } from "./fields/news.js"
import { say, today } from "../site/words.js"
import { putDate } from "./fields/dates.js"
import { isUnchanged } from "./record/patch.js"
import { putIn } from "./choices/values.js"

/** @typedef {import("./state.js").State} State */

const CORRECT = "correct"
const REPORT = "report"
/** What an event becomes. @type {Record<string, string>} */
const STATUS = { cancel: "cancelled", held: "held" }

/** What is asked for by the address, of a record that is there; empty where it is edited as a whole. @param {State} state @param {URLSearchParams} query */
export function requestIn({ form, key }, query) {
  if (!key) return ""
  const what = query.has("verify") ? CORRECT : (query.get("do") ?? "")
  return what === CORRECT || what === REPORT || Object.hasOwn(JSON.parse(form.dataset.chRequests ?? "{}"), what) ? what : ""
}

/** Leaves in the form what a request asks for, and puts in what it says. @param {State} state */
export function narrow(state) {
  const { form, request } = state
  /** @type {string[]} */
  const asked = JSON.parse(form.dataset.chRequests ?? "{}")[request] ?? []
  for (const field of fieldsIn(form)) field.hidden = !asked.includes(keyOf(field))
  for (const more of all(form, "[data-ch-step] > .ch-section__body > .ch-unfold--more", HTMLDetailsElement)) {
    const isAsked = fieldsIn(form).some((field) => !field.hidden && more.contains(field))
    more.hidden = !isAsked
    more.open = isAsked
  }
  for (const field of fieldsIn(form)) if (!field.hidden && styleOf(field) === "groups") askForMore(field)
  const status = find(form, "status")
  if (STATUS[request] && status) putIn(theControlOf(status), STATUS[request])
  const verified = find(form, "verified")
  if (request === CORRECT && verified) {
    putDate(verified, today())
    const by = find(form, "verified_by")
    if (by) theControlOf(by).value = "" // whoever that is says so, or nobody
  }
  one(form, "[data-ch-step=check] h2", HTMLElement).textContent = say("Send")
  state.part("reason-label").textContent =
    request === REPORT ? say("What is wrong, in a sentence or two") : request === CORRECT ? say("What you compared it with, if you like") : say("Anything the editors should know")
  state.part("file").hidden = request === REPORT
}

/** Of a list what is there already stays as it is, and new members may be added. @param {HTMLElement} field */
function askForMore(field) {
  field.dataset.chAppends = ""
  clear(field)
  field.querySelector(":scope > legend .ch-field__need")?.remove()
  for (const rows of all(field, ":scope > [data-ch-rows]", HTMLElement)) delete rows.dataset.chFirst
}

/** What is missing that a request cannot do without: the place, and what is to be done there. @param {State} state @returns {[HTMLElement, string] | null} */
export function missing(state) {
  const row = wordless(state)
  const starts = state.field("starts")
  if (state.request === "move" && starts && !newsRows(state).some(({ dataset }) => dataset.chChange === "dates")) return [starts, say("Give the new date.")]
  if (row) return [row, say("Say in a sentence what subscribers should learn, with the reason.")]
  if (state.request === REPORT && !state.reason) return [state.asks("reason"), say("Say what is wrong.")]
  if (!state.office) return [state.asks("office"), say("Say for which office you write.")]
  return null
}

/** Whether nothing is wrong or missing; else its reader is led there. @param {State} state */
export function isReady(state) {
  if (state.record.errors.length && state.request !== REPORT) {
    state.part("summary").focus()
    return false
  }
  if (!state.request && isUnchanged(state)) {
    state.part("done").textContent = say("You have not changed anything yet.")
    return false
  }
  for (const name of /** @type {const} */ (["office", "reason"])) sayMissing(state.asks(name), "")
  const [place, text] = missing(state) ?? []
  if (!place || !text) return true
  sayMissing(place, text)
  controlIn(place).focus()
  return false
}
