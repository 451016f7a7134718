// Texts: a sheet and what is to be known of it come in; the texts of its files leave. Twin of clearinghouse/publications/downloads/files.py.

/** @typedef {import("./reading.js").Sheet} Sheet */
/** @typedef {import("./reading.js").Value} Value */
/** @typedef {{key: string, label: string, value: string}[]} About */

const FORMULA = /^[=+\-@\t\r]/ // what a spreadsheet program takes for the beginning of a formula

/** Whether a text would be a formula. @param {Value} value */
export const isFormula = (value) => typeof value === "string" && FORMULA.test(value)

/** @param {Value} value */
const safe = (value) => (isFormula(value) ? `'${value}` : value)

/** @param {Value} value */
const cell = (value) => (typeof value === "number" ? String(value) : `"${String(safe(value)).replaceAll('"', '""')}"`)

/** @param {Value[]} values */
const line = (values) => `${values.map(cell).join(",")}\r\n`

/** @param {About} about @param {Sheet} sheet */
export function csvOf(about, { headings, rows }) {
  return `\ufeff${about.map(({ label, value }) => `# ${label},${line([value])}`).join("")}${line(headings)}${rows.map(line).join("")}`
}

/** @param {About} about @param {Sheet} sheet */
export function jsonOf(about, { headings, rows }) {
  const known = about.map(({ key, value }) => `"${key}": ${JSON.stringify(value)},\n`).join("")
  const lines = rows.map((values) => spaced(Object.fromEntries(headings.map((heading, place) => [heading, values[place]]))))
  return `{${known}"columns": [${headings.map((heading) => JSON.stringify(heading)).join(", ")}],\n"rows": [\n${lines.join(",\n")}\n]}\n`
}

/** As Python writes it, with spaces. @param {Record<string, Value>} row */
const spaced = (row) => `{${Object.entries(row).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(", ")}}`

/** What is pasted into a text: a table whose records are links, and below it where it comes from. @param {About} about @param {Sheet} sheet */
export function htmlOf(about, sheet) {
  const { headings, rows, links, first } = shown(sheet)
  const heads = headings.map((heading) => `<th>${escaped(heading)}</th>`).join("")
  const body = rows.map((values, number) => {
    const cells = values.map((value, place) => (place === first && links[number] ? `<a href="${escaped(links[number])}">${escaped(safe(value))}</a>` : escaped(safe(value))))
    return `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`
  })
  const known = about.map(({ label, value }) => `${escaped(label)}: ${escaped(value)}`).join("<br>")
  return `<meta charset="utf-8"><table border="1"><thead><tr>${heads}</tr></thead><tbody>${body.join("")}</tbody></table><p>${known}</p>`
}

/** The same where only plain text is taken: cells between tabs. @param {About} about @param {Sheet} sheet */
export function plainOf(about, sheet) {
  const { headings, rows } = shown(sheet)
  const lines = [headings, ...rows].map((values) => values.map((value) => String(safe(value)).replaceAll(/[\t\r\n]+/g, " ")).join("\t"))
  return [...lines, "", ...about.map(({ label, value }) => `${label}: ${value}`)].join("\n")
}

/** Its columns as the page shows them. @param {Sheet} sheet @returns {Sheet} */
function shown({ headings, rows, links, first, seen }) {
  return { headings: headings.slice(0, seen), rows: rows.map((values) => values.slice(0, seen)), links, first, seen }
}

/** @param {Value} text */
export const escaped = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;")
