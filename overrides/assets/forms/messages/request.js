// Request: what the form asks for, as a message; of a record that is there only what is to change.

import { answersOf } from "../answers.js"
import { language, say } from "../../site/words.js"
import { messageText } from "./message.js"
import { newReferenceNumber } from "./reference_number.js"
import { labelOf } from "../fields/saying.js"
import { noteOf, newsRows } from "../fields/news.js"
import { keysIn, patch } from "../record/patch.js"

/** @typedef {import("../state.js").State} State */
/** @typedef {{reference: string, heading: string, text: string}} Request */

/** The kinds of messages that are not called as the address calls them. @type {Record<string, string>} */
const KINDS = { correct: "still correct" }

/** What a request is called. @param {string} what */
export function wordsOf(what) {
  const words = {
    new: say("New record"),
    change: say("Change of a record"),
    cancel: say("Cancelled"),
    move: say("Moved to another date"),
    held: say("It took place"),
    correct: say("Still correct"),
    report: say("Something is wrong"),
  }
  return /** @type {Record<string, string>} */ (words)[what]
}

/**
 * What a person reads in the message.
 * @param {State} state
 * @param {string} named the record
 * @param {import("../answers.js").Answer[]} answers
 * @param {string[]} gone keys that the record loses
 * @returns {[question: string, answer: string][]}
 */
function linesOf(state, named, answers, gone) {
  const notes = newsRows(state).map((row) => noteOf(row).value.trim()).filter(Boolean)
  /** @type {[string, string[]][]} */
  const others = [
    [say("Taken out"), gone.map((key) => labelOf(state.field(key)) || key)],
    [say("What subscribers learn"), notes],
    [say("For the editors"), [state.reason].filter(Boolean)],
    [say("Office"), [state.office]],
  ]
  const said = answers.map(({ question, answer }) => /** @type {[string, string]} */ ([question, answer]))
  return [[say("Record"), named], ...said, ...others.flatMap(([question, all]) => all.map((answer) => /** @type {[string, string]} */ ([question, answer])))]
}

/** The message of what the form asks for now. @param {State} state @returns {Request} */
export function requestOf(state) {
  const { key, base, collection, record } = state
  const what = state.request || (key ? "change" : "new")
  const isReport = what === "report"
  const changes = key && !isReport ? patch(base, record.data) : undefined
  const changed = changes && keysIn(changes)
  const title = String(record.data.title ?? base.title ?? record.id)
  const heading = `${wordsOf(what)}: ${title}`
  state.reference ||= newReferenceNumber()
  const answers = isReport ? [] : answersOf(state).filter((answer) => !changed || changed.has(answer.key))
  const named = key ?? `${collection}/${record.id}`
  const lines = linesOf(state, named, answers, changes?.gone ?? [])
  const message = {
    kind: KINDS[what] ?? what,
    record: named,
    reference: state.reference,
    office: state.office,
    ...(changes ?? (isReport ? {} : { data: record.data })),
    reason: state.reason,
    language: language(),
  }
  const text = messageText(message, heading, lines, say("Please leave the lines below as they are. A program reads them."))
  return { reference: state.reference, heading, text }
}
