// Chips: what narrows a question, each as a button that takes it away.

import { element } from "../../site/element.js"
import { labelOf } from "../index/terms.js"

/** @typedef {import("../question.js").Question} Question */

/**
 * The question with a term of a facet, or without it. The first year and years to tick rule each other out.
 * @param {Question} question
 * @param {string} facet or `since`
 * @param {string} term
 * @param {boolean} isChosen
 * @returns {Question}
 */
export function withTerm(question, facet, term, isChosen) {
  const facets = { ...question.facets }
  if (facet === "since") {
    delete facets.year
    return { ...question, facets, since: term }
  }
  facets[facet] = [...(facets[facet] ?? []).filter((other) => other !== term), ...(isChosen ? [term] : [])]
  if (!facets[facet].length) delete facets[facet]
  return { ...question, facets, since: facet === "year" ? "" : question.since }
}

/** @param {Question} question @param {import("../index/terms.js").Facet[]} facets @param {(question: Question) => void} go */
export function chipsOf(question, facets, go) {
  const chosen = Object.entries(question.facets).flatMap(([facet, some]) => some.map((term) => ({ facet, term })))
  const chips = chosen.map(({ facet, term }) => chip(labelOf(facets, facet, term), () => go(withTerm(question, facet, term, false))))
  if (question.since) chips.push(chip(`since ${question.since}`, () => go(withTerm(question, "since", "", false))))
  if (chips.length > 1) chips.push(chip("all facets", () => go({ ...question, facets: {}, since: "" })))
  return chips
}

/** @param {string} label @param {() => void} onclick */
function chip(label, onclick) {
  return element("button", { className: "ch-button ch-search__chip", type: "button", ariaLabel: `Remove ${label}`, onclick }, label, " ×")
}
