// Bodies: the rows of a table stand under headings as the page was made, and without them in any other order.

import { element } from "../site/element.js"
import { all } from "../site/query.js"

/** The rows of records, without the headings of groups. @param {HTMLTableElement} table */
export const rowsOf = (table) => all(table, "tbody tr:not(.ch-divide)", HTMLTableRowElement)

/** @param {HTMLTableElement} table */
export function bodiesOf(table) {
  const asMade = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }))
  const flat = element("tbody")

  function showAsMade() {
    flat.remove()
    for (const { body, rows } of asMade) body.replaceChildren(...rows)
    table.append(...asMade.map(({ body }) => body))
  }

  /** @param {HTMLTableRowElement[]} rows */
  function show(rows) {
    for (const { body } of asMade) body.remove()
    flat.replaceChildren(...rows)
    table.append(flat)
  }

  return { rows: rowsOf(table), flat, showAsMade, show }
}
