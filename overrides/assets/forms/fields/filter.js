// Filter: of a long list of choices those stay that hold what is typed, and those that are chosen.

import { all } from "../../site/query.js"
import { folded } from "../rules/letters.js"

/** @param {HTMLInputElement} input */
export function filter(input) {
  const list = input.closest("details")
  const words = folded(input.value).split(/\s+/).filter(Boolean)
  for (const group of list ? all(list, ".ch-boxes", HTMLElement) : []) {
    const labels = all(group, "label", HTMLElement)
    for (const label of labels) {
      const text = folded(label.textContent ?? "")
      const isChosen = label.querySelector("input")?.checked
      label.hidden = !isChosen && !words.every((word) => text.includes(word))
    }
    group.hidden = labels.every(({ hidden }) => hidden)
  }
}
