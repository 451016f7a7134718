// Menu: what the menus share by which tables and results are taken away.

import { announce } from "../site/status.js"
import { element } from "../site/element.js"
import { say } from "../site/words.js"

const BACK = 4000

/**
 * A place below a menu for what could not be done; it is said aloud, too.
 * @param {HTMLElement} menu
 */
export function troubleOf(menu) {
  const place = element("p", { className: "ch-take__said" })
  menu.after(place)
  /** @param {string} words @param {Node | null} [beside] what stands behind them */
  return (words, beside = null) => {
    place.replaceChildren(words, ...(beside ? [" ", beside] : []))
    if (words) announce(words)
  }
}

/**
 * An entry of a menu that copies.
 * @param {string} label
 * @param {string} done
 * @param {() => Promise<void>} act
 * @param {(words: string) => void} tell
 */
export function copying(label, done, act, tell) {
  const copy = element("button", { type: "button" }, label)
  copy.addEventListener("click", async () => {
    try {
      await act()
    } catch (failure) {
      console.error(failure)
      return tell(say("Your browser did not allow copying. Select the text on the page and copy it, or take a file."))
    }
    tell("")
    announce(done)
    copy.textContent = done
    setTimeout(() => (copy.textContent = label), BACK)
  })
  return element("li", {}, copy)
}

/** The entry that copies a table, where a browser can. @param {() => Promise<void>} act @param {(words: string) => void} tell */
export function tableCopying(act, tell) {
  return navigator.clipboard && typeof ClipboardItem === "function" ? [copying(say("Copy as table"), say("Table copied"), act, tell)] : []
}
