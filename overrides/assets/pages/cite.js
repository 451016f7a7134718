// Cite and share: the day of reading is put into the citations, and buttons copy, save and send them. What they copy stands on the
// page, so that without a script it can be copied by hand.

import { all } from "../site/query.js"
import { announce } from "../site/status.js"
import { copies } from "../site/clipboard.js"
import { dayInWords, say, today } from "../site/words.js"
import { element } from "../site/element.js"
import { house } from "../site/house.js"

const BACK = 4000
const TYPES = /** @type {Record<string, string>} */ ({ bib: "application/x-bibtex", ris: "application/x-research-info-systems" })

/** Puts the day into a file of citations: only into the first, the page's own. @type {Record<string, (text: string, day: string) => string>} */
const DATED = {
  bib: (text, day) => text.replace("\n}", () => `,\n  urldate = {${day}}\n}`),
  ris: (text, day) => text.replace("\nER", () => `\nY2  - ${day.replaceAll("-", "/")}\nER`)
}

/** @param {string} words @param {Record<string, unknown>} [properties] */
const button = (words, properties = {}) =>
  element("button", { className: "ch-button", type: "button", "data-ch-added": "", ...properties }, words)

export function startCiting() {
  for (const section of all(document, ".ch-cite", HTMLElement)) cite(section)
}

/** @param {HTMLElement} section */
function cite(section) {
  const day = house.copy?.made ?? today() // who reads a copy has not been at its address today
  for (const place of all(section, "[data-ch-cite]", HTMLElement)) {
    const kind = place.dataset.chCite ?? ""
    if (kind in DATED) place.textContent = DATED[kind](place.textContent, day)
    else place.append(element("span", { "data-ch-added": "" }, " (", say("accessed {day}", { day: dayInWords(new Date(`${day}T00:00`)) }), ")"))
    const copy = button(kind in DATED ? say("Copy") : say("Copy citation"), { hidden: true })
    copies(copy, () => place.textContent, say("Copied"), BACK)
    place.after(element("p", { className: "ch-toolbar" }, copy, kind in DATED ? saving(kind, place, section) : null))
  }
  const address = section.querySelector("[data-ch-address]")
  if (!(address instanceof HTMLAnchorElement)) return
  for (const copy of all(section, "[data-ch-copies-address]", HTMLButtonElement)) copies(copy, () => address.href, say("Copied"), BACK)
  if (typeof navigator.share !== "function") return
  for (const way of [...all(section, "[data-ch-shares]", HTMLElement), ...all(document, 'a[href="#share"]', HTMLElement)]) {
    way.hidden = false
    way.addEventListener("click", (event) => {
      event.preventDefault()
      navigator.share({ title: document.title, url: address.href }).catch(() => {}) // the reader thought better of it
    })
  }
}

/** A button that saves a citation as a file, made here of what the page shows. @param {string} kind @param {HTMLElement} place @param {HTMLElement} section */
function saving(kind, place, section) {
  const save = button(say("Download .{kind}", { kind }))
  save.addEventListener("click", () => {
    const href = URL.createObjectURL(new Blob([place.textContent], { type: TYPES[kind] }))
    element("a", { href, download: `${section.dataset.chName}.${kind}` }).click()
    setTimeout(() => URL.revokeObjectURL(href), BACK)
    announce(say("Saved"))
  })
  return save
}
