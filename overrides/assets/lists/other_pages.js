// Other pages: a list that stands on several pages narrows as a whole once the rows of all of them are here.

import { rowsOf } from "./bodies.js"

/**
 * The rows of all pages, in their order. Throws where one of them cannot be had.
 * @param {string[]} pages
 * @param {HTMLTableRowElement[]} ownRows
 * @param {AbortSignal} signal
 * @param {() => void} tell is called after each
 */
export async function rowsOfAll(pages, ownRows, signal, tell) {
  const parts = await Promise.all(pages.map(async (href) => {
    if (!href) return ownRows
    const answer = await fetch(href, { signal })
    if (!answer.ok) throw new Error(answer.statusText)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    tell()
    const table = /** @type {HTMLTableElement} */ (page.querySelector("table.ch-cards"))
    return rowsOf(table).map((row) => moved(row, href))
  }))
  return parts.flat()
}

/** A row of another page, its links made good for this one. @param {HTMLTableRowElement} row @param {string} page */
function moved(row, page) {
  for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", page).href
  return document.adoptNode(row)
}
