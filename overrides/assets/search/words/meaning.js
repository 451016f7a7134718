// Meaning: a question with the facets that its words mean: "trainings on ivory in Viet Nam since 2022".

import { LITTLE_WORDS, folded, wordsOf } from "./words.js"
import { terms } from "../index/terms.js"

/** @typedef {import("../question.js").Question} Question */

const FACETS = ["collection", "country", "audience", "species", "year"]
const BEGINS = ["since", "from", "after"]
const LONGEST = 4 // words of a term
const YEAR = /^(?:19|20)\d\d$/

/** @param {string} word */
const singular = (word) => (word.length > 3 ? word.replace(/s$/, "") : word)

/** Words as a name that numbers of them share. @param {string[]} words */
const nameOf = (words) => words.map(singular).join(" ")

/** What terms are called, in words of one number, without capitals and accents: facet and term. */
async function meanings() {
  /** @type {Map<string, [facet: string, term: string]>} */
  const names = new Map()
  for (const { id, terms: all } of (await terms()).facets) {
    if (!FACETS.includes(id)) continue
    for (const [term, label, , ...others] of all) {
      for (const name of [label, ...others]) names.set(nameOf(wordsOf(name).map(folded)), [id, term])
    }
  }
  return names
}

/**
 * Null where the words mean no facet, or one facet and nothing else.
 * @param {Question} question
 * @returns {Promise<Question | null>}
 */
export async function meaningOf(question) {
  const known = await meanings()
  const words = wordsOf(question.q)
  const plain = words.map(folded)
  const facets = structuredClone(question.facets)
  let { since } = question
  let understood = 0
  const rest = []
  for (let place = 0; place < words.length; ) {
    if (BEGINS.includes(plain[place]) && YEAR.test(plain[place + 1] ?? "")) {
      since = plain[place + 1]
      understood += 1
      place += 2
      continue
    }
    const length = lengthOfTerm(plain.slice(place, place + LONGEST), known)
    const meaning = length ? known.get(nameOf(plain.slice(place, place + length))) : undefined
    if (meaning) {
      const [facet, term] = meaning
      facets[facet] = [...new Set([...(facets[facet] ?? []), term])]
      understood += 1
    } else if (!LITTLE_WORDS.has(plain[place])) rest.push(words[place])
    place += length || 1
  }
  if (!understood || (understood === 1 && !rest.length)) return null
  return { ...question, q: rest.join(" "), facets, since }
}

/** How many of the first words are the name of a term, as many as can be; 0 where none are. @param {string[]} words @param {Map<string, unknown>} known */
function lengthOfTerm(words, known) {
  for (let length = words.length; length > 0; length--) if (known.has(nameOf(words.slice(0, length)))) return length
  return 0
}
