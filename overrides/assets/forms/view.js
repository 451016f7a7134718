// View: what a form shows of the record that it proposes: its text, its problems, and the ways that it can go.

import { missing } from "./requests.js"
import { offline } from "./ways/relay.js"
import { proposal } from "./ways/ways.js"
import { isEvent, schema } from "./schema.js"
import { isUnchanged } from "./record/patch.js"
import { problemsOf, proposed } from "./record/record.js"
import { sayAtFields, saySummary } from "./fields/saying.js"
import { addressOf } from "../site/root.js"
import { duplicates } from "./rules/duplicates.js"
import { element } from "../site/element.js"
import { all, one } from "../site/query.js"
import { say, sayCount } from "../site/words.js"
import { showStep } from "./steps.js"
import { arrange } from "./order.js"

/** @typedef {import("./state.js").State} State */

const MOVE = "move"

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
  arrange(state)
  showStep(state)
}

/** @param {State} state */
function showWays(state) {
  state.part("offline").textContent = navigator.onLine ? "" : offline()
  const { path, text } = state.record
  const isGitHub = schema().repository.startsWith("https://github.com/")
  const { href, mustPaste } = proposal(path, text, Boolean(state.key))
  const propose = one(state.form, "[data-ch-propose]", HTMLAnchorElement)
  propose.hidden = !isGitHub
  propose.href = href
  propose.textContent = state.key ? say("Copy, and open the file on GitHub") : mustPaste ? say("Copy, and propose on GitHub") : say("Propose on GitHub")
  const how = state.key
    ? say("The button copies the new text and opens the file on GitHub. Select everything there, paste, press Commit changes, then Create pull request.")
    : mustPaste
      ? say("The button copies the text and opens an empty file on GitHub. Paste it there, press Commit changes, then Create pull request.")
      : say("GitHub opens with the file filled in: press Commit changes there, then Create pull request.")
  state.part("how").textContent = isGitHub ? how : ""
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
  const { errors } = state.record
  const text = errors.length
    ? `${sayCount("{number} answer needs fixing", "{number} answers need fixing", errors.length)}.`
    : isUnchanged(state) && (!state.request || state.request === MOVE)
      ? say("You have not changed anything yet.")
      : state.request && missing(state)
        ? say("Answer the questions here, then send.")
      : say("Your answers are complete. You can send them now.")
  const status = state.part("status")
  if (status.textContent !== text) status.textContent = text
}

/** Says whose record it is, and what became of what was typed before. @param {State} state @param {import("./state.js").Draft | null} draft */
export function showNotice(state, draft) {
  const { key, base, isOfState } = state
  const notice = state.part("notice")
  const [head, text] = notice.children
  for (const box of all(/** @type {HTMLElement} */ (state.field("published")), "input", HTMLInputElement)) box.readOnly = Boolean(key)
  const isOld = draft && key && draft.base !== JSON.stringify(base)
  notice.hidden = !key && !draft
  const title = String(base.title ?? "")
  const edited = isOfState ? say("You are adding to the record of {title}.", { title }) : say("This is about “{title}”.", { title })
  head.textContent = key ? edited : say("This is what you typed last time.")
  const words = key ? say("Only what you change is changed.") : say("It was kept only in this browser.")
  text.textContent = isOld ? `${words} ${say("The record has changed since you began. Delete what you typed to see the current version.")}` : words
}
