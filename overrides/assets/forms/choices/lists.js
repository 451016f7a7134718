// Lists of choices: what a field may be answered with, by the name of its list, and which of them is meant by what is typed.

import { all } from "../../site/query.js"
import { folded } from "../../search/words/words.js"
import { listed } from "../rules/lists.js"
import { nearest } from "../rules/nearest.js"
import { networks } from "../known.js"
import { say } from "../../site/words.js"
import { schema } from "../schema.js"

/** @typedef {{id: string, name: string, group: string, spellings: string[]}} Choice name: as it is shown; spellings: in plain letters, its name the first and its id the second */

const NETWORKS = "networks"
const STATES = "states"
/** Those beside the members, which stand as boxes. */
const OTHER_STATES = "other_states"

/** @type {WeakMap<Element, Map<string, Choice[]>>} */
const listsOf = new WeakMap()
/** What else is spelt for the ids of a list. @type {Map<string, Map<string, string[]>>} */
const others = new Map()

/** Text without capitals, accents and signs, as it is compared. @param {string} text */
const plain = (text) => folded(text).replace(/[_/,()]+/g, " ").replace(/\s+/g, " ").trim()

/** The choices of a field that is searched. @param {HTMLElement} control @returns {Choice[]} */
export function choicesOf(control) {
  const name = control.dataset.chAmong ?? ""
  const form = /** @type {HTMLElement} */ (control.closest("form"))
  const lists = listsOf.get(form) ?? new Map()
  listsOf.set(form, lists)
  const list = lists.get(name) ?? offered(form, name)
  lists.set(name, list)
  return list
}

/** @param {HTMLElement} form @param {string} name @returns {Choice[]} */
function offered(form, name) {
  if (name === NETWORKS) return networks().map(([id, title]) => ({ id, name: title, group: "", spellings: [title, id].map(plain) }))
  const template = form.querySelector(`template[data-ch-options="${CSS.escape(name)}"]`)
  const options = template instanceof HTMLTemplateElement ? all(template.content, "option", HTMLOptionElement) : []
  const shown = options.map((option) => ({ id: option.value, name: option.text, group: option.closest("optgroup")?.label ?? "" }))
  const list = name === OTHER_STATES ? STATES : name
  const own = new Set(name === OTHER_STATES ? Object.keys(schema().members) : shown.map(({ id }) => id))
  // Of the states the page has no more than the members, and of time zones nothing at all.
  const group = name === STATES ? say("Other states") : ""
  const left = (list in schema().lists ? [...listed(list).names] : []).filter(([id]) => !own.has(id)).map(([id, english]) => ({ id, name: english, group }))
  if (list === STATES) left.sort((one, other) => one.name.localeCompare(other.name, "en"))
  return [...shown, ...left].map((choice) => ({ ...choice, spellings: spellingsOf(list, choice.id, choice.name) }))
}

/** All that a choice answers to, in plain letters: its name, its id, and what its list has besides. @param {string} list @param {string} id @param {string} name */
export function spellingsOf(list, id, name) {
  const spelt = others.get(list) ?? speltIn(list)
  others.set(list, spelt)
  return [...new Set([name, id, ...(spelt.get(id) ?? [])].map(plain))]
}

/** @param {string} list @returns {Map<string, string[]>} */
function speltIn(list) {
  if (!(list in schema().lists)) return new Map()
  const { names, spellings } = listed(list)
  const spelt = new Map([...names].map(([id, english]) => [id, [english]]))
  for (const [spelling, id] of spellings) spelt.get(id)?.push(spelling)
  return spelt
}

/** The choice that a text says in full, as a name, a code or another spelling; undefined where it says none. @param {Choice[]} choices @param {string} text */
export function choiceSaid(choices, text) {
  const typed = plain(text)
  if (!typed) return undefined
  return choices.find(({ id }) => id === text.trim()) ?? choices.find(({ spellings }) => spellings.includes(typed))
}

/** How well a choice answers what is typed: the less the better; null where it does not. @param {string[]} spellings @param {string} text */
export function distance(spellings, text) {
  const typed = plain(text)
  const words = typed.split(" ")
  if (spellings[1] === typed) return 0
  if (spellings[0].startsWith(typed)) return 1
  if (spellings.some((spelling) => words.every((word) => ` ${spelling}`.includes(` ${word}`)))) return 2
  return typed.length > 2 && spellings.some((spelling) => words.every((word) => spelling.includes(word))) ? 3 : null
}

/** The name of the choice that was likely meant, or null. @param {HTMLElement} control @param {string} text */
export function nameMeant(control, text) {
  const choices = choicesOf(control)
  const [first] = choicesFor(choices, text)
  return first?.name ?? nearest(text, choices.map(({ name }) => name))
}

/** The choices that what is typed may mean, the likeliest first; all of them where nothing is typed. @param {Choice[]} choices @param {string} text */
export function choicesFor(choices, text) {
  if (!plain(text)) return choices
  const near = choices.map((choice) => ({ choice, far: distance(choice.spellings, text) })).filter(({ far }) => far !== null)
  return near.sort((one, other) => Number(one.far) - Number(other.far)).map(({ choice }) => choice)
}
