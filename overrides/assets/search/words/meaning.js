// Meaning: a question with the filters that its words mean: "trainings on ivory in Viet Nam since 2022".

import { LITTLE_WORDS, folded, unaccented } from "./words.js"
import { yearsAt } from "./years.js"
import { once } from "../index/once.js"
import { terms } from "../index/terms.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {{words: string[], years?: import("./years.js").Years, meanings: [facet: string, term: string, isLabel: boolean][]}} Part words that mean one thing, or nothing */

/** The facets whose terms are understood; where a name is a term of several, the first that fits is meant. */
const FACETS = ["collection", "country", "audience", "topic", "species"]
const NOT_MEANT = ["pages", "countries"]
const LONGEST = 5 // words of a term
const AROUND = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu
const NUMBER = /^(?:no|nº|\d.*)$/

/** Years as words: no spaces in `2016 - 2018`, one where Thai has none: `ปี2565`. @param {string} text */
const withYears = (text) => text.replaceAll(/(\d)\s+([-–])\s+(?=\d)/g, "$1$2").replaceAll(/([\u0e01-\u0e5b]\.?)(?=\d)/g, "$1 ")

/** @param {string} text */
const piecesOf = (text) => withYears(text).split(/\s+/).map((piece) => piece.replaceAll(AROUND, "")).filter(Boolean)

/** @param {string} word */
const singular = (word) => (word.length > 3 ? word.replace(/s$/, "") : word)

/** Words as a name that numbers of them share. @param {string[]} words */
const nameOf = (words) => words.map((word) => singular(unaccented(word))).join(" ")

/** What terms are called, in words of one number, without capitals and accents. */
const names = once(async () => {
  /** @type {Map<string, Part["meanings"]>} */
  const all = new Map()
  const { facets } = await terms()
  for (const facet of FACETS) {
    for (const [term, label, , ...others] of facets.find(({ id }) => id === facet)?.terms ?? []) {
      if (facet === "collection" && NOT_MEANT.includes(term)) continue
      for (const name of [label, ...others]) {
        const own = nameOf(piecesOf(name))
        if (!all.has(own)) all.set(own, [])
        all.get(own)?.push([facet, term, name === label])
      }
    }
  }
  return all
})

/** The words of a text, those that mean one thing together. @param {string} q @returns {Promise<Part[]>} */
async function partsOf(q) {
  const known = await names()
  const words = piecesOf(q)
  /** @type {Part[]} */
  const parts = []
  for (let place = 0; place < words.length; ) {
    const years = yearsAt(words.map(unaccented), place)
    const length = years?.length ?? lengthOfTerm(words.slice(place, place + LONGEST), known)
    const own = words.slice(place, place + (length || 1))
    place += own.length
    if (years) parts.push({ words: own, years, meanings: [] })
    else if (length || !LITTLE_WORDS.has(folded(own[0]))) parts.push({ words: own, meanings: length ? known.get(nameOf(own)) ?? [] : [] })
  }
  return parts
}

/** How many of the first words are the name of a term, as many as can be; 0 where none are. @param {string[]} words @param {Map<string, unknown>} known */
function lengthOfTerm(words, known) {
  for (let length = words.length; length > 0; length--) if (known.has(nameOf(words.slice(0, length)))) return length
  return 0
}

/**
 * The question with those of its words as filters that are surely meant so, or null. A collection that is named can be narrowed
 * by what nearly all of its records say; an audience, a topic and a state are words like others where no collection is named.
 * @param {Question} question
 * @returns {Promise<Question | null>}
 */
export async function meaningOf(question) {
  const parts = await partsOf(question.q)
  const { facets: all } = await terms()
  const collections = parts.flatMap(({ meanings, words }, place) => {
    const [[facet, term] = []] = meanings
    return facet === "collection" && term && !isPartOfName(words, parts[place + 1]) ? [{ term, place }] : []
  })
  const named = [...(question.facets.collection ?? []), ...collections.map(({ term }) => term)]
  const narrowing = all.filter((facet) => named.length && named.every((collection) => facet.of?.includes(collection))).map(({ id }) => id)
  const phrase = parts.some(({ years }) => years?.isSaid)
  /** @param {string} facet @param {number} place */
  const isFilter = (facet, place) => (facet === "collection" ? collections.some((one) => one.place === place) : narrowing.includes(facet))
  const meant = withFilters(question, parts, isFilter, narrowing.includes("year"))
  const filters = Object.keys(meant.facets).filter((facet) => facet !== "collection" && !(facet in question.facets)).length
  const label = collections.some(({ place }) => parts[place].meanings[0][2])
  return phrase || (collections.length && (filters || (label && meant.q))) ? meant : null
}

/**
 * The question with all of its words as filters that can be, which it may mean; null where they are one filter and nothing else.
 * @param {Question} question
 * @returns {Promise<Question | null>}
 */
export async function possibleMeaningOf(question) {
  const parts = await partsOf(question.q)
  const understood = parts.filter(({ meanings, years }) => years || meanings.length).length
  if (!understood || (understood === 1 && parts.length === 1)) return null
  return withFilters(question, parts, (facet) => facet !== "topic", true)
}

/**
 * What is about a species, where the question is one of its names and nothing else: `ngà voi`, `งาช้าง`, `trenggiling`.
 * @param {Question} question
 * @returns {Promise<Question | null>}
 */
export async function speciesOf(question) {
  const meaning = (await names()).get(nameOf(piecesOf(question.q)))?.find(([facet]) => facet === "species")
  if (!meaning || question.facets.species) return null
  return { ...question, q: "", facets: { ...question.facets, species: [meaning[1]] } }
}

/**
 * @param {Question} question
 * @param {Part[]} parts
 * @param {(facet: string, place: number) => boolean} isFilter
 * @param {boolean} areYears whether a year that stands by itself is a filter
 * @returns {Question}
 */
function withFilters(question, parts, isFilter, areYears) {
  const facets = structuredClone(question.facets)
  /** @param {string} facet @param {string} term */
  const add = (facet, term) => (facets[facet] = [...new Set([...(facets[facet] ?? []), term])])
  let { since, until } = question
  const rest = []
  for (const [place, { words, meanings, years }] of parts.entries()) {
    const meaning = meanings.find(([facet]) => isFilter(facet, place))
    if (meaning) add(meaning[0], meaning[1])
    else if (years && (years.isSaid || areYears)) {
      if (years.since || years.until) [since, until] = [years.since || since, years.until || until]
      else add("year", years.year)
    } else rest.push(...words)
  }
  return { ...question, q: rest.join(" "), facets, since, until }
}

/** Whether a collection's name is part of another: `training centre`, `Law No. 5`; not so `training for prosecutors`. @param {string[]} words @param {Part | undefined} next */
function isPartOfName(words, next) {
  const isOne = words.length === 1 && singular(folded(words[0])) === folded(words[0])
  if (!next || next.years || next.meanings.length) return false
  return isOne || NUMBER.test(folded(next.words[0]))
}
