// Schema: the rules, keys and records that the form knows; clearinghouse/publications/forms/scripts.py writes them.

import { house } from "../site/house.js"

/** @typedef {Record<string, any>} Data of a record: texts, lists, and groups of them */
/** @typedef {{code: string, fails: string, allowed: string, fixes: string[], given: any}} Rule fails: its condition */
/** @typedef {{key: string, type: string, required: boolean, many: boolean, least: number, words: string[], parts: Field[], compared: string[]}} Field */

/**
 * @typedef {object} Schema
 * @property {Record<string, Rule[]>} values the rules of a value by its type
 * @property {Record<string, Rule>} shapes
 * @property {Record<string, Rule>} names
 * @property {Record<string, Rule>} references
 * @property {Record<string, [key: string, rule: Rule][]>} records rules that compare keys
 * @property {Rule[]} sensitive
 * @property {Rule & {ranges: [number, number][]}} hidden
 * @property {Record<string, {names: (string | [id: string, name: string])[], spellings: [spelling: string, id: string][]}>} lists names: an id alone is its own name; spellings: other ones
 * @property {Record<string, string>} members names of member states by code
 * @property {string[]} newsworthy keys of whose change subscribers must learn
 * @property {{days: number, alike: number, everywhere: string[]}} duplicates
 * @property {Record<string, {fields: Field[], compared: string[], ids: string}>} collections ids: the scheme of their ids
 * @property {string} repository
 * @property {string} branch
 * @property {string} data
 * @property {string} mailbox
 * @property {string} relay
 * @property {string} name of the site
 * @property {string} url of the site
 */
/** @typedef {{collection: Schema["collections"][string], records: Schema["records"], lists: Schema["lists"]}} Kind what one kind of record needs */

/** Takes in what one kind of record needs beside what all do; both are there. @param {string} kind */
export function learn(kind) {
  const own = house.kinds?.[kind]
  if (!own) return
  const whole = schema()
  whole.collections = { ...whole.collections, [kind]: own.collection }
  whole.records = { ...whole.records, ...own.records }
  whole.lists = { ...whole.lists, ...own.lists }
}

export const schema = () => /** @type {Schema} */ (house.schema)

/** @param {string} collection */
export const isEvent = (collection) => schema().collections[collection].compared.includes("event")
