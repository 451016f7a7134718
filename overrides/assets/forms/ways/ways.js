// Ways: how a finished record leaves the page, always by the hand of its reader; nothing is sent from here.

import { schema } from "../schema.js"

/** @typedef {{href: string, mustPaste: boolean}} Way */

const LONGEST_ADDRESS = 6000
const A_WHILE = 10_000

const encoded = encodeURIComponent

/**
 * Where a record is proposed: the page of a new file with its text in it, without the text where that is too long for an
 * address, or the page on which the record's own file is edited.
 * @param {string} path
 * @param {string} text
 * @param {boolean} isEdit
 * @returns {Way}
 */
export function proposal(path, text, isEdit) {
  const { repository, branch, data } = schema()
  const file = `${data}/${path}`
  if (isEdit) return { href: `${repository}/edit/${branch}/${file}`, mustPaste: true }
  const empty = `${repository}/new/${branch}?filename=${encoded(file).replaceAll("%2F", "/")}`
  const mustPaste = encoded(text).length > LONGEST_ADDRESS
  return { href: mustPaste ? empty : `${empty}&value=${encoded(text)}`, mustPaste }
}

/** Copies a text; false where the browser does not let it. @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Hands a text over as a file, in the bytes that the repository will hold. @param {string} name @param {string} text @param {string} [type] */
export function download(name, text, type = "text/yaml;charset=utf-8") {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), A_WHILE)
}
