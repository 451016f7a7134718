// Saying: what is wrong is said at its field, and once more in a summary that leads there.

import { controlOf, ownerOf } from "./fields.js"
import { all } from "../../site/query.js"
import { element } from "../../site/element.js"

/** @typedef {import("../rules/problems.js").Problem & {at: HTMLElement | null}} Placed a problem at the field or row where it is said */

/** @param {unknown[]} problems */
export const things = (problems) => `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`

/** @param {string} text */
const sentence = (text) => text.slice(0, 1).toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".")

/** @param {Placed} problem */
const words = ({ code, allowed, fix }) => (code === "KEY-002" ? `This is required. (${code})` : `${sentence(fix)} Allowed: ${allowed}. (${code})`)

/**
 * Says at each field and row what is wrong with it.
 * @param {HTMLElement} form
 * @param {Placed[]} problems
 * @param {(at: HTMLElement) => boolean} isSaid whether it is said already, by the field or row
 */
export function sayAtFields(form, problems, isSaid) {
  for (const place of all(form, "[data-ch-mistake]", HTMLElement)) {
    const at = /** @type {HTMLElement} */ (place.closest("[data-ch-field], [data-ch-row], [data-ch-name], [data-ch-change]"))
    const own = isSaid(at) ? problems.filter((problem) => problem.at === at) : []
    say(place, own)
    const control = controlOf(at) ?? at.querySelector(":scope > input[type=text]")
    if (own.some(({ isWarning }) => !isWarning)) control?.setAttribute("aria-invalid", "true")
    else control?.removeAttribute("aria-invalid")
  }
}

/** @param {HTMLElement} place @param {Placed[]} problems */
function say(place, problems) {
  const text = problems.map(words).join(" ")
  if (place.textContent === text) return
  place.textContent = text
  place.hidden = !problems.length
  place.classList.toggle("ch-field__mistake--heed", problems.every(({ isWarning }) => isWarning))
}

/** All that is wrong, in the order of the page, each with a link to its field. @param {HTMLElement} summary @param {Placed[]} problems */
export function saySummary(summary, problems) {
  const [head, list] = summary.children
  summary.hidden = !problems.length
  head.textContent = `${things(problems)} to fix`
  list.replaceChildren(...[...problems].sort(asOnThePage).map(item))
}

/** @param {Placed} one @param {Placed} other */
function asOnThePage({ at: one }, { at: other }) {
  if (one === other) return 0
  if (!one || !other) return one ? -1 : 1
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

/** @param {Placed} problem */
function item(problem) {
  const text = `${labelOf(problem.at) || problem.key}: ${words(problem)}`
  return element("li", {}, problem.at ? linkTo(problem.at, text) : text)
}

/** @param {HTMLElement} place @param {string} text */
function linkTo(place, text) {
  const link = element("a", { href: `#${controlIn(place).id}` }, text)
  link.addEventListener("click", (event) => {
    event.preventDefault()
    event.stopPropagation() // Material would follow the link all the same, and take the focus away
    reveal(place)
  })
  return link
}

/** What takes the focus in a field or row. @param {HTMLElement} place */
export const controlIn = (place) => /** @type {HTMLElement} */ (controlOf(place) ?? place.querySelector("input, select, textarea, button"))

/** Opens whatever hides a field, and goes there. @param {HTMLElement} place */
export function reveal(place) {
  for (let around = /** @type {HTMLElement | null} */ (place); around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true
  }
  place.querySelector(":scope > details:not(.ch-unfold--more)")?.setAttribute("open", "")
  controlIn(place).focus()
}

/** What a field is called, with what is around it: `Source 1, Address`. @param {HTMLElement | null} place @returns {string} */
function labelOf(place) {
  if (!place) return ""
  const label = place.querySelector(":scope > label, :scope > legend")
  const isRow = "chRow" in place.dataset
  const own = (isRow ? label?.textContent : label?.firstChild?.textContent)?.trim() ?? ""
  const above = ownerOf(place)
  // A row's own label says already what it is a row of.
  const around = !above || above.tagName === "FORM" || (isRow && own) ? "" : labelOf(above)
  return [around, own].filter(Boolean).join(", ")
}
