// Paper: the day as of which the site was built, and a code that leads back to the page, are put on it when it is printed.

import { all } from "../site/query.js"
import { dayInWords, say } from "../site/words.js"
import { house } from "../site/house.js"
import { qrCode } from "../site/qr_code.js"

const SVG = "http://www.w3.org/2000/svg"
const QUIET = 3 // modules of white around a code

export function startPaper() {
  addEventListener("beforeprint", fill)
  matchMedia("print").addEventListener("change", ({ matches }) => matches && fill()) // what prints without telling
}

function fill() {
  const isShown = CSS.supports("selector(::details-content)") // then look.css shows on paper what a phone folds
  if (!isShown) for (const details of all(document, ".ch-brief", HTMLDetailsElement)) details.open = true
  for (const place of all(document, ".ch-paper:not([data-ch-full])", HTMLElement)) {
    const address = place.querySelector("span")?.textContent ?? ""
    place.dataset.chFull = ""
    const day = house.copy?.made ?? house.built
    if (day) place.append(" ", say("As of {day}.", { day: dayInWords(new Date(`${day}T00:00`)) }))
    const rows = qrCode(address)
    if (rows) place.prepend(drawn(rows))
  }
}

/** @param {boolean[][]} rows */
function drawn(rows) {
  const svg = document.createElementNS(SVG, "svg")
  const size = rows.length + 2 * QUIET
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`)
  svg.setAttribute("class", "ch-qr")
  svg.setAttribute("role", "img")
  svg.setAttribute("aria-label", say("QR code of the address of this page"))
  const path = document.createElementNS(SVG, "path")
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
  path.setAttribute("d", squares.join(""))
  svg.append(path)
  return svg
}
