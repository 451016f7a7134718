// Wider: where one or two pages have all that was asked for, those that have most of it, as nobody knows what the others would have said.

import { UNSPACED } from "../words/words.js"
import { findAll } from "./find_all.js"
import { mostOf } from "./most.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {{question: Question, left: string[], total: number, hits: import("../view/hits.js").Hit[]}} Wider total: with those that have all of it */

/** So many results are enough. */
const FEW = 3
const AT_ONCE = 10

/**
 * Null where there are enough results, none, those of most of it already, or the page that was named.
 * @param {Question} asked
 * @param {import("./find.js").Answer} answer
 * @returns {Promise<Wider | null>}
 */
export async function widerOf(asked, answer) {
  const { total, left, isNamed, question } = answer
  if (!total || total >= FEW || left.length || isNamed || UNSPACED.test(question.q)) return null
  const most = await mostOf(question, asked, total)
  if (!most) return null
  const wide = await findAll(most.question, [])
  const [own, all] = await Promise.all([answer.hits(0, FEW), wide.hits(0, AT_ONCE + FEW)])
  const addresses = new Set(own.map(({ address }) => address))
  const hits = all.filter(({ address }) => !addresses.has(address)).slice(0, AT_ONCE)
  return hits.length ? { ...most, total: wide.total, hits } : null
}
