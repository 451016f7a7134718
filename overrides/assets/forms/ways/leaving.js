// Leaving: the buttons by which a record is taken or handed over; a record with errors is not handed over.

import { copied, download } from "./ways.js"
import { things } from "../fields/saying.js"

/** @typedef {import("../state.js").State} State */

const BY_HAND = "This browser does not allow the page to copy. The text is selected: copy it with Ctrl-C"

/** @param {State} state @param {string} text */
export function say(state, text) {
  state.part("done").textContent = text
}

/** Copies the text, or selects it for its reader where the browser does not let a page copy. @param {State} state */
async function copy(state) {
  if (await copied(state.record.text)) return true
  getSelection()?.selectAllChildren(state.part("yaml"))
  return false
}

/** @param {State} state @param {string} way copy or download */
export async function take(state, way) {
  const { errors, id, text } = state.record
  const left = errors.length ? ` ${things(errors)} to fix.` : ""
  if (way === "download") {
    download(`${id}.yml`, text)
    say(state, `Saved as ${id}.yml.${left}`)
  } else say(state, (await copy(state)) ? `Copied.${left}` : `${BY_HAND}.${left}`)
}

/** @param {State} state @param {Event} event @param {import("./ways.js").Way} way @param {string} where */
export async function leave(state, event, { href, mustPaste }, where) {
  if (state.record.errors.length) {
    event.preventDefault()
    state.part("summary").focus()
    return
  }
  if (!mustPaste) return
  event.preventDefault()
  const isCopied = await copy(state)
  say(state, isCopied ? `Copied: paste it ${where}.` : `${BY_HAND}, press the button again, and paste it ${where}.`)
  if (!isCopied && !state.isCopiedByHand) {
    state.isCopiedByHand = true
    return
  }
  if (href.startsWith("mailto:")) location.href = href
  else open(href, "_blank", "noopener")
}
