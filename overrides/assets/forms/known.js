// Known: what the form knows of the records that are there. They come in pieces, of which only those are fetched that what is typed
// asks for; clearinghouse/publications/forms/known.py makes them.

import { dataScript } from "../site/data_script.js"
import { house } from "../site/house.js"
import { OTHER, pieceOf } from "../site/piece.js"
import { schema } from "./schema.js"

/** @typedef {import("./schema.js").Data} Data */
/** @typedef {[key: string, title: string, starts: string, host: string, place: string]} KnownEvent empty where nothing is known */
/** @typedef {{pieces: Record<string, string[]>, activities: string[], events: string[], prefixes: Record<string, string>}} Known */
/** @typedef {{ids?: string[], events?: KnownEvent[]}} Piece */

const DAY = 86_400_000
/** What is fetched already, or on its way. @type {Record<string, Promise<boolean>>} */
const fetched = {}

export const known = () => /** @type {Known} */ (house.known)
/** Id and title of each network; none until they are there. @returns {[string, string][]} */
export const networks = () => house.networks ?? []

/** The ids of a collection, as far as they were fetched. @param {string} collection @returns {string[]} */
export const idsOf = (collection) => piecesOf(collection).flatMap(({ ids = [] }) => ids)

/** The events that were fetched. @returns {KnownEvent[]} */
export const eventsKnown = () => Object.values(house.piece ?? {}).flatMap(({ events = [] }) => events)

/** @param {string} collection @returns {Piece[]} */
const piecesOf = (collection) => Object.entries(house.piece ?? {}).filter(([name]) => name.startsWith(`${collection}/`)).map(([, piece]) => piece)

/** Resolves to whether something came that was not there before. @param {string} address */
async function fetchOnce(address) {
  if (address in fetched) return false
  return (fetched[address] = dataScript(address).then((hasCome) => {
    if (!hasCome) delete fetched[address] // asked for again next time
    return hasCome
  }))
}

/** @param {string} collection @param {string} name */
function fetchPiece(collection, name) {
  return known().pieces[collection]?.includes(name) ? fetchOnce(`contribute/known/${collection}/${name}.js`) : Promise.resolve(false)
}

/** Whether there is a record. @param {string} collection @param {string} id */
export async function isKnown(collection, id) {
  await fetchPiece(collection, pieceOf(id))
  await Promise.all(Object.values(fetched))
  return idsOf(collection).includes(id)
}

/**
 * Fetches what is needed to say whether a name is taken, and whether an event is there already. Resolves to whether something came.
 * @param {string} collection
 * @param {{data: {starts?: string}, id: string}} record
 */
export async function fetchFor(collection, { data: { starts }, id }) {
  const years = new Set([pieceOf(id)].filter((name) => name !== OTHER || !starts))
  const names = [...years].map((name) => /** @type {const} */ ([collection, name]))
  const { collections, duplicates } = schema()
  if (starts && collections[collection].compared.includes("event")) {
    const day = Date.parse(starts)
    const near = [0, -1, 1].map((side) => new Date(day + side * duplicates.days * DAY))
    const around = new Set(Number.isNaN(day) ? [] : near.map((date) => String(date.getUTCFullYear())))
    for (const name of Object.keys(known().pieces)) {
      if (known().events.includes(name)) names.push(...[...around].map((year) => /** @type {const} */ ([name, year])))
    }
  }
  const came = await Promise.all(names.map(([name, piece]) => fetchPiece(name, piece)))
  return came.some(Boolean)
}

/**
 * A record's own data; undefined where there is no such record.
 * @param {string} key its collection and id
 * @returns {Promise<Data | undefined>}
 */
export async function recordOf(key) {
  const [collection, id, ...more] = key.split("/")
  if (more.length || !Object.hasOwn(schema().collections, collection) || !(await isKnown(collection, id))) return undefined
  return (await dataScript(`contribute/records/${key}.js`)) ? house.records?.[key] : undefined
}
