// Pieces: texts that have much in common lie in a copy as pieces, each once; twin of clearinghouse/publications/offline/shared.py.

/**
 * @typedef {object} Shared
 * @property {string[]} pieces
 * @property {Record<string, number[]>} texts for each name which pieces follow one another: the place of the first and a number, and so on
 */

/**
 * A text, put together; empty where there is none of that name.
 * @param {Shared} shared
 * @param {string} name
 */
export function textOf({ pieces, texts }, name) {
  const runs = texts[name] ?? []
  /** @type {string[]} */
  const own = []
  for (let place = 0; place < runs.length; place += 2) own.push(...pieces.slice(runs[place], runs[place] + runs[place + 1]))
  return own.join("")
}
