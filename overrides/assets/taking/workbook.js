// Workbook: a sheet and what is to be known of it come in; an XLSX file leaves (ECMA-376). Twin of
// clearinghouse/publications/downloads/workbook.py; the zip is made by fflate (assets/vendor/).

import { dataScript } from "../site/data_script.js"
import { escaped, isFormula } from "./texts.js"
import { say } from "../site/words.js"

/** @typedef {import("./reading.js").Sheet} Sheet */
/** @typedef {import("./reading.js").Value} Value */
/** @typedef {import("./texts.js").About} About */
/** @typedef {{zipSync: (files: Record<string, Uint8Array>, options: {level: number, mtime: string}) => Uint8Array<ArrayBuffer>}} Zip */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
const OF_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const FIXED = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
const PARTS = {
  "[Content_Types].xml": `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${OF_SHEETS}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${OF_SHEETS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OF_SHEETS}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
}

/** What XML cannot hold is replaced. @param {Value} text */
const xml = (text) => escaped(String(text).replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd"))

/** @param {Value} value @param {boolean} isBold */
function cell(value, isBold) {
  if (typeof value === "number") return `<c><v>${value}</v></c>`
  const style = isBold ? ' s="1"' : isFormula(value) ? ' s="2"' : ""
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${xml(value)}</t></is></c>`
}

/** @param {Value[][]} rows @param {number[]} widths of the first column and the others @param {boolean} isTable */
function sheet(rows, [first, others], isTable) {
  const widths = `<cols><col min="1" max="1" width="${first}" customWidth="1"/><col min="2" max="${Math.max(2, rows[0].length)}" width="${others}" customWidth="1"/></cols>`
  const lines = rows.map((values, number) => `<row>${values.map((value) => cell(value, isTable && number === 0)).join("")}</row>`).join("")
  return `<worksheet xmlns="${MAIN}">${isTable ? FIXED : ""}${widths}<sheetData>${lines}</sheetData></worksheet>`
}

/** @param {About} about @param {Sheet} whole */
export async function workbookOf(about, { headings, rows }) {
  const names = [say("Source"), say("List")].map((name, place) => `<sheet name="${xml(name)}" sheetId="${place + 1}" r:id="r${place + 1}"/>`)
  const parts = {
    ...PARTS,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="1"/></bookViews><sheets>${names.join("")}</sheets></workbook>`,
    "xl/worksheets/sheet1.xml": sheet(about.map(({ label, value }) => [label, value]), [12, 90], false),
    "xl/worksheets/sheet2.xml": sheet([headings, ...rows], [48, 20], true),
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(HEAD + text)]))
  return (await zip()).zipSync(files, { level: 6, mtime: "1980-01-01T00:00:00" })
}

/** The library, fetched when it is asked for first. @returns {Promise<Zip>} */
async function zip() {
  const known = () => /** @type {{fflate?: Zip}} */ (/** @type {unknown} */ (globalThis)).fflate
  if (!known()) await dataScript("assets/vendor/fflate.min.js")
  const library = known()
  if (!library) throw new Error("fflate could not be loaded")
  return library
}
