// Unspaced: search in Thai, Lao, Khmer and Burmese, fetched when a query holds their letters.

import { cleaned, clusters } from "./words/clusters.js"
import { beginnings, file } from "./index/unspaced_index.js"
import { segments } from "./words/segments.js"

/** @typedef {import("./index/unspaced_index.js").Head} Head */
/** @typedef {{system: string, head: Head, documents: number[], spans: (document: number) => [number, number][]}} Match documents: best first; spans: from place to place */

/** Points for a run in the title, more in a short one; each place in the text counts one, up to MOST. */
const IN_TITLE = 10
const SHORT_TITLE = 100
const MOST = 9

/**
 * A query's runs of clusters by writing system, and what is left of it for Pagefind. A space ends a run: each must be found.
 * @param {string} query
 */
export function parted(query) {
  /** @type {Record<string, string[][]>} */
  const runs = {}
  const rest = []
  for (const piece of cleaned(query).split(/\s+/)) {
    const all = clusters(piece)
    all.forEach(({ system, place, text }, number) => {
      const own = (runs[system] ??= [])
      if (number && place === all[number - 1].place + 1) own[own.length - 1].push(text)
      else own.push([text])
    })
    const others = all.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, piece)
    if (/[\p{L}\p{N}]/u.test(others)) rest.push(others.trim())
  }
  return { runs, rest: rest.join(" ") }
}

/** The documents in which all runs are found. @param {string} system @param {string[][]} runs @returns {Promise<Match>} */
export async function match(system, runs) {
  /** @type {Head} */
  const head = await file(system)
  const placesOfRuns = await Promise.all(runs.map((run) => beginnings(system, head, run)))
  const documents = [...placesOfRuns[0].keys()].filter((document) => placesOfRuns.every((places) => places.has(document)))
  const scores = new Map(documents.map((document) => [document, score(head.titles[document], placesOfRuns.flatMap((places) => [...(places.get(document) ?? [])]))]))
  documents.sort((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0) || one - other)
  return {
    system, head, documents,
    spans: (document) => placesOfRuns.flatMap((places, number) => [...(places.get(document) ?? [])].map((place) => /** @type {[number, number]} */ ([place, place + runs[number].length]))),
  }
}

/** @param {number} title how many places belong to the title @param {number[]} places */
function score(title, places) {
  const inTitle = places.some((place) => place < title)
  return (inTitle ? SHORT_TITLE / (1 + title) + IN_TITLE : 0) + Math.min(places.length, MOST)
}

/**
 * What stands for documents among Pagefind's filters.
 * @param {string} system
 * @param {number[]} documents
 * @returns {Promise<string[]>}
 */
export async function keys(system, documents) {
  const all = await file(`${system}-keys`)
  return documents.map((document) => all[document])
}

/**
 * A document as it is shown: its texts with what was found in them marked.
 * @param {Match} match
 * @param {number} document
 * @returns {Promise<import("./view/hits.js").Hit>}
 */
export async function hitOf({ system, head, spans }, document) {
  const block = await file(`${system}-d${Math.floor(document / head.block)}`)
  const [address, title, line, titles, ...texts] = block[document % head.block]
  const own = spans(document)
  let place = 0
  /** @type {import("./view/hits.js").Marked[]} */
  const pieces = texts.map((/** @type {string} */ text) => {
    const all = clusters(text, place).filter((cluster) => cluster.system === system)
    place = all.length ? all[all.length - 1].place + 2 : place
    return segments(text, all, all.map((cluster) => own.some(([from, to]) => cluster.place >= from && cluster.place < to)))
  })
  const isTitle = titles && texts[0] === cleaned(title)
  const excerpt = pieces.slice(titles).find((piece) => piece.some(([, isMarked]) => isMarked)) ?? []
  return {
    address, line, excerpt, tongue: system, parts: [],
    title: isTitle ? pieces[0] : [[title, false]], local: titles && !isTitle ? pieces[0] : null,
  }
}
