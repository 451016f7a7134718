// Status: what has just been done, for those who hear a page (WCAG 2.2, 4.1.3).

import { element } from "./element.js"

const ID = "ch-status"
const PAUSE = 100 // a region must be there before its text, or nobody hears it

/** @param {string} words */
export function announce(words) {
  const place = document.getElementById(ID) ?? element("p", { id: ID, className: "ch-hidden", role: "status" })
  if (!place.isConnected) document.body.append(place)
  place.textContent = ""
  setTimeout(() => (place.textContent = words), PAUSE)
}
