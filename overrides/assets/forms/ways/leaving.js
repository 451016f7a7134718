// Leaving: the buttons by which a record is taken or handed over; a record with errors is not handed over.

import { copied, download } from "./ways.js"
import { say, sayCount } from "../../site/words.js"

/** @typedef {import("../state.js").State} State */

const byHand = () => say("This browser does not let the page copy. The text is selected: copy it with Ctrl+C.")


/** @param {State} state @param {string} text */
export function announce(state, text) {
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
  const left = errors.length ? ` ${sayCount("{number} answer needs fixing", "{number} answers need fixing", errors.length)}.` : ""
  if (way === "download") {
    download(`${id}.yml`, text)
    announce(state, `${say("Saved as {name}.", { name: `${id}.yml` })}${left}`)
  } else announce(state, (await copy(state)) ? `${say("Copied.")}${left}` : `${byHand()}${left}`)
}

/** @param {State} state @param {Event} event @param {import("./ways.js").Way} way */
export async function leave(state, event, { href, mustPaste }) {
  if (state.record.errors.length) {
    event.preventDefault()
    state.part("summary").focus()
    return
  }
  if (!mustPaste) return
  event.preventDefault()
  const isCopied = await copy(state)
  announce(state, isCopied ? say("Copied. Paste it into the file on GitHub.") : `${byHand()} ${say("Then press the button again.")}`)
  if (!isCopied && !state.isCopiedByHand) {
    state.isCopiedByHand = true
    return
  }
  open(href, "_blank", "noopener")
}
