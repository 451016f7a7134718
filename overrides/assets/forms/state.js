// State: a form that is open: whose record it asks for, and what has been done to it so far.

import { find, theControlOf } from "./fields/fields.js"
import { one } from "../site/query.js"
import { read } from "./fields/reading.js"
import { schema } from "./schema.js"
import { stripped } from "./rules/letters.js"

/** @typedef {import("./schema.js").Data} Data */
/** @typedef {{data: Data, id: string, notes?: Record<string, string>, base?: string, reason?: string, reference?: string}} Draft what was typed, and what the file held then */

export class State {
  /** Whether its reader has tried to hand it over: then all that is wrong is said. */
  isAttempted = false
  isTyped = false
  /** Whether its text was once selected for its reader, to be copied by hand. */
  isCopiedByHand = false
  /** While the file of another state comes: what stands in the form belongs to neither. */
  isBetween = false
  /** Whether all of it is shown on one page. */
  isWhole = false
  /** The step that is shown, where it is not. */
  step = 0
  /** The places of the form in the browser's history, and at which of them it is. @type {number[]} */
  trail = [0]
  at = 0
  /** Whether it is said what happens next; that is so after sending, until its reader goes back. */
  isSent = false
  /** Whether it was sent as it is now. */
  wasSent = false
  /** What a relay found wrong with what was sent last. @type {import("./rules/problems.js").Problem[]} */
  refused = []
  /** What is asked for in a short form; empty where the whole record is. */
  request = ""
  /** By which its sender can ask for it; the same however often it is sent. */
  reference = ""
  /** What was thrown away last, to be brought back. @type {Draft | null} */
  emptied = null
  /** Fields that were left once. @type {WeakSet<Element>} */
  touched = new WeakSet()
  /** What is proposed at this moment. @type {import("./record/record.js").Proposed} */
  record = { data: {}, id: "", path: "", text: "", errors: [] }

  /**
   * @param {HTMLFormElement} form
   * @param {string} collection
   * @param {string | null} key of the record that is edited
   * @param {Data} base what its file holds
   */
  constructor(form, collection, key, base) {
    this.form = form
    this.collection = collection
    this.key = key
    this.base = base
    this.parts = schema().collections[collection].fields
    this.name = one(this.part("name"), "input", HTMLInputElement)
    /** Whether each member state has one file, to which the form adds. */
    this.isOfState = schema().collections[collection].ids === "{country}"
  }

  /** The element of the form that carries `data-ch-<name>`. @param {string} name */
  part(name) {
    return one(this.form, `[data-ch-${name}]`, HTMLElement)
  }

  /** What is asked beside the record: its field. @param {"reason" | "office"} name */
  asks(name) {
    return one(this.form, `[data-ch-asks=${name}]`, HTMLElement)
  }

  /** @param {"reason" | "office"} name */
  control(name) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.asks(name).querySelector("input, textarea"))
  }

  get office() {
    return stripped(this.control("office").value)
  }

  get reason() {
    return stripped(this.control("reason").value)
  }

  /** @param {string} key */
  field(key) {
    return find(this.form, key)
  }

  get country() {
    return theControlOf(/** @type {HTMLElement} */ (this.field("country")))
  }

  /** Under which name what is typed is kept. */
  get storedAs() {
    if (this.request) return `${this.key}/${this.request}`
    return this.isOfState ? `${this.collection}/${this.country.value.toLowerCase()}` : (this.key ?? this.collection)
  }

  data() {
    return read(this.form, this.parts, this.base)
  }
}
