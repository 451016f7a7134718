// Sorting: the headings of a table become buttons, and its rows stand in the order of what stands below one of them; a column
// of prose has no order.

import { bodiesOf, rowsOf } from "./bodies.js"
import { element } from "../site/element.js"
import { say } from "../site/words.js"

/** @typedef {"ascending" | "descending"} Direction */
/** @typedef {{first: Direction, compare: (one: any, other: any) => number, words: Record<Direction, string>}} Kind */
/** @typedef {{scale: string, amount: number}} Amount */
/** @typedef {{heading: HTMLTableCellElement, place: number, kind: Kind, label: string, id: string, own: string | null}} Column */
/** @typedef {{column: Column, direction: Direction}} Order */
/** @typedef {{columns: Column[], mark: (order: Order | null) => void}} Sorting */

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

/** @type {Record<"day" | "number" | "amount" | "words", Kind>} */
const KINDS = {
  day: { first: "descending", compare: (one, other) => (one < other ? -1 : one > other ? 1 : 0), words: { ascending: say("oldest first"), descending: say("newest first") } },
  number: { first: "descending", compare: (one, other) => one - other, words: { ascending: say("lowest first"), descending: say("highest first") } },
  amount: { first: "descending", compare: (one, other) => one.amount - other.amount, words: { ascending: say("lowest first in each kind of unit"), descending: say("highest first in each kind of unit") } },
  words: { first: "ascending", compare: collator.compare, words: { ascending: say("A to Z"), descending: say("Z to A") } },
}

/**
 * A cell's value: its day (ISO), its number, its amount on a scale, or its words; none where it only says, quietly, that nothing is known.
 * @param {HTMLTableRowElement} row
 * @param {Column} column
 */
function valueOf(row, { place, kind }) {
  const cell = row.cells[place]
  const [first] = cell.children
  const isQuiet = cell.children.length === 1 && first.matches(".ch-small") && first.textContent === cell.textContent
  if (kind === KINDS.day) return cell.querySelector("time")?.dateTime
  if (kind === KINDS.amount) return cell.dataset.chScale ? { scale: cell.dataset.chScale, amount: Number(cell.dataset.chAmount) } : undefined
  if (isQuiet) return undefined
  const text = cell.textContent ?? ""
  if (kind === KINDS.number) return Number(text.replaceAll(/[^\d.-]/g, ""))
  return (cell.querySelector("a")?.textContent ?? text).trim()
}

/**
 * In each direction, rows without a value come last, and equal ones stay in the list's own order. Amounts of one scale stand
 * together, and no direction exchanges the scales: what is weighed is neither more nor less than what is counted.
 * @param {HTMLTableRowElement[]} rows
 * @param {Order} order
 */
export function sorted(rows, { column, direction }) {
  const sign = direction === "ascending" ? 1 : -1
  const keyed = rows.map((row) => ({ row, value: valueOf(row, column) }))
  const known = keyed.filter(({ value }) => value !== undefined).sort((one, other) => scales(one.value, other.value) || sign * column.kind.compare(one.value, other.value))
  return [...known, ...keyed.filter(({ value }) => value === undefined)].map(({ row }) => row)
}

/** The order of two scales, where the values are amounts. @param {any} one @param {any} other */
const scales = (one, other) => (one.scale && one.scale !== other.scale ? collator.compare(one.scale, other.scale) : 0)

/**
 * Makes a table's headings buttons; the caller shows the rows, and marks the order for eyes and ears, null as the list's own.
 * @param {HTMLTableElement} table
 * @param {(order: Order) => void} choose is called at each press
 * @returns {Sorting}
 */
export function sortable(table, choose) {
  const rows = rowsOf(table)
  const columns = [...(table.tHead?.rows[0].cells ?? [])].flatMap((heading, place) => (heading.dataset.chProse === undefined ? columnOf(heading, place, rows, choose) : []))
  table.classList.add("ch-cards--sort")
  const caption = table.caption ?? table.createCaption()
  const words = caption.querySelector("[data-ch-order]") ?? caption.appendChild(element("span"))
  const own = words.textContent
  return {
    columns,
    mark(order) {
      for (const column of columns) column.heading.ariaSort = order ? (column === order.column ? order.direction : null) : column.own
      words.textContent = order ? `, ${inWords(order)}` : own
    },
  }
}

/**
 * @param {HTMLTableCellElement} heading
 * @param {number} place
 * @param {HTMLTableRowElement[]} rows
 * @param {(order: Order) => void} choose
 * @returns {Column}
 */
function columnOf(heading, place, rows, choose) {
  const isDay = rows.some((row) => row.cells[place].querySelector("time"))
  const isAmount = rows.some((row) => row.cells[place].dataset.chScale)
  const kind = isDay ? KINDS.day : isAmount ? KINDS.amount : heading.matches(".ch-num") ? KINDS.number : KINDS.words
  const label = heading.textContent?.trim() ?? ""
  const column = { heading, place, kind, label, id: label.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-"), own: heading.ariaSort }
  const onclick = () => {
    const again = heading.ariaSort === "ascending" ? "descending" : "ascending"
    choose({ column, direction: heading.ariaSort ? again : kind.first })
  }
  heading.replaceChildren(element("button", { type: "button", className: "ch-sort", onclick }, label))
  return column
}

/** @param {Order} order */
export function inWords({ column, direction }) {
  return say("sorted by {column}, {order}", { column: column.label.toLowerCase(), order: column.kind.words[direction] })
}

/** A table that only sorts; gives what tells its order. @param {HTMLTableElement} table @returns {() => Order | null} */
export function sortAlone(table) {
  const bodies = bodiesOf(table)
  const status = element("p", { className: "ch-hidden", role: "status" })
  table.before(status)
  /** @type {Order | null} */
  let now = null
  const { mark } = sortable(table, (order) => {
    now = order
    bodies.show(sorted(bodies.rows, order))
    mark(order)
    status.textContent = say("The table is {order}.", { order: inWords(order) })
  })
  return () => now
}
