// Start: the page on which a record is added or corrected. Before a kind is chosen it needs nothing; then it fetches the form and what
// that kind needs, all at once. It stands in that page alone.

import { notFound, notLoaded } from "./notices.js"
import { dataScript } from "../site/data_script.js"
import { language } from "../site/words.js"
import { one } from "../site/query.js"

/** What a form of a kind is made of. @param {string} kind */
const piecesOf = (kind) => [
  "contribute/schema.js",
  "contribute/known.js",
  "contribute/known/networks.js",
  `contribute/schema/${kind}.js`,
  ...(language() === "en" ? [`contribute/forms/${kind}.js`] : [`${language()}/contribute/rules.js`, `${language()}/contribute/forms/${kind}.js`]),
]

/** @param {HTMLElement} page */
async function start(page) {
  const query = new URLSearchParams(location.search)
  one(page, "[data-ch-without]", HTMLElement).hidden = true
  const edited = query.get("edit")
  const kind = edited ? edited.split("/")[0] : (query.get("kind") ?? "")
  const entry = page.querySelector(`[data-ch-kind="${CSS.escape(kind)}"]`)
  entry?.setAttribute("aria-current", "page")
  if (!entry) return edited ? notFound(page, edited) : undefined
  const pieces = Promise.all(piecesOf(kind).map(dataScript))
  const opening = await import("./opening.js").catch(() => null)
  const areThere = (await pieces).every(Boolean)
  if (!page.isConnected) return
  if (opening && areThere) await opening.openPage(page, kind, query, edited)
  else notLoaded(page)
}

const page = document.querySelector("[data-ch-forms]")
if (page instanceof HTMLElement) start(page)
