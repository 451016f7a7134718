// Page: the search page, on which facets narrow what is found. The question stands in its address.

import { PAUSE, isAsked, latest, patience, written } from "./typing.js"
import { SORTS, fromAddress, toAddress } from "../question.js"
import { hitItem, notLoaded, quiet, setBusy, walkHits } from "./hits.js"
import { chipsOf, withTerm } from "./chips.js"
import { counted, grouped } from "../../site/words.js"
import { element } from "../../site/element.js"
import { one } from "../../site/query.js"
import { find } from "../find/find.js"
import { helpItem, without } from "./help_item.js"
import { panelOf } from "./panel.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {import("../find/find.js").Answer} Answer */

const AT_ONCE = 10

/** @param {HTMLElement} place @param {import("../index/terms.js").Facet[]} facets */
export function makePage(place, facets) {
  const form = one(place, "form", HTMLFormElement)
  const field = one(form, "[name=q]", HTMLInputElement)
  const status = element("p", { className: "ch-small ch-search__status", role: "status" })
  const sort = element("select", { id: "ch-sort" }, ...Object.entries(SORTS).map(([value, label]) => element("option", { value }, label)))
  const chips = element("p", { className: "ch-search__chips" })
  const help = element("div")
  const hits = element("ol", { className: "ch-hits" })
  const more = element("button", { className: "ch-button", type: "button", hidden: true }, "Show more")
  const panels = facets.filter(({ terms }) => terms.length).map((facet) => panelOf(facet, (...change) => go(withTerm(understood(), ...change))))
  const bar = element("div", { className: "ch-facets", role: "group", ariaLabel: "Facets" }, ...panels.map(({ details }) => details))
  const sorting = element("p", { className: "ch-search__sort" }, element("label", { htmlFor: "ch-sort" }, "Order "), sort)
  place.append(bar, chips, element("div", { className: "ch-search__line" }, status, sorting), help, hits, more)

  let question = fromAddress(location.href, facets)
  /** @type {Answer | undefined} */
  let answer
  /** Whether the question stands for itself in the history, so that the next one comes after it. */
  let isSettled = true
  /** What the filters say: the question, or what its words mean once it is answered. */
  const understood = () => (answer && answered === question ? answer.question : question)
  /** @type {Question | undefined} */
  let answered

  const update = latest(async () => {
    const asked = question
    const opened = panels.filter(({ details, id }) => details.open && id !== "collection").map(({ id }) => id)
    try {
      const reply = await find(asked, ["collection", ...opened])
      const first = await reply.hits(0, AT_ONCE)
      if (!place.isConnected || asked !== question) return
      answer = reply
      answered = asked
      if (isAsked(field, asked.q)) setBusy(hits, false)
      hits.replaceChildren(...first.map((hit) => hitItem(hit, true)))
      more.hidden = reply.shown <= AT_ONCE
      status.textContent = inWords(question, reply)
      showFilters()
      for (const panel of panels) panel.show(reply.counts[panel.id])
      helpOn(asked, reply)
    } catch (failure) {
      console.error(failure)
      setBusy(hits, false)
      hits.replaceChildren()
      help.replaceChildren(notLoaded())
    }
  })

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let thinking
  /** @param {Question} asked @param {Answer} reply */
  function helpOn(asked, reply) {
    clearTimeout(thinking)
    if (reply.total) help.replaceChildren()
    thinking = setTimeout(async () => {
      const item = await helpItem(asked, reply)
      if (asked === question) help.replaceChildren(...(item ? [item] : []))
    }, patience(reply.total))
  }

  /** A new question with an entry of its own in the history, so that Back leads to the one before. @param {Question} next */
  function go(next) {
    question = next
    isSettled = true
    field.value = question.q
    if (toAddress(question) !== location.href) history.pushState(null, "", toAddress(question))
    refresh()
  }

  /** @param {Question} next */
  function goAndWrite(next) {
    go(next)
    field.focus()
  }

  function refresh() {
    setBusy(hits, true)
    sort.value = question.sort
    showFilters()
    update()
  }

  function showFilters() {
    const buttons = chipsOf(understood(), facets, goAndWrite)
    const isMeant = answered === question && answer?.isMeant
    chips.replaceChildren(...(isMeant ? [quiet("Understood as:")] : []), ...buttons, ...(isMeant ? [asWords(question)] : []))
    chips.hidden = !buttons.length
    for (const panel of panels) panel.mark(understood())
  }

  function restore() {
    question = fromAddress(location.href, facets)
    isSettled = true
    field.value = question.q
    refresh()
  }

  // What is typed is one question in the history, however many letters it took.
  function type() {
    question = { ...question, q: written(field.value) }
    const address = toAddress(question)
    if (address !== location.href) {
      if (isSettled) history.pushState(null, "", address)
      else history.replaceState(history.state, "", address)
      isSettled = false
    }
    refresh()
  }

  async function showMore() {
    const from = hits.children.length
    const asked = answer
    const next = await asked?.hits(from, from + 2 * AT_ONCE).catch(() => null)
    if (asked !== answer) return // another question came in between
    if (!asked || !next) return help.replaceChildren(notLoaded())
    hits.append(...next.map((hit) => hitItem(hit, true)))
    more.hidden = hits.children.length >= asked.shown
    hits.children[from]?.querySelector("a")?.focus()
  }

  // Other questions are answered in place. Material takes two addresses that differ in the query alone for one page.
  /** @param {MouseEvent} event */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash) return
    event.preventDefault()
    event.stopPropagation()
    goAndWrite(fromAddress(link.href, facets))
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  field.addEventListener("input", () => {
    clearTimeout(timer)
    setBusy(hits, true)
    timer = setTimeout(type, PAUSE)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    clearTimeout(timer)
    go({ ...question, q: field.value })
  })
  sort.addEventListener("change", () => go({ ...question, sort: sort.value }))
  more.addEventListener("click", showMore)
  for (const { details } of panels) details.addEventListener("toggle", () => details.open && update())
  place.addEventListener("keydown", (event) => walkHits(event, field, hits))
  place.addEventListener("click", follow)
  putAway(place, bar)
  return { place, restore }
}

/** A panel lies above the results: a click beside it or Escape puts it away. @param {HTMLElement} place @param {HTMLElement} bar */
function putAway(place, bar) {
  const opened = () => bar.querySelector("details[open]")
  place.addEventListener("click", ({ target }) => {
    const panel = opened()
    if (!panel?.contains(/** @type {Node} */ (target))) panel?.removeAttribute("open")
  })
  bar.addEventListener("keydown", ({ key }) => {
    const panel = opened()
    if (key !== "Escape" || !panel) return
    panel.querySelector("summary")?.focus()
    panel.removeAttribute("open")
  })
}

/** The same words, of which none is taken for a filter. @param {Question} question */
const asWords = (question) => element("a", { className: "ch-small", href: toAddress({ ...question, isLiteral: true }) }, "Search for the words instead")

/** @param {Question} question @param {Answer} answer */
function inWords({ sort }, answer) {
  const { total, shown, isNarrowed, question } = answer
  const words = question.q.trim()
  const about = words ? ` for “${words}”` : ""
  if (!total) return `No results${about}.`
  const order = SORTS[words || sort !== "best" ? sort : "newest"].toLowerCase()
  const some = isNarrowed && sort === "best" ? ` The best of the ${grouped(shown)} newest are shown: add a word or a facet.` : ""
  return `${without(answer)}${counted(total, "result")}${about}, ${order}.${some}`
}
