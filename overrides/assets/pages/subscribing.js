// Subscribing: the choice that is picked fills the offer with its addresses; without this the plain lists below hold them all.

import { all, one } from "../site/query.js"
import { copies } from "../site/clipboard.js"
import { say } from "../site/words.js"

/** @typedef {{id?: string, name?: string, feed?: string, agenda?: string, qr?: string}} Choice */

const PAUSE = 2000

export function startSubscribing() {
  const offer = document.querySelector("[data-ch-offer]")
  if (!(offer instanceof HTMLElement)) return
  for (const part of all(document, "[data-ch-pick]", HTMLElement)) part.hidden = false
  offerChoices(offer)
  for (const button of all(document, "[data-ch-copies]", HTMLButtonElement)) {
    copies(button, () => copied(document.getElementById(button.dataset.chCopies ?? "")), say("Copied"), PAUSE)
  }
}

/** @param {HTMLElement | null} from */
const copied = (from) => (from instanceof HTMLInputElement ? from.value : (from?.textContent ?? ""))

/** @param {HTMLElement} offer */
function offerChoices(offer) {
  const selects = all(document, "form[data-ch-pick] select", HTMLSelectElement)
  /** @type {Choice} */
  const everything = { id: offer.dataset.chOffer, name: one(offer, "[data-ch-name]", HTMLElement).textContent ?? "", ...offer.dataset }
  const code = one(offer, "[data-ch-qr]", HTMLElement)
  const codeOfEverything = [...code.childNodes]

  /** @param {Choice} choice */
  const show = (choice) => {
    fill(offer, choice)
    if (!choice.qr) code.replaceChildren(...codeOfEverything)
    else code.replaceChildren(Object.assign(new Image(), { src: choice.qr, alt: say("QR code: {name}", { name: choice.name ?? "" }), className: "ch-qr" }))
  }

  /** @param {HTMLSelectElement} select */
  const pick = (select) => {
    for (const other of selects) if (other !== select) other.value = everything.id ?? ""
    const [option] = select.selectedOptions
    const isEverything = option.value === everything.id
    show(isEverything ? everything : { id: option.value, name: option.textContent ?? "", ...option.dataset })
    // So that the address of the page leads to this choice, for whom one sends it to.
    history.replaceState(history.state, "", isEverything ? location.pathname : `#${option.value}`)
  }

  for (const select of selects) select.addEventListener("change", () => pick(select))
  const wanted = location.hash.slice(1)
  const select = wanted === everything.id ? undefined : selects.find(({ options }) => [...options].some(({ value }) => value === wanted))
  if (!select) return
  select.value = wanted
  pick(select)
  // After the browser has shown the row of the list that has the same name.
  const look = () => requestAnimationFrame(() => document.getElementById("choose")?.closest("section")?.scrollIntoView())
  if (document.readyState === "complete") look()
  else addEventListener("load", look, { once: true })
}

/** @param {HTMLElement} offer @param {Choice} choice */
function fill(offer, choice) {
  one(offer, "[data-ch-name]", HTMLElement).textContent = choice.name ?? ""
  for (const [part, value] of Object.entries({ feed: choice.feed, agenda: choice.agenda })) {
    one(offer, `[data-ch-part="${part}"]`, HTMLElement).hidden = !value
    one(offer, `[data-ch-none="${part}"]`, HTMLElement).hidden = Boolean(value)
  }
  for (const way of all(offer, "[data-ch-href]", HTMLAnchorElement)) way.href = filled(way.dataset.chHref ?? "", choice)
  for (const field of all(offer, "[data-ch-value]", HTMLInputElement)) field.value = filled(field.dataset.chValue ?? "", choice)
}

/**
 * A form like "https://reader.example/add?url={feed}"; where it is the address alone, nothing is encoded.
 * @param {string} form
 * @param {Choice} choice
 */
function filled(form, { feed = "", agenda = "" }) {
  /** @type {Record<string, string>} */
  const ways = { feed, agenda, xml: feed.replace(/\.rss$/, ".xml"), webcal: agenda.replace(/^https?:/, "webcal:") }
  return form.replace(/\{(\w+)\}/g, (whole, name) => (form === whole ? ways[name] : encodeURIComponent(ways[name])))
}
