// Folding: on a phone the later groups of a list are folded away, each below its heading, which opens it without a script; with
// one, what the browser finds in a folded row opens its group.

import { all } from "../site/query.js"

/** @param {HTMLTableElement} table */
export function findable(table) {
  for (const details of all(table, ".ch-divide details", HTMLDetailsElement)) {
    const rows = all(details.closest("tbody") ?? table, "tr:not(.ch-divide)", HTMLTableRowElement)
    const follow = () => {
      for (const row of rows) if (details.open) row.removeAttribute("hidden")
      else row.setAttribute("hidden", "until-found")
    }
    details.addEventListener("toggle", follow)
    for (const row of rows) row.addEventListener("beforematch", () => (details.open = true))
    follow()
  }
}
