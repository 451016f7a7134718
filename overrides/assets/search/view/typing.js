// Typing: what is looked for while somebody writes, so that fast fingers neither flicker nor queue up.

/** Milliseconds between the last key and the search. */
export const PAUSE = 40

/** Milliseconds after which help is thought over: nobody types any more. @param {number} total */
export const patience = (total) => (total ? 600 : 150)

/** What is looked for: a single letter begins a thousand words, so the next one is waited for. @param {string} q */
export function written(q) {
  return q.replace(/(^|\s)[\x21-\x7e]$/, "$1")
}

/** Whether the field still says what was looked for. @param {{value: string}} field @param {string} q */
export function isAsked({ value }, q) {
  return value.trim() === q.trim() || written(value).trim() === q.trim()
}

/**
 * Runs the work for the latest call alone: those before it are left out.
 * @template {unknown[]} Args
 * @param {(...args: Args) => Promise<void>} work
 * @returns {(...args: Args) => Promise<void>}
 */
export function latest(work) {
  let isBusy = false
  /** @type {Args | undefined} */
  let waiting
  return async function run(...args) {
    if (isBusy) {
      waiting = args
      return
    }
    isBusy = true
    try {
      await work(...args)
    } finally {
      isBusy = false
    }
    if (!waiting) return
    const next = waiting
    waiting = undefined
    run(...next)
  }
}
