// Help: what helps on: words that no page holds, and other questions with more of an answer. A good answer gets none.

import { LITTLE_WORDS, UNSPACED, wordsOf } from "../words/words.js"
import { isKnown, nearest } from "../words/spelling.js"
import { countOf } from "../index/bundle.js"
import { find } from "./find.js"
import { meaningOf, possibleMeaningOf } from "../words/meaning.js"
import { toAddress } from "../question.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {{kind: "meant" | "spelt" | "fewer", question: Question, total: number}} Offer */

const MOST = 4
const SHORT = 7

/** @param {Question} question @param {import("./find.js").Answer} answer @returns {Promise<{unknown: string[], offers: Offer[]}>} */
export async function help(question, answer) {
  /** @type {Offer[]} */
  const offers = []
  /** @param {Offer["kind"]} kind @param {Question} other */
  const offer = async (kind, other) => {
    const { total, left } = await find(other, [])
    if (total && !left.length) offers.push({ kind, question: other, total })
  }
  const q = question.q.trim()
  const whole = answer.isMeant ? ((await meaningOf(question)) ?? question) : question
  const meant = q && !answer.isMeant ? await possibleMeaningOf(question) : null
  const { unknown, spellings } = await unknownOf(whole.q)
  const isUnderstood = answer.total && answer.question === question && !unknown.length && !spellings.length
  if (meant && !isUnderstood) await offer("meant", meant)
  for (const { word, near } of spellings) await offer("spelt", { ...question, q: q.replace(word, near) })
  const others = fewer(answer.total || offers.length ? whole : (meant ?? whole)).filter((other) => toAddress(other) !== toAddress(answer.question))
  if (!answer.total || answer.left.length) for (const other of others) await offer("fewer", other)
  return { unknown, offers: offers.slice(0, MOST) }
}

/** The words that no page holds, and how they or others may be spelt. @param {string} q */
async function unknownOf(q) {
  const words = UNSPACED.test(q) ? [] : wordsOf(q).filter((word) => word.length > 2 && !LITTLE_WORDS.has(word.toLowerCase()))
  const unknown = []
  const spellings = []
  for (const word of new Set(words)) {
    const isThere = Boolean(await countOf(word))
    if (!isThere) unknown.push(word)
    // For a word that it does not have Pagefind takes one with which it begins: `lab` for `laboratery`.
    if (isThere && (word.length < SHORT || (await isKnown(word)))) continue
    for (const near of await nearest(word)) spellings.push({ word, near })
  }
  return { unknown, spellings }
}

/**
 * The question with one condition less: without its years, without one of its facets, without its words.
 * @param {Question} question
 * @returns {Question[]}
 */
function fewer(question) {
  const facets = Object.keys(question.facets).filter((facet) => question.facets[facet].length)
  const others = facets.map((facet) => ({ ...question, facets: { ...question.facets, [facet]: [] } }))
  if (question.since || question.until) others.unshift({ ...question, since: "", until: "" })
  if (others.length && question.q.trim()) others.push({ ...question, q: "" })
  return others
}
