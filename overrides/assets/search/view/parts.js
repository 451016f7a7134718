// Parts: what the search page is made of.

import { SORTS } from "../question.js"
import { element } from "../../site/element.js"
import { say } from "../../site/words.js"
import { one } from "../../site/query.js"

/** What the page is made of: what stood there before the script, and what it adds. @param {HTMLElement} place */
export function partsOf(place) {
  const form = one(place, "form", HTMLFormElement)
  const field = one(form, "[name=q]", HTMLInputElement)
  const status = one(place, "[role=status]", HTMLElement)
  const sort = element("select", { id: "ch-sort" }, ...Object.entries(SORTS).map(([value, label]) => element("option", { value }, label)))
  const chips = element("p", { className: "ch-search__chips" })
  const help = element("div")
  const hits = one(place, ".ch-hits", HTMLOListElement)
  /** What the page shows before anything is asked, which needs no index. */
  const newest = { hits: [...hits.children], status: status.textContent }
  const more = element("button", { className: "ch-button", type: "button", hidden: true }, say("Show more"))
  const bar = one(place, "[data-ch-filters]", HTMLElement)
  const sorting = element("p", { className: "ch-search__sort" }, element("label", { htmlFor: "ch-sort" }, say("Order"), " "), sort)
  one(place, "[data-ch-choice]", HTMLElement).append(chips, sorting)
  place.append(help, more)
  return { form, field, status, sort, sorting, chips, help, hits, newest, more, bar }
}
