// Patch: what changes in a record that is there, key by key.

import { sumOfValue } from "../messages/sums.js"

/** @typedef {import("../schema.js").Data} Data */
/** @typedef {{put: Data, added: Record<string, unknown[]>, gone: string[], before: Record<string, string>}} Patch */

/** @param {unknown} one @param {unknown} other */
const isSame = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** The same whatever the order of keys. @param {any} value @returns {any} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]))
}

/**
 * What must be done to the old data to have the new ones.
 * @param {Data} base
 * @param {Data} data
 * @returns {Patch}
 */
export function patch(base, data) {
  /** @type {Patch} */
  const changes = { put: {}, added: {}, gone: [], before: {} }
  for (const key of new Set([...Object.keys(base), ...Object.keys(data)])) {
    const [old, now] = [base[key], data[key]]
    if (isSame(old, now)) continue
    if (Array.isArray(now) && Array.isArray(old ?? []) && isSame(now.slice(0, (old ?? []).length), old ?? [])) {
      changes.added[key] = now.slice((old ?? []).length)
      continue
    }
    if (now === undefined) changes.gone.push(key)
    else changes.put[key] = now
    changes.before[key] = sumOfValue(old)
  }
  return changes
}

/**
 * Data that were made of an older version of a record, made of the current one: what was changed stays changed, and all else is as it is now.
 * @param {Data} older
 * @param {Data} data
 * @param {Data} current
 * @returns {Data}
 */
export function rebased(older, data, current) {
  const { put, added, gone } = patch(older, data)
  const now = { ...current, ...put }
  for (const [key, members] of Object.entries(added)) {
    const there = /** @type {unknown[]} */ (current[key] ?? [])
    now[key] = [...there, ...members.filter((member) => !there.some((other) => isSame(other, member)))]
  }
  for (const key of gone) delete now[key]
  return now
}

/** The keys that change. @param {Patch} changes */
export const keysIn = ({ put, added, gone }) => new Set([...Object.keys(put), ...Object.keys(added), ...gone])

/** Whether a record that is there stays as it is. @param {import("../state.js").State} state */
export const isUnchanged = ({ key, base, record: { data } }) => Boolean(key) && !keysIn(patch(base, data)).size
