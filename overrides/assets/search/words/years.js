// Years: `since 2022`, `between 2016 and 2020`, `before 2019`, `in 2021` among the words of a question.

/** @typedef {{length: number, since: string, until: string, year: string, isSaid: boolean}} Years length: in words; isSaid: by more than the year itself */

const YEAR = /^(?:19|20)\d\d$/
const SPAN = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/
const AND = ["and", "to", "until", "-", "–"]

/** What a year means after each of these words. @type {Record<string, (year: string) => Partial<Years>>} */
const AFTER = {
  since: (year) => ({ since: year }),
  from: (year) => ({ since: year }),
  after: (year) => ({ since: String(Number(year) + 1) }),
  before: (year) => ({ until: String(Number(year) - 1) }),
  until: (year) => ({ until: year }),
  till: (year) => ({ until: year }),
  to: (year) => ({ until: year }),
  in: (year) => ({ year }),
  during: (year) => ({ year }),
}

/** The years that the words from a place on name, or null. @param {string[]} words in small letters @param {number} place @returns {Years | null} */
export function yearsAt(words, place) {
  const [word, one = "", joint = "", other = ""] = words.slice(place)
  /** @param {number} length @param {Partial<Years>} of */
  const years = (length, of) => ({ length, since: "", until: "", year: "", isSaid: length > 1, ...of })
  if (["between", "from"].includes(word) && YEAR.test(one) && AND.includes(joint) && YEAR.test(other)) return years(4, { since: one, until: other })
  if (Object.hasOwn(AFTER, word) && YEAR.test(one)) return years(2, AFTER[word](one))
  const span = SPAN.exec(word)
  if (span) return years(1, { since: span[1], until: span[2] })
  return YEAR.test(word) ? years(1, { year: word }) : null
}
