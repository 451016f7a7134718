// Further: a list that stands narrowed at an address of its own leads to the whole list with the same words chosen, where others can be added.

import { element } from "../site/element.js"
import { say } from "../site/words.js"

const NARROWED = /^(.*\/)by\/([^/]+)\/([^/]+)\/(?:(years)\/([^/]+)\/)?(?:page\/\d+\/)?(index\.html)?$/

/** @param {Element | null} toolbar */
export function leadFurther(toolbar) {
  const [, whole, facet, term, also, year, file = ""] = NARROWED.exec(location.pathname) ?? []
  if (!whole || !toolbar || toolbar.querySelector("[data-ch-further]")) return
  const words = new URLSearchParams([[facet, decodeURIComponent(term)], ...(also ? [[also, year]] : [])])
  const link = element("a", { className: "ch-button", href: `${whole}${file}?${words}` }, say("Add more filters"))
  link.dataset.chFurther = ""
  toolbar.append(link)
}
