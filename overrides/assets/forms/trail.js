// Trail: the steps of a form in the browser's history. Each has an address, so that Back and Forward go from step to step, and a
// reload stays where it was. One place further than the last step is what is said after sending.

/** @typedef {import("./state.js").State} State */

const STEP = "step"

/** The place that the address names, from 0; the first where it names none. @param {URLSearchParams} query */
export function placeIn(query) {
  const number = Number(query.get(STEP))
  return Number.isInteger(number) && number > 1 ? number - 1 : 0
}

/** @param {number} place */
function addressAt(place) {
  const url = new URL(location.href)
  if (place) url.searchParams.set(STEP, String(place + 1))
  else url.searchParams.delete(STEP)
  return url.href
}

/** Where the form begins: at the place of the address, as far as it has one. @param {State} state @param {number} place */
export function beginTrail(state, place) {
  state.trail = [place]
  state.at = 0
  if (placeIn(new URLSearchParams(location.search)) !== place) history.replaceState(history.state, "", addressAt(place))
}

/** Adds a place to the history. @param {State} state @param {number} place */
export function addPlace(state, place) {
  if (state.trail[state.at] === place) return
  state.at += 1
  state.trail = [...state.trail.slice(0, state.at), place]
  history.pushState(null, "", addressAt(place))
}

/** Goes back in the history where the place before is the one that is wanted. @param {State} state @param {number} place */
export function wentBack(state, place) {
  if (state.trail[state.at - 1] !== place) return false
  history.back()
  return true
}

/**
 * Does what Back and Forward ask for, as long as the form is open.
 * @param {State} state
 * @param {(place: number) => void} arrive
 */
export function followTrail(state, arrive) {
  const { pathname } = location
  addEventListener("popstate", () => {
    if (!state.form.isConnected || location.pathname !== pathname) return
    const place = placeIn(new URLSearchParams(location.search))
    const [before, after] = [state.at - 1, state.at + 1]
    if (state.trail[before] === place) state.at = before
    else if (state.trail[after] === place) state.at = after
    else if (state.trail[state.at] !== place) [state.trail, state.at] = [[place], 0]
    arrive(place)
  })
}
