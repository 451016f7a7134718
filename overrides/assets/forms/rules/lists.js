// Lists: the closed lists, and what a text means in one of them.

import { folded, stripped } from "./letters.js"
import { schema } from "../schema.js"

/** @typedef {{names: Map<string, string>, spellings: Map<string, string>}} ClosedList names by id, ids by other spelling */

/** @type {Map<string, ClosedList>} */
const lists = new Map()

/** @param {string} name @returns {ClosedList} */
export function listed(name) {
  const { names, spellings } = schema().lists[name]
  const list = lists.get(name) ?? { names: new Map(names), spellings: new Map(spellings) }
  lists.set(name, list)
  return list
}

/** The id of a closed list that a text means in whatever spelling, or null. @param {string} name @param {string} text */
export const meant = (name, text) => listed(name).spellings.get(folded(stripped(text))) ?? null
