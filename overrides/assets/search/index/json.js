// JSON: a file of the site is fetched and read.

import { root } from "../../site/root.js"

/** @param {string} path below the root of the site @returns {Promise<any>} */
export async function json(path) {
  const answer = await fetch(new URL(path, root))
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
  return answer.json()
}
