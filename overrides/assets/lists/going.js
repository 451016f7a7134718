// Going: what is chosen of a list stands in its address, so that Back, Forward and links lead to it; and panels fold away.

import { chosenOf } from "./facets.js"

/**
 * Lets the address follow the list, and the list the address.
 * @param {import("./narrowing.js").List} list
 * @param {import("./sorting.js").Column[]} columns
 * @param {HTMLElement} bar stands in the page as long as the list does
 * @param {AbortSignal} signal
 * @param {() => void} show is called when the address says something else
 */
export function goByAddress(list, columns, bar, signal, show) {
  const path = location.pathname
  let search = location.search

  function address() {
    const url = new URL(location.href)
    for (const { id } of list.facets) url.searchParams.delete(id)
    url.searchParams.delete("sort")
    for (const facet of list.facets) for (const { term } of chosenOf(facet)) url.searchParams.append(facet.id, term)
    if (list.order) url.searchParams.set("sort", (list.order.direction === "descending" ? "-" : "") + list.order.column.id)
    return url
  }

  function push() {
    try {
      history.pushState(null, "", address())
      search = location.search
    } catch {
      // Some browsers keep the address of a file as it is; the list narrows all the same.
    }
  }

  function follow() {
    search = location.search
    const asked = new URL(location.href).searchParams
    for (const { id, choices } of list.facets) for (const { box, term } of choices.values()) box.checked = asked.getAll(id).includes(term)
    const sort = asked.get("sort") ?? ""
    const column = columns.find(({ id }) => id === sort.replace(/^-/, ""))
    list.order = column ? { column, direction: sort.startsWith("-") ? "descending" : "ascending" } : null
    show()
  }

  // Back and Forward between choices are ours: the theme would fetch the first page anew. It begins to listen after us,
  // since this script stands in the page itself and does not wait.
  addEventListener("popstate", (event) => {
    if (!bar.isConnected || location.pathname !== path || location.search === search) return
    event.stopImmediatePropagation()
    follow()
  }, { signal })
  // A link to this very list with other words, as the tab above is one: the theme would go back at once.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!isPlain || !bar.isConnected || !link?.href || link.hash || link.target || link.origin !== location.origin) return
    if (link.pathname !== path || link.search === search) return
    event.preventDefault()
    event.stopPropagation()
    history.pushState(null, "", link.href)
    follow()
  }, { capture: true, signal })
  return { push, follow }
}

/**
 * Folds an open panel away at Escape or a press beside it; returns what does so.
 * @param {HTMLElement} nav
 * @param {AbortSignal} signal
 */
export function foldAway(nav, signal) {
  const opened = () => nav.querySelector("details[open]")

  function close() {
    const panel = opened()
    panel?.removeAttribute("open")
    panel?.querySelector("summary")?.focus()
  }

  nav.addEventListener("keydown", ({ key }) => key === "Escape" && opened() && close())
  // Beside a panel that lies over the list; on a phone it stands above it, and closing it would move what is touched.
  addEventListener("pointerdown", ({ target }) => {
    const panel = opened()?.querySelector(".ch-facets__panel")
    if (panel && !nav.contains(/** @type {Node} */ (target)) && getComputedStyle(panel).position === "absolute") opened()?.removeAttribute("open")
  }, { signal })
  return close
}
