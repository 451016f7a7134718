// House: the one global. Scripts that hold data leave them here for the others, since on file:// nothing can be fetched.

/**
 * @typedef {object} Copy of a site that was taken along
 * @property {string} made its day, as 2026-03-10
 * @property {string} name
 * @property {string} site the address of the site that it is a copy of
 * @property {string} [within] the member state that alone it is about, as in addresses
 * @property {string} [country] that state's name
 */

/**
 * @typedef {object} House
 * @property {string} [built] the day of the site's build
 * @property {Copy} [copy] in a copy alone
 * @property {import("../offline/pieces.js").Shared} [around] what stands around articles, in a copy alone
 * @property {import("../offline/held.js").Held} [held] in a copy alone
 * @property {import("../forms/schema.js").Schema} [schema] on the form's page alone
 * @property {Record<string, Record<string, string>>} [rules] what rules say in words, by language and English text, on the form's page alone
 * @property {Record<string, import("../forms/schema.js").Kind>} [kinds] what was fetched of them, by collection
 * @property {import("../forms/known.js").Known} [known] on the form's page alone
 * @property {[string, string][]} [networks] id and title of each, on the form's page alone
 * @property {Record<string, import("../forms/known.js").Piece>} [piece] ids and events, by collection and piece, on the form's page alone
 * @property {Record<string, string>} [forms] the HTML of those that were fetched, by collection
 * @property {Record<string, import("../forms/schema.js").Data>} [records] those whose data were fetched, by `collection/id`
 * @property {Record<string, Record<string, string | string[]>>} [texts] the texts of scripts, by language, on pages in others than English
 * @property {Record<string, Promise<boolean>>} [coming] the scripts of data that were asked for, by address: whether each came
 * @property {AbortController} [lists] stops what listens for the lists of the page before
 */

/** @type {House} */
export const house = (globalThis.clearingHouse ??= {})
