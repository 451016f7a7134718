// Find: a question goes in, an answer comes out; nothing of it knows the page. It forgives: words that name filters are taken as
// such, and where nothing has all that was asked for, most of it is.

import { UNSPACED } from "../words/words.js"
import { findAll } from "./find_all.js"
import { isInTitle } from "./named.js"
import { meaningOf, speciesOf } from "../words/meaning.js"
import { mostOf } from "./most.js"

/** @typedef {import("../question.js").Question} Question */

/**
 * @typedef {object} Answer
 * @property {number} total how many pages there are
 * @property {number} shown how many of them can be shown
 * @property {Record<string, Record<string, number> | undefined>} counts results by term, by facet
 * @property {(from: number, to: number) => Promise<import("../view/hits.js").Hit[]>} hits
 * @property {boolean} [isNarrowed] whether the newest stand for all
 * @property {boolean} [isNamed] whether the first is the very page whose id or number was asked for
 * @property {Question} question what was answered: the question itself, or what it means, or most of it
 * @property {boolean} isMeant whether words of it were taken as filters
 * @property {string[]} left what was left out, since nothing has all of it
 */

/** Where no more pages than these name an animal or a plant so, those that are about it are meant. */
const FEW = 6

/**
 * @param {Question} question
 * @param {string[]} [wanted] the facets whose terms are to be counted
 * @returns {Promise<Answer>}
 */
export async function find(question, wanted) {
  const { q } = question
  if (question.isLiteral || !q.trim()) return findAll(question, wanted)
  const isPlain = UNSPACED.test(q)
  const meant = await meaningOf(question)
  if (meant && !(await isInTitle(q))) {
    const answer = await findAll(meant, wanted)
    if (answer.total) return { ...answer, isMeant: true }
  }
  const answer = await findAll(question, wanted)
  const species = answer.total < FEW ? await speciesOf(meant ?? question) : null
  if (species) {
    const more = await findAll(species, wanted)
    if (more.total > answer.total) return { ...more, isMeant: true }
  }
  if (answer.total || isPlain) return answer
  const most = await mostOf(meant ?? question, question)
  return most ? { ...(await findAll(most.question, wanted)), isMeant: Boolean(meant), left: most.left } : answer
}
