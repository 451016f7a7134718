// Combobox: a field in which a long list is searched by typing; the pattern is the editable combobox with list autocomplete of the ARIA
// Authoring Practices. The focus stays in the field; what would be chosen is said by aria-activedescendant.

import { choicesFor, choicesOf } from "./lists.js"
import { isForSeveral, nameTyped, putIn, saidIn } from "./values.js"
import { say, sayCount } from "../../site/words.js"
import { element } from "../../site/element.js"
import { one } from "../../site/query.js"

/** @typedef {import("./lists.js").Choice} Choice */
/** @typedef {{input: HTMLInputElement, choices: Choice[], active: number}} Open active: which of the choices would be taken; -1 is none */

/** More are counted, not listed: nobody scrolls through them. */
const MOST = 500

/** The one that is open. @type {Open | null} */
let open = null

/** @param {Element} input */
const around = (input) => /** @type {HTMLElement} */ (input.closest("[data-ch-combo]"))
/** @param {Element} input */
const listOf = (input) => one(around(input), "[role=listbox]", HTMLElement)
/** @param {Element} input */
const buttonOf = (input) => one(around(input), "button", HTMLElement)

/** What is typed of the choice that is looked for: of several the last. @param {HTMLInputElement} input */
const typedIn = (input) => (isForSeveral(input) ? (input.value.split(";").at(-1) ?? "") : input.value)

/** Shows the choices for what is typed, or all. @param {HTMLInputElement} input @param {boolean} isAll */
function show(input, isAll) {
  if (open && open.input !== input) close()
  const text = typedIn(input)
  const choices = choicesFor(choicesOf(input), isAll ? "" : text)
  const listed = choices.slice(0, MOST)
  const list = listOf(input)
  open = { input, choices: listed, active: -1 }
  list.replaceChildren(...optionsIn(list.id, listed, saidIn(input), isAll || !text.trim()))
  const said = choices.length ? sayCount("{number} choice", "{number} choices", choices.length) : say("No choice has these letters.")
  one(around(input), "[role=status]", HTMLElement).textContent = said
  one(around(input), "[data-ch-none]", HTMLElement).textContent = choices.length ? "" : said
  one(around(input), "[data-ch-popup]", HTMLElement).hidden = false
  list.hidden = !choices.length
  for (const part of [input, buttonOf(input)]) part.setAttribute("aria-expanded", "true")
  input.removeAttribute("aria-activedescendant")
}

/** The choices under their headings. @param {string} id @param {Choice[]} choices @param {string} chosen @param {boolean} isGrouped */
function optionsIn(id, choices, chosen, isGrouped) {
  /** @type {HTMLElement[]} */
  const parts = []
  for (const [place, { name, group }] of choices.entries()) {
    const option = element("div", { role: "option", id: `${id}-${place}`, className: "ch-combo__choice", "aria-selected": String(name === chosen), "data-ch-place": String(place) }, name)
    if (!isGrouped || !group) parts.push(option)
    else if (parts.at(-1)?.getAttribute("aria-label") === group) parts.at(-1)?.append(option)
    else parts.push(element("div", { role: "group", "aria-label": group }, element("p", { className: "ch-combo__heading", "aria-hidden": "true" }, group), option))
  }
  return parts
}

function close() {
  if (!open) return
  const { input } = open
  open = null
  one(around(input), "[data-ch-popup]", HTMLElement).hidden = true
  listOf(input).replaceChildren()
  for (const part of [input, buttonOf(input)]) part.setAttribute("aria-expanded", "false")
  input.removeAttribute("aria-activedescendant")
}

/** Makes a choice the one that would be taken. @param {number} place */
function point(place) {
  if (!open) return
  const { input, active } = open
  const optionAt = (/** @type {number} */ at) => document.getElementById(`${listOf(input).id}-${at}`)
  optionAt(active)?.removeAttribute("data-ch-active")
  const option = optionAt(place)
  open.active = option ? place : -1
  if (!option) return input.removeAttribute("aria-activedescendant")
  option.setAttribute("data-ch-active", "")
  option.scrollIntoView({ block: "nearest" })
  input.setAttribute("aria-activedescendant", option.id)
}

/** @param {Choice | undefined} choice */
function take(choice) {
  if (!open || !choice) return
  const { input } = open
  close()
  if (isForSeveral(input)) input.value = [...input.value.split(";").slice(0, -1).map((text) => text.trim()), choice.name, ""].join("; ")
  else putIn(input, choice.id)
  input.setSelectionRange(input.value.length, input.value.length)
  input.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "chosen" }))
}

/** Whether all choices are shown: what stands there was chosen, and is not being typed. @param {HTMLInputElement} input */
const isChosen = (input) => isForSeveral(input) || choicesOf(input).some(({ name }) => name === input.value)

/** Opens it, with the choice that was made in sight. @param {HTMLInputElement} input */
function unfold(input) {
  show(input, isChosen(input) && !typedOfSeveral(input))
  const chosen = open?.choices.findIndex(({ name }) => name === input.value) ?? -1
  document.getElementById(`${listOf(input).id}-${chosen}`)?.scrollIntoView({ block: "nearest" })
  return chosen
}

/** @param {HTMLInputElement} input */
const typedOfSeveral = (input) => isForSeveral(input) && typedIn(input).trim() !== ""

/** @param {HTMLInputElement} input @param {number} by */
function step(input, by) {
  const chosen = open ? -1 : unfold(input)
  if (!open) return
  const { active, choices } = open
  if (active < 0 && chosen >= 0) return point(chosen)
  const next = active < 0 ? (by > 0 ? 0 : choices.length - 1) : active + by
  point((next + choices.length) % choices.length)
}

/** What keys do; whether one did something. @param {HTMLInputElement} input @param {KeyboardEvent} event @returns {boolean} */
function pressed(input, { key, altKey }) {
  const isOpen = open?.input === input
  if (key === "ArrowDown" && altKey) unfold(input)
  else if (key === "ArrowUp" && altKey) close()
  else if (key === "ArrowDown") step(input, 1)
  else if (key === "ArrowUp") step(input, -1)
  else if (key === "Enter" && isOpen && open && open.active >= 0) take(open.choices[open.active])
  else if (key === "Escape" && isOpen) close()
  else {
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) point(-1)
    return false
  }
  return true
}

/** The field that is searched, of an event in it. @param {EventTarget | null} target */
const searched = (target) => (target instanceof HTMLInputElement && target.role === "combobox" ? target : null)
/** What stands around a field that is searched. @param {EventTarget | null} target */
const inside = (target) => (target instanceof Element ? target.closest("[data-ch-combo]") : null)

/** Lets the long lists of a form be searched. @param {HTMLFormElement} form */
export function beginComboboxes(form) {
  form.addEventListener("keydown", (event) => {
    const input = searched(event.target)
    if (input && !event.isComposing && pressed(input, event)) event.preventDefault()
  })
  form.addEventListener("input", (event) => {
    const input = searched(event.target)
    if (input && !(event instanceof CustomEvent)) show(input, false)
  })
  // A press on a choice or on the button leaves the focus, and a phone's keyboard, where they are.
  form.addEventListener("mousedown", (event) => {
    if (inside(event.target) && !searched(event.target)) event.preventDefault()
  })
  form.addEventListener("click", ({ target }) => {
    const box = inside(target)
    if (!box || !(target instanceof Element)) return
    const input = one(box, "[role=combobox]", HTMLInputElement)
    const option = target.closest("[role=option]")
    if (option instanceof HTMLElement) take(open?.choices[Number(option.dataset.chPlace)])
    else if (target.closest("button") && open?.input === input) close()
    else if (target.closest("button, input") && open?.input !== input) {
      if (target.closest("button")) input.focus()
      unfold(input)
    }
  })
  form.addEventListener("focusout", ({ target }) => {
    const input = searched(target)
    if (!input) return
    if (open?.input === input) close()
    nameTyped(input)
  })
}
