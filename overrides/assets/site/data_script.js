// Data script: a classic script that leaves data in the house, and that is fetched when they are needed.

import { root } from "./root.js"

/**
 * Runs the script at an address of this site. Resolves to whether there is one.
 * @param {string} address
 * @returns {Promise<boolean>}
 */
export function dataScript(address) {
  return new Promise((resolve) => {
    const script = document.createElement("script")
    Object.assign(script, { src: new URL(address, root), onload: () => resolve(true), onerror: () => resolve(false) })
    document.head.append(script)
  })
}
