// Start: the page on which a record is added or mended. It checks while somebody types, shows the finished file, and hands it
// over. It stands in that page alone; the theme's instant navigation runs it anew.

import { all, one } from "../site/query.js"
import { loadSchema, recordOf, schema } from "./schema.js"
import { element } from "../site/element.js"
import { openForm } from "./form.js"

/** @param {HTMLElement} page */
async function start(page) {
  await loadSchema()
  const query = new URLSearchParams(location.search)
  const { lists, collections } = schema()
  one(page, "[data-ch-without]", HTMLElement).hidden = true
  document.getElementById("ch-zones")?.replaceChildren(...lists.zones.names.map(([zone]) => new Option(zone, zone)))
  for (const select of all(page, "[data-ch-states]", HTMLSelectElement)) select.append(otherStates())
  const edited = query.get("edit")
  const kind = edited ? edited.split("/")[0] : (query.get("kind") ?? "")
  page.querySelector(`[data-ch-kind="${CSS.escape(kind)}"]`)?.setAttribute("aria-current", "page")
  const form = () => one(page, `[data-ch-form="${kind}"]`, HTMLFormElement)
  if (!edited) {
    if (Object.hasOwn(collections, kind)) openForm(form(), kind, query)
    return
  }
  const base = await recordOf(edited)
  if (base) openForm(form(), kind, query, edited, base)
  else page.querySelector(".ch-kinds")?.after(noSuchRecord(edited))
}

/** @param {string} key */
function noSuchRecord(key) {
  const text = ` ${key} is not among the records that can be edited with this form.`
  return element("div", { className: "ch-notice" }, element("strong", {}, "This record was not found."), text)
}

function otherStates() {
  const { lists, members } = schema()
  const others = lists.states.names.filter(([code]) => !Object.hasOwn(members, code))
  others.sort(([, name], [, other]) => name.localeCompare(other, "en"))
  return element("optgroup", { label: "Other states" }, ...others.map(([code, state]) => new Option(state, code)))
}

const page = document.querySelector("[data-ch-forms]")
if (page instanceof HTMLElement) start(page)
