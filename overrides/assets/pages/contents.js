// Contents: the line of a long page marks the section that is read, and folds away on a phone once one has chosen.

import { all } from "../site/query.js"

const READ = "-20% 0px -75% 0px" // the band of the window in which a section counts as the one that is read

/** @type {IntersectionObserver | undefined} */
let observer

export function followContents() {
  observer?.disconnect()
  for (const nav of all(document, ".ch-contents", HTMLElement)) follow(nav)
}

/** @param {HTMLElement} nav */
function follow(nav) {
  const details = nav.querySelector("details")
  const links = new Map(all(nav, "a", HTMLAnchorElement).map((link) => [document.getElementById(link.hash.slice(1))?.closest("section, tr"), link]))
  const seen = new IntersectionObserver((entries) => {
    const entry = entries.find(({ isIntersecting }) => isIntersecting)
    if (entry) mark(links.get(entry.target))
  }, { rootMargin: READ })
  for (const section of links.keys()) if (section) seen.observe(section)
  observer = seen

  /** @param {HTMLAnchorElement | undefined} current */
  function mark(current) {
    for (const link of links.values()) link.removeAttribute("aria-current")
    current?.setAttribute("aria-current", "true")
    const list = current?.closest("ul")
    if (current && list) list.scrollLeft = current.offsetLeft - list.offsetLeft - 40
  }

  nav.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null
    if (!link) return
    details?.removeAttribute("open")
    // A heading in the margin may stand at the end of its section by now: its section shall begin in sight.
    requestAnimationFrame(() => document.getElementById(link.hash.slice(1))?.closest("section, tr")?.scrollIntoView())
  })
}
