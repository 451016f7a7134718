// Find words: the pages that hold them, by Pagefind.

import { accentful, beginAnew, filtersOf, pagefind, pickedOf } from "../index/bundle.js"
import { hasAccents, plain } from "../words/words.js"
import { markedExcerpt, markedTitle } from "../words/excerpts.js"
import { newestOf } from "./newest.js"
import { inOrder } from "./rank.js"
import { pageOfCountry, pageOfSpecies, pagesOfName } from "./named.js"

/** @typedef {import("../index/bundle.js").Index} Index */
/** @typedef {import("../index/bundle.js").Picked} Picked */
/** @typedef {import("../question.js").Question} Question */
/** @typedef {Pick<import("./find.js").Answer, "total" | "shown" | "counts" | "hits" | "isNarrowed" | "isNamed">} Found */

/**
 * A query with accents is taken by its letters and as one phrase first, then as words, then without its accents.
 * @param {string} q
 * @param {Question} question
 * @param {string[]} wanted
 * @param {Picked} [more] what else narrows
 * @returns {Promise<Found>}
 */
export async function findWords(q, question, wanted, more) {
  const query = q.trim() || null
  const loose = await pagefind()
  const named = query ? await pagesOfName(query) : []
  if (query && !named.length && hasAccents(query)) {
    const strict = await accentful()
    for (const way of [`"${query.replaceAll('"', "")}"`, query]) {
      const answer = await findWith(strict, way, question, wanted, more)
      if (answer.total) return answer
    }
  }
  // `Timor-Leste` is written with and without its hyphen; of `e-learning` one letter would be left.
  const spaced = query && plain(query).replaceAll(/(\p{L}{3})-(?=\p{L}{3})/gu, "$1 ")
  return findWith(loose, spaced, question, wanted, more, named)
}

/**
 * @param {Index} index
 * @param {string | null} query
 * @param {Question} question
 * @param {string[]} wanted
 * @param {Picked} [more]
 * @param {import("../index/bundle.js").Result[]} [named] the pages that the query names
 * @returns {Promise<Found>}
 */
async function findWith(index, query, question, wanted, more = {}, named = []) {
  const picked = { ...(await pickedOf(question)), ...more }
  const narrowed = query ? await newestOf(index, query, picked, wanted) : null
  const filters = { ...filtersOf(picked, wanted), ...narrowed?.filters }
  const matches = await index.search(query, { filters, sort: sortOf(query, question) })
  /** @type {Found["counts"]} */
  const counts = {}
  for (const facet of wanted) {
    if (narrowed && !Object.keys(picked).length) counts[facet] = narrowed.counts[facet]
    else if (picked[facet]) counts[facet] = (await index.search(query, { filters: filtersOf(picked, [facet], facet) })).filters[facet]
    else counts[facet] = matches.filters[facet]
  }
  const own = question.sort === "best" ? await ownPages(index, query, picked, named) : []
  const ids = new Set(own.map(({ id }) => id))
  const results = [...own, ...(await inOrder(index, query, filters, matches.results, question.sort)).filter(({ id }) => !ids.has(id))]
  /** @type {Found["hits"]} */
  const hits = (from, to) => Promise.all(results.slice(from, to).map((result) => hitOf(result, query ?? "")))
  return { total: narrowed?.total ?? results.length, shown: results.length, counts, hits, isNarrowed: Boolean(narrowed), isNamed: Boolean(own.length && named.length) }
}

/** The pages that come first, since they are named. @param {Index} index @param {string | null} query @param {Picked} picked @param {import("../index/bundle.js").Result[]} named */
async function ownPages(index, query, picked, named) {
  if (!query) return [await pageOfSpecies(Object.keys(picked).join() === "species" ? picked.species : [])].filter((page) => page !== null)
  if (Object.keys(picked).length) return []
  return named.length ? named : [await pageOfCountry(index, query)].filter((page) => page !== null)
}

/** Without words nothing is better than anything else: then the newest come first. @param {string | null} query @param {Question} question */
function sortOf(query, { sort }) {
  if (sort === "soonest") return { ends: "asc" }
  return sort === "newest" || !query ? { starts: "desc" } : {}
}

/** @param {import("../index/bundle.js").Result} result @param {string} query @returns {Promise<import("../view/hits.js").Hit>} */
async function hitOf(result, query) {
  const { url, meta, excerpt, content, sub_results: sections } = await result.data().catch((failure) => {
    beginAnew()
    throw failure
  })
  const { title = "", local, tongue, line = "" } = meta
  const parts = sections.filter(({ anchor }) => anchor).map((section) => ({
    title: section.title, address: section.url.slice(1), excerpt: markedExcerpt(section.excerpt, section.title, content),
  }))
  return {
    address: url.slice(1), title: markedTitle(title, query), local: local ? [[local, false]] : null, tongue, line,
    excerpt: markedExcerpt(excerpt, local ? `${title} ${local}` : title, content), parts,
  }
}
