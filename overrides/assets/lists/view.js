// View: what a narrowed list shows: its rows, what is chosen, how many there would be, and a way out where there are none.

import { choose, chosenOf, matching } from "./facets.js"
import { inWords, sorted } from "./sorting.js"
import { element } from "../site/element.js"
import { grouped, say } from "../site/words.js"

/** @typedef {import("./facets.js").Choice} Choice */

/** How many rows are shown before somebody asks for more. */
export const AT_ONCE = 100

/**
 * @param {HTMLTableElement} table
 * @param {ReturnType<import("./bodies.js").bodiesOf>} bodies
 * @param {HTMLElement} nav
 * @param {import("./narrowing.js").List} list
 * @param {object} acts
 * @param {(act: () => void, focus?: HTMLElement | null) => void} acts.change
 * @param {() => void} acts.clear
 * @param {() => void} acts.more
 * @param {import("./sorting.js").Sorting["mark"]} acts.mark
 */
export function viewOf(table, bodies, nav, list, { change, clear, more, mark }) {
  const { chOne: singular = "", chSeveral: plural = "", chTotal: total = "" } = nav.dataset
  const pager = document.querySelector(".ch-pager")
  const tally = document.querySelector(".ch-tally-line")
  const status = element("p", { className: "ch-narrowed__status", role: "status" })
  const chips = element("ul", { className: "ch-narrowed__chips" })
  const bar = element("div", { className: "ch-narrowed" }, status, chips)
  const rest = element("button", { type: "button", className: "ch-button ch-after", hidden: true, onclick: more })
  const empty = element("div", { className: "ch-empty", hidden: true })
  nav.after(bar)
  table.after(rest, empty)

  /** @param {string | number} number */
  const noun = (number) => (Number(number) === 1 ? singular : plural)
  const summary = () => nav.querySelector("summary")

  function show() {
    const chosen = list.facets.flatMap(chosenOf)
    const { matched, counts } = matching(list.rows, list.facets)
    const isOwn = !chosen.length && !list.order
    const rows = isOwn ? list.ownRows : (list.order ? sorted(matched, list.order) : matched).slice(0, list.limit)
    if (isOwn) bodies.showAsMade()
    else bodies.show(rows)
    mark(list.order)
    if (list.isWhole) for (const [choice, number] of counts) showCount(choice, number)
    tally?.toggleAttribute("hidden", !isOwn)
    pager?.toggleAttribute("hidden", !isOwn && !list.isAlone)
    table.hidden = !matched.length
    rest.hidden = isOwn || matched.length <= list.limit
    rest.textContent = say("Show {number} more", { number: Math.min(AT_ONCE, matched.length - list.limit) })
    showChips(chosen)
    empty.hidden = matched.length > 0
    empty.replaceChildren(...(matched.length ? [] : wayOut()))
    tell(chosen, matched.length, rows.length)
  }

  /** @param {Choice[]} chosen @param {number} matched @param {number} shown */
  function tell(chosen, matched, shown) {
    const number = say("{number} of {total} {records}", { number: grouped(matched), total, records: noun(total) })
    for (const facet of list.facets) {
      facet.number.textContent = String(chosenOf(facet).length || "")
      facet.foot.textContent = number
    }
    const first = shown < matched ? say("{these}, the first {number} of them here.", { these: number, number: shown }) : `${number}.`
    const order = list.order ? inWords(list.order) : ""
    const sortedBy = !order ? "" : list.isAlone ? say("This page alone is {order}.", { order }) : say("They are {order}.", { order })
    status.textContent = [chosen.length ? first : "", sortedBy].filter(Boolean).join(" ")
  }

  /** @param {Choice[]} chosen */
  function showChips(chosen) {
    const had = chips.contains(document.activeElement)
    const buttons = chosen.map((choice) =>
      chip("ch-chip", () => change(() => choose([choice], false)), element("span", { className: "ch-hidden" }, say("Remove"), " "), choice.label),
    )
    chips.replaceChildren(...buttons, ...(buttons.length ? [chip("ch-chip ch-chip--all", clear, say("Clear all"))] : []))
    // Whoever pressed what is gone now goes on with the next.
    if (had) (chips.querySelector("button") ?? summary())?.focus()
  }

  // An empty result names what could be given up, and what would be left then.
  function wayOut() {
    const ways = list.facets.map(chosenOf).filter((chosen) => chosen.length).map((chosen) => {
      choose(chosen, false)
      const left = matching(list.rows, list.facets).matched.length
      choose(chosen, true)
      const without = say("Without {words}: {number} {records}", { words: chosen.map(({ label }) => label).join(", "), number: grouped(left), records: noun(left) })
      return left ? button(without, () => change(() => choose(chosen, false), summary())) : null
    })
    return [
      element("strong", {}, say("No {record} is listed under all of these.", { record: singular })), say("Either none took place or none has been reported."),
      element("p", { className: "ch-toolbar" }, ...ways, button(say("Clear all"), clear)),
    ]
  }

  return { show, bar, status }
}

/** @param {Choice} choice @param {number} number */
function showCount({ count, item }, number) {
  count.textContent = grouped(number)
  item.classList.toggle("ch-facets__none", !number)
}

/** @param {string} label @param {() => void} onclick */
function button(label, onclick) {
  return element("button", { type: "button", className: "ch-button", onclick }, label)
}

/** @param {string} className @param {() => void} onclick @param {(Node | string)[]} children */
function chip(className, onclick, ...children) {
  return element("li", {}, element("button", { type: "button", className, onclick }, ...children))
}
