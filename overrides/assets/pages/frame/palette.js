// Palette: the switch of colour schemes. Until somebody chooses, the system's scheme counts. The script beside the switch puts a
// choice back before the page is painted.

import { all } from "../../site/query.js"

const KEPT = "__palette"
const PARTS = ["scheme", "primary", "accent"]

export function startPalette() {
  const options = all(document, "[data-md-component=palette] input", HTMLInputElement)
  if (!options.length) return
  const bar = named("theme-color")
  const canvas = named("color-scheme")

  /** @param {HTMLInputElement} option */
  const choose = (option) => {
    const colours = Object.fromEntries(["media", ...PARTS].map((part) => [part, option.getAttribute(`data-md-color-${part}`) ?? ""]))
    document.body.setAttribute("data-md-color-switching", "") // all at once, with no transition
    for (const part of PARTS) document.body.setAttribute(`data-md-color-${part}`, colours[part])
    for (const { labels } of options) for (const label of labels ?? []) label.hidden = true
    const label = option.nextElementSibling // of each option the one that leads on to the next
    if (label instanceof HTMLElement) label.hidden = false
    __md_set(KEPT, { index: options.indexOf(option), color: colours })
    const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header") ?? document.body)
    bar.content = backgroundColor
    canvas.content = colorScheme
    requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching"))
  }
  const ofSystem = options.findIndex((option) => matchMedia(option.dataset.mdColorMedia ?? "").matches)
  choose(options[__md_get(KEPT)?.index ?? ofSystem] ?? options[0])
  for (const [number, option] of options.entries()) {
    option.addEventListener("change", () => choose(option))
    option.addEventListener("keydown", ({ key }) => {
      const next = options[(number + 1) % options.length]
      if (key !== "Enter") return
      next.click()
      next.focus()
    })
  }
}

/** A line of the head. @param {string} name */
function named(name) {
  const meta = document.createElement("meta")
  meta.name = name
  document.head.append(meta)
  return meta
}
