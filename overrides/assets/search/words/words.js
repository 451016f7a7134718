// Words: a query in the words that are looked for.

export const LITTLE_WORDS = new Set(
  ("a about after all an and any are as at be been by can did do does for from had has have how in is it of on or since so that the their " +
    "there they this to was were what when where which who why will with").split(" "),
)

/** The letters of Thai, Lao, Burmese and Khmer, whose words no spaces part. */
export const UNSPACED = /[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff]/

/** Letters that are no letter with an accent, as publications/search/folding.py has them. @type {Record<string, string>} */
export const LETTERS = { đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ø: "o", ŧ: "t", æ: "ae", œ: "oe", ß: "ss", þ: "th" }
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "giu")

/** In plain letters, with all accents. @param {string} text */
export const plain = (text) => text.replace(LETTER, (letter) => LETTERS[letter.toLowerCase()] ?? letter)

/** @param {string} text */
export const folded = (text) => plain(text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""))

/** A word without capitals and accents; the marks of unspaced letters are none. @param {string} word */
export const unaccented = (word) => (UNSPACED.test(word) ? word : folded(word))

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+(?:[.'’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** @param {string} text */
export const hasAccents = (text) => /\p{M}/u.test(text.normalize("NFD")) || plain(text) !== text
