// Menu: the theme's label opens the drawer for a pointer alone; a button takes its place, which the keyboard reaches too. The labels
// that open its parts take the Enter key, and their lists say whether they are open.

import { one } from "../../site/query.js"

export function startMenu() {
  const drawer = one(document, "#__drawer", HTMLInputElement)
  const menu = one(document, ".ch-menu", HTMLButtonElement)
  drawer.autocomplete = "off" // else Firefox opens it again after a reload; in HTML no check box may say so
  menu.hidden = false
  menu.previousElementSibling?.toggleAttribute("hidden", true)
  menu.addEventListener("click", () => drawer.click())
  drawer.addEventListener("change", () => menu.setAttribute("aria-expanded", String(drawer.checked)))
  document.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && drawer.checked) menu.click()
    if (key === "Enter" && target instanceof HTMLLabelElement) target.click()
  })
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(".md-nav__toggle")) return
    target.parentElement?.querySelector("nav[aria-expanded]")?.setAttribute("aria-expanded", String(target.checked))
  })
}
