// Letters: texts as Python has them, so that both check alike.

// What Python calls white space; JavaScript's own \s has U+FEFF more and six controls less.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const MARGINS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g")

/** @param {string} text */
export const letters = (text) => [...text]

/** @param {string} text */
export const stripped = (text) => text.replace(MARGINS, "")

/** The text without regard to capitals, as Python's casefold has it, but for the letters of Cherokee. @param {string} text */
export const folded = (text) => letters(text).map((letter) => (letter === "ı" ? letter : letter.toUpperCase().toLowerCase())).join("")

/** @type {Map<string, RegExp>} */
const patterns = new Map()

/** A pattern of a rule as a regular expression; in those patterns \s only stands inside of brackets. @param {string} source */
export function pattern(source, flags = "") {
  const key = `${flags}/${source}`
  const known = patterns.get(key) ?? new RegExp(source.replaceAll("\\s", SPACE), flags)
  patterns.set(key, known)
  return known
}

/** @param {string} source @param {string} value */
export const whole = (source, value) => pattern(`^(?:${source})$`, "s").exec(value)
