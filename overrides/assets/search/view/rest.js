// Rest: what the page does not show of an answer yet: more of it below, and all of it as a file.

import { AT_ONCE, hitItem, notLoaded } from "./hits.js"
import { takeMenu } from "./take_menu.js"

/** @typedef {{asked: import("../question.js").Question, answer: import("../find/find.js").Answer}} Answered */

/**
 * @param {Record<"sorting" | "hits" | "help" | "more", HTMLElement>} places
 * @param {import("../index/terms.js").Facet[]} facets
 */
export function restOf({ sorting, hits, help, more }, facets) {
  /** @type {Answered | null} */
  let now = null
  const taking = takeMenu(facets, () => now)
  sorting.before(taking)

  /** An answer of which the first hits are shown, or none. @param {Answered | null} next */
  function show(next) {
    now = next
    more.hidden = !next || next.answer.shown <= AT_ONCE
    taking.hidden = !next?.answer.shown
  }

  async function showMore() {
    const from = hits.children.length
    const asked = now
    const next = await asked?.answer.hits(from, from + 2 * AT_ONCE).catch(() => null)
    if (asked !== now) return // another question came in between
    if (!asked || !next) return help.replaceChildren(notLoaded())
    hits.append(...next.map((hit) => hitItem(hit, true)))
    more.hidden = hits.children.length >= asked.answer.shown
    hits.children[from]?.querySelector("a")?.focus()
  }

  more.addEventListener("click", showMore)
  return { show }
}
