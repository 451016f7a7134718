// Named: the pages that a query names: a record by its id, an activity by its number, a law by its number, a state, a species.

import { filtersOf, pagefind, within, withinCopy } from "../index/bundle.js"
import { folded, plain } from "../words/words.js"
import { terms, termsOf } from "../index/terms.js"

/** @typedef {import("../index/bundle.js").Index} Index */
/** @typedef {import("../index/bundle.js").Result} Result */

const NEAREST = 5
const MOST_WORDS = 5
/** What may be an id or a number: with a digit or a hyphen, and no longer than `Joint AO 01/2004`. @param {string} text */
const isName = (text) => /\d|\p{L}-\p{L}/u.test(text) && text.split(/\s+/).length <= MOST_WORDS

/** As numbers are compared: `Act 686` and `act686`, `06/2019/NĐ-CP` and `06/2019/nd-cp` are one. @param {string} text */
const squeezed = (text) => folded(text).replaceAll(/\s+/g, "")

/**
 * The pages whose id or number it is, whole or in whole steps: `4.1.2` names that activity of each plan. Their words stand on
 * many another page.
 * @param {string} q
 * @returns {Promise<Result[]>}
 */
export async function pagesOfName(q) {
  const name = squeezed(q.trim().replace(/\.yml$/, ""))
  if (!name || !isName(q.trim())) return []
  const [, folder = "", rest = ""] = /^([a-z]+)\/(.+)$/.exec(name) ?? []
  const asked = termsOf((await terms()).facets, "collection").some(([id]) => id === folder) ? rest : name
  const index = await pagefind()
  const { results } = await index.search(plain(folder && asked === rest ? rest : folded(q.trim())), { filters: filtersOf({}, []) })
  const order = termsOf((await terms()).facets, "activity").map(([id]) => id)
  const pages = await Promise.all(results.slice(0, NEAREST).map(async (result) => ({ result, page: await result.data().catch(() => null) })))
  return pages
    .filter(({ page }) => page?.meta.also?.split(" ").some((own) => `/${own}/`.includes(`/${asked}/`)))
    .sort((one, other) => order.indexOf(one.page?.filters?.activity?.[0] ?? "") - order.indexOf(other.page?.filters?.activity?.[0] ?? ""))
    .map(({ result }) => result)
}

/**
 * Who writes the name of a member state means its page, which holds its name less often than many another.
 * @param {Index} index
 * @param {string} query
 */
export async function pageOfCountry(index, query) {
  const asked = folded(query.trim())
  const states = termsOf((await terms()).facets, "country")
  const state = states.find(([, label, group, ...others]) => group === states[0][2] && [label, ...others].some((name) => folded(name) === asked))
  if (!state) return null
  const { results } = await index.search(query, { filters: { collection: ["countries"], country: within ? withinCopy([state[0]]) : [state[0]] } })
  return results[0] ?? null
}

/** The page of the one species that is chosen. @param {string[]} species */
export async function pageOfSpecies(species) {
  if (species.length !== 1) return null
  const { results } = await (await pagefind()).search(null, { filters: filtersOf({ collection: ["species"], species }, []) })
  return results[0] ?? null
}

/** Whether it stands in a title, which is what is looked for then, whatever its words mean. @param {string} q */
export async function isInTitle(q) {
  const [first] = (await (await pagefind()).search(plain(q), { filters: filtersOf({}, []) })).results
  const title = first ? (await first.data().catch(() => null))?.meta.title : ""
  return Boolean(title && folded(title).includes(folded(q.trim())))
}
