// Answers: what stands in a form, question by question, as its reader would say it.

import { all, one } from "../site/query.js"
import { boxesOf, controlOf, fieldsIn, keyOf, rowsOf, styleOf, theControlOf } from "./fields/fields.js"
import { dateInWords, dateOf } from "./fields/dates.js"
import { element } from "../site/element.js"
import { saidIn } from "./choices/values.js"
import { say } from "../site/words.js"
import { stepsOf } from "./order.js"

/** @typedef {{key: string, question: string, answer: string, step: number}} Answer key: of the record, to which it belongs; step: where it was asked */

/** @param {Element} field */
const labelOf = (field) => field.querySelector(":scope > label, :scope > legend")?.firstChild?.textContent?.trim() ?? ""

/** @param {HTMLElement} field @returns {string} */
function ticked(field) {
  const names = boxesOf(field).filter(({ checked }) => checked).map((box) => box.nextElementSibling?.textContent ?? "")
  return [...names, (controlOf(field)?.value ?? "").replace(/[; ]+$/, "")].filter(Boolean).join("; ")
}

/** @param {HTMLElement} row */
const titled = (row) => [saidIn(theControlOf(row)), one(row, "[data-ch-title]", HTMLInputElement).value].filter(Boolean).join(": ")

/** @type {Record<string, (field: HTMLElement) => string>} */
const SAID = {
  line: (field) => theControlOf(field).value,
  area: (field) => theControlOf(field).value,
  date: (field) => dateInWords(dateOf(field)),
  choice: (field) => saidIn(theControlOf(field)),
  choices: ticked,
  lines: (field) => rowsOf(field).map((row) => theControlOf(row).value.trim()).filter(Boolean).join("; "),
  languages: (field) => rowsOf(field).map(titled).filter(Boolean).join("; "),
}

/** The answers of a group. @param {Element} scope @param {string} around @returns {[string, string][]} */
function ofGroup(scope, around) {
  return fieldsIn(scope).flatMap((field) => {
    const label = labelOf(field)
    const question = around ? `${around}, ${label.toLowerCase()}` : label
    if (styleOf(field) === "group") return ofGroup(field, question)
    if (styleOf(field) === "groups") return rowsOf(field).flatMap((row) => ofGroup(row, row.querySelector(":scope > legend")?.textContent?.trim() ?? label))
    const answer = SAID[styleOf(field)](field).trim()
    return answer ? [/** @type {[string, string]} */ ([question, answer])] : []
  })
}

/** All answers of a form, in its order. @param {import("./state.js").State} state @returns {Answer[]} */
export function answersOf(state) {
  return stepsOf(state).flatMap((section, step) =>
    all(section, "[data-ch-field]", HTMLElement)
      .filter((field) => !field.parentElement?.closest("[data-ch-field]"))
      .flatMap((field) => ofField(field).map(([question, answer]) => ({ key: keyOf(field), question, answer, step }))),
  )
}

/** @param {HTMLElement} field @returns {[string, string][]} */
function ofField(field) {
  const style = styleOf(field)
  if (style === "group") return ofGroup(field, labelOf(field))
  if (style === "groups") return rowsOf(field).flatMap((row) => ofGroup(row, row.querySelector(":scope > legend")?.textContent?.trim() ?? ""))
  const answer = SAID[style](field).trim()
  return answer ? [[labelOf(field), answer]] : []
}

/** Lists answers under the headings of their steps, each with a button that leads there. @param {import("./state.js").State} state @param {Answer[]} answers */
export function showAnswers(state, answers) {
  const sections = stepsOf(state)
  const parts = sections.slice(0, -1).flatMap((section, step) => {
    const own = answers.filter((answer) => answer.step === step)
    const title = one(section, "h2", HTMLElement).textContent ?? ""
    const change = element("button", { type: "button", className: "ch-button", "data-ch-step-to": String(step), "aria-label": say("Change: {title}", { title }) }, say("Change"))
    const rows = own.map(({ question, answer }) => element("div", {}, element("dt", {}, question), element("dd", {}, answer)))
    const list = rows.length ? element("dl", { className: "ch-facts" }, ...rows) : element("p", { className: "ch-small" }, state.key ? say("Nothing is changed here.") : say("Nothing is stated here."))
    return [element("div", { className: "ch-answers__head" }, element("h3", {}, title), change), list]
  })
  state.part("answers").replaceChildren(...parts)
}
