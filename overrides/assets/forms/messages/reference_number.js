// Reference number: what a sender can quote. The twin of clearinghouse/records/written/messages/reference_numbers.py; tests hold
// both against the same cases.

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const RANDOM = 7

/** @param {number} year @param {ArrayLike<number>} values seven whole numbers of chance */
export function referenceNumber(year, values) {
  const random = [...Array(RANDOM).keys()].map((place) => LETTERS[values[place] % LETTERS.length]).join("")
  const digits = String(year).padStart(4, "0")
  const letters = random + check(digits + random)
  return `CH-${digits}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A number that nobody has yet. */
export const newReferenceNumber = () => referenceNumber(new Date().getFullYear(), crypto.getRandomValues(new Uint8Array(RANDOM)))

/** @param {string} letters */
function check(letters) {
  let total = 0
  for (const [place, letter] of [...letters].reverse().entries()) {
    const value = LETTERS.indexOf(letter) * (2 - (place % 2))
    total += Math.floor(value / LETTERS.length) + (value % LETTERS.length)
  }
  return LETTERS[(LETTERS.length - (total % LETTERS.length)) % LETTERS.length]
}

const TYPED = /CH[\s–—-]*([0-9]{4})[\s–—-]*([0-9A-Z]{4})[\s–—-]*([0-9A-Z]{4})/i

/** The number that somebody typed, be it in small letters or with a letter O for a zero; empty where it is none. @param {string} text */
export function typedReference(text) {
  const [, year, first, second] = text.match(TYPED) ?? []
  if (!year) return ""
  const letters = (first + second).toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1")
  const isKnown = [...letters].every((letter) => LETTERS.includes(letter)) && check(year + letters.slice(0, RANDOM)) === letters[RANDOM]
  return isKnown ? `CH-${year}-${letters.slice(0, 4)}-${letters.slice(4)}` : ""
}
