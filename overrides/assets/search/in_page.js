// In the page: the search page, fetched when that is opened.

import { makePage } from "./view/page.js"
import { notLoaded } from "./view/hits.js"
import { one } from "../site/query.js"
import { terms } from "./index/terms.js"

/** @type {ReturnType<typeof makePage> | undefined} */
let current

/** @param {HTMLElement | null} place */
export async function startPage(place) {
  if (!place || place.dataset.chSearch === "started") return
  place.dataset.chSearch = "started"
  one(document, "[data-ch-no-script]", HTMLElement).hidden = true
  try {
    const { facets } = await terms()
    current = makePage(place, facets)
    current.restore()
  } catch (failure) {
    console.error(failure)
    place.append(notLoaded())
  }
}

addEventListener("popstate", () => {
  if (current?.place.isConnected) current.restore()
})
