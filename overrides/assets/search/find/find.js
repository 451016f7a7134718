// Find: a question goes in, an answer comes out; nothing of it knows the page.

import { beginAnew } from "../index/bundle.js"
import { LITTLE_WORDS, UNSPACED, wordsOf } from "../words/words.js"
import { findUnspaced } from "./find_unspaced.js"
import { findWords } from "./find_words.js"
import { house } from "../../site/house.js"
import { isNarrowed } from "../question.js"

/** @typedef {import("../question.js").Question} Question */

/**
 * @typedef {object} Answer
 * @property {number} total how many pages there are
 * @property {number} shown how many of them can be shown
 * @property {Record<string, Record<string, number> | undefined>} counts results by term, by facet
 * @property {(from: number, to: number) => Promise<import("../view/hits.js").Hit[]>} hits
 * @property {boolean} [isNarrowed] whether the newest stand for all
 * @property {string} [relaxed] the words that were looked for instead
 */

/** A question that has no answer, for sure; nor have longer ones. */
let none = ""

/**
 * A part of Pagefind's index that was lost looks to it like words that no page has, so it is asked anew before a reader is
 * told of none.
 * @param {Question} question
 * @param {string[]} [wanted] the facets whose terms are to be counted
 * @returns {Promise<Answer>}
 */
export async function find(question, wanted) {
  const { q } = question
  const first = await findOnce(question, wanted).catch(() => null)
  if (first && (first.total || house.held || !q.trim() || UNSPACED.test(q) || (none && q.startsWith(none)))) return first
  beginAnew()
  const again = await findOnce(question, wanted)
  if (!again.total && !isNarrowed(question)) none = q
  return again
}

/** @param {Question} question @returns {Promise<Answer>} */
async function findOnce(question, wanted = ["collection"]) {
  const { q } = question
  if (UNSPACED.test(q)) return findUnspaced(question, wanted)
  const answer = await findWords(q, question, wanted)
  if (answer.total || !q.trim()) return answer
  const fewer = wordsOf(q).filter((word) => !LITTLE_WORDS.has(word.toLowerCase())).join(" ")
  if (!fewer || fewer === q.trim()) return answer
  const relaxed = await findWords(fewer, question, wanted)
  return relaxed.total ? { ...relaxed, relaxed: fewer } : answer
}
