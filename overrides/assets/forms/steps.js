// Steps: one part of the form at a time, with how far it is; or all of it on one page, for who prefers that.

import { all, one } from "../site/query.js"
import { answersOf, showAnswers } from "./answers.js"
import { keep, kept } from "./ways/kept.js"
import { arrange, stepsOf } from "./order.js"
import { addPlace, beginTrail, followTrail, placeIn, wentBack } from "./trail.js"
import { keysIn, patch } from "./record/patch.js"
import { say } from "../site/words.js"
import { asOnThePage, reveal } from "./fields/saying.js"

/** @typedef {import("./state.js").State} State */

const VIEW = "view"
const WHOLE = "whole"

/** Whether its reader wants the whole form on one page: the address says so, or it was chosen before. @param {URLSearchParams} query */
export const wantsWhole = (query) => query.has("all") || kept(VIEW) === WHOLE

/** Shows the step at which the form is. @param {State} state */
export function showStep(state) {
  const steps = stepsOf(state)
  const isLast = state.step === steps.length - 1
  const isOpen = !state.isSent
  for (const step of all(state.form, "[data-ch-step]", HTMLElement)) step.hidden = !isOpen || (!state.isWhole && step !== steps[state.step]) || !steps.includes(step) || isEmpty(step)
  state.part("after").hidden = isOpen
  state.part("steps").hidden = !isOpen || Boolean(state.request)
  state.part("turn").hidden = !isOpen || state.isWhole
  one(state.form, "[data-ch-go=back]", HTMLElement).hidden = state.step === 0
  one(state.form, "[data-ch-go=on]", HTMLElement).hidden = isLast
  const title = headingOf(steps[state.step]).textContent ?? ""
  state.part("progress").textContent = state.isWhole ? "" : say("Step {number} of {all}: {title}", { number: state.step + 1, all: steps.length, title })
  const bar = one(state.form, "[data-ch-bar]", HTMLProgressElement)
  bar.hidden = state.isWhole
  bar.value = (state.step + 1) / steps.length
  state.part("view").textContent = state.isWhole ? say("One step at a time") : say("Everything on one page")
  state.part("answers").hidden = state.isWhole
  if (isLast && !state.isWhole) showAnswers(state, changedOf(state))
}

/** The answers that are sent: of a record that is there those that change. @param {State} state */
function changedOf(state) {
  const changed = state.key && keysIn(patch(state.base, state.record.data))
  return answersOf(state).filter(({ key }) => !changed || changed.has(key))
}

/** Whether nothing of a step is asked for. @param {HTMLElement} step */
const isEmpty = (step) => step.dataset.chStep !== "check" && all(step, "[data-ch-field]", HTMLElement).every((field) => field.closest("[data-ch-field][hidden]"))

/** @param {HTMLElement} step */
const headingOf = (step) => one(step, "h2", HTMLElement)

/** Shows a place of the form: a step, or what is said after sending. @param {State} state @param {number} place */
function arrive(state, place) {
  const steps = stepsOf(state)
  state.isSent = place >= steps.length && state.wasSent
  state.step = Math.min(place, steps.length - 1)
  state.isAttempted ||= !state.isWhole && state.step === steps.length - 1
  showStep(state)
  headingOf(state.isSent ? state.part("after") : steps[state.step]).focus({ preventScroll: true })
  state.form.scrollIntoView({ block: "start" })
}

/** To a step, as a new place in the history. @param {State} state @param {number} to */
function go(state, to) {
  addPlace(state, to)
  arrive(state, to)
}

/** Begins at the step of the address, and follows Back and Forward. @param {State} state @param {URLSearchParams} query @param {() => void} refresh */
export function beginSteps(state, query, refresh) {
  arrange(state)
  state.step = state.isWhole ? 0 : Math.min(placeIn(query), stepsOf(state).length - 1)
  state.isAttempted ||= state.step > 0 && state.step === stepsOf(state).length - 1
  beginTrail(state, state.step)
  followTrail(state, (place) => {
    arrive(state, place)
    refresh()
  })
}

/** To what is said after sending. @param {State} state */
export function finish(state) {
  state.wasSent = true
  go(state, stepsOf(state).length)
}

/** To the first step. @param {State} state */
export function restart(state) {
  state.wasSent = false
  go(state, 0)
}

/** To the step of a field. @param {State} state @param {Element} place */
export function showPlace(state, place) {
  const step = stepsOf(state).findIndex((section) => section.contains(place))
  if (step < 0 || state.isWhole || step === state.step) return
  addPlace(state, step)
  state.step = step
  showStep(state)
}

/**
 * What the buttons between the steps do; a step with answers that need fixing is not left by “Continue”.
 * @param {State} state
 * @param {HTMLElement} button
 * @param {() => void} refresh
 * @returns {boolean} whether it was one of them
 */
export function turned(state, { dataset }, refresh) {
  if (dataset.chGo === "back") {
    if (!wentBack(state, state.step - 1)) go(state, state.step - 1)
  } else if (dataset.chGo === "on") {
    const step = stepsOf(state)[state.step]
    for (const place of all(step, "[data-ch-field], [data-ch-row]", HTMLElement)) state.touched.add(place)
    refresh()
    const [wrong] = state.record.errors.filter(({ at }) => at && step.contains(at)).sort(asOnThePage)
    if (wrong?.at) reveal(wrong.at)
    else go(state, state.step + 1)
    state.isAttempted ||= state.step === stepsOf(state).length - 1
    refresh()
  } else if (dataset.chStepTo) go(state, Number(dataset.chStepTo))
  else if ("chView" in dataset) {
    state.isWhole = !state.isWhole
    keep(VIEW, state.isWhole ? WHOLE : "")
    beginTrail(state, state.isWhole ? 0 : state.step)
    showStep(state)
  } else return false
  return true
}
