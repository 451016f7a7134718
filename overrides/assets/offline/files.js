// Files: of a table a copy holds the rows alone, and makes of them the file that somebody asks for; the date of an event for a calendar, of
// which there are hundreds, it holds in a script too. The links lead to these files online, for readers without scripts.

import { announce } from "../site/status.js"
import { say } from "../site/words.js"

const FILE = /^([^?#]+)\.(csv|json|xlsx|ics)$/

/** @param {import("../site/house.js").Copy} copy */
export function makeFiles({ site }) {
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!isPlain || event.defaultPrevented || !link?.href.startsWith(site)) return
    const [, stem, way] = FILE.exec(decodeURI(link.href.slice(site.length))) ?? []
    if (!stem) return
    event.preventDefault()
    try {
      const { takeHeld } = await import("../taking/taking.js")
      await takeHeld(/** @type {"csv" | "json" | "xlsx" | "ics"} */ (way), stem, link.download)
    } catch (failure) {
      console.error(failure)
      location.assign(link.href)
      return
    }
    link.closest("details[name=ch-menus]")?.removeAttribute("open")
    announce(say("File saved"))
  })
}
