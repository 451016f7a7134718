// Message: what is asked for becomes a text with readable lines above and the data in a fence below. The twin of
// clearinghouse/records/written/messages/message.py; tests hold both against the same cases.

import { sha256 } from "./sha256.js"
import { sumOfWords } from "./sums.js"

/** @typedef {import("../schema.js").Data} Data */

/**
 * What is asked for; docs/messages.md says what each part is.
 * @typedef {object} Message
 * @property {string} kind
 * @property {string} record
 * @property {string} reference
 * @property {string} [office]
 * @property {Data} [data]
 * @property {Data} [put]
 * @property {Record<string, unknown[]>} [added]
 * @property {string[]} [gone]
 * @property {Record<string, string>} [before]
 * @property {string} [reason]
 * @property {string} [language]
 */

const VERSION = 1
const WIDTH = 72
const BLOCK = 64
const PARTS = ["kind", "record", "reference", "office", "data", "put", "added", "gone", "before", "reason", "language", "words"]

/**
 * The whole text, its lines ended by a line feed.
 * @param {Message} message
 * @param {string} heading what is asked for, in words
 * @param {[question: string, answer: string][]} lines
 * @param {string} warning asks to leave the fence as it is
 */
export function messageText(message, heading, lines, warning) {
  const body = [...lines.flatMap(([question, answer]) => rows(question, answer)), "", warning].join("\n")
  /** @type {Record<string, any>} */
  const content = { ...message, words: sumOfWords(body) }
  const filled = PARTS.filter((part) => content[part] !== undefined && Object.keys(content[part]).length)
  const data = new TextEncoder().encode(JSON.stringify(Object.fromEntries(filled.map((part) => [part, content[part]]))))
  const fence = [`[BEGIN CLEARING HOUSE MESSAGE ${VERSION}]`, ...blocks(data), ": SHA-256 :", sha256(data), "[END CLEARING HOUSE MESSAGE]"]
  return [heading, message.reference, "", body, "", ...fence, ""].join("\n")
}

/** @param {Uint8Array} data */
function blocks(data) {
  const coded = btoa([...data].map((byte) => String.fromCharCode(byte)).join("")).replace(/=+$/, "")
  return coded.match(new RegExp(`.{1,${BLOCK}}`, "g")) ?? []
}

/** A question with its answer, in lines that no mail program breaks. @param {string} question @param {string} answer */
function rows(question, answer) {
  /** @type {string[]} */
  const lines = []
  for (const paragraph of `${question}: ${answer}`.split("\n")) {
    let row = ""
    for (const word of paragraph.split(" ").filter(Boolean)) {
      if (row && [...row].length + 1 + [...word].length > WIDTH - 2) {
        lines.push(row)
        row = word
      } else row = row ? `${row} ${word}` : word
    }
    lines.push(row)
  }
  return lines.map((row, place) => (place && row ? `  ${row}` : row))
}
