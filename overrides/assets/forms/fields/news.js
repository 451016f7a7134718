// News: the rows in which an edit says what subscribers learn, each with a note of whoever edits.

import { all, one } from "../../site/query.js"
import { say } from "../../site/words.js"

/** What nobody learns without the reason. */
const NEEDING_WORDS = ["cancelled", "moved"]

/** @param {import("../state.js").State} state */
export const newsRows = (state) => all(state.part("changes"), ":scope > *", HTMLElement)

/** The field of a row's note. @param {HTMLElement} row */
export const noteOf = (row) => one(row, "input[type=text]", HTMLInputElement)

/** What was written into the rows, by what they are about. @param {import("../state.js").State} state */
export const notesOf = (state) => Object.fromEntries(newsRows(state).map((row) => [row.dataset.chChange ?? "", noteOf(row).value]))

/** What is asked about a change. @param {string} what */
function questionOf(what) {
  if (what === "cancelled") return say("Why was it cancelled?")
  return what === "moved" ? say("What should subscribers be told?") : say("In a sentence")
}

/** The first row that cannot do without a sentence, and has none. @param {import("../state.js").State} state */
export const wordless = (state) => newsRows(state).find((row) => NEEDING_WORDS.includes(row.dataset.chOf ?? "") && !noteOf(row).value.trim())

/**
 * One row for each thing that subscribers must learn; a row that stays keeps its note.
 * @param {import("../state.js").State} state
 * @param {{slot: string, summary: string, entry: {what: string}}[]} news
 */
export function syncNews(state, news) {
  const list = state.part("changes")
  const rows = newsRows(state)
  const template = one(list.parentElement ?? list, "template", HTMLTemplateElement)
  news.forEach(({ slot, summary, entry }, place) => {
    const row = rows.find(({ dataset }) => dataset.chChange === slot) ?? newRow(template, slot)
    one(row, "[data-ch-what]", HTMLElement).textContent = summary
    row.dataset.chOf = entry.what
    one(row, ".ch-field__label", HTMLElement).textContent = questionOf(entry.what)
    if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null)
  })
  for (const row of newsRows(state).slice(news.length)) row.remove()
  state.part("news").hidden = !news.length
}

/** @param {HTMLTemplateElement} template @param {string} slot */
function newRow(template, slot) {
  const row = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild)
  row.dataset.chChange = slot
  const note = noteOf(row)
  note.id += `-${slot}`
  one(row, ".ch-field__label", HTMLLabelElement).htmlFor = note.id
  return row
}
