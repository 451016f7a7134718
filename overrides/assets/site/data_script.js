// Data script: a classic script that leaves data in the house, and that is fetched when they are needed.

import { house } from "./house.js"
import { root } from "./root.js"

/**
 * Runs the script at an address of this site, once; one that did not come is asked for again. Resolves to whether there is one.
 * @param {string} address
 * @returns {Promise<boolean>}
 */
export function dataScript(address) {
  const coming = (house.coming ??= {})
  const part = house.held?.partOfForm(address) ?? address
  return (coming[part] ??= new Promise((resolve) => {
    const script = document.createElement("script")
    const failed = () => {
      delete coming[part]
      resolve(false)
    }
    Object.assign(script, { src: new URL(part, root), onload: () => resolve(true), onerror: failed })
    document.head.append(script)
  }))
}
