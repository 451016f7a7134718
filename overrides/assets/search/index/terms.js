// Terms: the closed lists of the search's facets, how many pages have each, and the words that pages hold, each fetched once.

import { house } from "../../site/house.js"
import { json } from "./json.js"
import { language } from "../../site/words.js"
import { once } from "./once.js"

/** @typedef {[id: string, label: string, group: string, ...others: string[]]} Term others: what it is called as well */
/** @typedef {{id: string, label: string, terms: Term[], of?: string[]}} Facet of: the collections of which nearly every page has it */
/** @typedef {{facets: Facet[], pages: number, scripts: string[]}} Terms pages: how many are searched; scripts: writing systems */

/** In the language of the page, where it has words of its own. */
export const terms = once(/** @returns {Promise<Terms>} */ () => json(`${house.texts?.[language()] ? `${language()}/` : ""}search/terms.json`))

export const knownWords = once(/** @returns {Promise<string[]>} */ async () => (await json("search/words.json")).split(" "))

/** How many pages have each term. */
export const counts = once(/** @returns {Promise<import("./bundle.js").Counts>} */ () => json("pagefind/counts.json"))

/** @param {Facet[]} facets @param {string} facet */
export function termsOf(facets, facet) {
  return facets.find(({ id }) => id === facet)?.terms ?? []
}

/** @param {Facet[]} facets @param {string} facet @param {string} term */
export function labelOf(facets, facet, term) {
  return termsOf(facets, facet).find(([id]) => id === term)?.[1] ?? term
}
