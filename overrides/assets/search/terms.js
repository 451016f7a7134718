// Terms: the closed lists of the search's facets, and the words that pages hold, each fetched once.

import { once } from "./once.js"
import { root } from "../site/root.js"

/** @typedef {[id: string, label: string, group: string, ...others: string[]]} Term others: what it is called as well */
/** @typedef {{id: string, label: string, terms: Term[]}} Facet */
/** @typedef {{facets: Facet[], pages: number, scripts: string[]}} Terms pages: how many are searched; scripts: writing systems */

/** @param {string} path */
async function json(path) {
  const answer = await fetch(new URL(path, root))
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
  return answer.json()
}

export const terms = once(/** @returns {Promise<Terms>} */ () => json("search/terms.json"))

export const knownWords = once(/** @returns {Promise<string[]>} */ async () => (await json("search/words.json")).split(" "))

/** @param {Facet[]} facets @param {string} facet */
export function termsOf(facets, facet) {
  return facets.find(({ id }) => id === facet)?.terms ?? []
}

/** @param {Facet[]} facets @param {string} facet @param {string} term */
export function labelOf(facets, facet, term) {
  return termsOf(facets, facet).find(([id]) => id === term)?.[1] ?? term
}
