// Words: numbers and days as they are read.

/** @param {number} number */
export const grouped = (number) => number.toLocaleString("en")

/** `1 page`, `1,200 pages`. @param {number} number @param {string} singular @param {string} plural */
export const counted = (number, singular, plural = `${singular}s`) => `${grouped(number)} ${number === 1 ? singular : plural}`

/** @param {Date} day */
export const dayInWords = (day) => day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })

/** The reader's own day, as 2026-03-10. */
export function today() {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
}
