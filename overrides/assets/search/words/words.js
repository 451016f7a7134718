// Words: a query in the words that are looked for.

export const LITTLE_WORDS = new Set(
  ("a about after all an and any are as at be been by can did do does for from had has have how in is it of on or since so that the their " +
    "there they this to was were what when where which who why will with").split(" "),
)

/** The letters of Thai, Lao, Burmese and Khmer, whose words no spaces part. */
export const UNSPACED = /[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff]/

/** @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+(?:[.'’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** @param {string} text */
export const hasAccents = (text) => /\p{M}|đ/u.test(text.toLowerCase().normalize("NFD"))
