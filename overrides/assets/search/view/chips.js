// Chips: what narrows a question, each as a button that takes it away.

import { element } from "../../site/element.js"
import { say } from "../../site/words.js"
import { labelOf } from "../index/terms.js"
import { quiet } from "./hits.js"
import { yearsOf } from "../question.js"

/** @typedef {import("../question.js").Question} Question */

/**
 * The question with a term of a facet, or without it. The first and last year and years to tick rule each other out.
 * @param {Question} question
 * @param {string} facet or `since`, `until`
 * @param {string} term
 * @param {boolean} isChosen
 * @returns {Question}
 */
export function withTerm(question, facet, term, isChosen) {
  const facets = { ...question.facets }
  if (facet === "since" || facet === "until") {
    delete facets.year
    return { ...question, facets, [facet]: term }
  }
  facets[facet] = [...(facets[facet] ?? []).filter((other) => other !== term), ...(isChosen ? [term] : [])]
  if (!facets[facet].length) delete facets[facet]
  return { ...question, facets, ...(facet === "year" ? { since: "", until: "" } : {}) }
}

/** @param {Question} question @param {import("../index/terms.js").Facet[]} facets @param {(question: Question) => void} go */
function chipsOf(question, facets, go) {
  const chosen = Object.entries(question.facets).flatMap(([facet, some]) => some.map((term) => ({ facet, term })))
  const chips = chosen.map(({ facet, term }) => chip(labelOf(facets, facet, term), () => go(withTerm(question, facet, term, false))))
  const years = yearsOf(question)
  if (years) chips.push(chip(years, () => go({ ...question, since: "", until: "" })))
  if (chips.length > 1) chips.push(chip(say("all filters"), () => go({ ...question, facets: {}, since: "", until: "" })))
  return chips
}

/** @param {string} label @param {() => void} onclick */
function chip(label, onclick) {
  return element("button", { className: "ch-button ch-search__chip", type: "button", ariaLabel: say("Remove {filter}", { filter: label }), onclick }, label, " ×")
}

/**
 * Shows what narrows a question, and which orders there are: without words nothing matches better than anything else.
 * @param {{chips: HTMLElement, sort: HTMLSelectElement, panels: {mark: (question: Question) => void}[]}} places
 * @param {Question} question
 * @param {HTMLElement | null} asWords a way to the words themselves, where filters are what they mean
 * @param {import("../index/terms.js").Facet[]} facets
 * @param {(question: Question) => void} go
 */
export function showChoice({ chips, sort, panels }, question, asWords, facets, go) {
  chips.replaceChildren(...(asWords ? [quiet(say("Understood as:"))] : []), ...chipsOf(question, facets, go), ...(asWords ? [asWords] : []))
  const hasWords = Boolean(question.q.trim())
  sort.options[0].hidden = !hasWords
  sort.value = hasWords || question.sort !== "best" ? question.sort : "newest"
  for (const panel of panels) panel.mark(question)
}
