// Terms: what the glossary says of a word, beside the word: under a pointer, at the keyboard's focus, or after a tap. Without this
// script, or in a browser without popovers, the word is a link to its entry, with the meaning as its title.

import { element } from "../site/element.js"
import { say } from "../site/words.js"

const GRACE = 250 // milliseconds, in which a pointer may go from the word to what is said of it
const ID = "ch-meaning"

/** @type {{ term: HTMLAnchorElement, title: string, box: HTMLElement, hovers: boolean } | null} */
let open = null
let isTouch = false
let isReturning = false // whether the focus goes back to a word that was just closed
let leaving = 0
let last = "" // where the pointer was: words that scroll below a pointer at rest are not pointed at

export function startTerms() {
  if (!("popover" in HTMLElement.prototype)) return
  document.addEventListener("pointerover", follow)
  document.addEventListener("pointermove", (event) => (last = placeOf(event)), { passive: true })
  document.addEventListener("focusin", ({ target }) => {
    const term = termAt(target)
    if (isReturning) return
    if (term?.matches(":focus-visible")) explain(term, false)
    else if (!isWithin(target)) close()
  })
  document.addEventListener("pointerdown", ({ pointerType }) => (isTouch = pointerType === "touch"))
  document.addEventListener("click", press, true)
  document.addEventListener("keydown", ({ key }) => {
    isTouch = false
    if (key === "Escape") close()
  })
}

/** @param {PointerEvent} event */
const placeOf = ({ clientX, clientY }) => `${clientX} ${clientY}`

/** @param {PointerEvent} event */
function follow(event) {
  const { target, pointerType } = event
  if (pointerType === "touch") return
  const term = termAt(target)
  if (term && (term === open?.term || placeOf(event) !== last)) explain(term, true)
  else if (isWithin(target)) clearTimeout(leaving)
  else if (open?.hovers) {
    clearTimeout(leaving)
    leaving = setTimeout(close, GRACE)
  }
}

/** A tap explains, and does not follow the link. @param {MouseEvent} event */
function press(event) {
  const term = termAt(event.target)
  if (!term && !isWithin(event.target)) close()
  if (!term || !isTouch) return
  event.preventDefault()
  event.stopPropagation()
  if (open?.term === term) close()
  else explain(term, false)
}

/** @param {EventTarget | null} target */
const termAt = (target) => (target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a.ch-term")) : null)

/** @param {EventTarget | null} target */
const isWithin = (target) => target instanceof Node && Boolean(open?.box.contains(target) || open?.term.contains(target))

/** @param {HTMLAnchorElement} term @param {boolean} hovers whether it closes when the pointer leaves */
function explain(term, hovers) {
  clearTimeout(leaving)
  if (open?.term === term) return
  close()
  const title = term.title
  const meaning = element("span", { id: ID }, title)
  const more = element("a", { href: term.href }, say("Open the glossary"))
  const box = element("span", { className: "ch-meaning", popover: "manual" }, element("b", {}, term.textContent), meaning, more)
  open = { term, title, box, hovers }
  // One title would stand upon the other; those who hear the page hear the meaning either way.
  term.removeAttribute("title")
  term.setAttribute("aria-describedby", ID)
  term.after(box)
  box.showPopover()
}

function close() {
  clearTimeout(leaving)
  if (!open) return
  const { term, title, box } = open
  open = null
  isReturning = true
  if (box.contains(document.activeElement)) term.focus()
  isReturning = false
  term.removeAttribute("aria-describedby")
  term.title = title
  box.remove()
}
