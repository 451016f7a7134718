// Bundle: Pagefind, which finds words in pages, and what its questions look like.

import { house } from "../../site/house.js"
import { once } from "./once.js"
import { root } from "../../site/root.js"
import { counts, terms, termsOf } from "./terms.js"

/** @typedef {Record<string, unknown>} Filters */
/** @typedef {Record<string, Record<string, number>>} Counts of pages by term, by facet */
/** @typedef {{title: string, url: string, anchor?: unknown, excerpt: string}} Section */
/** @typedef {{url: string, meta: Record<string, string>, excerpt: string, content: string, sub_results: Section[], filters?: Record<string, string[]>}} Found */
/** @typedef {{id: string, score: number, data: () => Promise<Found>}} Result */
/** @typedef {{results: Result[], filters: Counts, totalFilters: Counts, unfilteredResultCount: number}} Results */
/** @typedef {{search: (query: string | null, settings: {filters: Filters, sort?: object}) => Promise<Results>}} Index */
/** @typedef {Record<string, string[]>} Picked terms by facet */

/** A term that no page has: asked for it, Pagefind counts without weighing. */
export const NOTHING = "-"

/** In a copy of one member state, that state. */
export const within = house.copy?.within

const bundle = once(() => house.held?.module("pagefind/pagefind.js") ?? import(new URL("pagefind/pagefind.js", root).href))
// Without a worker: its program is another 12 KB, an answer takes a few milliseconds, and a worker could not read what a copy holds.
const instance = (settings = {}) => once(/** @returns {Promise<Index>} */ async () =>
  (await bundle()).createInstance({ baseUrl: "/", excerptLength: 24, noWorker: true, ...house.held?.pagefind, ...settings }))
export const pagefind = instance()
/** Whoever types accents means them: `hổ` is a tiger, `hồ` a lake. */
export const accentful = instance({ exactDiacritics: true })

/** Pagefind remembers what it could not fetch and never asks again: on a bad line a new one is asked once more. */
export function beginAnew() {
  for (const index of [pagefind, accentful]) index.forget()
}

/** How many pages hold these words, whatever the facets. @param {string} q */
export async function countOf(q) {
  return (await (await pagefind()).search(q, { filters: { collection: [NOTHING] } })).unfilteredResultCount
}

/** How many pages have each term, whatever the words. Only in a copy of one state is the index asked. @param {string[]} facets @returns {Promise<Counts>} */
export async function countsOf(facets) {
  if (!within) return counts()
  return (await (await pagefind()).search(null, { filters: filtersOf({}, facets) })).filters
}

/**
 * The terms that a question has chosen, its first and last year as years.
 * @param {import("../question.js").Question} question
 * @returns {Promise<Picked>}
 */
export async function pickedOf({ facets, since, until }) {
  const picked = Object.fromEntries(Object.entries(facets).filter(([, some]) => some.length))
  if (!(since || until) || picked.year) return picked
  const years = termsOf((await terms()).facets, "year").map(([year]) => year).filter((year) => year >= since && (!until || year <= until))
  return { ...picked, year: years.length ? years : [NOTHING] }
}

/**
 * @param {Picked} picked
 * @param {string[]} wanted the facets whose terms are to be counted
 * @param {string} [except] a facet that does not narrow
 * @returns {Filters}
 */
export function filtersOf(picked, wanted, except) {
  /** @type {Filters} */
  const filters = Object.fromEntries(wanted.map((facet) => [facet, []]))
  for (const [facet, some] of Object.entries(picked)) filters[facet] = facet === except ? [] : { any: some }
  if (within) filters.country = withinCopy(except === "country" ? [] : (picked.country ?? []))
  return filters
}

/**
 * In a copy of one member state, what concerns others is shown only where it concerns that state as well.
 * @param {string[]} states
 */
export function withinCopy(states) {
  return { all: [within, ...(states.length ? [{ any: states }] : [])] }
}
