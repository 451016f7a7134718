// Follow: links to other questions are answered in place.

import { fromAddress } from "../question.js"

/**
 * Material takes two addresses that differ in the query alone for one page.
 * @param {HTMLElement} place
 * @param {import("../index/terms.js").Facet[]} facets
 * @param {(question: import("../question.js").Question) => void} go
 */
export function followIn(place, facets, go) {
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash) return
    event.preventDefault()
    event.stopPropagation()
    go(fromAddress(link.href, facets))
  })
}
