// Opening: a form that is asked for is put into the page, and opened with what it is about. Fetched when a kind is chosen.

import { all, one } from "../site/query.js"
import { element } from "../site/element.js"
import { house } from "../site/house.js"
import { recordOf } from "./known.js"
import { notFound } from "./notices.js"
import { learn } from "./schema.js"
import { openForm } from "./form.js"
import { wordsOf } from "./messages/request.js"

/**
 * Opens the form of a kind, whose pieces are there.
 * @param {HTMLElement} page
 * @param {string} kind
 * @param {URLSearchParams} query
 * @param {string | null} edited the record that is edited
 */
export async function openPage(page, kind, query, edited) {
  learn(kind)
  const base = edited ? await recordOf(edited) : undefined
  if (edited && !base) notFound(page, edited)
  else {
    const { request } = openForm(formIn(page, kind), kind, query, edited, base)
    if (edited) sayWhat(page, wordsOf(request || "change"))
  }
}

/** Says above the form what is asked for of a record that is there, where it was said before that one may add another. @param {HTMLElement} page @param {string} words */
function sayWhat(page, words) {
  const head = one(/** @type {HTMLElement} */ (page.parentElement), ".ch-head", HTMLElement)
  one(head, "h1", HTMLElement).textContent = words
  one(head, "p", HTMLElement).hidden = true
  one(page, "[data-ch-else]", HTMLElement).hidden = true
}

/** Puts the form of a collection into the page, with the lists that it shares with others. @param {HTMLElement} page @param {string} kind */
function formIn(page, kind) {
  const parsed = new DOMParser().parseFromString(house.forms?.[kind] ?? "", "text/html")
  const form = one(parsed, "form", HTMLFormElement)
  page.append(document.adoptNode(form))
  for (const around of all(/** @type {HTMLElement} */ (page.parentElement), ":scope > section:not([aria-labelledby=private])", HTMLElement)) around.hidden = true
  one(page, ".ch-kinds", HTMLElement).hidden = true
  sayKind(page, kind)
  one(page, "[data-ch-else]", HTMLElement).hidden = false
  return form
}

/** Says above the form what it is for, where it was said before that one may choose. @param {HTMLElement} page @param {string} kind */
function sayKind(page, kind) {
  const [noun, about] = one(page, `[data-ch-kind="${CSS.escape(kind)}"]`, HTMLElement).children
  const [choice] = all(/** @type {HTMLElement} */ (page.parentElement), ".ch-head > p", HTMLElement)
  choice?.replaceChildren(element("strong", {}, noun.textContent ?? ""), `: ${about.textContent}`)
}
