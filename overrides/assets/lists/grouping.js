// Grouping: the activities of a plan stand under its thrusts and programmes, or under what they have in common.

import { element } from "../site/element.js"
import { all } from "../site/query.js"
import { say, sayCount } from "../site/words.js"

/** @typedef {{title: string, numbers: string[]}} Group */
/** @typedef {{label: string, groups: Group[]}} Grouping */

/**
 * Puts a choice above the matrix; the first is the plan's own order, to which the links to its thrusts belong.
 * @param {HTMLTableElement} table
 */
export function group(table) {
  const own = [...table.tBodies]
  const columns = table.tHead?.rows[0].cells.length ?? 1
  const rows = new Map(own.flatMap((body) => [...body.rows]).map((row) => [row.cells[0].textContent?.trim() ?? "", row]))
  /** @type {Grouping[]} */
  const groupings = JSON.parse(table.dataset.chGroupings ?? "[]")
  const bodies = groupings.map(({ groups }) => groups.map((members) => bodyOf(members, rows, columns)))
  const status = element("span", { className: "ch-small", role: "status" })
  const choice = element("select", {}, element("option", {}, say("Thrust and programme")), ...groupings.map(({ label }) => element("option", {}, label)))
  const links = all(document, "[data-ch-thrusts]", HTMLElement)
  choice.addEventListener("change", () => {
    const place = choice.selectedIndex - 1
    for (const body of [...table.tBodies]) body.remove()
    table.append(...(place < 0 ? own : bodies[place]))
    for (const nav of links) nav.hidden = place >= 0
    status.textContent = place < 0 ? "" : sayCount("{number} group", "{number} groups", bodies[place].length)
  })
  table.before(element("p", { className: "ch-toolbar ch-matrix__choice" }, element("label", {}, say("Group by"), " ", choice), status))
}

/**
 * A group as a part of the table: its title, how many it has, and copies of their rows.
 * @param {Group} members
 * @param {Map<string, HTMLTableRowElement>} rows
 * @param {number} columns
 */
function bodyOf({ title, numbers }, rows, columns) {
  const heading = element("th", { scope: "rowgroup", colSpan: columns }, `${title} (${numbers.length})`)
  const copies = numbers.map((number) => rows.get(number)?.cloneNode(true) ?? null)
  return element("tbody", {}, element("tr", { className: "ch-matrix__thrust" }, heading), ...copies)
}
