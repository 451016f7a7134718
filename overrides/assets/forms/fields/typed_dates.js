// Typed dates: what people type as a date becomes one, or the dates that it may mean, so that they can be asked which.

const BUDDHIST_ERA = 543
const FIRST_BUDDHIST_YEAR = 2443
const ISO_FIRST = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/
const YEAR_ALONE = /^\d{4}$/
/** First code points of the digits that the region writes besides 0 to 9. */
const ZEROS = [0xe50, 0xed0, 0x1040, 0x17e0]

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0")

/** @param {number} year @param {number} [month] @param {number} [day] */
const written = (year, month, day) => [String(year), ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join("-")

/** @param {number} year @param {number} month @param {number} day */
const isReal = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A text with the digits 0 to 9 alone. @param {string} text */
export function plainDigits(text) {
  return [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => code >= first && code < first + 10)
    return zero === undefined ? letter : String(code - zero)
  }).join("").trim()
}

/** The number of a month by its name, in a language or in English; 0 where it is none. @param {string} text @param {string} tag */
export function monthNumber(text, tag) {
  const name = text.toLowerCase().replace(/\.$/, "")
  if (/^\d{1,2}$/.test(name)) return Number(name)
  if (!name) return 0
  for (const locale of [tag, "en"]) {
    for (let month = 1; month <= 12; month += 1) {
      const day = new Date(Date.UTC(2026, month - 1, 15))
      for (const length of /** @type {const} */ (["long", "short"])) {
        const known = day.toLocaleDateString(locale, { month: length, timeZone: "UTC" }).toLowerCase().replace(/\.$/, "")
        if (name === known || (name.length >= 3 && known.startsWith(name))) return month
      }
    }
  }
  return 0
}

/** The year as it was meant: one of two digits is of this century. @param {string} text */
const fullYear = (text) => (text.length === 2 ? 2000 + Number(text) : Number(text))

/**
 * The dates that a text may mean, as 2027-03-02, 2027-03 or 2027: one where it is plain, several where it is not, none where it is no date.
 * Years of the Buddhist era are those of the common era.
 * @param {string} text
 * @param {string} tag of the language of the page
 * @returns {string[]}
 */
export function datesMeant(text, tag) {
  const plain = plainDigits(text).replace(/\s+/g, " ").replace(/(\d)(?:st|nd|rd|th)\b/gi, "$1").replace(/,/g, "")
  const found = ofDigits(plain) ?? ofWords(plain, tag)
  return [...new Set(found.map(([year, month, day]) => written(common(year), month, day)))]
}

/** @param {number} year */
const common = (year) => (year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_ERA : year)

/** @param {string} text @returns {[number, number?, number?][] | null} null where it is not made of digits */
function ofDigits(text) {
  if (YEAR_ALONE.test(text)) return [[Number(text)]]
  const iso = ISO_FIRST.exec(text)
  if (iso) return !iso[3] ? [[Number(iso[1]), Number(iso[2])]] : onlyReal([[Number(iso[1]), Number(iso[2]), Number(iso[3])]])
  const [, first, second, last] = YEAR_LAST.exec(text) ?? []
  if (!last) return null
  const [one, other, year] = [Number(first), Number(second), fullYear(last)]
  return onlyReal([[year, other, one], [year, one, other]])
}

/** @param {[number, number, number][]} dates @returns {[number, number, number][]} */
const onlyReal = (dates) => dates.filter(([year, month, day]) => isReal(common(year), month, day))

/** @param {string} text @param {string} tag @returns {[number, number?, number?][]} */
function ofWords(text, tag) {
  const parts = text.split(/[ /.-]+/).filter(Boolean)
  const named = parts.findIndex((part) => !/^\d/.test(part) && monthNumber(part, tag))
  if (named < 0 || parts.length < 2 || parts.length > 3) return []
  const month = monthNumber(parts[named], tag)
  const [first, second] = parts.filter((_, place) => place !== named)
  if (![first, second ?? "0"].every((part) => /^\d{1,4}$/.test(part))) return []
  if (second === undefined) return first.length === 4 ? [[Number(first), month]] : []
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return onlyReal([[fullYear(year), month, Number(day)]])
}
