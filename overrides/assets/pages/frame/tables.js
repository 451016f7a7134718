// Tables: a table of prose that is wider than its column scrolls in a frame of its own.

import { all } from "../../site/query.js"
import { element } from "../../site/element.js"

export function frameTables() {
  for (const table of all(document, ".md-content table:not([class])", HTMLTableElement)) {
    const frame = element("div", { class: "md-typeset__scrollwrap" })
    const inner = element("div", { class: "md-typeset__table" })
    table.replaceWith(frame)
    frame.append(inner)
    inner.append(table)
  }
}
