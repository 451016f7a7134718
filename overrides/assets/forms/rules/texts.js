// Texts: what rules say, in the language of the page; contribute/rules.js of that language holds them.

import { house } from "../../site/house.js"
import { language, locale } from "../../site/words.js"

/** What a rule says, its gaps open. @param {string} text in English */
export const ruleText = (text) => house.rules?.[language()]?.[text] ?? text

/** @param {number} month from 1 */
export const monthInWords = (month) => new Date(2001, month - 1).toLocaleDateString(locale(), { month: "long" })

/** Words of which one is wanted: a, b or c. @param {string[]} words */
export const oneOf = (words) => new Intl.ListFormat(locale(), { type: "disjunction" }).format(words)
