// Order: which parts of a form are asked, and in what order, where the answer to one question decides: whoever announces an event is
// asked first when it is and how to register. What already holds an answer is always there. The layout of a collection declares it.

import { all } from "../site/query.js"
import { fieldsIn, keyOf, theControlOf } from "./fields/fields.js"
import { valueIn } from "./choices/values.js"

/** @typedef {import("./state.js").State} State */

/** The parts of a form as they are declared. @type {WeakMap<HTMLFormElement, HTMLElement[]>} */
const declared = new WeakMap()

/** @param {HTMLFormElement} form */
const partsOf = (form) => all(form, "[data-ch-step]", HTMLElement)

/** The parts that are asked, in their order. @param {State} state */
export const stepsOf = ({ form }) => partsOf(form).filter(({ dataset }) => !("chUnasked" in dataset))

/** @param {string | undefined} answers @param {string} answer */
const among = (answers, answer) => answers?.split(" ").includes(answer) ?? false

/** Puts the parts into the order that goes with the decisive answer. @param {State} state */
export function arrange(state) {
  const { form, request } = state
  const decisive = state.field(form.dataset.chDecisive ?? "")
  if (!decisive || request) return
  const answer = valueIn(theControlOf(decisive))
  const data = state.data()
  const answered = fieldsIn(form).filter((field) => keyOf(field) in data)
  const parts = declared.get(form) ?? partsOf(form)
  declared.set(form, parts)
  for (const part of parts) {
    const { chOnly } = part.dataset
    part.toggleAttribute("data-ch-unasked", Boolean(chOnly) && !among(chOnly, answer) && !answered.some((field) => part.contains(field)))
  }
  const [first, ...others] = parts
  const isEarly = (/** @type {HTMLElement} */ { dataset }) => among(dataset.chEarly, answer)
  put([first, ...others.filter(isEarly), ...others.filter((part) => !isEarly(part))], form)
}

/** Moves what stands elsewhere; what is where it belongs stays, with the focus in it. @param {HTMLElement[]} parts @param {HTMLFormElement} form */
function put(parts, form) {
  if (partsOf(form).every((part, place) => part === parts[place])) return
  for (const [place, part] of parts.entries()) if (place) parts[place - 1].after(part)
}
