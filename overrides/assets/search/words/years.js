// Years: `since 2022`, `2016 to 2020`, `before 2019`, `sejak 2022`, `từ năm 2016 đến 2020`, `ตั้งแต่ปี 2565` among the words of a question.

import { UNSPACED, unaccented } from "./words.js"

/** @typedef {{length: number, since: string, until: string, year: string, isSaid: boolean}} Years length: in words; isSaid: by more than the year itself */
/** @typedef {{length: number, year: number}} Year */

const YEAR = /^(?:19|20)\d\d$/
const SPAN = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/
/** Years of the Buddhist era, in which Thai counts, and by how many they are ahead of ours. */
const THAI_YEAR = /^2[45]\d\d$/
const THAI_ERA = 543

/** @param {string} words */
const setOf = (words) => new Set(words.split(" ").map(unaccented))

/** What may stand before a year, in Thai as the end of a word too. It says nothing by itself: `Undang-Undang Nomor 5 Tahun 1990`. */
const YEAR_WORDS = setOf("year tahun năm ปี พ.ศ ค.ศ")
const ENDING = /^(.+?)(?:ปี|พ\.ศ|ค\.ศ)$/
const TO = setOf("to until till sampai hingga đến tới ถึง จนถึง")
const AND = setOf("and dan và และ กับ")
const BETWEEN = setOf("between from since antara dari sejak giữa từ ระหว่าง ตั้งแต่ จาก")

/** What a year means after each of some words. @type {[words: Set<string>, means: (year: number) => Partial<Years>][]} */
const AFTER = [
  [setOf("since from sejak dari mulai từ ตั้งแต่ จาก"), (year) => ({ since: String(year) })],
  [setOf("after setelah sesudah sau หลัง"), (year) => ({ since: String(year + 1) })],
  [setOf("before sebelum trước ก่อน"), (year) => ({ until: String(year - 1) })],
  [TO, (year) => ({ until: String(year) })],
  [setOf("in during pada di selama trong vào ใน"), (year) => ({ year: String(year) })],
]

/** The years that the words from a place on name, or null. @param {string[]} words without capitals and accents @param {number} place @returns {Years | null} */
export function yearsAt(words, place) {
  /** @param {number} length @param {boolean} isSaid @param {Partial<Years>} of */
  const years = (length, isSaid, of) => ({ length, since: "", until: "", year: "", isSaid, ...of })
  const [, since, until] = SPAN.exec(words[place]) ?? []
  if (since) return years(1, false, { since, until })
  const word = words[place].replace(ENDING, "$1")
  const isBetween = BETWEEN.has(word)
  const from = yearAt(words, place + Number(isBetween))
  const joint = from ? place + Number(isBetween) + from.length : 0
  const isJoint = TO.has(words[joint]?.replace(ENDING, "$1")) || (isBetween && AND.has(words[joint]))
  const to = from && isJoint ? yearAt(words, joint + 1) : null
  if (from && to) return years(joint + 1 + to.length - place, true, { since: String(from.year), until: String(to.year) })
  if (from && !isBetween) return years(from.length, false, { year: String(from.year) })
  const one = yearAt(words, place + 1)
  const means = AFTER.find(([some]) => some.has(word))?.[1]
  return one && means ? years(1 + one.length, true, means(one.year)) : null
}

/** A year, with a word before it that says so or without one; after a word of Thai it may be one of its era. @param {string[]} words @param {number} place @returns {Year | null} */
function yearAt(words, place) {
  const length = YEAR_WORDS.has(words[place]) ? 2 : 1
  const word = words[place + length - 1] ?? ""
  if (YEAR.test(word)) return { length, year: Number(word) }
  const isThai = THAI_YEAR.test(word) && UNSPACED.test(words[place + length - 2] ?? "")
  return isThai ? { length, year: Number(word) - THAI_ERA } : null
}
