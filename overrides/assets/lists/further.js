// Further: a list that stands narrowed at an address of its own leads to the whole list with the same words chosen, where others can be added.

import { all } from "../site/query.js"

const NARROWED = /by\/([^/]+)\/([^/]+)\/(?:(years)\/([^/]+)\/)?(?:page\/\d+\/)?(?:index\.html)?$/

/** The link is part of the page, so that it has its place from the beginning; only here it learns which words. */
export function leadFurther() {
  const [, facet, term, also, year] = NARROWED.exec(location.pathname) ?? []
  for (const link of all(document, "[data-ch-further]", HTMLAnchorElement)) {
    if (!facet) continue
    link.search = String(new URLSearchParams([[facet, decodeURIComponent(term)], ...(also ? [[also, year]] : [])]))
    link.hidden = false
  }
}
