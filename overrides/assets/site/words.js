// Words: texts, numbers and days as they are read, in the language of the page.

import { house } from "./house.js"

export const language = () => document.documentElement.lang || "en"
// Years are those of the records, in Thai too, where browsers would count from the Buddha's.
export const locale = () => (language() === "en" ? "en-GB" : `${language()}-u-ca-gregory`)

/** The translation of a text, or none where it stays in English. @param {string} text */
const translated = (text) => house.texts?.[language()]?.[text]

/** @param {string} text @param {Record<string, string | number>} gaps */
const filled = (text, gaps) => text.replace(/\{(\w+)\}/g, (whole, name) => String(gaps[name] ?? whole))

/**
 * A text of the interface; gaps: what stands in its places, as {name}.
 * @param {string} text in English, by which its translation is found
 * @param {Record<string, string | number>} [gaps]
 */
export function say(text, gaps = {}) {
  const own = translated(text)
  return filled(typeof own === "string" ? own : text, gaps)
}

/**
 * A text that counts; {number} is the number. No language of ASEAN has more than two forms, the first of which is for one.
 * @param {string} singular
 * @param {string} plural
 * @param {number} number
 * @param {Record<string, string | number>} [gaps]
 */
export function sayCount(singular, plural, number, gaps = {}) {
  const own = translated(singular)
  const forms = Array.isArray(own) ? own : [singular, plural]
  return filled(forms[number === 1 ? 0 : forms.length - 1], { number: grouped(number), ...gaps })
}

/** @param {number} number */
export const grouped = (number) => number.toLocaleString(locale())

/** @param {Date} day */
export const dayInWords = (day) => day.toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" })

/** The reader's own day, as 2026-03-10. */
export function today() {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
}
