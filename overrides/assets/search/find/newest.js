// Newest: where more pages are found than can be weighed between two keys, the newest of them stand for all.

import { NOTHING, filtersOf } from "../index/bundle.js"
import { terms } from "../index/terms.js"

/** More pages than these Pagefind cannot weigh between two keys. */
const MOST = 2500

/**
 * Null, or how many pages there are in truth and the filters that leave the newest of them.
 * @param {import("../index/bundle.js").Index} index
 * @param {string} query
 * @param {import("../index/bundle.js").Picked} picked
 * @param {string[]} wanted
 */
export async function newestOf(index, query, picked, wanted) {
  if ((await terms()).pages <= MOST) return null
  const asked = filtersOf({}, [...new Set([...wanted, ...Object.keys(picked), "year"])])
  const { unfilteredResultCount, totalFilters: counts } = await index.search(query, { filters: { ...asked, collection: [NOTHING] } })
  const perFacet = Object.entries(picked).map(([facet, some]) => some.reduce((sum, term) => sum + (counts[facet]?.[term] ?? 0), 0))
  const total = Math.min(unfilteredResultCount, ...perFacet)
  if (total <= MOST || picked.year || picked.page) return null
  return { total, counts, filters: { year: { any: newestYears(counts.year) } } }
}

/** @param {Record<string, number>} counts of pages by year */
function newestYears(counts) {
  /** @type {string[]} */
  const newest = []
  let sum = 0
  for (const year of Object.keys(counts).sort().reverse()) {
    if (newest.length && sum + counts[year] > MOST) break
    newest.push(year)
    sum += counts[year]
  }
  return newest
}
