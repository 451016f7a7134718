// Panel: the terms of a facet as boxes to tick, each with how many results it would leave.

import { element } from "../../site/element.js"
import { grouped, say } from "../../site/words.js"
import { quiet } from "./hits.js"
import { yearsOf } from "../question.js"

/** @typedef {(facet: string, term: string, isChosen: boolean) => void} Change */
/** @typedef {{box: HTMLInputElement, count: HTMLElement, row: HTMLLIElement}} Row */

/** @param {import("../index/terms.js").Facet} facet @param {Change} change */
export function panelOf({ id, label, terms }, change) {
  const number = element("span")
  const panel = element("fieldset", { className: "ch-facets__panel" }, element("legend", { className: "ch-hidden" }, label))
  const ends = id === "year" ? [yearOf("since", say("Since"), terms, change), yearOf("until", say("Until"), terms, change)] : []
  panel.append(...ends.map(({ line }) => line))
  /** @type {Map<string, Row>} */
  const rows = new Map(terms.map(([term, words]) => [term, rowOf(id, term, words, change)]))
  const groups = [...new Set(terms.map(([, , group]) => group))]
  for (const group of groups) {
    const own = terms.filter(([, , other]) => other === group).flatMap(([term]) => rows.get(term)?.row ?? [])
    if (groups.length > 1) panel.append(element("p", { className: "ch-small ch-facets__group" }, group))
    panel.append(element("ul", {}, ...own))
  }
  const none = element("p", { className: "ch-small", hidden: true }, say("Nothing to choose here."))
  panel.append(none)
  return {
    id,
    details: element("details", { name: "ch-facet" }, element("summary", {}, label, number), panel),
    /** Ticks what a question has chosen. @param {import("../question.js").Question} question */
    mark(question) {
      const chosen = question.facets[id] ?? []
      for (const [term, { box, row }] of rows) {
        box.checked = chosen.includes(term)
        if (box.checked) row.hidden = false
      }
      for (const { which, select } of ends) select.value = [...select.options].some(({ value }) => value === question[which]) ? question[which] : ""
      const count = chosen.length || Number(ends.length > 0 && yearsOf(question) !== "")
      number.textContent = count ? ` (${count})` : ""
    },
    /**
     * Shows the terms that there are among the results. counts: how many results each would leave.
     * @param {Record<string, number> | undefined} counts
     */
    show(counts) {
      if (!counts) return
      for (const [term, { box, count, row }] of rows) {
        row.hidden = !counts[term] && !box.checked
        count.textContent = grouped(counts[term] ?? 0)
      }
      for (const head of panel.querySelectorAll(".ch-facets__group")) {
        head.toggleAttribute("hidden", !head.nextElementSibling?.querySelector(":scope > :not([hidden])"))
      }
      none.hidden = [...rows.values()].some(({ row }) => !row.hidden)
    },
  }
}

/** @param {string} id @param {string} term @param {string} words @param {Change} change @returns {Row} */
function rowOf(id, term, words, change) {
  const box = element("input", { type: "checkbox", value: term })
  const count = quiet()
  box.addEventListener("change", () => change(id, term, box.checked))
  return { box, count, row: element("li", { hidden: true }, element("label", {}, box, " ", words, " ", count)) }
}

/** @param {"since" | "until"} which @param {string} label @param {import("../index/terms.js").Term[]} years @param {Change} change */
function yearOf(which, label, years, change) {
  const options = years.map(([year]) => element("option", { value: year }, year))
  const select = element("select", { id: `ch-${which}` }, element("option", { value: "" }, say("any year")), ...options)
  select.addEventListener("change", () => change(which, select.value, true))
  return { which, select, line: element("p", {}, element("label", { htmlFor: `ch-${which}` }, label), " ", select) }
}
