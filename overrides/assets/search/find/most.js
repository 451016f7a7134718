// Most: where nothing has all that is asked for, or hardly anything, the question without what is commonest, as little as must be.

import { LITTLE_WORDS, wordsOf } from "../words/words.js"
import { labelOf, terms } from "../index/terms.js"
import { countOf, countsOf, pickedOf } from "../index/bundle.js"
import { findAll } from "./find_all.js"
import { yearsOf } from "../question.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {{name: string, count: number, without: (question: Question) => Question}} Condition count: of pages that meet it alone */

/** A question of more conditions is asked by its rarest. */
const MOST = 8

/**
 * What was chosen by hand stays: of a question's filters only those may be left out that its words name.
 * Null where there is nothing to leave out, or no more is found so. One condition is left out, the commonest that helps; or else as
 * many of the commonest as must be. Years are left out after the other filters: what is older than was asked for is no answer, but
 * a record may be about what its source does not say.
 * @param {Question} question
 * @param {Question} asked as it was written
 * @param {number} [known] how many pages have all of it
 * @returns {Promise<{question: Question, left: string[]} | null>}
 */
export async function mostOf(question, asked, known = 0) {
  const all = (await conditionsOf(question, asked)).filter(({ count }) => count).sort((one, other) => other.count - one.count)
  const tooMany = all.splice(0, Math.max(0, all.length - MOST))
  /** @param {Condition[]} some */
  const without = async (some) => {
    const other = [...tooMany, ...some].reduce((left, condition) => condition.without(left), question)
    const left = [...tooMany, ...some].map(({ name }) => name)
    return (await findAll(other, [])).total > known ? { question: other, left } : null
  }
  const ways = [...all.map((condition) => [condition]), ...all.slice(1, -1).map((_, last) => all.slice(0, last + 2))]
  for (const way of all.length > 1 ? ways : []) {
    const most = await without(way)
    if (most) return most
  }
  return null
}

/** @param {Question} question @param {Question} asked @returns {Promise<Condition[]>} */
async function conditionsOf(question, asked) {
  const words = [...new Set(wordsOf(question.q))]
  const picked = await pickedOf({ ...question, q: "" })
  const counts = await countsOf(Object.keys(picked))
  const { facets } = await terms()
  const ofWords = words.map(async (word) => ({
    name: word,
    count: LITTLE_WORDS.has(word.toLowerCase()) ? Number.MAX_SAFE_INTEGER : await countOf(word),
    without: (/** @type {Question} */ other) => ({ ...other, q: wordsOf(other.q).filter((one) => one !== word).join(" ") }),
  }))
  const ofFacets = Object.entries(picked).filter(([facet]) => !asked.facets[facet] && !(facet === "year" && (asked.since || asked.until))).map(([facet, some]) => ({
    name: question.facets[facet] ? question.facets[facet].map((term) => labelOf(facets, facet, term)).join(", ") : yearsOf(question),
    areYears: facet === "year",
    count: some.reduce((sum, term) => sum + (counts[facet]?.[term] ?? 0), 0),
    without: (/** @type {Question} */ other) => (question.facets[facet] ? { ...other, facets: { ...other.facets, [facet]: [] } } : { ...other, since: "", until: "" }),
  }))
  const others = ofFacets.filter(({ areYears }) => !areYears)
  const rarest = Math.min(...others.map(({ count }) => count))
  const years = ofFacets.filter(({ areYears }) => areYears).map((condition) => ({ ...condition, count: Math.min(condition.count, rarest) }))
  return [...(await Promise.all(ofWords)), ...others, ...years]
}
