// Menus of a page's actions: each opens without a script; with one, Escape or a press beside it folds it away.

import { all } from "../site/query.js"

const opened = () => all(document, "[data-ch-menu][open]", HTMLDetailsElement)

export function startMenus() {
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return
    for (const menu of opened()) {
      menu.open = false
      menu.querySelector("summary")?.focus()
    }
  })
  document.addEventListener("click", ({ target }) => {
    for (const menu of opened()) if (target instanceof Node && !menu.contains(target)) menu.open = false
  })
}
