// Taking: the menu above a table gives it away as it is filtered and sorted at this moment: as CSV, Excel or JSON, or copied as a table.
// Without this script its links lead to files of the whole table.

import { all } from "../site/query.js"
import { announce } from "../site/status.js"
import { element } from "../site/element.js"
import { copying, tableCopying, troubleOf } from "../taking/menu.js"
import { say } from "../site/words.js"

/** @typedef {import("../taking/taking.js").Now} Now */
/** @typedef {import("../taking/taking.js").Way} Way */

/**
 * The menu that stands above a table, if one does.
 * @param {HTMLTableElement} table
 */
function menuOf(table) {
  const both = all(document, "[data-ch-take], table", HTMLElement)
  const above = both[both.indexOf(table) - 1]
  return above instanceof HTMLDetailsElement ? above : null
}

/** The way of which a link is. @param {HTMLAnchorElement} link @returns {"csv" | "json" | "xlsx" | null} */
function wayOf(link) {
  const ending = link.pathname.split(".").at(-1)
  return ending === "csv" || ending === "json" || ending === "xlsx" ? ending : null
}

/**
 * Lets the menu above a table give away what the table shows.
 * @param {HTMLTableElement} table
 * @param {() => Promise<Now>} now what it shows at the moment at which somebody asks
 * @param {() => boolean} [isInFiles] whether that is what the files hold, but in another language than its further pages
 */
export function offer(table, now, isInFiles = () => false) {
  const menu = menuOf(table)
  const [list] = menu ? all(menu, "ul", HTMLUListElement) : []
  if (!menu || !list || menu.dataset.chTake) return
  menu.dataset.chTake = "here"
  const [csv, ...others] = all(list, "a", HTMLAnchorElement)
  const json = others.find((link) => wayOf(link) === "json")
  const name = decodeURIComponent(new URL(csv.href).pathname).split("/").at(-1)?.replace(/\.csv$/, "") ?? "list"
  const tell = troubleOf(menu)
  let isOff = false // where nothing can be made here, the links are what they were without this script

  /** @param {Way} way */
  async function give(way) {
    const { take } = await import("../taking/taking.js")
    await take(way, name, table, now, json?.href, menu?.dataset.chDay)
  }

  /** @param {HTMLAnchorElement} link @param {Way} way */
  function gives(link, way) {
    link.addEventListener("click", async (event) => {
      const isFile = link.pathname.endsWith(`.${way}`)
      if (isFile && (isOff || isInFiles())) return
      event.preventDefault()
      try {
        await give(way)
        tell("")
        menu?.removeAttribute("open")
        announce(say("File saved"))
      } catch (failure) {
        console.error(failure)
        if (way === "xlsx") return tell(say("The Excel file could not be made. Please take CSV."))
        isOff = true
        tell(say("The file could not be made. CSV and JSON now give the whole list."))
      }
    })
  }

  if (!others.some((link) => wayOf(link) === "xlsx")) {
    const workbook = element("a", { href: csv.href }, say("Excel (XLSX)"))
    csv.closest("li")?.after(element("li", {}, workbook))
    gives(workbook, "xlsx")
  }
  for (const link of [csv, ...others]) {
    const way = wayOf(link)
    if (way) gives(link, way)
  }
  const text = navigator.clipboard && menu.closest("section")?.querySelector("[data-ch-said]")?.textContent
  if (text) list.append(copying(say("Copy as text"), say("Text copied"), () => navigator.clipboard.writeText(text), tell))
  list.append(...tableCopying(() => give("copy"), tell))
}
