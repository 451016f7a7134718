"use strict"
// YAML text: a record's plain data becomes the one text that its file has, whoever writes it. The twin of
// clearinghouse/records/written/yaml_text.py, which says the rules by number; tests hold both against the same cases.
globalThis.clearingHouse ??= {}
{
  const WIDTH = 110
  const STEP = 2
  const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@` ]|: | #|[ :]$|[\x00-\x1f\x7f-\x9f]/
  const NOT_FOLDED = /[\x00-\x09\x0b-\x1f\x7f-\x9f]|^[ \n]|[ \n]$| \n|\n /
  const BREAK = /[^ \n] [^ \n]|\n/
  const WORD = /[^ ]+(?: {2,}[^ ]+)*/g
  const ESCAPED = /[\\"\x00-\x1f\x7f-\x9f]/g
  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" }

  const isText = value => typeof value === "string"
  const length = text => [...text].length
  const isThere = value => (isText(value) ? value !== "" : Object.keys(value).length > 0)

  /** The text of a record's file. fields: those of its collection; data: texts, lists and groups of them. */
  const yamlText = (fields, data) => group(filled(data), fields, 0).map(line => `${line}\n`).join("")

  /** Rule 1. */
  function filled(value) {
    if (isText(value)) return value
    if (Array.isArray(value)) return value.map(filled).filter(isThere)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member)]).filter(([, member]) => isThere(member)))
  }

  /** Rules 2, 3 and 7. */
  function group(data, fields, indent) {
    const known = fields.filter(field => Object.hasOwn(data, field.key))
    const others = Object.keys(data).filter(key => !known.some(field => field.key === key))
    return [...known, ...others.map(key => ({ key, type: "", parts: [] }))].flatMap(({ key, type, parts }) => {
      const value = data[key]
      const head = `${" ".repeat(indent)}${inline(key)}:`
      if (!isText(value)) return [head, ...below(value, parts, indent + STEP)]
      return type === "body" ? body(head, value) : text(head, value, indent)
    })
  }

  function below(value, parts, indent) {
    if (!Array.isArray(value)) return group(value, parts, indent)
    const head = `${" ".repeat(indent)}-`
    return value.flatMap(member => {
      if (isText(member)) return text(head, member, indent)
      const [first, ...others] = below(member, parts, indent + STEP)
      return [`${head} ${first.slice(indent + STEP)}`, ...others]
    })
  }

  /** Rules 4 to 6. head: the key or the hyphen before the text; indent: where that stands. */
  function text(head, value, indent) {
    const line = `${head} ${inline(value)}`
    if ((!value.includes("\n") && length(line) <= WIDTH) || NOT_FOLDED.test(value) || !BREAK.test(value)) return [line]
    const margin = " ".repeat(indent + STEP)
    const lines = value.split("\n").flatMap((paragraph, number) => [
      ...(number ? [""] : []),
      ...rows(paragraph, WIDTH - margin.length).map(row => margin + row),
    ])
    return [`${head} >-`, ...lines]
  }

  function rows(paragraph, width) {
    const found = []
    for (const [word] of paragraph.matchAll(WORD)) {
      if (found.length && length(found.at(-1)) + 1 + length(word) <= width) found.push(`${found.pop()} ${word}`)
      else found.push(word)
    }
    return found
  }

  const inline = value => (NOT_PLAIN.test(value) ? `"${value.replace(ESCAPED, escape)}"` : value)
  const escape = letter => ESCAPES[letter] ?? `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`

  function body(head, value) {
    const lines = value.replace(/\r\n?/g, "\n").replace(/^[ \t\n]+|[ \t\n]+$/g, "").split("\n")
    return lines.length === 1 && lines[0] === "" ? [] : [`${head} |`, ...lines.map(line => (line ? " ".repeat(STEP) + line : ""))]
  }

  clearingHouse.yamlText = yamlText
}
