// Menus: of actions, of languages, of what stands on a page. Each opens without a script, and the browser has one of them open at a
// time, by their common name; with a script, Escape or a press beside it folds it away.

import { all } from "../site/query.js"

const opened = () => all(document, "details[name=ch-menus][open]", HTMLDetailsElement)

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
