// Rank: pages in the order in which they are shown: by how well they match, the recent before the old among equals, and days that
// are observed every year after what was done, unless they match far better.

import { soonestFirst } from "./order.js"

/** @typedef {import("../index/bundle.js").Result} Result */

/** Two pages match equally where one scores no more than by this factor better. */
const EQUAL = 1.02
/** More pages are left as they match: to put them in order takes longer than a key. */
const MOST = 1000
/** What a day that is observed every year is worth beside what was done. */
const OBSERVED = 0.7
const OBSERVANCE = { kind: ["observance"] }

/**
 * @param {import("../index/bundle.js").Index} index
 * @param {string | null} query
 * @param {import("../index/bundle.js").Filters} filters
 * @param {Result[]} results
 * @param {string} sort
 */
export async function inOrder(index, query, filters, results, sort) {
  if (sort === "soonest") return soonestFirst(results)
  if (sort !== "best" || !query || results.length < 2 || results.length > MOST) return results
  const newest = await index.search(query, { filters, sort: { starts: "desc" } })
  const observances = await index.search(query, { filters: { ...filters, ...OBSERVANCE } })
  const age = new Map(newest.results.map(({ id }, place) => [id, place]))
  const observed = new Set(observances.results.map(({ id }) => id))
  /** @param {Result} result */
  const weightOf = ({ id, score }) => score * (observed.has(id) ? OBSERVED : 1)
  const ageOf = (/** @type {Result} */ { id }) => age.get(id) ?? 0
  /** @type {Result[][]} */
  const bands = []
  for (const result of [...results].sort((one, other) => weightOf(other) - weightOf(one))) {
    const band = bands.at(-1)
    if (band && weightOf(band[0]) <= weightOf(result) * EQUAL) band.push(result)
    else bands.push([result])
  }
  return bands.flatMap((band) => band.sort((one, other) => ageOf(one) - ageOf(other)))
}
