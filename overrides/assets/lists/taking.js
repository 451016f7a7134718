// Taking: the menu above a table gives it away as it is filtered and sorted at this moment: as CSV, Excel or JSON, or copied as a table.
// Without this script its links lead to files of the whole table.

import { all } from "../site/query.js"
import { announce } from "../site/status.js"
import { element } from "../site/element.js"
import { say } from "../site/words.js"

/** @typedef {import("../taking/taking.js").Now} Now */
/** @typedef {import("../taking/taking.js").Way} Way */

const BACK = 4000

/**
 * The menu that stands above a table, if one does.
 * @param {HTMLTableElement} table
 */
function menuOf(table) {
  const both = all(document, "[data-ch-take], table", HTMLElement)
  const above = both[both.indexOf(table) - 1]
  return above instanceof HTMLDetailsElement ? above : null
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
  const name = decodeURIComponent(new URL(csv.href).pathname).split("/").at(-1)?.replace(/\.csv$/, "") ?? "list"

  /** @param {Way} way */
  async function give(way) {
    const { take } = await import("../taking/taking.js")
    await take(way, name, table, now)
  }

  /** @param {HTMLAnchorElement} link @param {Way} way */
  function gives(link, way) {
    link.addEventListener("click", async (event) => {
      if (isInFiles()) return
      event.preventDefault()
      try {
        await give(way)
        menu?.removeAttribute("open")
        announce(say("File saved"))
      } catch (failure) {
        console.error(failure)
        location.href = (way === "xlsx" && !link.pathname.endsWith(".xlsx") ? csv : link).href
      }
    })
  }

  if (!others.some(({ pathname }) => pathname.endsWith(".xlsx"))) {
    const workbook = element("a", { href: csv.href }, say("Excel (XLSX)"))
    csv.closest("li")?.after(element("li", {}, workbook))
    gives(workbook, "xlsx")
  }
  for (const link of [csv, ...others]) gives(link, /** @type {Way} */ (link.pathname.split(".").at(-1)))
  const copy = element("button", { type: "button" }, say("Copy as table"))
  copy.addEventListener("click", async () => {
    await give("copy")
    announce(say("Table copied"))
    copy.textContent = say("Table copied")
    setTimeout(() => (copy.textContent = say("Copy as table")), BACK)
  })
  if (typeof ClipboardItem === "function" && navigator.clipboard) list.append(element("li", {}, copy))
}
