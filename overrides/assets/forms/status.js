// Status: a reference number that somebody typed leads to the page that says what became of the message. It stands in that page alone.

import { one } from "../site/query.js"
import { typedReference } from "./messages/reference_number.js"

const form = document.querySelector("form[data-ch-status]")
if (form instanceof HTMLFormElement) {
  form.hidden = false
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const reference = typedReference(one(form, "input", HTMLInputElement).value)
    one(form, "[data-ch-status-wrong]", HTMLElement).hidden = Boolean(reference)
    const page = location.pathname.endsWith(".html") ? "/index.html" : "/" // a copy on a disk names its files
    if (reference) location.assign(new URL(`${reference}${page}`, location.href).href)
  })
}
