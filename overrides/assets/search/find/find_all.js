// Find all: the pages that have all that a question asks for.

import { LITTLE_WORDS, UNSPACED, wordsOf } from "../words/words.js"
import { beginAnew } from "../index/bundle.js"
import { findUnspaced } from "./find_unspaced.js"
import { findWords } from "./find_words.js"
import { house } from "../../site/house.js"
import { isNarrowed } from "../question.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {import("./find.js").Answer} Answer */

/** A question that has no answer, for sure; nor have longer ones. */
let none = ""

/**
 * A part of Pagefind's index that was lost looks to it like words that no page has, so it is asked anew before a reader is
 * told of none.
 * @param {Question} question
 * @param {string[]} [wanted] the facets whose terms are to be counted
 * @returns {Promise<Answer>}
 */
export async function findAll(question, wanted) {
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
  /** @param {import("./find_words.js").Found} found @param {Question} [asked] @returns {Answer} */
  const answerOf = (found, asked = question) => ({ ...found, question: asked, isMeant: false, left: [] })
  if (UNSPACED.test(q)) return answerOf(await findUnspaced(question, wanted))
  const all = await findWords(q, question, wanted)
  if (all.total || !q.trim()) return answerOf(all)
  const fewer = wordsOf(q).filter((word) => !LITTLE_WORDS.has(word.toLowerCase())).join(" ")
  if (!fewer || fewer === q.trim()) return answerOf(all)
  const relaxed = await findWords(fewer, question, wanted)
  return relaxed.total ? answerOf(relaxed, { ...question, q: fewer }) : answerOf(all)
}
