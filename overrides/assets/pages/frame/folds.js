// Folds: what is folded opens on paper, and where the address leads into it.

import { all } from "../../site/query.js"

export function startFolds() {
  /** @type {HTMLDetailsElement[]} */
  const folded = []
  addEventListener("beforeprint", () => {
    folded.push(...all(document, ".md-content details:not([open])", HTMLDetailsElement))
    for (const part of folded) part.open = true
  })
  addEventListener("afterprint", () => {
    for (const part of folded.splice(0)) part.open = false
  })
  addEventListener("hashchange", unfold)
  unfold()
}

function unfold() {
  const target = document.querySelector(":target")
  const part = target?.closest("details:not([open])")
  if (!(part instanceof HTMLDetailsElement)) return
  part.open = true
  target?.scrollIntoView()
}
