// Wider hits: those that have most of what was asked for, below the few that have all of it, under a heading that says what they lack.

import { element } from "../../site/element.js"
import { grouped, say } from "../../site/words.js"
import { toAddress } from "../question.js"
import { hitItem } from "./hits.js"
import { widerOf } from "../find/wider.js"

/**
 * A note beside the number of results, and what stands below those; nothing where there is no need.
 * @param {import("../question.js").Question} asked
 * @param {import("../find/find.js").Answer} answer
 * @returns {Promise<{notes: string[], items: HTMLElement[]}>}
 */
export async function widerHits(asked, answer) {
  const wider = await widerOf(asked, answer)
  if (!wider) return { notes: [], items: [] }
  const { left, hits, total, question } = wider
  const words = say("More results, without {words}", { words: left.map((name) => `“${name}”`).join(", ") })
  const all = element("p", {}, element("a", { href: toAddress(question) }, say("Show all {number}", { number: grouped(total) })))
  const items = [element("h2", { className: "ch-search__wider" }, words), element("ol", { className: "ch-hits ch-hits--wider" }, ...hits.map((hit) => hitItem(hit, true)))]
  return { notes: [` ${words}: ${hits.length}.`], items: total > answer.total + hits.length ? [...items, all] : items }
}
