// Lost: on the page that says that there is none, the field of the search carries the words of the address that was asked for.

import { all } from "../site/query.js"

const LONGEST = 80

export function searchLost() {
  for (const field of all(document, "[data-ch-lost]", HTMLInputElement)) {
    if (!field.value) field.value = wordsOf(location.pathname.slice((field.dataset.chLost ?? "").length))
  }
}

/**
 * The words of the last part of an address that has any.
 * @param {string} path as `trainings/vn-2026-01-crime-scene/`
 */
function wordsOf(path) {
  const parts = path.split("/").map((part) => readable(part).replace(/\.\w+$/, "").replace(/[^\p{L}\p{M}\p{N}.]+/gu, " ").trim())
  return (parts.filter((part) => part && part !== "index").pop() ?? "").slice(0, LONGEST)
}

/** @param {string} part */
function readable(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
