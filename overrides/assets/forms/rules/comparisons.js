// Comparisons: what rules ask of a key and others of the same group. A key that is wrong in itself is not compared.

import { ON_LAWS } from "./laws.js"
import { oneOf, ruleText } from "./texts.js"

/** @typedef {{text: string, first: string, last: string}} Dated a date: the earliest and the latest day that it may mean */
/** @typedef {Map<string, any>} Group typed values by key */
/** @typedef {Record<string, string> | null} Failed what fills the words of a rule, and under `at` where below the key; null where it stands */

/** @param {any} value */
const begin = (value) => value.first ?? value
/** @param {any} value */
const end = (value) => value.last ?? value
/** @param {any} value */
const written = (value) => String(value.text ?? value)

/** The host and the name of a source's publisher. @param {Group} source */
function publisher(source) {
  const address = source.get("url").toLowerCase()
  const [, host] = /^https?:\/\/(?:www\.)?([^/?#:]+)/.exec(address) ?? [address, address]
  return { host, name: source.get("publisher").split(",")[0].trim().toLowerCase() }
}

/** @type {Record<string, (value: any, group: Group, given: any) => Failed>} */
export const COMPARISONS = {
  ...ON_LAWS,
  before(value, group, { other }) {
    const against = group.get(other) ?? null
    return value !== null && against !== null && end(value) < begin(against) ? { other: written(against) } : null
  },
  not_after(value, group, { other }) {
    const against = group.get(other) ?? null
    if (value === null || against === null || value > against) return null
    /** @type {Failed} */
    const night = value === "00:00" ? { midnight: "23:59" } : { from: against, to: value }
    return value === against ? {} : night
  },
  out_of_reach(value, group, { other, years }) {
    const first = group.get(other) ?? null
    if (value === null || first === null) return null
    const last = `${Number(first.slice(0, 4)) + years}${first.slice(4)}`.replace("-02-29", "-02-28")
    return first <= value && value <= last ? null : { first, last }
  },
  both_or_neither(value, group, { is, others }) {
    if (value !== is || !others.every((/** @type {string} */ key) => group.has(key))) return null
    return others.some((/** @type {string} */ key) => group.get(key) !== null) === value ? {} : null
  },
  without: (value, group, { other }) => (value && group.has(other) && !group.get(other) ? {} : null),
  empty_without: (value, group, { other }) => (!value?.length && group.has(other) && !group.get(other) ? {} : null),
  closes_after(value, group, { other }) {
    const starts = group.get(other)
    const deadline = value?.get("deadline")
    return deadline && starts && deadline > end(starts) ? { other: written(starts), at: "deadline" } : null
  },
  reported_before(value, group, { other, what }) {
    /** @type {Group[]} */
    const changes = group.get(other) ?? []
    const days = changes.filter((change) => change.get("what") === what).map((change) => change.get("on"))
    const [on] = days.sort()
    return value && on && on < begin(value) ? { on } : null
  },
  unborne(value, group, { others, is, bearing, media }) {
    if (value !== is || !others.every((/** @type {string} */ key) => group.has(key))) return null
    /** @type {Group[]} */
    const sources = others.flatMap((/** @type {string} */ key) => group.get(key) ?? [])
    if (sources.some((source) => bearing.includes(source.get("kind")))) return null
    const known = sources.filter((source) => media.includes(source.get("kind"))).map(publisher)
    return known.some((one) => known.some(({ host, name }) => host !== one.host && name !== one.name)) ? null : {}
  },
  apart(value, group, { other }) {
    if (!group.has(other)) return null
    for (const [place, part] of value.entries()) {
      for (const [number, name] of (part.get("serves") ?? []).entries()) {
        if (!group.get(other).includes(name)) return { activity: name, at: `${place}.serves.${number}` }
      }
    }
    return null
  },
  unlisted(value, group, { other }) {
    const ids = (group.get(other) ?? []).map((/** @type {Group} */ part) => part.get("number"))
    for (const [place, report] of ids.length ? value.entries() : []) {
      for (const [number, part] of report.get("activities").entries()) {
        const name = part.get("number")
        if (!ids.includes(name)) return { number: name, known: ids.join(", "), at: `${place}.activities.${number}.number` }
      }
    }
    return null
  },
  unfit(value, group, { measures, units, fits_all }) {
    /** @type {string[] | undefined} */
    const kinds = measures[group.get("measure") ?? ""]
    const kind = units[value]
    /** @param {string[]} counted */
    const fits = (counted) => kind === fits_all || counted.includes(kind)
    if (!kinds || fits(kinds)) return null
    const first = kinds.map((name) => Object.keys(units).find((id) => units[id] === name) ?? "")
    return {
      measure: group.get("measure"),
      kinds: oneOf(kinds.map(ruleText)),
      units: first.join(", "),
      unit: value,
      measures: Object.keys(measures).filter((id) => fits(measures[id])).join(", "),
    }
  },
  repeated(value) {
    const ids = value.map((/** @type {Group} */ part) => part.get("id"))
    const place = ids.findIndex((/** @type {string} */ id, /** @type {number} */ number) => ids.indexOf(id) < number)
    return place < 0 ? null : { id: ids[place], at: `${place}.id` }
  },
}
