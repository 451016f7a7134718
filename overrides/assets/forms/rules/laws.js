// Laws: what rules ask of laws and penalties among one another. The twin of the conditions on them in
// clearinghouse/records/keys/comparisons.py.

import { nearest } from "./nearest.js"

/** @typedef {import("./comparisons.js").Group} Group */
/** @typedef {import("./comparisons.js").Failed} Failed */

const LONGEST_ID = 80

/** The ids of laws that have one. @param {Group[]} laws @returns {string[]} */
const idsOf = (laws) => laws.map((law) => law.get("id")).filter(Boolean)

/** The last step of the address of a law's page. @param {Group} law */
function nameOf(law) {
  const id = law.get("id")
  if (id) return id.replace(/^law-(?:[a-z]{2}-)?(?=.)/, "")
  const words = law.get("title").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")
  return words.slice(0, LONGEST_ID).replaceAll(/^-+|-+$/g, "") || "law"
}

/**
 * The relations of laws: the place of the law, its key, the place in it, and what is named there.
 * @param {Group[]} laws
 * @param {Record<string, string>} relations
 * @returns {{place: number, key: string, number: number, name: string}[]}
 */
function relationsOf(laws, relations) {
  const keys = [...Object.keys(relations), ...Object.values(relations)]
  return laws.flatMap((law, place) => keys.flatMap((key) => (law.get(key) ?? []).map((/** @type {string} */ name, /** @type {number} */ number) => ({ place, key, number, name }))))
}

/** @type {Record<string, (value: any, group: Group, given: any) => Failed>} */
export const ON_LAWS = {
  lower(value, group, { other }) {
    const against = group.get(other) ?? null
    return value !== null && against !== null && Number(value) < Number(against) ? { other: String(against) } : null
  },
  without_unit: (value, group, { others }) => (value === null && others.some((/** @type {string} */ key) => (group.get(key) ?? null) !== null) ? {} : null),
  alike(value) {
    const names = value.map(nameOf)
    const place = names.findIndex((/** @type {string} */ name, /** @type {number} */ number) => names.indexOf(name) < number)
    return place < 0 ? null : { name: names[place], at: `${place}.title` }
  },
  stray_relation(value, _group, { relations }) {
    const ids = idsOf(value)
    const stray = relationsOf(value, relations).find(({ name }) => name.startsWith("law-") && !ids.includes(name))
    return stray ? { near: nearest(stray.name, ids) ?? "", at: `${stray.place}.${stray.key}.${stray.number}`, found: stray.name } : null
  },
  circular(value, _group, { relations }) {
    /** @type {Map<string, string[]>} */
    const earlier = new Map(idsOf(value).map((id) => [id, []]))
    for (const { place, key, name } of relationsOf(value, relations)) {
      const own = value[place].get("id")
      if (own && earlier.has(name)) earlier.get(key in relations ? own : name)?.push(key in relations ? name : own)
    }
    for (const [place, law] of value.entries()) {
      const id = law.get("id")
      const reached = new Set()
      const ahead = [...(earlier.get(id) ?? [])]
      for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
        if (reached.has(name)) continue
        reached.add(name)
        ahead.push(...(earlier.get(name) ?? []))
      }
      if (reached.has(id)) return { law: id, at: `${place}.id`, found: id }
    }
    return null
  },
  lawless(value, group, { other }) {
    if (!group.has(other)) return null
    const ids = idsOf(group.get(other) ?? [])
    const place = value.findIndex((/** @type {Group} */ penalty) => !ids.includes(penalty.get("law")))
    return place < 0 ? null : { near: nearest(value[place].get("law"), ids) ?? "", at: `${place}.law`, found: value[place].get("law") }
  },
}
