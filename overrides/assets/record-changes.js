"use strict"
// Record changes: what subscribers must learn when a published record is edited, as entries of its `changes`.
globalThis.clearingHouse ??= {}
{
  /** @typedef {{slot: string, told: string, what: string, id: string, from?: string, to?: string}} Change */

  const NAMED = { time: "time", mode: "mode", place: "place", host: "host state" }
  const OF_A_STATUS = ["confirmed", "postponed", "cancelled", "held"]
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)
  const asId = text => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "")

  /**
   * The entries that an edit calls for, the oldest first. slot: what an entry is about, which stays while somebody types;
   * told: what happened, for the person who edits.
   * @returns {{slot: string, told: string, entry: {on: string, what: string, id: string, from?: string, to?: string}}[]}
   */
  function changes(collection, before, after, today) {
    const found = [...(collection === "legislation" ? ofLegislation(before, after) : ofEvent(before, after)), ...served(before, after)]
    const taken = (before.changes ?? []).map(change => change.id)
    return found.map(({ slot, told, what, id, from, to }) => {
      const unused = clearingHouse.names.unused(asId(id), taken)
      taken.push(unused)
      return { slot, told, entry: { on: today, what, id: unused, ...(from && to ? { from, to } : {}) } }
    })
  }

  function* ofEvent(before, after) {
    const differs = key => !same(before[key], after[key])
    if (["starts", "ends", "undated"].some(differs)) yield ofDates(before, after)
    if (differs("status") && after.status) {
      const what = OF_A_STATUS.includes(after.status) ? after.status : "updated"
      yield { slot: "status", told: `Status: ${after.status}, was ${before.status}`, what, id: after.status }
    }
    const others = clearingHouse.schema.told.filter(key => key in NAMED && differs(key)).map(key => NAMED[key])
    if (others.length) yield { slot: "others", told: `Changed: ${others.join(", ")}`, what: "updated", id: `new-${others.join("-")}` }
  }

  /** @returns {Change} */
  function ofDates(before, after) {
    const [from, to] = [before.starts, after.starts]
    // A month of which the day is known now has not moved.
    if (from && to && !to.startsWith(from)) return { slot: "dates", told: `Moved from ${from} to ${to}`, what: "moved", id: `moved-to-${to}`, from, to }
    const dates = [after.starts, after.ends].filter(Boolean).join(" to ")
    return { slot: "dates", told: dates ? `The date is now told as ${dates}` : "The date is not known any more", what: "updated", id: "new-date" }
  }

  function* ofLegislation(before, after) {
    const added = key => (after[key] ?? []).slice((before[key] ?? []).length)
    for (const [place, { as_of: to }] of added("assessments").entries()) {
      const from = before.assessments?.at(-1)?.as_of
      yield { slot: `assessment-${place}`, told: `A new assessment${to ? `, as of ${to}` : ""}`, what: "assessed", id: `status-${to ?? "new"}`, from, to }
    }
    for (const [place, { title }] of added("laws").entries()) {
      yield { slot: `law-${place}`, told: `A law was added: ${title ?? "…"}`, what: "updated", id: "law-added" }
    }
    for (const [place, { what }] of added("next_steps").entries()) {
      yield { slot: `step-${place}`, told: `A next step was added: ${what ?? "…"}`, what: "updated", id: "next-step-added" }
    }
  }

  /** Each activity that is served anew, by the id from which its plan's feed knows it. */
  function served(before, after) {
    const { prefixes } = clearingHouse.known
    const added = (after.serves ?? []).filter(activity => !(before.serves ?? []).includes(activity))
    return added.map(activity => {
      const [plan, number = ""] = activity.split("/")
      return { slot: `serves-${activity}`, told: `It serves ${activity} as well`, what: "updated", id: `serves-${prefixes[plan] ?? plan}-${number}` }
    })
  }

  clearingHouse.changes = changes
}
