// View: what a form shows of the record that it proposes: its text, its problems, and the ways that it can go.

import { mail, proposal } from "./ways/ways.js"
import { isEvent, schema } from "./schema.js"
import { problemsOf, proposed } from "./record/record.js"
import { sayAtFields, saySummary, things } from "./fields/saying.js"
import { addressOf } from "../site/root.js"
import { duplicates } from "./rules/duplicates.js"
import { element } from "../site/element.js"
import { one } from "../site/query.js"
import { theControlOf } from "./fields/fields.js"

/** @typedef {import("./state.js").State} State */

const BY_EDITING =
  "The button copies the new text and opens the file on GitHub. Select everything there, paste, press Commit changes, then Create pull request."
const BY_PASTING =
  "This text is too long for a link. The button copies it and opens an empty file on GitHub. Paste it there, press Commit changes, then Create pull request."
const FILLED_IN = "GitHub opens with the file filled in: press Commit changes there, then Create pull request."

/** Reads the form anew, and shows all of it. @param {State} state */
export function show(state) {
  const record = proposed(state)
  const problems = problemsOf(state, record)
  state.record = { ...record, errors: problems.filter(({ isWarning }) => !isWarning) }
  sayAtFields(state.form, problems, (at) => state.isAttempted || state.touched.has(at))
  saySummary(state.part("summary"), state.isAttempted ? state.record.errors : [])
  state.part("yaml").textContent = record.text
  state.part("path").textContent = `${schema().data}/${record.path}`
  showWays(state)
  showDuplicates(state)
  showStatus(state)
}

/** @param {State} state */
function showWays(state) {
  const { path, text, data } = state.record
  const isGitHub = schema().repository.startsWith("https://github.com/")
  const { href, mustPaste } = proposal(path, text, Boolean(state.key))
  const propose = one(state.form, "[data-ch-propose]", HTMLAnchorElement)
  propose.hidden = !isGitHub
  propose.href = href
  propose.textContent = state.key ? "Copy, and open the file on GitHub" : mustPaste ? "Copy, and propose on GitHub" : "Propose on GitHub"
  const byMail = state.form.querySelector("[data-ch-mail]")
  if (byMail instanceof HTMLAnchorElement) byMail.href = mail(path, data.title, text).href
  const how = state.key ? BY_EDITING : mustPaste ? BY_PASTING : FILLED_IN
  state.part("how").textContent = isGitHub ? `${how} You need an account, which is free. Nothing is published before an editor has checked it.` : ""
}

/** @param {State} state */
function showDuplicates(state) {
  const events = isEvent(state.collection) ? duplicates(state.key, state.record.data) : []
  const notice = state.part("duplicates")
  notice.hidden = !events.length
  notice.lastElementChild?.replaceChildren(
    ...events.map(({ key, title, starts, place }) =>
      element("li", {}, element("a", { href: addressOf(`${key}/`) }, title), `, ${[starts, place].filter(Boolean).join(", ")}`),
    ),
  )
}

/** @param {State} state */
function showStatus(state) {
  const { errors, data } = state.record
  const isSame = state.key && JSON.stringify(sorted(data)) === JSON.stringify(sorted(state.base))
  const text = errors.length
    ? `${things(errors)} to fix.`
    : isSame
      ? "You have not changed anything yet."
      : "The record is complete. You can send it now."
  const status = state.part("status")
  if (status.textContent !== text) status.textContent = text
}

/** The same whatever the order of keys. @param {any} value @returns {any} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]))
}

/** Says whose record it is, and what became of what was typed before. @param {State} state @param {import("./state.js").Draft | null} draft */
export function showNotice(state, draft) {
  const { key, base, isOfState } = state
  const notice = state.part("notice")
  const [head, text] = notice.children
  theControlOf(/** @type {HTMLElement} */ (state.field("published"))).toggleAttribute("readonly", Boolean(key))
  const isOld = draft && key && draft.base !== JSON.stringify(base)
  notice.hidden = !key && !draft
  const edited = isOfState ? `You are adding to the file of ${base.title}.` : `You are editing “${base.title}”.`
  head.textContent = key ? edited : "This is what you typed last time."
  const words = key ? "Only what you change is changed. Comments in the file are lost." : "It was kept only in this browser."
  text.textContent = isOld ? `${words} The record has changed since you began. Start over to see the current version.` : words
}
