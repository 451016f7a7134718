// Help item: what helps on, as links to other questions.

import { help } from "../find/help.js"
import { labelOf, terms } from "../index/terms.js"
import { addressOf } from "../../site/root.js"
import { element } from "../../site/element.js"
import { grouped } from "../../site/words.js"
import { toAddress } from "../question.js"

/** @typedef {import("../question.js").Question} Question */

const HEADS = { meant: "Did you mean", spelt: "Did you mean", fewer: "With less:", without: "With fewer words:" }

/** @param {Question} question @param {import("../find/find.js").Answer} answer */
export async function helpItem(question, answer) {
  const { unknown, offers } = await help(question, answer)
  if (answer.total && !unknown.length && !offers.length) return null
  const { facets } = await terms()
  const q = question.q.trim()
  const lines = offers.map((offer) =>
    element("li", {}, HEADS[offer.kind], " ", element("a", { href: toAddress(offer.question) }, label(offer.question, facets)), ` ${grouped(offer.total)}`),
  )
  const words = unknown.map((word) => `“${word}”`).join(", ")
  const notHeld = unknown.length ? `No page holds ${words}${answer.total ? "; shown without it" : ""}.` : ""
  if (answer.total) return element("div", { className: "ch-notice" }, notHeld, element("ul", {}, ...lines))
  const lists = element("p", {}, "Or ", element("a", { href: addressOf("search/#lists") }, "go by the lists"), ", which hold every record.")
  const strong = element("strong", {}, q ? `Nothing was found for “${q}”.` : "Nothing was found.")
  return element("div", { className: "ch-empty" }, strong, notHeld, element("ul", {}, ...lines), lists)
}

/** @param {Question} question @param {import("../index/terms.js").Facet[]} facets */
function label({ q, facets: chosen, since }, facets) {
  const labels = Object.entries(chosen).flatMap(([facet, some]) => some.map((term) => labelOf(facets, facet, term)))
  return [...(q ? [`“${q}”`] : []), ...labels, ...(since ? [`since ${since}`] : [])].join(", ")
}
