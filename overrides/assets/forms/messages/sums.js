// Sums: by which a message shows that it is whole. The twin of clearinghouse/records/written/messages/sums.py; tests hold both
// against the same cases.

import { sha256 } from "./sha256.js"

const SHORT = 16
const NOT_COUNTING = /[^\p{L}\p{M}\p{N}]/gu

/** @param {string} text */
const sumOfText = (text) => sha256(new TextEncoder().encode(text))

/** Sixteen digits by which a value of a record is known again; undefined is a key that is not there. @param {unknown} value */
export const sumOfValue = (value) => sumOfText(canonical(value ?? null)).slice(0, SHORT)

/** Sixteen digits by which words are known again, however a mail program broke them. @param {string} text */
export const sumOfWords = (text) => sumOfText(text.normalize("NFC").replace(NOT_COUNTING, "")).slice(0, SHORT)

/** JSON that is the same whatever the order of keys. @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`
}
