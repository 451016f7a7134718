// Answer words: what stands beside results: how many there are, of what, in which order, and what else could be asked.

import { SORTS, isNarrowed, toAddress } from "../question.js"
import { grouped, say, sayCount } from "../../site/words.js"
import { element } from "../../site/element.js"
import { within } from "../index/bundle.js"
import { without } from "./help_item.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {import("../find/find.js").Answer} Answer */

/** Whether nothing is asked yet. In a copy of one state the newest of all are not those of the copy. @param {Question} question */
export const isOpen = (question) => !question.q.trim() && !isNarrowed(question) && question.sort !== "soonest" && !within

/** The same words, of which none is taken for a filter. @param {Question} question */
export const asWords = (question) => element("a", { className: "ch-small", href: toAddress({ ...question, isLiteral: true }) }, say("Search for the words instead"))

/** In which order an answer stands. @param {Question} asked @param {Answer} answer */
export const orderOf = ({ sort }, { question }) => SORTS[question.q.trim() || sort !== "best" ? sort : "newest"].toLowerCase()

/** @param {Question} asked @param {Answer} answer */
export function inWords(asked, answer) {
  const { total, shown, question } = answer
  const words = question.q.trim()
  if (!total) return words ? say("No results for “{words}”.", { words }) : say("No results.")
  const order = orderOf(asked, answer)
  const some = answer.isNarrowed && asked.sort === "best" ? say("The best of the {number} newest are shown: add a word or a filter.", { number: grouped(shown) }) : ""
  const results = words
    ? sayCount("{number} result for “{words}”, {order}.", "{number} results for “{words}”, {order}.", total, { words, order })
    : sayCount("{number} result, {order}.", "{number} results, {order}.", total, { order })
  return `${without(answer)}${results}${some && ` ${some}`}`
}
