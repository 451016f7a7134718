// Reading: a table of the page comes in; what a file holds of it leaves: texts as they are seen, numbers as numbers, addresses. Twin of
// clearinghouse/publications/downloads/sheet.py, which reads the parts of which the page was made.

import { language, say } from "../site/words.js"

/** @typedef {string | number} Value */
/** @typedef {{values: Value[], days: string[], address: string}} Line */
/** @typedef {{headings: string[], rows: Value[][], links: string[], first: number, seen: number}} Sheet first: the place of the cell that leads to the record; seen: how many columns the page has */

const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
const POINTED = /^-?\d{1,3}(?:\.\d{3})+$/ // a whole number where points part thousands
const POINTS = ["id", "vi"]

/**
 * What a reader sees of a cell: lines one after the other, what a badge says in brackets behind them.
 * @param {Element} cell
 */
export function textOf(cell) {
  /** @type {string[]} */
  const lines = [""]
  let badges = ""

  /** @param {Node} node */
  function walk(node) {
    if (node instanceof Text) lines.push((lines.pop() ?? "") + node.data)
    else if (node instanceof Element && !isUnseen(node)) {
      if (node.matches("br")) lines.push("")
      else if (node.matches(".ch-badge") && lines.join("").trim()) badges += ` (${squeezed(node.textContent ?? "")})`
      else for (const child of node.childNodes) walk(child)
    }
  }
  for (const child of cell.childNodes) walk(child)
  return lines.map(squeezed).filter(Boolean).join("; ") + badges
}

/** @param {Element} node */
const isUnseen = (node) => node.matches("[hidden], .ch-hidden, details, script")

/** @param {string} text */
const squeezed = (text) => text.split(/\s+/).filter(Boolean).join(" ")

/** @param {string} text @returns {Value} */
export function numberOf(text) {
  if (POINTS.includes(language()) && POINTED.test(text)) return Number(text.replaceAll(".", ""))
  return NUMBER.test(text) ? Number(text.replaceAll(",", "")) : text
}

/** The heading of a column: a button where the table sorts; in a grid a code with the name behind it. @param {HTMLTableCellElement} cell */
function headingOf(cell) {
  const name = cell.querySelector("abbr[title]")
  return name instanceof HTMLElement ? name.title : squeezed(cell.textContent ?? "")
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows those to be taken
 * @param {HTMLTableRowElement[]} all those of the whole table, by which it has its columns
 * @param {(href: string) => string} target the address on the site of a link of this page
 * @returns {Sheet}
 */
export function sheetOf(table, rows, all, target) {
  const columns = [...(table.tHead?.rows[0].cells ?? [])].map(headingOf)
  const isNumber = columns.map((_, place) => table.matches(".ch-grid") || all.some((row) => row.cells[place]?.matches(".ch-num")))
  const days = columns.map((_, place) => place).filter((place) => all.some((row) => dayOf(row.cells[place])))
  const lines = rows.map((row) => lineOf(row, isNumber, target))
  return {
    headings: [...columns, ...days.map((place) => `${columns[place]} (ISO 8601)`), say("Address")],
    rows: lines.map(({ values, days: own, address }) => [...values, ...days.map((place) => own[place]), address]),
    seen: columns.length,
    links: lines.map(({ address }) => address),
    first: Math.max(0, [...(rows[0]?.cells ?? [])].findIndex((cell) => cell.matches("th"))),
  }
}

/** @param {HTMLTableRowElement} row @param {boolean[]} isNumber @param {(href: string) => string} target @returns {Line} */
function lineOf(row, isNumber, target) {
  const cells = [...row.cells]
  const link = row.querySelector("th a[href]") ?? row.querySelector("a[href]")
  return {
    values: cells.map((cell, place) => (isNumber[place] ? numberOf(textOf(cell)) : textOf(cell))),
    days: cells.map(dayOf),
    address: link instanceof HTMLAnchorElement ? target(link.href) : "",
  }
}

/** @param {HTMLTableCellElement | undefined} cell */
const dayOf = (cell) => cell?.querySelector("time:not([hidden])")?.getAttribute("datetime") ?? ""
