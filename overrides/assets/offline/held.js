// Held: what scripts fetch online stands in a copy in classic scripts below held/, since no script may read a file from file://.

import { dataScript } from "../site/data_script.js"
import { house } from "../site/house.js"
import { pieceOf } from "../site/piece.js"
import { root } from "../site/root.js"
import { textOf } from "./pieces.js"

/** @typedef {string | Uint8Array<ArrayBuffer>} Content */

const OF_FORM = /^((?:[a-z]+\/)?contribute\/)(?:(forms)|(known|records)\/([^/]+))\/([^/]+)\.js$/

/** @type {Map<string, Content>} */
const files = new Map()
/** @type {Map<string, Promise<boolean>>} */
const parts = new Map()

/** @typedef {typeof held} Held */

export const held = {
  /** Called by the parts themselves. @param {Record<string, string>} texts @param {Record<string, string>} others in base64 */
  hold(texts, others) {
    for (const name in texts) files.set(name, texts[name])
    for (const name in others) files.set(name, bytes(others[name]))
  },
  /** Called by the script of all forms of a language. @param {import("./pieces.js").Shared} shared */
  forms(shared) {
    house.forms = Object.fromEntries(Object.keys(shared.texts).map((kind) => [kind, textOf(shared, kind)]))
  },
  /** The script that holds a script of the form: a copy has many of these in one (data_scripts.py). @param {string} address */
  partOfForm(address) {
    const [, form, forms, which, collection, name] = OF_FORM.exec(address) ?? []
    if (!form) return address
    return forms ? `${form}forms.js` : `${form}${which}/${collection}/${which === "records" ? pieceOf(name) : "all"}.js`
  },
  /** A module, which file:// would not load either. @param {string} name */
  async module(name) {
    const address = URL.createObjectURL(new Blob([(await read(name)) ?? ""], { type: "text/javascript" }))
    return import(address)
  },
  pagefind: { basePath: new URL("pagefind/", root).href },
}

/** From now on `fetch` answers for files of this site with what is held. */
export function readHeld() {
  const online = globalThis.fetch
  globalThis.fetch = async (asked, ...rest) => {
    const url = new URL(asked instanceof Request ? asked.url : asked, location.href)
    url.search = url.hash = ""
    if (!url.href.startsWith(root.href)) return online(asked, ...rest)
    const content = await read(decodeURIComponent(url.href.slice(root.href.length)))
    return content === undefined ? new Response(null, { status: 404 }) : new Response(content)
  }
}

/** The content of a file that is held: text, bytes, or nothing. @param {string} name */
async function read(name) {
  if (!files.has(name)) await load(partOf(name))
  return files.get(name)
}

/** As clearinghouse/publications/offline/data_scripts.py has it. @param {string} name */
function partOf(name) {
  const [, folder, digit] = /^(.+\/fragment\/)[^_]*_(.)/.exec(name) ?? []
  if (folder) return `held/${folder}${digit}.js`
  const isOfSearch = /^(?:pagefind|(?:[a-z]+\/)?search)\//.test(name)
  return isOfSearch ? `held/${name}.js` : `held/${name.split(".").at(-1)}/${name.split("/")[0]}.js`
}

/** @param {string} part */
function load(part) {
  const loading = parts.get(part) ?? dataScript(part)
  parts.set(part, loading)
  return loading
}

/** @param {string} text */
function bytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
