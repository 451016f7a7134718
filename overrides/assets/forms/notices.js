// Notices: what the page says where it cannot open a form.

import { element } from "../site/element.js"
import { say } from "../site/words.js"

/** @param {HTMLElement} page @param {string} strong @param {...(string | Node)} rest */
function put(page, strong, ...rest) {
  page.querySelector(".ch-kinds")?.before(element("div", { className: "ch-notice", role: "alert" }, element("strong", {}, strong), " ", ...rest))
}

/** @param {HTMLElement} page @param {string} key of a record that is not there */
export const notFound = (page, key) => put(page, say("This record was not found."), say("{key} is not among the records that can be edited with this form.", { key }))

/** @param {HTMLElement} page */
export const notLoaded = (page) => put(page, say("The form could not be loaded."), element("a", { href: location.href, target: "_self" }, say("Try again when there is a connection.")))
