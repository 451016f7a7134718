// Page: the search page, on which facets narrow what is found. The question stands in its address.

import { PAUSE, isAsked, latest, patience, written } from "./typing.js"
import { fromAddress, toAddress } from "../question.js"
import { AT_ONCE, hitItem, notLoaded, setBusy, walkHits } from "./hits.js"
import { say } from "../../site/words.js"
import { asWords, inWords, isOpen } from "./answer_words.js"
import { showChoice, withTerm } from "./chips.js"
import { followIn } from "./follow.js"
import { countsOf } from "../index/bundle.js"
import { find } from "../find/find.js"
import { meaningOf } from "../words/meaning.js"
import { helpOf } from "./help_item.js"
import { panelOf } from "./panel.js"
import { partsOf } from "./parts.js"
import { putAway } from "./put_away.js"
import { restOf } from "./rest.js"
import { widerHits } from "./wider_hits.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {import("../find/find.js").Answer} Answer */

/**
 * Where nothing is asked, how many pages have each term is all that is wanted, and the index is not.
 * @param {Question} question
 * @param {string[]} wanted
 * @returns {Promise<Answer>}
 */
async function answerTo(question, wanted) {
  if (!isOpen(question)) return find(question, wanted)
  return { question, total: 0, shown: 0, counts: await countsOf(wanted), hits: async () => [], isMeant: false, left: [] }
}

/** @param {HTMLElement} place @param {import("../index/terms.js").Facet[]} facets */
export function makePage(place, facets) {
  const { form, field, status, sort, sorting, chips, help, hits, newest, more, bar } = partsOf(place)
  const rest = restOf({ sorting, hits, help, more }, facets)
  const panels = facets.filter(({ terms }) => terms.length).map((facet) => panelOf(facet, (...change) => go(withTerm(understood(), ...change))))
  bar.replaceChildren(...panels.map(({ details }) => details))

  let question = fromAddress(location.href, facets)
  /** @type {Record<"typing" | "thinking", ReturnType<typeof setTimeout> | undefined>} */
  const timers = { typing: undefined, thinking: undefined }
  /** Whether the question stands for itself in the history, so that the next one comes after it. */
  let isSettled = true
  /** How a question was understood, and whether words of it are filters. @type {{asked?: Question, question: Question, isMeant: boolean}} */
  let meaning = { question, isMeant: false }
  const understood = () => (meaning.asked === question ? meaning.question : question)
  const update = latest(async () => {
    const asked = question
    const opened = panels.filter(({ details, id }) => details.open && id !== "collection").map(({ id }) => id)
    try {
      const reply = await answerTo(asked, ["collection", ...opened])
      const first = await reply.hits(0, AT_ONCE)
      if (!place.isConnected || asked !== question) return
      for (const panel of panels) panel.show(reply.counts[panel.id])
      if (isOpen(asked)) return
      meaning = { asked, question: reply.question, isMeant: reply.isMeant }
      if (isAsked(field, asked.q)) setBusy(hits, false)
      hits.replaceChildren(...first.map((hit) => hitItem(hit, true)))
      rest.show({ asked, answer: reply })
      status.textContent = inWords(question, reply)
      showFilters()
      helpOn(asked, reply)
    } catch (failure) {
      console.error(failure)
      setBusy(hits, false)
      hits.replaceChildren()
      help.replaceChildren(notLoaded())
    }
  })

  /** @param {Question} asked @param {Answer} reply */
  function helpOn(asked, reply) {
    clearTimeout(timers.thinking)
    if (reply.total) help.replaceChildren()
    timers.thinking = setTimeout(async () => {
      const [{ notes, item }, wider] = await Promise.all([helpOf(asked, reply), widerHits(asked, reply)])
      if (asked !== question) return
      status.append(...notes, ...wider.notes)
      help.replaceChildren(...(item ? [item] : []), ...wider.items)
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

  // What the words mean is known before it is found.
  async function guess() {
    const asked = question
    const meant = asked.isLiteral ? null : await meaningOf(asked)
    if (!meant || asked !== question || meaning.asked === question) return
    meaning = { asked, question: meant, isMeant: true }
    showFilters()
  }

  function refresh() {
    showFilters()
    guess()
    if (isOpen(question)) return showNewest()
    setBusy(hits, true)
    if (hits.firstChild === newest.hits[0]) { // no answer to this question
      hits.replaceChildren()
      status.textContent = say("Searching …")
    }
    update()
  }

  function showNewest() {
    hits.replaceChildren(...newest.hits)
    status.textContent = newest.status
    help.replaceChildren()
    rest.show(null)
    setBusy(hits, false)
    if (panels.some(({ details }) => details.open)) update()
  }

  function showFilters() {
    const isMeant = meaning.asked === question && meaning.isMeant
    showChoice({ chips, sort, panels }, understood(), isMeant ? asWords(question) : null, facets, goAndWrite)
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

  field.addEventListener("input", () => {
    clearTimeout(timers.typing)
    setBusy(hits, true)
    timers.typing = setTimeout(type, PAUSE)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    clearTimeout(timers.typing)
    go({ ...question, q: field.value })
  })
  sort.addEventListener("change", () => go({ ...question, sort: sort.value }))
  for (const { details } of panels) details.addEventListener("toggle", () => details.open && update())
  place.addEventListener("keydown", (event) => walkHits(event, field, hits))
  followIn(place, facets, goAndWrite)
  putAway(place, bar)
  return { place, restore }
}
