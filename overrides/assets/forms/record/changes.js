// Changes: what subscribers must learn when a published record is edited, as entries of its `changes`.

import { asId, unused } from "./names.js"
import { known } from "../known.js"
import { dateInWords } from "../fields/dates.js"
import { say } from "../../site/words.js"
import { schema } from "../schema.js"

/** @typedef {import("../schema.js").Data} Data */
/** @typedef {{slot: string, summary: string, what: string, id: string, from?: string, to?: string}} Change slot: what it is about, which stays while somebody types; summary: for the person who edits */
/** @typedef {(key: string, value?: string) => string} Named what a key, or a value of it, is called in the form */
/** @typedef {{on: string, what: string, id: string, from?: string, to?: string}} Entry as it stands in a file */

/** @type {Record<string, string>} */
const NAMED = { time: "time", mode: "mode", place: "place", host: "host state" }
const OF_A_STATUS = ["confirmed", "postponed", "cancelled", "held"]
const ID_LENGTH = 60

/** @param {unknown} one @param {unknown} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The entries that an edit calls for, the oldest first.
 * @param {string} collection
 * @param {Data} before
 * @param {Data} after
 * @param {string} today
 * @param {Named} named
 * @returns {{slot: string, summary: string, entry: Entry}[]}
 */
export function changes(collection, before, after, today, named = (key, value) => value ?? key) {
  const all = [...(collection === "legislation" ? ofLegislation(before, after) : ofEvent(before, after, named)), ...served(before, after, named)]
  const usedIds = (before.changes ?? []).map((/** @type {Entry} */ { id }) => id)
  return all.map(({ slot, summary, what, id: proposed, from, to }) => {
    const id = unused(asId(proposed, ID_LENGTH), usedIds)
    usedIds.push(id)
    return { slot, summary, entry: { on: today, what, id, ...(from && to ? { from, to } : {}) } }
  })
}

/** @param {Data} before @param {Data} after @param {Named} named @returns {Generator<Change>} */
function* ofEvent(before, after, named) {
  /** @param {string} key */
  const differs = (key) => !isSame(before[key], after[key])
  if (["starts", "ends", "undated"].some(differs)) yield ofDates(before, after)
  if (differs("status") && after.status) {
    const what = OF_A_STATUS.includes(after.status) ? after.status : "updated"
    yield { slot: "status", summary: say("Status: {status}, before: {before}", { status: named("status", after.status), before: named("status", before.status) }), what, id: after.status }
  }
  const others = schema().newsworthy.filter((key) => key in NAMED && differs(key))
  if (others.length) yield { slot: "others", summary: say("Changed: {what}", { what: others.map((key) => named(key)).join(", ") }), what: "updated", id: `new-${others.map((key) => NAMED[key]).join("-")}` }
}

/** @param {Data} before @param {Data} after @returns {Change} */
function ofDates({ starts: from }, { starts: to, ends }) {
  // A month of which the day is known now has not moved.
  if (from && to && !to.startsWith(from)) return { slot: "dates", summary: say("Moved from {from} to {to}", { from: dateInWords(from), to: dateInWords(to) }), what: "moved", id: `moved-to-${to}`, from, to }
  const dates = [to, ends].filter(Boolean).map(dateInWords).join(" – ")
  return { slot: "dates", summary: dates ? say("The date is now given as {dates}", { dates }) : say("The date is no longer known"), what: "updated", id: "new-date" }
}

/** @param {Data} before @param {Data} after @returns {Generator<Change>} */
function* ofLegislation(before, after) {
  /** @param {string} key @returns {Data[]} */
  const added = (key) => (after[key] ?? []).slice((before[key] ?? []).length)
  for (const [place, { as_of: to }] of added("assessments").entries()) {
    const from = before.assessments?.at(-1)?.as_of
    yield { slot: `assessment-${place}`, summary: say("A new assessment"), what: "assessed", id: `status-${to ?? "new"}`, from, to }
  }
  for (const [place, { title }] of added("laws").entries()) {
    yield { slot: `law-${place}`, summary: say("A law was added: {title}", { title: title ?? "…" }), what: "updated", id: "law-added" }
  }
  for (const [place, { what }] of added("next_steps").entries()) {
    yield { slot: `step-${place}`, summary: say("A next step was added: {title}", { title: what ?? "…" }), what: "updated", id: "next-step-added" }
  }
}

/** Each activity that is served anew, by the id from which its plan's feed knows it. @param {Data} before @param {Data} after @param {Named} named @returns {Change[]} */
function served(before, after, named) {
  const { prefixes } = known()
  /** @type {string[]} */
  const added = (after.serves ?? []).filter((/** @type {string} */ activity) => !(before.serves ?? []).includes(activity))
  return added.map((activity) => {
    const [plan, number = ""] = activity.split("/")
    return { slot: `serves-${activity}`, summary: say("It also contributes to {activity}", { activity: named("serves", activity) }), what: "updated", id: `serves-${prefixes[plan] ?? plan}-${number}` }
  })
}
