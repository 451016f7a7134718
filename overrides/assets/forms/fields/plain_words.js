// Plain words: what a rule says of a key becomes a sentence for people who have never seen a file.

import { dateInWords, dateOf } from "./dates.js"
import { datesMeant } from "./typed_dates.js"
import { all } from "../../site/query.js"
import { controlOf, styleOf } from "./fields.js"
import { isForSeveral, isSearched } from "../choices/values.js"
import { choiceSaid, choicesOf, nameMeant } from "../choices/lists.js"
import { language, say } from "../../site/words.js"

const WITH_TEXT = /`(\w+): ([^`]*)`/g
const KEY = /`([\w.]+)`/g
/** How a form says what a file writes. @type {Record<string, () => string>} */
const SAID = { true: () => say("Yes") }
const ISO = /\b\d{4}-\d{2}-\d{2}\b/g

/** @param {string} text */
function asSentence(text) {
  const sentence = text.slice(0, 1).toUpperCase() + text.slice(1)
  return /[.?!]$/.test(text) ? sentence : say("{sentence}.", { sentence })
}

/** What a key is called in a form; the key itself where it is not asked for. @param {Element} form @param {string} key */
function nameOf(form, key) {
  const name = key.split(".").findLast((part) => !/^\d+$/.test(part)) ?? key
  const [field] = all(form, `[data-ch-field="${CSS.escape(name)}"]`, HTMLElement)
  return field?.querySelector(":scope > label, :scope > legend")?.firstChild?.textContent?.trim() || name
}

/** What is to be done where a long list does not have what is typed; empty elsewhere. @param {HTMLElement | null} at */
function asListed(at) {
  const control = at && controlOf(at)
  if (!control || !isSearched(control) || isForSeveral(control) || control.dataset.chAmong === "networks") return ""
  if (choiceSaid(choicesOf(control), control.value)) return ""
  const name = nameMeant(control, control.value)
  return name ? say("Choose one from the list. Do you mean {name}?", { name }) : say("Choose one from the list.")
}

/** What is to be done. @param {HTMLFormElement} form @param {import("./saying.js").Placed} problem */
export function plainWords(form, { code, fix, at, isWarning }) {
  if (code === "KEY-002") return say("Please answer this.")
  if (code === "DATE-001" && at && styleOf(at) === "date") return datesMeant(dateOf(at), language()).length > 1 ? say("Choose which day is meant.") : say("Give the day, month and year, for example 2, 3 and 2027.")
  const listed = isWarning ? "" : asListed(at)
  if (listed) return listed
  return asSentence(named(form, fix))
}

/** What is allowed. @param {HTMLFormElement} form @param {import("./saying.js").Placed} problem */
export const allowedWords = (form, { code, allowed }) => (code === "KEY-002" ? say("an answer") : named(form, allowed))

/** A text in which keys have the names that the form has for them, and dates are in words. @param {HTMLFormElement} form @param {string} text */
function named(form, text) {
  const words = text.replace(WITH_TEXT, (_, key, value) => `“${nameOf(form, key)}: ${SAID[value]?.() ?? value}”`).replace(KEY, (_, key) => `“${nameOf(form, key)}”`)
  return words.replace(ISO, dateInWords)
}
