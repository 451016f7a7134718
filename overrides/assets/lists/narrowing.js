// Narrowing: the list of a whole collection shows what is chosen of its facets, in the order that is chosen; both stand in
// the address.

import { bodiesOf } from "./bodies.js"
import { choose, chosenOf, facetOf, matching } from "./facets.js"
import { foldAway, goByAddress } from "./going.js"
import { element } from "../site/element.js"
import { all } from "../site/query.js"
import { house } from "../site/house.js"
import { pagesOf } from "../site/pager.js"
import { language, say } from "../site/words.js"
import { isOnDisk } from "../site/root.js"
import { offer } from "./taking.js"
import { rowsOfAll } from "./other_pages.js"
import { inWords, sortable, sorted } from "./sorting.js"
import { AT_ONCE, viewOf } from "./view.js"

/**
 * @typedef {object} List
 * @property {HTMLTableRowElement[]} ownRows those of this page
 * @property {HTMLTableRowElement[]} rows those of all pages that are here
 * @property {import("./facets.js").Facet[]} facets
 * @property {import("./sorting.js").Order | null} order
 * @property {number} limit how many rows are shown
 * @property {boolean} isWhole whether all pages are here, or will never be
 * @property {boolean} isAlone whether the other pages could not be had
 */

/** @param {HTMLTableElement} table @param {HTMLElement} nav holds the facets @param {AbortSignal} signal */
export function narrow(table, nav, signal) {
  const bodies = bodiesOf(table)
  const ownRows = bodies.rows
  const pager = /** @type {HTMLElement | null} */ (document.querySelector(".ch-pager"))
  const asMade = nav.cloneNode(true)
  // A page that was saved by itself; a copy of the site holds what its pages fetch (offline/held.js).
  const cannotFetch = isOnDisk && !house.held
  /** @type {List} */
  const list = { ownRows, rows: ownRows, facets: [], order: null, limit: AT_ONCE, isWhole: !pager, isAlone: false }
  const close = foldAway(nav, signal)
  const tick = () => change(() => {})
  list.facets = all(nav, "details[name]", HTMLDetailsElement).map((details) => facetOf(details, tick, close))
  const { columns, mark } = sortable(table, (order) => change(() => (list.order = order)))
  const view = viewOf(table, bodies, nav, list, { change, clear, more, mark })
  const going = goByAddress(list, columns, view.bar, signal, async () => {
    list.limit = AT_ONCE
    if (list.order || allChosen().length) await completed()
    view.show()
  })

  function allChosen() {
    return list.facets.flatMap(chosenOf)
  }

  /**
   * What a person did: the rest of the list comes first where it has several pages, then the address follows.
   * @param {() => void} act
   * @param {HTMLElement | null} [focus]
   */
  async function change(act, focus) {
    act()
    list.limit = AT_ONCE
    await completed()
    if (!table.isConnected) return // its reader has gone on to another page
    going.push()
    view.show()
    focus?.focus()
  }

  function clear() {
    change(() => choose(allChosen(), false), nav.querySelector("summary"))
  }

  function more() {
    const last = bodies.flat.rows[bodies.flat.rows.length - 1]
    list.limit += AT_ONCE
    view.show()
    last.nextElementSibling?.querySelector("a")?.focus()
  }

  /** @type {Promise<void> | undefined} */
  let loading
  async function completed() {
    if (list.isWhole) return
    loading ??= load().catch(leaveAsMade).then(() => void (list.isWhole = true))
    await loading
  }

  async function load() {
    if (cannotFetch || !pager) throw new Error("a file cannot read others")
    const pages = pagesOf(pager, location.href)
    const progress = element("progress", { max: pages.length - 1, value: 0 })
    view.status.replaceChildren(say("Loading the other {number} pages of this list", { number: pages.length - 1 }), " ", progress)
    list.rows = await rowsOfAll(pages, ownRows, signal, () => (progress.value += 1))
  }

  // What cannot be loaded cannot be narrowed here: the words are links again, and this page alone sorts.
  function leaveAsMade() {
    const had = nav.contains(document.activeElement)
    nav.replaceWith(asMade)
    list.facets = []
    list.isAlone = true
    view.bar.prepend(element("p", { className: "ch-narrowed__status" }, say("The other pages of this list cannot be loaded here, so it does not narrow in place. Each word leads to a list of its own.")))
    if (had) /** @type {HTMLElement} */ (asMade).querySelector("summary")?.focus()
  }

  if (pager && cannotFetch) completed()
  else going.follow()

  // What the list shows at this moment, whole, for whoever takes it away. Further pages are there in English alone.
  offer(table, now, () => language() !== "en" && pager !== null && !list.order && !allChosen().length)

  async function now() {
    await completed()
    const { matched } = matching(list.rows, list.facets)
    const chosen = allChosen().map(({ facet, term, label }) => ({ facet: facet.label, term, words: label }))
    return { rows: list.order ? sorted(matched, list.order) : matched, all: list.rows, chosen, order: list.order ? inWords(list.order) : "", isMixed: language() !== "en" && pager !== null }
  }
}
