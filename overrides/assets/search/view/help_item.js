// Help item: what helps on, as links to other questions.

import { help } from "../find/help.js"
import { labelOf, terms } from "../index/terms.js"
import { addressOf } from "../../site/root.js"
import { element } from "../../site/element.js"
import { grouped, say } from "../../site/words.js"
import { toAddress, yearsOf } from "../question.js"

/** @typedef {import("../question.js").Question} Question */

const HEADS = { meant: say("Did you mean"), spelt: say("Did you mean"), fewer: say("With less:") }

/**
 * What helps on: a few words beside the number of results, and a list where there are none, or other ways to most of it.
 * @param {Question} question
 * @param {import("../find/find.js").Answer} answer
 * @returns {Promise<{notes: (Node | string)[], item: HTMLElement | null}>}
 */
export async function helpOf(question, answer) {
  if (answer.isNamed) return { notes: [], item: null }
  const { unknown, offers } = await help(question, answer)
  const { facets } = await terms()
  const q = question.q.trim()
  /** @param {import("../find/help.js").Offer} offer */
  const parts = (offer) => [HEADS[offer.kind], " ", element("a", { href: toAddress(offer.question) }, label(offer.question, facets)), ` ${grouped(offer.total)}`]
  /** @param {typeof offers} some */
  const list = (some) => element("ul", {}, ...some.map((offer) => element("li", {}, ...parts(offer))))
  const words = unknown.map((word) => `“${word}”`).join(", ")
  const notHeld = unknown.length ? answer.total ? say("No page has {words}; shown without it.", { words }) : say("No page has {words}.", { words }) : ""
  if (answer.total) {
    const near = offers.filter(({ kind }) => kind !== "fewer").flatMap((offer) => [" ", element("span", { className: "ch-search__offer" }, ...parts(offer))])
    const others = offers.filter(({ kind }) => kind === "fewer")
    return { notes: [...(notHeld ? [` ${notHeld}`] : []), ...near], item: others.length ? element("div", { className: "ch-notice" }, list(others)) : null }
  }
  const lists = element("p", {}, element("a", { href: addressOf("search/#lists") }, say("All lists, which hold every record")))
  const strong = element("strong", {}, q ? say("Nothing was found for “{words}”.", { words: q }) : say("Nothing was found."))
  return { notes: [], item: element("div", { className: "ch-empty" }, strong, notHeld, list(offers), lists) }
}

/** What was left out of a question, since no record has all of it; empty where nothing was. @param {import("../find/find.js").Answer} answer */
export function without({ left, isMeant }) {
  const names = left.map((name) => `“${name}”`).join(", ")
  if (!names) return ""
  return isMeant ? say("No record has all of this. Shown: without {words}. ", { words: names }) : say("No record has all words. Shown: without {words}. ", { words: names })
}

/** A question in words. @param {Question} question @param {import("../index/terms.js").Facet[]} facets */
export function label(question, facets) {
  const years = yearsOf(question)
  return [...(question.q ? [`“${question.q}”`] : []), ...filtersOf(question, facets), ...(years ? [years] : [])].join(", ")
}

/** @param {Question} question @param {import("../index/terms.js").Facet[]} facets */
function filtersOf({ facets: chosen }, facets) {
  return Object.entries(chosen).flatMap(([facet, some]) => some.map((term) => labelOf(facets, facet, term)))
}
