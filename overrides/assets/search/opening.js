// Opening: the part of the search that every page carries. It waits until somebody searches, and only then fetches the rest.
// Without it the field in the header is a plain form that leads to the search page.

import { addressOf } from "../site/root.js"

let isOpening = false

/** @returns {HTMLElement | null} */
const searchPage = () => document.querySelector("[data-ch-search]")

/**
 * @param {HTMLInputElement} [typed] the field in the header, if that was written in; what is written while the rest loads is
 *   taken along
 */
async function open(typed) {
  const field = searchPage()?.querySelector("input")
  if (field) {
    field.focus()
    field.select()
    return
  }
  if (isOpening) return
  isOpening = true
  const query = () => typed?.value ?? ""
  try {
    const { openDialog } = await import("./in_dialog.js")
    openDialog(query())
    if (typed) typed.value = ""
  } catch {
    location.assign(`${addressOf("search/")}?q=${encodeURIComponent(query())}`)
  } finally {
    isOpening = false
  }
}

/** @param {KeyboardEvent} event */
function openAtKey(event) {
  const isWriting = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")
  const isSlash = event.key === "/" && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey
  const isControlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!isSlash && !isControlK) return
  event.preventDefault()
  open()
}

export function startSearch() {
  document.addEventListener("keydown", openAtKey)
  // The field in the header gives way to the dialog when it is clicked or written in, not when it is only passed by Tab.
  // A word that a keyboard puts together letter by letter, as of Vietnamese, is finished first.
  for (const kind of ["click", "input", "compositionend"]) {
    document.addEventListener(kind, (event) => {
      const { target } = event
      const isComposing = event instanceof InputEvent && event.isComposing
      if (target instanceof HTMLInputElement && target.id === "ch-find" && !isComposing && (kind === "click" || target.value)) open(target)
    })
  }
}

/** Begins with the search page, where it is there. */
export function searchOn() {
  if (searchPage()) import("./in_page.js").then(({ startPage }) => startPage(searchPage()), () => {})
}
