// Filter: of a long list of choices those stay that what is typed may mean, and those that are chosen.

import { all } from "../../site/query.js"
import { distance, spellingsOf } from "../choices/lists.js"

/** @param {HTMLInputElement} input */
export function filter(input) {
  const list = input.closest("details")
  for (const group of list ? all(list, ".ch-boxes", HTMLElement) : []) {
    const labels = all(group, "label", HTMLElement)
    for (const label of labels) {
      const box = label.querySelector("input")
      const spellings = spellingsOf(input.dataset.chFilter ?? "", box?.value ?? "", label.textContent?.trim() ?? "")
      label.hidden = !box?.checked && Boolean(input.value.trim()) && distance(spellings, input.value) === null
    }
    group.hidden = labels.every(({ hidden }) => hidden)
  }
}
