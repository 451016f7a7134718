// Dates: a field of day, month and year, and of a native picker beside them. Whatever is typed into one of the three is understood, or
// asked back.

import { datesMeant, monthNumber, plainDigits } from "./typed_dates.js"
import { language, locale, say } from "../../site/words.js"
import { element } from "../../site/element.js"
import { one } from "../../site/query.js"
import { stripped } from "../rules/letters.js"

const PARTS = /** @type {const} */ (["day", "month", "year"])
const WHOLE = /^\d{4}-\d{2}-\d{2}$/

/** @param {HTMLElement} field @param {string} part */
const boxOf = (field, part) => one(field, `[data-ch-date=${part}]`, HTMLInputElement)

/** @param {HTMLElement} field */
const textsOf = (field) => PARTS.map((part) => plainDigits(stripped(boxOf(field, part).value)))

/** What is typed, as 2027-03-02, 2027-03 or 2027; text that is no date stays as it is, for the rules to judge. @param {HTMLElement} field */
export function dateOf(field) {
  const texts = textsOf(field)
  const [day, month, year] = texts
  const whole = texts.find((text) => /\d[-/. ]+\S|\D [0-9]/.test(text))
  if (whole) return meantBy(whole)
  const typed = texts.filter(Boolean)
  if (typed.length === 1 && typed[0] !== day.slice(0, 2)) return meantBy(typed[0])
  const number = monthNumber(month, language())
  if (/^\d{4}$/.test(year) && Number(year) < 2443 && (number || !month) && /^\d{0,2}$/.test(day) && !(day && !number)) {
    return [year, number ? String(number).padStart(2, "0") : "", day && day.padStart(2, "0")].filter(Boolean).join("-")
  }
  return typed.length ? meantBy(typed.join(" ")) : ""
}

/** @param {string} text */
function meantBy(text) {
  const dates = datesMeant(text, language())
  return dates.length === 1 ? dates[0] : text
}

/** @param {HTMLElement} field @param {string} [text] */
export function putDate(field, text = "") {
  const [year, month = "", day = ""] = /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? text.split("-") : ["", "", text]
  boxOf(field, "day").value = day.replace(/^0(?=\d$)/, "")
  boxOf(field, "month").value = month.replace(/^0/, "")
  boxOf(field, "year").value = year
  showMeaning(field)
}

/** A date in words, as exact as it is; the text itself where it is none. @param {string} text */
export function dateInWords(text) {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return text
  const [year, month, day] = text.split("-").map(Number)
  const moment = new Date(Date.UTC(year, (month || 1) - 1, day || 1))
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { year: "numeric", ...(month ? { month: "long" } : {}), ...(day ? { day: "numeric", weekday: "long" } : {}), timeZone: "UTC" }
  return moment.toLocaleDateString(locale(), options)
}

/** Says in words which day is meant, or asks which. @param {HTMLElement} field */
function showMeaning(field) {
  const place = one(field, "[data-ch-meant]", HTMLElement)
  const date = dateOf(field)
  const choices = date ? datesMeant(date, language()) : []
  if (choices.length > 1) {
    const buttons = choices.map((choice) => element("button", { type: "button", className: "ch-button", "data-ch-date-is": choice }, dateInWords(choice)))
    place.replaceChildren(`${say("Which day is meant?")} `, ...buttons)
  } else place.textContent = WHOLE.test(date) ? dateInWords(date) : ""
}

/** Puts what was typed as a whole into the three boxes, when one of them is left. @param {HTMLElement} field */
export function understand(field) {
  const date = dateOf(field)
  const texts = textsOf(field)
  const isWhole = /^\d{4}(?:-\d{2}){0,2}$/.test(date)
  const isPlain = date === texts.slice().reverse().map((part) => (part.length === 1 ? `0${part}` : part)).filter(Boolean).join("-")
  if (isWhole && !isPlain) putDate(field, date)
  else showMeaning(field)
}

/** What a press in the field does: the picker opens, or one of the days that may be meant is taken. @param {HTMLElement} field @param {HTMLElement} button */
export function pressed(field, button) {
  const { chDateIs: choice } = button.dataset
  if (choice) {
    putDate(field, choice)
    boxOf(field, "day").focus()
    return true
  }
  if (!("chPickDay" in button.dataset)) return false
  const picker = one(field, "[data-ch-picker]", HTMLInputElement)
  const date = dateOf(field)
  picker.value = WHOLE.test(date) ? date : ""
  try {
    picker.showPicker()
  } catch {
    picker.focus()
  }
  return true
}
