// Facets: the links of a facet become boxes to tick, in the same places. Within a facet any word is enough, between facets
// all are needed.

import { element } from "../site/element.js"
import { all, one } from "../site/query.js"
import { say } from "../site/words.js"

/** @typedef {{facet: Facet, term: string, label: string, box: HTMLInputElement, item: HTMLLIElement, count: HTMLElement}} Choice */
/** @typedef {{id: string, label: string, choices: Map<string, Choice>, number: HTMLElement, foot: HTMLElement}} Facet */

/** @param {HTMLDetailsElement} details @param {() => void} onchange @param {() => void} close @returns {Facet} */
export function facetOf(details, onchange, close) {
  const summary = one(details, "summary", HTMLElement)
  /** @type {Facet} */
  const facet = { id: "", label: summary.textContent?.trim() ?? "", choices: new Map(), number: element("span", { className: "ch-facets__number" }), foot: element("span") }
  for (const item of all(details, "li:has(> a)", HTMLLIElement)) {
    const choice = choiceOf(item, facet, onchange)
    facet.id = choice.box.name
    facet.choices.set(choice.term, choice)
  }
  summary.append(facet.number)
  // The panel lies over the list: its foot says what the choice comes to.
  const list = one(details, "ul", HTMLUListElement)
  const panel = element("div", { className: list.className, role: "group", ariaLabel: facet.label })
  list.className = "ch-facets__choices"
  list.replaceWith(panel)
  const done = element("button", { type: "button", className: "ch-button", onclick: close }, say("Done"))
  panel.append(list, element("p", { className: "ch-facets__foot" }, facet.foot, done))
  return facet
}

/** @param {HTMLLIElement} item @param {Facet} facet @param {() => void} onchange @returns {Choice} */
function choiceOf(item, facet, onchange) {
  const link = one(item, "a", HTMLAnchorElement)
  const [name, term] = wordOf(new URL(link.href))
  const count = element("span", { className: "ch-facets__count" }, item.textContent?.trim().split(" ").at(-1) ?? "")
  const box = element("input", { type: "checkbox", name, value: term, onchange })
  const label = link.textContent ?? ""
  item.replaceChildren(element("label", {}, box, ` ${label} `, count))
  return { facet, term, label, box, item, count }
}

/** The facet and the term of a list's address: in a copy, whose lists under a term are whole ones that narrow, that of the whole list with a word. @param {URL} url */
function wordOf({ pathname, searchParams }) {
  const [, name, term] = /\/by\/([^/]+)\/([^/]+)\//.exec(pathname) ?? ["", ...([...searchParams][0] ?? ["", ""])]
  return [name, term]
}

/** @param {Facet} facet */
export const chosenOf = ({ choices }) => [...choices.values()].filter(({ box }) => box.checked)

/** @param {Choice[]} choices @param {boolean} isChosen */
export function choose(choices, isChosen) {
  for (const { box } of choices) box.checked = isChosen
}

/** @param {HTMLTableRowElement} row @param {Facet} facet */
const termsOf = (row, { id }) => row.dataset[id]?.split(" ") ?? []

/**
 * The rows that all facets let through, and for each choice how many rows it holds of those that all other facets let through.
 * @param {HTMLTableRowElement[]} rows
 * @param {Facet[]} facets
 */
export function matching(rows, facets) {
  const counts = new Map(facets.flatMap(({ choices }) => [...choices.values()].map((choice) => [choice, 0])))
  const active = facets.map((facet) => ({ facet, terms: new Set(chosenOf(facet).map(({ term }) => term)) })).filter(({ terms }) => terms.size)
  const matched = rows.filter((row) => {
    const failed = active.filter(({ facet, terms }) => !termsOf(row, facet).some((term) => terms.has(term))).map(({ facet }) => facet)
    if (failed.length > 1) return false
    for (const facet of failed.length ? failed : facets) {
      for (const choice of termsOf(row, facet).map((term) => facet.choices.get(term))) if (choice) counts.set(choice, (counts.get(choice) ?? 0) + 1)
    }
    return !failed.length
  })
  return { matched, counts }
}
