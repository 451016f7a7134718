// Form: a form that is open: what is done in it changes its state, and what it shows follows.

import { addRow, begin, ownerOf, removeRow, styleOf, tally } from "./fields/fields.js"
import { controlIn } from "./fields/saying.js"
import { again, send } from "./ways/sending.js"
import { keepDraft, lastCountry, prefill, restore, restoreOffice, restored, throwAway } from "./ways/drafts.js"
import { announce, leave, take } from "./ways/leaving.js"
import { isReady, narrow, requestIn } from "./requests.js"
import { proposal } from "./ways/ways.js"
import { fetchFor, recordOf } from "./known.js"
import { schema } from "./schema.js"
import { show, showNotice } from "./view.js"
import { State } from "./state.js"
import { fill } from "./fields/reading.js"
import { filter } from "./fields/filter.js"
import { one } from "../site/query.js"
import { pressed, putDate, understand } from "./fields/dates.js"
import { beginComboboxes } from "./choices/combobox.js"
import { beginSteps, restart, showPlace, turned, wantsWhole } from "./steps.js"
import { say, today } from "../site/words.js"

const SOON = 250 // milliseconds
/** Lists of a state's file to which the form only adds. */
const APPENDED = ["laws", "assessments", "next_steps"]

/**
 * Opens the form of a collection.
 * @param {HTMLFormElement} form
 * @param {string} collection
 * @param {URLSearchParams} query
 * @param {string | null} [key] of the record that is edited
 * @param {import("./schema.js").Data} [base] what its file holds
 */
export function openForm(form, collection, query, key = null, base = {}) {
  const state = new State(form, collection, key, base)
  const refresh = refreshing(state)
  if (key) fill(form, base)
  begin(form)
  if (key && state.isOfState) state.country.value = base.country
  state.request = requestIn(state, query)
  state.isWhole = wantsWhole(query) || Boolean(key)
  if (state.request) narrow(state)
  restoreOffice(state)
  const draft = restored(state)
  if (!draft && !key) prefill(state, query)
  if (state.isOfState && !key) state.country.value ||= lastCountry(state)
  state.part("name").hidden = Boolean(key) || state.isOfState
  showNotice(state, draft)
  form.hidden = false
  beginComboboxes(form)
  beginSteps(state, query, refresh)
  refresh()
  if (state.isOfState && !key && state.country.value) changeState(state, refresh)
  listen(state, refresh)
  return state
}

/** Shows the form as it is now, and keeps what was typed soon after. @param {State} state */
function refreshing(state) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  const keepNow = () => {
    clearTimeout(waiting)
    if (state.isTyped) keepDraft(state)
  }
  addEventListener("pagehide", () => state.form.isConnected && keepNow())
  return () => {
    show(state)
    fetchFor(state.collection, state.record).then((hasCome) => hasCome && state.form.isConnected && show(state))
    clearTimeout(waiting)
    if (state.isTyped) waiting = setTimeout(keepNow, SOON)
  }
}

/** The state whose file is added to: what the file holds is loaded, what was typed for it stays. @param {State} state @param {() => void} refresh */
async function changeState(state, refresh) {
  const chosen = state.country.value
  state.isBetween = true
  const file = chosen ? await recordOf(`${state.collection}/${chosen.toLowerCase()}`) : undefined
  if (state.country.value !== chosen) return
  state.isBetween = false
  const typed = state.data()
  const added = APPENDED.map((name) => ({ name, members: (typed[name] ?? []).slice((state.base[name] ?? []).length) }))
  state.base = file ?? {}
  state.key = file ? `${state.collection}/${chosen.toLowerCase()}` : null
  const ofFile = file ?? { country: chosen, title: schema().members[chosen] ?? "", published: today() }
  const whole = Object.fromEntries(added.map(({ name, members }) => [name, [...(state.base[name] ?? []), ...members]]))
  fill(state.form, { ...ofFile, ...whole }, state.base)
  begin(state.form)
  showNotice(state, added.some(({ members }) => members.length) ? null : restored(state))
  refresh()
}

/** @param {State} state @param {HTMLElement} button */
function startOver(state, button) {
  if (state.emptied) {
    restore(state, state.emptied)
    state.emptied = null
  } else {
    throwAway(state)
    showNotice(state, null)
  }
  button.textContent = state.emptied ? say("Undo") : say("Delete what I typed")
  announce(state, state.emptied ? say("What you typed is deleted.") : say("What you typed is back."))
}

/** Whether a press is about the day of a date; it is done then. @param {HTMLElement} button */
function isOfDate(button) {
  const field = button.closest("[data-ch-style=date]")
  return field instanceof HTMLElement && pressed(field, button)
}

/** @param {State} state @param {string} what */
function afterwards(state, what) {
  if (what === "back" || what === "new") {
    if (what === "new") throwAway(state)
    state.emptied = null
    restart(state)
    showNotice(state, null)
  } else again(state, what)
}

/** @param {State} state @param {() => void} refresh */
function listen(state, refresh) {
  const { form } = state

  /** @param {FocusEvent} event */
  function touch({ target, relatedTarget }) {
    if (!(target instanceof HTMLElement) || !target.matches("input, select, textarea, [data-ch-pick-day]")) return
    const field = target.closest("[data-ch-field], [data-ch-row], [data-ch-name], [data-ch-change]")
    const isInside = relatedTarget instanceof Node && field?.contains(relatedTarget)
    if (field instanceof HTMLElement && styleOf(field) === "date" && !isInside) understand(field)
    if (field && !isInside) state.touched.add(field)
    // A list that is written anew would take its links from under the finger that presses one.
    if (!(relatedTarget instanceof Element && relatedTarget.closest("[data-ch-summary], [data-ch-duplicates]"))) refresh()
  }

  /** @param {Event} event */
  function type({ target }) {
    if (target instanceof HTMLInputElement && "chFilter" in target.dataset) return filter(target)
    if (target instanceof HTMLInputElement && "chPicker" in target.dataset) putDate(ownerOf(target), target.value)
    state.isTyped = true
    state.wasSent = false
    state.refused = state.refused.filter(({ key }) => !(target instanceof Node && state.field(key)?.contains(target)))
    if (state.emptied) {
      state.emptied = null
      state.part("empty").textContent = say("Delete what I typed")
    }
    announce(state, "")
    if (state.isOfState && target === state.country) return void changeState(state, refresh)
    if (target instanceof HTMLInputElement && target.type === "checkbox" && ownerOf(target) !== form) tally(ownerOf(target))
    refresh()
  }

  /** Shows all that is wrong before the record goes. */
  function attempt() {
    state.isAttempted = true
    refresh()
    return state.record
  }

  /** @param {MouseEvent} event */
  function press(event) {
    const button = event.target instanceof Element ? event.target.closest("button, a") : null
    if (!(button instanceof HTMLElement)) return
    const { dataset } = button
    if (dataset.chTake) {
      attempt()
      take(state, dataset.chTake)
    } else if ("chPropose" in dataset) {
      const { path, text } = attempt()
      leave(state, event, proposal(path, text, Boolean(state.key)))
    } else if (dataset.chSend) {
      state.refused = []
      attempt()
      if (isReady(state)) send(state, dataset.chSend)
      keepDraft(state)
    } else if (dataset.chAfterDo) {
      afterwards(state, dataset.chAfterDo)
    } else if (turned(state, button, refresh) || isOfDate(button)) {
      state.isTyped ||= isOfDate(button)
      refresh()
    } else if ("chEmpty" in dataset) {
      startOver(state, button)
      refresh()
    } else if ("chAdd" in dataset || "chRemove" in dataset) {
      if ("chAdd" in dataset) controlIn(addRow(ownerOf(button))).focus()
      else one(removeRow(ownerOf(button)), "[data-ch-add]", HTMLElement).focus()
      state.isTyped = true
      refresh()
    }
  }

  for (const change of ["online", "offline"]) addEventListener(change, () => form.isConnected && show(state))
  form.addEventListener("ch-reveal", ({ target }) => target instanceof Element && showPlace(state, target))
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("focusout", touch)
  form.addEventListener("input", type)
  form.addEventListener("click", press)
}
