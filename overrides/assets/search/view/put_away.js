// Put away: an open panel of a filter is closed by what leads away from it.

/** A panel lies above the results: a click beside it or Escape puts it away. @param {HTMLElement} place @param {HTMLElement} bar */
export function putAway(place, bar) {
  const opened = () => bar.querySelector("details[open]")
  place.addEventListener("click", ({ target }) => {
    const panel = opened()
    if (!panel?.contains(/** @type {Node} */ (target))) panel?.removeAttribute("open")
  })
  bar.addEventListener("keydown", ({ key }) => {
    const panel = opened()
    if (key !== "Escape" || !panel) return
    panel.querySelector("summary")?.focus()
    panel.removeAttribute("open")
  })
}
