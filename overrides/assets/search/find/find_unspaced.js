// Find unspaced: pages in Thai, Lao, Khmer and Burmese, by an index of our own; other words of the question by Pagefind.

import { findWords } from "./find_words.js"
import { inOrder } from "./order.js"
import { once } from "../index/once.js"
import { pickedOf, within } from "../index/bundle.js"
import { terms } from "../index/terms.js"

/** @typedef {import("../unspaced.js").Head} Head */
/** @typedef {import("../index/bundle.js").Picked} Picked */

const unspaced = once(() => import("../unspaced.js"))

/** @param {import("../question.js").Question} question @param {string[]} wanted @returns {Promise<import("./find_words.js").Found>} */
export async function findUnspaced(question, wanted) {
  const { parted, match, keys, hitOf } = await unspaced()
  const known = (await terms()).scripts
  const { runs, rest } = parted(question.q)
  const asked = Object.keys(runs)
  const nothing = { total: 0, shown: 0, counts: {}, hits: async () => [] }
  if (!asked.every((system) => known.includes(system))) return nothing
  const [first, ...others] = await Promise.all(asked.map((system) => match(system, runs[system])))
  const { system, head } = first
  let { documents } = first
  for (const other of others) {
    const both = new Set(await keys(other.system, other.documents))
    const own = await keys(system, documents)
    documents = documents.filter((_, place) => both.has(own[place]))
  }
  if (!documents.length) return nothing
  if (rest) return findWords(rest, question, wanted, { page: await keys(system, documents) })
  const picked = await pickedOf(question)
  const counts = Object.fromEntries(wanted.map((facet) => [facet, countsOf(head, passing(head, documents, picked, facet), facet)]))
  const passed = inOrder(head.ends, passing(head, documents, picked), question.sort)
  return {
    total: passed.length, shown: passed.length, counts,
    hits: (from, to) => Promise.all(passed.slice(from, to).map((document) => hitOf(first, document))),
  }
}

/** In the heads of writing systems a facet's documents stand as steps from one to the next. @param {number[]} steps */
function documentsOf(steps) {
  let document = 0
  return steps.map((step) => (document += step))
}

/**
 * The documents that all facets let through.
 * @param {Head} head
 * @param {number[]} documents
 * @param {Picked} picked
 * @param {string} [except] a facet that does not narrow
 */
function passing(head, documents, picked, except) {
  const all = Object.entries(picked).filter(([facet]) => facet !== except)
  if (within) all.unshift(["country", [within]])
  return all.reduce((left, [facet, some]) => having(head, left, facet, some), documents)
}

/** @param {Head} head @param {number[]} documents @param {string} facet @param {string[]} some */
function having(head, documents, facet, some) {
  const all = new Set(some.flatMap((term) => documentsOf(head.facets[facet]?.[term] ?? [])))
  return documents.filter((document) => all.has(document))
}

/** @param {Head} head @param {number[]} documents @param {string} facet @returns {Record<string, number>} */
function countsOf(head, documents, facet) {
  const all = new Set(documents)
  /** @type {[string, number][]} */
  const counts = Object.entries(head.facets[facet] ?? {}).map(([term, steps]) => [term, documentsOf(steps).filter((document) => all.has(document)).length])
  return Object.fromEntries(counts.filter(([, count]) => count))
}
