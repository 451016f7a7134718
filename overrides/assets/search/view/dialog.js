// Dialog: the search over every page.

import { PAUSE, isAsked, latest, patience, written } from "./typing.js"
import { ask, toAddress } from "../question.js"
import { grouped, say, sayCount } from "../../site/words.js"
import { hitItem, notLoaded, setBusy, walkHits } from "./hits.js"
import { terms, termsOf } from "../index/terms.js"
import { addressOf } from "../../site/root.js"
import { element } from "../../site/element.js"
import { find } from "../find/find.js"
import { helpOf, label, without } from "./help_item.js"

const MOST = 8

/** @type {ReturnType<typeof makeDialog> | undefined} */
let dialog

/** @param {string} q */
export function showDialog(q) {
  dialog ??= makeDialog()
  const { whole, field, update } = dialog
  if (!whole.isConnected) document.body.append(whole)
  if (!whole.open) whole.showModal()
  if (q) field.value = q
  field.focus()
  if (!q) field.select()
  update(field.value)
}

function makeDialog() {
  const field = element("input", { type: "search", name: "q", id: "ch-dialog-q", autocomplete: "off" })
  const status = element("p", { className: "ch-small ch-hero__try", role: "status" })
  const hits = element("ol", { className: "ch-hits" })
  const help = element("div", { className: "ch-dialog__help" })
  const form = element(
    "form", { className: "ch-find ch-find--large", role: "search", ariaLabel: say("Records"), action: addressOf("search/") },
    element("label", { className: "ch-hidden", htmlFor: "ch-dialog-q" }, say("Search all records")), field,
    element("button", { className: "ch-find__go", type: "submit" }, say("Search")),
  )
  const foot = element("p", { className: "ch-dialog__foot" }, say("Arrow keys choose, Enter opens, Escape closes. The search runs on this device; nothing you type leaves it."))
  const whole = element("dialog", { className: "ch-dialog ch-page", ariaLabel: say("Search") }, element("div", { className: "ch-dialog__top" }, form, status), element("div", { className: "ch-dialog__body" }, hits, help), foot)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let thinking
  /** The question whose answer is seen. Where it is an id or a number, Enter opens its page. */
  let seen = { q: "", isNamed: false }
  /** Whether Enter was pressed before the answer to what is written came. */
  let isEntered = false

  /** @param {string} q @param {boolean} isNamed */
  const answered = (q, isNamed) => {
    seen = { q, isNamed }
    if (!isAsked(field, q)) return
    setBusy(hits, false)
    if (isEntered) enter()
  }
  const enter = () => {
    isEntered = false
    const first = seen.isNamed ? hits.querySelector("a") : null
    if (first) first.click()
    else form.submit()
  }

  const update = latest(async (/** @type {string} */ q) => {
    if (!q.trim()) {
      help.replaceChildren()
      hits.replaceChildren()
      status.textContent = say("Type a word in any language of the region.")
      answered(q, false)
      return
    }
    try {
      const answer = await find(ask(q))
      const first = await answer.hits(0, MOST)
      const words = await tally(q, answer)
      hits.replaceChildren(...first.map((hit) => hitItem(hit, false)))
      status.replaceChildren(...words)
      answered(q, answer.isNamed ?? false)
      if (answer.total) help.replaceChildren()
      clearTimeout(thinking)
      thinking = setTimeout(async () => {
        const { notes, item } = await helpOf(ask(q), answer)
        if (field.value !== q) return
        if (notes.length) status.append(".", ...notes)
        help.replaceChildren(...(item ? [item] : []))
      }, patience(answer.total))
    } catch (failure) {
      console.error(failure)
      setBusy(hits, false)
      if (isEntered) form.submit()
      help.replaceChildren(notLoaded())
    }
  })
  field.addEventListener("input", () => {
    clearTimeout(timer)
    isEntered = false
    setBusy(hits, true)
    timer = setTimeout(() => update(written(field.value)), PAUSE)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (isAsked(field, seen.q)) enter()
    else isEntered = true
  })
  whole.addEventListener("keydown", (event) => walkHits(event, field, hits))
  whole.addEventListener("click", ({ target }) => {
    if (target === whole || (target instanceof Element && target.closest("a"))) whole.close() // beside it, or on the way to a hit
  })
  return { whole, field, update }
}

/**
 * `42 results: trainings 27, workshops 13`, each a way to the search page.
 * @param {string} q
 * @param {import("../find/find.js").Answer} answer
 */
async function tally(q, answer) {
  if (!answer.total) return [say("Nothing was found.")]
  const { question, isMeant, left } = answer
  const { facets } = await terms()
  const meant = isMeant ? [element("span", { className: "ch-dialog__meant" }, say("Understood as:"), ` ${label(question, facets)}. `)] : []
  const parts = termsOf(facets, "collection")
    .map(([id, name]) => ({ id, name, count: answer.counts.collection?.[id] ?? 0 }))
    .filter(({ id, count }) => count && (question.facets.collection ?? [id]).includes(id))
    .sort((one, other) => other.count - one.count)
  const links = parts.flatMap(({ id, name, count }, place) => [
    place ? ", " : ": ",
    element("a", { href: toAddress({ ...question, facets: { ...question.facets, collection: [id] } }) }, `${name[0].toLowerCase()}${name.slice(1)} ${grouped(count)}`),
  ])
  return [without(answer), answer.isNamed ? say("Enter opens the first. ") : "", ...meant, element("a", { href: toAddress(left.length ? question : ask(q)) }, sayCount("{number} result", "{number} results", answer.total)), ...links]
}
