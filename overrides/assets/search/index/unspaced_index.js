// Unspaced index: where clusters stand in documents, from the files of clearinghouse/publications/search/script_index.py.

import { json } from "./json.js"
import { once } from "./once.js"

/**
 * @typedef {object} Head of the index of a writing system
 * @property {string[]} words the first word of each file of words
 * @property {number[]} titles how many places of each document belong to its title
 * @property {number[]} ends the last day of each document, in days since 1970
 * @property {number} block how many documents a file holds
 * @property {Record<string, Record<string, number[]>>} facets documents by term, by facet
 */
/** @typedef {ReadonlyMap<number, Iterable<number>>} Places in documents */

/** @type {Map<string, () => Promise<any>>} */
const files = new Map()

/** @param {string} name */
export function file(name) {
  const read = files.get(name) ?? once(() => json(`search/scripts/${name}.json`))
  files.set(name, read)
  return read()
}

/**
 * Where a run begins. Only where nothing else is found may its last cluster be unfinished.
 * @param {string} system
 * @param {Head} head
 * @param {string[]} run
 * @returns {Promise<Places>}
 */
export async function beginnings(system, head, run) {
  if (run.length === 1) {
    const whole = await wordsLike(system, head, `${run[0]} `)
    return whole.size ? whole : wordsLike(system, head, run[0])
  }
  const words = run.slice(1).map((cluster, place) => `${run[place]} ${cluster}`)
  const pairs = await Promise.all(words.map((word) => theWord(system, head, word)))
  const whole = inRow(pairs)
  return whole.size ? whole : inRow([...pairs.slice(0, -1), await wordsLike(system, head, words[words.length - 1])])
}

/** @param {string} system @param {Head} head @param {string} beginning */
async function wordsLike(system, head, beginning) {
  const first = Math.max(head.words.findLastIndex((word) => word <= beginning), 0)
  const last = head.words.findLastIndex((word) => word <= beginning || word.startsWith(beginning))
  const names = head.words.map((_, number) => `${system}-w${number}`).slice(first, last + 1)
  const places = new Map()
  for (const part of await Promise.all(names.map(file))) {
    for (const word in part) if (word.startsWith(beginning)) decode(part[word], places)
  }
  return places
}

/** @param {string} system @param {Head} head @param {string} word */
async function theWord(system, head, word) {
  const number = Math.max(head.words.findLastIndex((first) => first <= word), 0)
  return decode((await file(`${system}-w${number}`))[word] ?? [], new Map())
}

/**
 * A word's numbers are steps from one document to the next and places, in turn. Adds them to places.
 * @param {number[]} steps
 * @param {Map<number, Set<number>>} places
 */
function decode(steps, places) {
  let document = 0
  for (let number = 0; number < steps.length; number += 2) {
    document += steps[number]
    const own = places.get(document) ?? new Set()
    places.set(document, own.add(steps[number + 1]))
  }
  return places
}

/** The places at which all pairs follow one another. @param {Map<number, Set<number>>[]} pairs @returns {Places} */
function inRow(pairs) {
  const places = new Map()
  for (const [document, firsts] of pairs[0]) {
    const kept = [...firsts].filter((place) => pairs.every((pair, step) => pair.get(document)?.has(place + step)))
    if (kept.length) places.set(document, kept)
  }
  return places
}
