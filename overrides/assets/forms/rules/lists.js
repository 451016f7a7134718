// Lists: the closed lists, and what a text means in one of them.

import { folded, stripped } from "./letters.js"
import { schema } from "../schema.js"

/** @typedef {{names: Map<string, string>, spellings: Map<string, string>}} ClosedList names by id, ids by other spelling */

/** @type {Map<string, ClosedList>} */
const lists = new Map()

/** @param {string} name @returns {ClosedList} */
export function listed(name) {
  const list = lists.get(name) ?? read(schema().lists[name])
  lists.set(name, list)
  return list
}

/** @param {import("../schema.js").Schema["lists"][string]} list @returns {ClosedList} */
function read(list) {
  const pairs = list.names.map((name) => /** @type {[string, string]} */ (typeof name === "string" ? [name, name] : name))
  const spellings = new Map(list.spellings)
  for (const [id, name] of pairs) spellings.set(folded(name), id)
  for (const [id] of pairs) spellings.set(folded(id), id)
  return { names: new Map(pairs), spellings }
}

/** The id of a closed list that a text means in whatever spelling, or null. @param {string} name @param {string} text */
export const meant = (name, text) => listed(name).spellings.get(folded(stripped(text))) ?? null
