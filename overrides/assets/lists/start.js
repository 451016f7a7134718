// Lists: tables sort by their columns, and the list of a whole collection narrows in place, by several words of several
// facets at once; the matrix of a plan is grouped. Without this script each word of a facet is a link to a list of its own, and
// the matrix stands in the order of its plan. It stands on pages with a table, and does not wait for the page, so that it hears of Back and Forward before the theme does.

import { findable } from "./folding.js"
import { all } from "../site/query.js"
import { house } from "../site/house.js"
import { leadFurther } from "./further.js"
import { group } from "./grouping.js"
import { narrow } from "./narrowing.js"
import { offer } from "./taking.js"
import { sortAlone } from "./sorting.js"
import { wholeOf } from "./whole.js"

// It runs anew on each page that replaces another in place; what listened for the page before must stop.
house.lists?.abort()
house.lists = new AbortController()
for (const table of all(document, "table.ch-cards:not(.ch-matrix)", HTMLTableElement)) {
  findable(table)
  const nav = document.querySelector("[data-ch-narrow]")
  if (nav instanceof HTMLElement && table.dataset.chList !== undefined) narrow(table, nav, house.lists.signal)
  else {
    const order = table.dataset.chSorts === undefined ? () => null : sortAlone(table)
    offer(table, () => wholeOf(table, order()))
  }
}
for (const table of all(document, "table.ch-grid", HTMLTableElement)) offer(table, () => wholeOf(table, null))
leadFurther()
for (const matrix of all(document, "table[data-ch-groupings]", HTMLTableElement)) group(matrix)
