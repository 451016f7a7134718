// Help item: what helps on, as links to other questions.

import { help } from "../find/help.js"
import { labelOf, terms } from "../index/terms.js"
import { addressOf } from "../../site/root.js"
import { element } from "../../site/element.js"
import { grouped } from "../../site/words.js"
import { toAddress, yearsOf } from "../question.js"

/** @typedef {import("../question.js").Question} Question */

const HEADS = { meant: "Did you mean", spelt: "Did you mean", fewer: "With less:" }

/** @param {Question} question @param {import("../find/find.js").Answer} answer */
export async function helpItem(question, answer) {
  if (answer.isNamed) return null
  const { unknown, offers } = await help(question, answer)
  if (answer.total && !unknown.length && !offers.length) return null
  const { facets } = await terms()
  const q = question.q.trim()
  const lines = offers.map((offer) =>
    element("li", {}, HEADS[offer.kind], " ", element("a", { href: toAddress(offer.question) }, label(offer.question, facets)), ` ${grouped(offer.total)}`),
  )
  const words = unknown.map((word) => `“${word}”`).join(", ")
  const notHeld = unknown.length ? `No page has ${words}${answer.total ? "; shown without it" : ""}.` : ""
  if (answer.total) return element("div", { className: "ch-notice" }, notHeld, ...(lines.length ? [element("ul", {}, ...lines)] : []))
  const lists = element("p", {}, "Or ", element("a", { href: addressOf("search/#lists") }, "go by the lists"), ", which have every record.")
  const strong = element("strong", {}, q ? `Nothing was found for “${q}”.` : "Nothing was found.")
  return element("div", { className: "ch-empty" }, strong, notHeld, element("ul", {}, ...lines), lists)
}

/** What was left out of a question, since no record has all of it; empty where nothing was. @param {import("../find/find.js").Answer} answer */
export function without({ left, isMeant }) {
  const names = left.map((name) => `“${name}”`).join(", ")
  return names && `No record has all ${isMeant ? "of this" : "words"}. Shown: without ${names}. `
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
