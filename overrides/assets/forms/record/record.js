// Record: what a form proposes at this moment, and what is wrong with it.

import { badlyNamed, proposedId, unused } from "./names.js"
import { idsOf } from "../known.js"
import { schema } from "../schema.js"
import { newsRows, noteOf, syncNews } from "../fields/news.js"
import { allProblems } from "../rules/problems.js"
import { changes } from "./changes.js"
import { all, one } from "../../site/query.js"
import { labelOf } from "../fields/saying.js"
import { stripped } from "../rules/letters.js"
import { today } from "../../site/words.js"
import { worded } from "../rules/rules.js"
import { yamlText } from "./yaml_text.js"

/** @typedef {import("../state.js").State} State */
/** @typedef {import("../fields/saying.js").Placed} Placed */
/** @typedef {{data: import("../schema.js").Data, id: string, path: string, text: string, errors: Placed[]}} Proposed */

const WRITTEN_BY_US = /^changes\.\d+\.(?:id|from|to)$/

/** What a key, or a value of it, is called in the form. @param {State} state @param {string} key @param {string} [value] */
function called(state, key, value) {
  const field = state.field(key)
  if (value === undefined) return labelOf(field) || key
  const choice = field && all(field, "option, input[type=checkbox]", HTMLElement).find((candidate) => "value" in candidate && candidate.value === value)
  return (choice instanceof HTMLOptionElement ? choice.text : choice?.nextElementSibling?.textContent) ?? value
}

/** The record as the form says it, with what subscribers must learn. @param {State} state */
export function proposed(state) {
  const { collection, key, base, name, isOfState } = state
  const data = state.data()
  if (isOfState && !data.title && schema().members[data.country]) data.title = schema().members[data.country]
  const news = key ? changes(collection, base, data, today(), (part, value) => called(state, part, value)) : []
  syncNews(state, news)
  const entries = newsRows(state).flatMap((row, place) => {
    const note = stripped(noteOf(row).value)
    return one(row, "input[type=checkbox]", HTMLInputElement).checked ? [{ ...news[place].entry, ...(note ? { note } : {}) }] : []
  })
  if (entries.length) data.changes = [...(base.changes ?? []), ...entries]
  const id = proposedId(collection, data)
  name.placeholder = unused(id, idsOf(collection))
  const own = key ? key.split("/")[1] : isOfState ? id : stripped(name.value) || name.placeholder
  return { data, id: own, path: `${collection}/${own}.yml`, text: yamlText(state.parts, data) }
}

/**
 * All problems, each with the field or row at which it is said; null where the form has none.
 * @param {State} state
 * @param {{data: import("../schema.js").Data, id: string}} record
 * @returns {Placed[]}
 */
export function problemsOf(state, { data, id }) {
  const { collection, key, base, isOfState } = state
  const own = allProblems(collection, data, base).filter((problem) => !WRITTEN_BY_US.test(problem.key))
  const others = state.refused.filter((other) => !own.some(({ key: at, code }) => at === other.key && code === other.code))
  const problems = [...own, ...others]
  const placed = problems.map((problem) => ({ ...problem, at: placeOf(state, problem, data) }))
  if (key || isOfState) return placed
  const at = state.part("name")
  const wrong = badlyNamed(collection, id)
  if (wrong) placed.push({ ...wrong, key: "", at })
  if (idsOf(collection).includes(id)) placed.push({ key: "", ...worded(schema().names.known), at })
  return placed
}

/** @param {State} state @param {import("../rules/problems.js").Problem} problem @param {import("../schema.js").Data} data */
function placeOf(state, { key, code }, data) {
  const [first, place] = key.split(".")
  if (first === "changes") return newsRows(state)[Number(place) - (state.base.changes ?? []).length] ?? null
  // Without any date the place to write one is the date, not the box that says that there is none.
  if (code === "DATE-004" && !data.undated) return state.field(state.field("starts") ? "starts" : "year")
  return state.field(key)
}
