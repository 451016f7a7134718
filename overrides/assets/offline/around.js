// Around: what stands around the articles of many pages lies in a copy once, in a script that writes it where it stands in each.

const FOLDER = "held/around/"

/**
 * Called by the scripts below held/around/, while a browser reads the page.
 * @param {string[]} pieces between them belongs the way from the page up to the copy's folder
 */
export function around(pieces) {
  const from = document.currentScript?.getAttribute("src") ?? FOLDER
  document.write(pieces.join(from.slice(0, from.indexOf(FOLDER))))
}
