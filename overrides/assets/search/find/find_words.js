// Find words: the pages that hold them, by Pagefind.

import { accentful, beginAnew, filtersOf, pagefind, pickedOf, within, withinCopy } from "../index/bundle.js"
import { folded, hasAccents, plain } from "../words/words.js"
import { markedExcerpt, markedTitle } from "../words/excerpts.js"
import { newestOf } from "./newest.js"
import { soonestFirst } from "./order.js"
import { terms, termsOf } from "../index/terms.js"

/** @typedef {import("../index/bundle.js").Index} Index */
/** @typedef {import("../index/bundle.js").Picked} Picked */
/** @typedef {import("../question.js").Question} Question */
/** @typedef {Pick<import("./find.js").Answer, "total" | "shown" | "counts" | "hits" | "isNarrowed">} Found */

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
  if (query && hasAccents(query)) {
    const strict = await accentful()
    for (const way of [`"${query.replaceAll('"', "")}"`, query]) {
      const answer = await findWith(strict, way, question, wanted, more)
      if (answer.total) return answer
    }
  }
  // `Timor-Leste` is written with and without its hyphen; of `e-learning` one letter would be left.
  const spaced = query && plain(query).replaceAll(/(\p{L}{3})-(?=\p{L}{3})/gu, "$1 ")
  return findWith(loose, spaced, question, wanted, more, await pageOfId(loose, query))
}

/**
 * @param {Index} index
 * @param {string | null} query
 * @param {Question} question
 * @param {string[]} wanted
 * @param {Picked} [more]
 * @param {import("../index/bundle.js").Result | null} [named] the page that the query names
 * @returns {Promise<Found>}
 */
async function findWith(index, query, question, wanted, more = {}, named = null) {
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
  const ordered = question.sort === "soonest" ? await soonestFirst(matches.results) : matches.results
  const own = question.sort === "best" && !Object.keys(picked).length ? named ?? (await pageOfCountry(index, query)) : null
  const results = own ? [own, ...ordered.filter(({ id }) => id !== own.id)] : ordered
  /** @type {Found["hits"]} */
  const hits = (from, to) => Promise.all(results.slice(from, to).map((result) => hitOf(result, query ?? "")))
  return { total: narrowed?.total ?? results.length, shown: results.length, counts, hits, isNarrowed: Boolean(narrowed) }
}

/** Without words nothing is better than anything else: then the newest come first. @param {string | null} query @param {Question} question */
function sortOf(query, { sort }) {
  if (sort === "soonest") return { ends: "asc" }
  return sort === "newest" || !query ? { starts: "desc" } : {}
}

/**
 * Who writes the name of a member state means its page, which holds its name less often than many another.
 * @param {Index} index
 * @param {string | null} query
 */
async function pageOfCountry(index, query) {
  const asked = query && folded(query.trim())
  const states = termsOf((await terms()).facets, "country")
  const state = states.find(([, label, group, ...others]) => group === "Member states" && [label, ...others].some((name) => folded(name) === asked))
  if (!state) return null
  const { results } = await index.search(query, { filters: { collection: ["countries"], country: within ? withinCopy([state[0]]) : [state[0]] } })
  return results[0] ?? null
}

/**
 * Who writes an id means its record, though its words stand on many another page. Pagefind takes an id for one word.
 * @param {Index} index
 * @param {string | null} query
 */
async function pageOfId(index, query) {
  const id = query?.replace(/^[a-z]+\//, "").replace(/\.yml$/, "")
  if (!id || !/^[a-z0-9]+-[a-z0-9./-]+$/.test(id)) return null
  const { results } = await index.search(id, { filters: filtersOf({}, []) })
  const nearest = await Promise.all(results.slice(0, 5).map((result) => result.data().catch(() => null)))
  const place = nearest.findIndex((page) => page?.meta.also?.split(" ").includes(id))
  return results[place] ?? null
}

/** Whether it stands in a title, which is what is looked for then, whatever its words mean. @param {string} q */
export async function isInTitle(q) {
  const [first] = (await (await pagefind()).search(plain(q), { filters: filtersOf({}, []) })).results
  const title = first ? (await first.data().catch(() => null))?.meta.title : ""
  return Boolean(title && folded(title).includes(folded(q.trim())))
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
