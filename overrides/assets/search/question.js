// Question: what is asked of the search, as a value and as an address of the search page.

import { addressOf } from "../site/root.js"
import { say } from "../site/words.js"

/**
 * @typedef {object} Question
 * @property {string} q its words
 * @property {string} sort one of SORTS
 * @property {Record<string, string[]>} facets the terms that are chosen of each, as `{country: ["vn"]}`
 * @property {string} since the first year, or empty
 * @property {string} until the last year, or empty
 * @property {boolean} [isLiteral] whether its words are looked for as they stand, and none of them is taken for a filter
 */

/** @type {Record<string, string>} */
export const SORTS = { best: say("Best match"), newest: say("Newest first"), soonest: say("Soonest first") }

const YEAR = /^\d{4}$/

/** @param {string} q @returns {Question} */
export const ask = (q) => ({ q, sort: "best", facets: {}, since: "", until: "" })

/** @param {Question} question */
export function toAddress({ q, sort, facets, since, until, isLiteral }) {
  const query = new URLSearchParams()
  if (q.trim()) query.set("q", q.trim())
  for (const facet of Object.keys(facets).sort()) for (const term of facets[facet]) query.append(facet, term)
  if (since) query.set("since", since)
  if (until) query.set("until", until)
  if (isLiteral) query.set("as", "words")
  if (sort !== "best") query.set("sort", sort)
  const text = query.toString()
  return addressOf("search/") + (text ? `?${text}` : "")
}

/** @param {string} address @param {{id: string}[]} facets @returns {Question} */
export function fromAddress(address, facets) {
  const query = new URL(address).searchParams
  const sort = query.get("sort") ?? ""
  const [since, until] = ["since", "until"].map((name) => query.get(name) ?? "").map((year) => (YEAR.test(year) ? year : ""))
  return {
    q: query.get("q") ?? "",
    sort: sort in SORTS ? sort : "best",
    facets: Object.fromEntries(facets.map(({ id }) => [id, query.getAll(id)]).filter(([, chosen]) => chosen.length)),
    since, until,
    ...(query.get("as") === "words" ? { isLiteral: true } : {}),
  }
}

/** Whether any facet narrows it. @param {Question} question */
export const isNarrowed = ({ facets, since, until }) => Boolean(since || until) || Object.values(facets).some((chosen) => chosen.length)

/** Its years in words: `since 2016`, `until 2020`, `2016 to 2020`; empty where it names none. @param {Question} question */
export function yearsOf({ since, until }) {
  if (since && until) return since === until ? since : say("{since} to {until}", { since, until })
  if (since) return say("since {year}", { year: since })
  return until ? say("until {year}", { year: until }) : ""
}
