// Kept: what this browser keeps of the site, and how all pages of a country come to be kept at once. sw.js keeps the rest.

import { root } from "../site/root.js"

/** @typedef {{bytes: number, pages: number, files: string[]}} KeptList of a country, see clearinghouse/publications/offline/keeping.py */

const KEPT = "clearing-house"
const COMING = "clearing-house, on its way" // a country's pages, until all of them are there
const AT_ONCE = 6
const PATIENCE = 50
const MOMENT = 40 // milliseconds

/** Without the cache nothing is kept. */
export const openKept = () => caches.open(KEPT)

export const forgetComing = () => caches.delete(COMING)

export const forgetAll = () => Promise.all([KEPT, COMING].map((name) => caches.delete(name)))

export async function numberOfPages() {
  return (await caches.has(KEPT)) ? (await (await openKept()).keys()).filter(({ url }) => url.endsWith("/")).length : 0
}

/** @param {string} country @returns {Promise<KeptList>} */
export async function keptList(country) {
  return (await fetch(new URL(`offline/keep/${country}.json`, root))).json()
}

/** Keeps this page with what it loads, and the front page: they came before anything was kept. */
export async function keepThisPage() {
  const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")]
  const loaded = parts.map((part) => new URL(part.getAttribute("href") ?? part.getAttribute("src") ?? "", location.href).href)
  await Promise.allSettled([location.href, root.href, ...loaded].map((url) => fetch(url)))
  // An answer is given before it is kept; that takes a moment more.
  for (let patience = PATIENCE; patience && !(await (await openKept()).match(root.href)); patience--) await new Promise((go) => setTimeout(go, MOMENT))
}

/**
 * Fetches the files of a country: all of them are kept, or none where one does not come.
 * @param {string[]} files
 * @param {(done: number) => void} tell is called after each but the last
 */
export async function keepFiles(files, tell) {
  const coming = await caches.open(COMING)
  const left = files.map((name) => new URL(name, root).href)
  const fetchInTurn = async () => {
    for (let url = left.pop(); url; url = left.pop()) {
      const answer = await fetch(url, { cache: "no-store" })
      if (!answer.ok) throw new Error(url)
      await coming.put(url, answer)
      if (left.length) tell(files.length - left.length)
    }
  }
  const endingAll = () => fetchInTurn().catch((failure) => {
    left.length = 0 // so that the others end as well
    throw failure
  })
  const failed = (await Promise.allSettled(Array.from({ length: AT_ONCE }, endingAll))).find(({ status }) => status === "rejected")
  if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason
  await move(coming, await openKept())
}

/**
 * One by one, so that the room for all of them is needed once. Where it ends nevertheless, what was added goes again.
 * @param {Cache} coming
 * @param {Cache} kept
 */
async function move(coming, kept) {
  const added = []
  try {
    for (const request of await coming.keys()) {
      if (!(await kept.match(request))) added.push(request)
      await kept.put(request, /** @type {Response} */ (await coming.match(request)))
      await coming.delete(request)
    }
  } catch (failure) {
    for (const request of added) await kept.delete(request)
    throw failure
  }
}
