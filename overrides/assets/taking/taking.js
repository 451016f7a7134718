// Taking: what a table or the search shows at this moment becomes a file, or is copied. Fetched when somebody asks for it
// (lists/taking.js, search/view/take_menu.js).

import { csvOf, htmlOf, jsonOf, plainOf } from "./texts.js"
import { element } from "../site/element.js"
import { house } from "../site/house.js"
import { root } from "../site/root.js"
import { say, today } from "../site/words.js"
import { sheetOf } from "./reading.js"
import { sheetOfHits } from "./hits_sheet.js"
import { workbookOf } from "./workbook.js"

/** @typedef {"csv" | "xlsx" | "json" | "ics" | "copy"} Way */
/**
 * @typedef {object} Now what a table shows
 * @property {HTMLTableRowElement[]} rows all that match, in their order, also those that the page does not show yet
 * @property {HTMLTableRowElement[]} all those of the whole table
 * @property {{facet: string, term: string, words: string}[]} chosen of its facets, if any
 * @property {string} order in words, where the reader has chosen one
 * @property {boolean} isMixed whether some of its rows may be in English and not in the language of the page
 */
/**
 * @typedef {object} Results what the search found
 * @property {import("../search/view/hits.js").Hit[]} hits
 * @property {string} title
 * @property {string} address
 * @property {Now["chosen"]} chosen its words and facets
 * @property {string} order in words
 */
/** @typedef {import("./texts.js").About} About */
/** @typedef {{file: string, about: About, sheet: import("./reading.js").Sheet}} Taken file: its name, without its ending */

const LONGEST = 100
const A_WHILE = 4000
const LICENCE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
const TYPES = {
  csv: "text/csv",
  ics: "text/calendar",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

/**
 * @param {Way} way
 * @param {string} name of the files of the whole table
 * @param {HTMLTableElement} table
 * @param {() => Promise<Now>} ask
 * @param {string} [whole] where the JSON file of the whole list is
 * @param {string} [changed] the day on which the list changed last, where the page says so
 */
export function take(way, name, table, ask, whole, changed) {
  return give(way, ask().then(async (now) => {
    const sheet = sheetOf(table, now.rows, now.all, onSite)
    return { file: fileName(name, now.chosen), about: aboutOfTable(table, now, changed), sheet: now.isMixed && whole ? await inLanguage(sheet, whole) : sheet }
  }))
}

/**
 * @param {Way} way
 * @param {Promise<Results>} results
 */
export function takeResults(way, results) {
  return give(way, results.then(({ hits, title, address, chosen, order }) => ({
    file: fileName("search", chosen), about: aboutOf(title, onSite(address), filterOf(chosen), order), sheet: sheetOfHits(hits, onSite),
  })))
}

/**
 * What a copy holds of a file (offline/files.js). Throws where it holds nothing.
 * @param {Exclude<Way, "copy">} way
 * @param {string} stem the address of the file on the site, without its ending
 * @param {string} name of the file, or nothing
 */
export async function takeHeld(way, stem, name) {
  const answer = await fetch(new URL(`${stem}.${way === "ics" ? way : "json"}`, root))
  if (!answer.ok) throw new Error(answer.statusText)
  const file = name.replace(/\.[a-z]+$/, "") || (stem.split("/").at(-1) ?? stem)
  if (way === "ics") return save(await answer.text(), way, file)
  const { columns, rows, ...known } = await answer.json()
  const about = aboutOf("", "", [], "").map(({ key, label }) => ({ key, label, value: known[key] }))
  const values = rows.map((/** @type {Record<string, import("./reading.js").Value>} */ row) => columns.map((/** @type {string} */ column) => row[column]))
  await give(way, Promise.resolve({ file, about, sheet: { headings: columns, rows: values, links: [], first: 0, seen: columns.length } }))
}

/**
 * A sheet in the words of the page's language, as the file of the whole list has them; where that cannot be had, as it is.
 * @param {import("./reading.js").Sheet} sheet
 * @param {string} whole
 */
async function inLanguage(sheet, whole) {
  try {
    const { columns, rows } = await (await fetch(house.copy ? whole.replace(house.copy.site, root.href) : whole)).json()
    if (columns.join() !== sheet.headings.join()) return sheet
    /** @type {Map<unknown, import("./reading.js").Value[]>} */
    const known = new Map(rows.map((/** @type {Record<string, string | number>} */ row) => [row[columns.at(-1)], columns.map((/** @type {string} */ column) => row[column])]))
    return { ...sheet, rows: sheet.rows.map((values) => known.get(values.at(-1)) ?? values) }
  } catch {
    return sheet
  }
}

/** @param {Way} way @param {Promise<Taken>} taking */
async function give(way, taking) {
  if (way === "copy") {
    // A browser lets a page write only while it answers a press: so it is handed what is still being put together.
    const text = (/** @type {typeof htmlOf} */ make, /** @type {string} */ type) => taking.then(({ about, sheet }) => new Blob([make(about, sheet)], { type }))
    await navigator.clipboard.write([new ClipboardItem({ "text/html": text(htmlOf, "text/html"), "text/plain": text(plainOf, "text/plain") })])
    return
  }
  const { file, about, sheet } = await taking
  save(way === "csv" ? csvOf(about, sheet) : way === "json" ? jsonOf(about, sheet) : await workbookOf(about, sheet), way, file)
}

/** @param {BlobPart} content @param {keyof typeof TYPES} way @param {string} file its name, without its ending */
function save(content, way, file) {
  const href = URL.createObjectURL(new Blob([content], { type: TYPES[way] }))
  element("a", { href, download: `${file}.${way}` }).click()
  setTimeout(() => URL.revokeObjectURL(href), A_WHILE)
}

/** List, filter and day. @param {string} name @param {Now["chosen"]} chosen */
function fileName(name, chosen) {
  const words = [name, ...chosen.map(({ term }) => term)].join("-").replaceAll(/[^\p{L}\p{M}\p{N}.-]+/gu, "-")
  return `${words.slice(0, LONGEST)}-${day()}`
}

/** The day of what the page says: of the site's build, or of the copy. */
const day = () => house.copy?.made ?? house.built ?? today()

/** @param {HTMLTableElement} table @param {Now} now @param {string} [changed] */
function aboutOfTable(table, { chosen, order }, changed) {
  const caption = /** @type {HTMLElement | undefined} */ (table.caption?.cloneNode(true))
  const own = caption?.querySelector("[data-ch-order]")
  const made = own?.textContent?.replace(/^[,\s]+/, "") ?? ""
  own?.remove()
  const narrowed = table.dataset.chNarrowed ? [table.dataset.chNarrowed] : []
  return aboutOf(caption?.textContent?.trim() ?? document.title, onSite(location.href), [...narrowed, ...filterOf(chosen)], order || made, changed)
}

/** What is chosen of each facet. @param {Now["chosen"]} chosen */
function filterOf(chosen) {
  const facets = [...new Set(chosen.map(({ facet }) => facet))]
  return facets.map((facet) => `${facet}: ${chosen.filter((choice) => choice.facet === facet).map(({ words }) => words).join(", ")}`)
}

/** @param {string} title @param {string} address @param {string[]} filter @param {string} order @param {string} [changed] @returns {About} */
function aboutOf(title, address, filter, order, changed = day()) {
  return [
    { key: "title", label: say("List"), value: title },
    { key: "source", label: say("Source"), value: nameOfSite() },
    { key: "address", label: say("Address"), value: address },
    { key: "day", label: say("Day"), value: changed },
    { key: "licence", label: say("Licence"), value: LICENCE },
    { key: "filter", label: say("Filter"), value: filter.join("; ") || say("none") },
    { key: "order", label: say("Order"), value: order || say("as on the page") },
  ]
}

const nameOfSite = () => house.copy?.name ?? document.querySelector(".ch-imprint")?.textContent ?? location.host

/** The address at which a page of this site stands for everybody, wherever this one is read; another address as it is. @param {string} href */
function onSite(href) {
  if (!href.startsWith(root.href)) return href
  const path = href.slice(root.href.length).replace(/(^|\/)index\.html(?=$|[?#])/, "$1")
  return site() + path
}

function site() {
  if (house.copy) return house.copy.site
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? ""
  const own = location.pathname.slice(root.pathname.length)
  return own && canonical.endsWith(own) ? canonical.slice(0, -own.length) : own ? root.href : canonical || root.href
}
