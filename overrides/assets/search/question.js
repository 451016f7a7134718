// Question: what is asked of the search, as a value and as an address of the search page.

import { addressOf } from "../site/root.js"

/**
 * @typedef {object} Question
 * @property {string} q its words
 * @property {string} sort one of SORTS
 * @property {Record<string, string[]>} facets the terms that are chosen of each, as `{country: ["vn"]}`
 * @property {string} since a year, or empty
 */

/** @type {Record<string, string>} */
export const SORTS = { best: "Best match", newest: "Newest first", soonest: "Soonest first" }

/** @param {string} q @returns {Question} */
export const ask = (q) => ({ q, sort: "best", facets: {}, since: "" })

/** @param {Question} question */
export function toAddress({ q, sort, facets, since }) {
  const query = new URLSearchParams()
  if (q.trim()) query.set("q", q.trim())
  for (const facet of Object.keys(facets).sort()) for (const term of facets[facet]) query.append(facet, term)
  if (since) query.set("since", since)
  if (sort !== "best") query.set("sort", sort)
  const text = query.toString()
  return addressOf("search/") + (text ? `?${text}` : "")
}

/** @param {string} address @param {{id: string}[]} facets @returns {Question} */
export function fromAddress(address, facets) {
  const query = new URL(address).searchParams
  const sort = query.get("sort") ?? ""
  const since = query.get("since") ?? ""
  return {
    q: query.get("q") ?? "",
    sort: sort in SORTS ? sort : "best",
    facets: Object.fromEntries(facets.map(({ id }) => [id, query.getAll(id)]).filter(([, chosen]) => chosen.length)),
    since: /^\d{4}$/.test(since) ? since : "",
  }
}

/** Whether any facet narrows it. @param {Question} question */
export const isNarrowed = ({ facets, since }) => Boolean(since) || Object.values(facets).some((chosen) => chosen.length)
