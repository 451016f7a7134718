// Hits: what was found, as elements; all text is set as text, never as HTML.

import { addressOf } from "../../site/root.js"
import { element } from "../../site/element.js"
import { say } from "../../site/words.js"

/** @typedef {[text: string, isMarked: boolean][]} Marked a text in pieces */
/** @typedef {{title: string, address: string, excerpt: Marked}} Part */
/** @typedef {{address: string, title: Marked, local: Marked | null, tongue?: string, line: string, excerpt: Marked, parts: Part[]}} Hit */

/** How many a page shows before somebody asks for more. */
export const AT_ONCE = 10
const MOST_PARTS = 3

/** @param {HTMLElement} list @param {boolean} isBusy */
export const setBusy = (list, isBusy) => list.setAttribute("aria-busy", String(isBusy))

/** @param {Marked} parts */
function textOf(parts) {
  return parts.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text))
}

/** @param {(Node | string)[]} children */
export function quiet(...children) {
  return element("span", { className: "ch-small" }, ...children)
}

/** @param {Hit} hit @param {boolean} withParts */
export function hitItem(hit, withParts) {
  const item = element("li", {}, element("a", { href: addressOf(hit.address) }, ...textOf(hit.title)))
  if (hit.local) item.append(element("span", { className: "ch-small ch-hits__local", lang: hit.tongue }, ...textOf(hit.local)))
  item.append(quiet(hit.line))
  const tongue = hit.parts.length || !hit.tongue || hit.local ? {} : { lang: hit.tongue }
  if (hit.excerpt.length) item.append(element("span", { className: "ch-small ch-hits__text", ...tongue }, ...textOf(hit.excerpt)))
  if (withParts && hit.parts.length) {
    const parts = hit.parts.slice(0, MOST_PARTS).map(({ address, title, excerpt }) =>
      element("li", {}, element("a", { href: addressOf(address) }, title), " ", ...textOf(excerpt)),
    )
    item.append(element("ul", { className: "ch-hits__parts ch-small" }, ...parts))
  }
  return item
}

/**
 * The arrow keys go from the field to the hits and from hit to hit; Enter follows a link by itself.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} field
 * @param {HTMLElement} list
 */
export function walkHits(event, field, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
  /** @type {(Element | null)[]} */
  const stops = [field, ...list.querySelectorAll(":scope > li > a")]
  const at = stops.indexOf(document.activeElement)
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)]
  if (at < 0) return
  event.preventDefault()
  if (next instanceof HTMLElement) next.focus()
}

export function notLoaded() {
  const lists = element("a", { href: addressOf("search/#lists") }, say("All lists, which hold every record"))
  return element("div", { className: "ch-empty" }, element("strong", {}, say("The search could not be loaded.")), " ", say("Check that you are online and try again."), " ", lists)
}
