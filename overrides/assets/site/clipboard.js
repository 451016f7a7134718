// Clipboard: buttons that copy, shown only where a page may.

import { announce } from "./status.js"

/**
 * Lets a button copy a text; it says so for a while, or for good.
 * @param {HTMLButtonElement} button
 * @param {() => string} text
 * @param {string} done
 * @param {number} [back] milliseconds after which the button says again what it does
 */
export function copies(button, text, done, back) {
  if (!navigator.clipboard) return
  const label = button.textContent
  button.hidden = false
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text())
    button.textContent = done
    announce(done)
    if (back) setTimeout(() => (button.textContent = label), back)
  })
}
