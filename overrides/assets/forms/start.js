// Start: the page on which a record is added or corrected. It fetches the one form that is asked for, and opens it. It stands in that
// page alone.

import { all, one } from "../site/query.js"
import { fetchNetworks, recordOf } from "./known.js"
import { loadSchema } from "./schema.js"
import { dataScript } from "../site/data_script.js"
import { element } from "../site/element.js"
import { house } from "../site/house.js"
import { language, say } from "../site/words.js"
import { openForm } from "./form.js"

/** @param {HTMLElement} page */
async function start(page) {
  const query = new URLSearchParams(location.search)
  one(page, "[data-ch-without]", HTMLElement).hidden = true
  const edited = query.get("edit")
  const kind = edited ? edited.split("/")[0] : (query.get("kind") ?? "")
  const entry = page.querySelector(`[data-ch-kind="${CSS.escape(kind)}"]`)
  entry?.setAttribute("aria-current", "page")
  if (entry) await loadSchema(kind)
  const base = edited && entry ? await recordOf(edited) : undefined
  if (edited && !base) page.querySelector(".ch-kinds")?.after(noSuchRecord(edited))
  else if (entry) openForm(await fetchForm(page, kind), kind, query, edited, base)
}

/** Puts the form of a collection into the page, with the lists that it shares with others. @param {HTMLElement} page @param {string} kind */
async function fetchForm(page, kind) {
  const prefix = language() === "en" ? "" : `${language()}/`
  await Promise.all([dataScript(`${prefix}contribute/forms/${kind}.js`), fetchNetworks()])
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

/** @param {string} key */
function noSuchRecord(key) {
  const text = ` ${say("{key} is not among the records that can be edited with this form.", { key })}`
  return element("div", { className: "ch-notice" }, element("strong", {}, say("This record was not found.")), text)
}

const page = document.querySelector("[data-ch-forms]")
if (page instanceof HTMLElement) start(page)
