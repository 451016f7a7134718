// YAML text: a record's plain data becomes the one text that its file has, whoever writes it. The twin of
// clearinghouse/records/written/yaml_text.py, which says the rules by number; tests hold both against the same cases.

/** @typedef {import("../schema.js").Field} Field */
/** @typedef {Pick<Field, "key" | "type" | "parts">} Written */

const WIDTH = 110
const STEP = 2
const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@` ]|: | #|[ :]$|[\x00-\x1f\x7f-\x9f]/
const NOT_FOLDED = /[\x00-\x09\x0b-\x1f\x7f-\x9f]|^[ \n]|[ \n]$| \n|\n /
const BREAK = /[^ \n] [^ \n]|\n/
const WORD = /[^ ]+(?: {2,}[^ ]+)*/g
const ESCAPED = /[\\"\x00-\x1f\x7f-\x9f]/g
/** @type {Record<string, string>} */
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" }

/** @param {string} line */
const length = (line) => [...line].length
/** @param {any} value */
const isThere = (value) => (typeof value === "string" ? value !== "" : Object.keys(value).length > 0)

/** The text of a record's file. @param {Field[]} fields those of its collection @param {import("../schema.js").Data} data */
export const yamlText = (fields, data) => group(filled(data), fields, 0).map((line) => `${line}\n`).join("")

/** Rule 1. @param {any} value @returns {any} */
function filled(value) {
  if (typeof value === "string") return value
  if (Array.isArray(value)) return value.map(filled).filter(isThere)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member)]).filter(([, member]) => isThere(member)))
}

/** Rules 2, 3 and 7. @param {any} data @param {Written[]} fields @param {number} indent @returns {string[]} */
function group(data, fields, indent) {
  const known = fields.filter(({ key }) => Object.hasOwn(data, key))
  const others = Object.keys(data).filter((name) => !known.some(({ key }) => key === name))
  return [...known, ...others.map((key) => ({ key, type: "", parts: [] }))].flatMap(({ key, type, parts }) => {
    const value = data[key]
    const head = `${" ".repeat(indent)}${inline(key)}:`
    if (typeof value !== "string") return [head, ...below(value, parts, indent + STEP)]
    return type === "body" ? body(head, value) : text(head, value, indent)
  })
}

/** @param {any} value @param {Written[]} parts @param {number} indent @returns {string[]} */
function below(value, parts, indent) {
  if (!Array.isArray(value)) return group(value, parts, indent)
  const head = `${" ".repeat(indent)}-`
  return value.flatMap((member) => {
    if (typeof member === "string") return text(head, member, indent)
    const [first, ...others] = below(member, parts, indent + STEP)
    return [`${head} ${first.slice(indent + STEP)}`, ...others]
  })
}

/**
 * Rules 4 to 6.
 * @param {string} head the key or the hyphen before the text
 * @param {string} value
 * @param {number} indent where that stands
 */
function text(head, value, indent) {
  const line = `${head} ${inline(value)}`
  if ((!value.includes("\n") && length(line) <= WIDTH) || NOT_FOLDED.test(value) || !BREAK.test(value)) return [line]
  const margin = " ".repeat(indent + STEP)
  const lines = value.split("\n").flatMap((paragraph, number) => [
    ...(number ? [""] : []),
    ...rows(paragraph, WIDTH - margin.length).map((row) => margin + row),
  ])
  return [`${head} >-`, ...lines]
}

/** @param {string} paragraph @param {number} width */
function rows(paragraph, width) {
  /** @type {string[]} */
  const lines = []
  for (const [word] of paragraph.matchAll(WORD)) {
    const last = lines.length - 1
    if (lines.length && length(lines[last]) + 1 + length(word) <= width) lines[last] += ` ${word}`
    else lines.push(word)
  }
  return lines
}

/** @param {string} value */
const inline = (value) => (NOT_PLAIN.test(value) ? `"${value.replace(ESCAPED, escaped)}"` : value)
/** @param {string} letter */
const escaped = (letter) => ESCAPES[letter] ?? `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`

/** @param {string} head @param {string} value */
function body(head, value) {
  const lines = value.replace(/\r\n?/g, "\n").replace(/^[ \t\n]+|[ \t\n]+$/g, "").split("\n")
  return lines.length === 1 && lines[0] === "" ? [] : [`${head} |`, ...lines.map((line) => (line ? " ".repeat(STEP) + line : ""))]
}
