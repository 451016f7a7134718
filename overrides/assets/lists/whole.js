// Whole: a table that does not narrow, with the rows of its other pages where it stands on several, in the order in which it stands.

import { inWords, sorted } from "./sorting.js"
import { language } from "../site/words.js"
import { house } from "../site/house.js"
import { pagesOf } from "../site/pager.js"
import { rowsOf } from "./bodies.js"
import { rowsOfAll } from "./other_pages.js"

/**
 * @param {HTMLTableElement} table
 * @param {import("./sorting.js").Order | null} order
 * @returns {Promise<import("../taking/taking.js").Now>}
 */
export async function wholeOf(table, order) {
  const pager = table.dataset.chList === undefined ? null : /** @type {HTMLElement | null} */ (document.querySelector(".ch-pager"))
  const own = rowsOf(table)
  const pages = pager ? pagesOf(pager, location.href) : []
  const signal = house.lists?.signal ?? new AbortController().signal
  const rows = pages.length ? await rowsOfAll(pages, own, signal, () => {}) : own
  return { rows: order ? sorted(rows, order) : rows, all: rows, chosen: [], order: order ? inWords(order) : "", isMixed: language() !== "en" && pages.length > 0 }
}
