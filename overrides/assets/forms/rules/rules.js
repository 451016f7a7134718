// Rules: what is said of one value, in the words of `chm check`. The rules themselves are data (schema.js).

import { CONDITIONS } from "./conditions.js"
import { ruleText } from "./texts.js"
import { schema } from "../schema.js"

/** @typedef {{code: string, allowed: string, fix: string, found: string | null}} Worded a rule that failed, in words */

const NAME = /\{(\w+)\}/g

/** @param {string} text @param {import("./conditions.js").Filled} filled */
const filledIn = (text, filled) => text.replace(NAME, (_, name) => filled[name] ?? "")

/**
 * Of a rule's fixes it is the first whose names are all filled.
 * @param {import("../schema.js").Rule} rule
 * @param {import("./conditions.js").Filled} [filled]
 * @returns {Worded}
 */
export function worded(rule, filled = {}) {
  const fix = rule.fixes.find((text) => [...text.matchAll(NAME)].every(([, name]) => filled[name])) ?? ""
  return { code: rule.code, allowed: filledIn(ruleText(rule.allowed), filled), fix: filledIn(ruleText(fix), filled), found: filled.found ?? null }
}

/**
 * The first rule that a text fails as a value of a kind, or null.
 * @param {string} kind
 * @param {string} value
 * @param {string[]} [words] the closed list of a `word`
 * @returns {Worded | null}
 */
export function firstFailed(kind, value, words = []) {
  for (const rule of schema().values[kind]) {
    const filled = CONDITIONS[rule.fails](value, rule.given, words)
    if (filled) return worded(rule, filled)
  }
  return null
}
