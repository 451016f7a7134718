// Saying: what is wrong is said at its field, and once more in a summary that leads there.

import { controlOf, ownerOf } from "./fields.js"
import { all } from "../../site/query.js"
import { element } from "../../site/element.js"
import { allowedWords, plainWords } from "./plain_words.js"
import { say, sayCount } from "../../site/words.js"

/** @typedef {import("../rules/problems.js").Problem & {at: HTMLElement | null}} Placed a problem at the field or row where it is said */

/** The words of a problem, and behind “Details” what is allowed, and its code. @param {HTMLElement} place @param {Placed} problem */
function saying(place, problem) {
  const form = /** @type {HTMLFormElement} */ (place.closest("form"))
  const more = `${allowedWords(form, problem)} (${problem.code})`
  return [plainWords(form, problem), " ", element("details", { className: "ch-details" }, element("summary", {}, say("Details")), `${say("Allowed:")} ${more}`)]
}

/**
 * Says at each field and row what is wrong with it.
 * @param {HTMLElement} form
 * @param {Placed[]} problems
 * @param {(at: HTMLElement) => boolean} isSaid whether it is said already, by the field or row
 */
export function sayAtFields(form, problems, isSaid) {
  for (const place of all(form, "[data-ch-mistake]", HTMLElement)) {
    const at = /** @type {HTMLElement} */ (place.closest("[data-ch-field], [data-ch-row], [data-ch-name], [data-ch-change], [data-ch-asks]"))
    const own = isSaid(at) ? problems.filter((problem) => problem.at === at) : []
    sayAt(place, own)
    const control = controlOf(at) ?? at.querySelector(":scope > input[type=text]")
    if (own.some(({ isWarning }) => !isWarning)) control?.setAttribute("aria-invalid", "true")
    else control?.removeAttribute("aria-invalid")
  }
}

/** @param {HTMLElement} place @param {Placed[]} problems */
function sayAt(place, problems) {
  const text = problems.map(({ code, fix }) => `${code} ${fix}`).join(" ")
  if ((place.dataset.chSaid ?? "") === text) return
  place.dataset.chSaid = text
  place.replaceChildren(...problems.flatMap((problem) => saying(place, problem)))
  place.hidden = !problems.length
  place.classList.toggle("ch-field__mistake--heed", problems.every(({ isWarning }) => isWarning))
}

/** Says what is missing where the form asks for more than the record, or says it no more. @param {HTMLElement} place @param {string} text */
export function sayMissing(place, text) {
  const mistake = place.querySelector("[data-ch-mistake]")
  if (!(mistake instanceof HTMLElement)) return
  mistake.textContent = text
  mistake.hidden = !text
  mistake.dataset.chSaid = text
}

/** All that is wrong, in the order of the page, each with a link to its field. @param {HTMLElement} summary @param {Placed[]} problems */
export function saySummary(summary, problems) {
  const [head, list] = summary.children
  summary.hidden = !problems.length
  head.textContent = sayCount("{number} answer needs fixing", "{number} answers need fixing", problems.length)
  list.replaceChildren(...[...problems].sort(asOnThePage).map((problem) => item(summary, problem)))
}

/** In the order of the page; what has no place there comes last. @param {Placed} one @param {Placed} other */
export function asOnThePage({ at: one }, { at: other }) {
  if (one === other) return 0
  if (!one || !other) return one ? -1 : 1
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

/** @param {HTMLElement} summary @param {Placed} problem */
function item(summary, problem) {
  const form = /** @type {HTMLFormElement} */ (summary.closest("form"))
  const text = `${labelOf(problem.at) || problem.key}: ${plainWords(form, problem)}`
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
  place.dispatchEvent(new CustomEvent("ch-reveal", { bubbles: true }))
  for (let around = /** @type {HTMLElement | null} */ (place); around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true
  }
  place.querySelector(":scope > details:not(.ch-unfold--more)")?.setAttribute("open", "")
  controlIn(place).focus()
}

/** What a field is called, with what is around it: `Source 1, Address`. @param {HTMLElement | null} place @returns {string} */
export function labelOf(place) {
  if (!place) return ""
  const label = place.querySelector(":scope > label, :scope > legend")
  const isRow = "chRow" in place.dataset
  const own = (isRow ? label?.textContent : label?.firstChild?.textContent)?.trim() ?? ""
  const above = ownerOf(place)
  // A row's own label says already what it is a row of.
  const whole = above && isRow && own ? ownerOf(above) : above
  const around = !whole || whole.tagName === "FORM" ? "" : labelOf(whole)
  return [around, own].filter(Boolean).join(", ")
}
