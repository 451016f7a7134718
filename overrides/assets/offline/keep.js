// Keep: on the page of offline copies, switches on and off that this browser keeps what is read, and fetches a country's pages.

import { forgetAll, forgetComing, keepFiles, keepThisPage, keptList, numberOfPages, openKept } from "./kept.js"
import { grouped, say, sayCount } from "../site/words.js"
import { one } from "../site/query.js"
import { root } from "../site/root.js"

const section = document.querySelector("[data-ch-keep]")
if (section instanceof HTMLElement && navigator.serviceWorker && globalThis.caches) offer(section)

/** @param {HTMLElement} part */
function offer(part) {
  const on = one(part, "[data-ch-keep-on]", HTMLButtonElement)
  const off = one(part, "[data-ch-keep-off]", HTMLButtonElement)
  const whole = one(part, "[data-ch-keep-country]", HTMLFormElement)
  const button = one(whole, "button", HTMLButtonElement)
  const select = one(part, "[data-ch-keep-state]", HTMLSelectElement)
  const size = one(part, "[data-ch-keep-size]", HTMLElement)
  const status = one(part, "[data-ch-keep-status]", HTMLElement)
  part.hidden = false

  async function tell(done = "") {
    const registered = await navigator.serviceWorker.getRegistration(root)
    const number = await numberOfPages()
    on.hidden = Boolean(registered)
    off.hidden = whole.hidden = !registered
    if (registered) await measure()
    const words = registered ? sayCount("This browser keeps what you read: {number} page so far.", "This browser keeps what you read: {number} pages so far.", number) : say("This browser keeps nothing.")
    status.textContent = [done, words].filter(Boolean).join(" ")
  }

  async function switchOn() {
    try {
      await openKept()
      await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.href })
    } catch {
      status.textContent = say("This browser does not allow pages to be kept, or there is no network.")
      await forgetAll().catch(() => {})
      return
    }
    if (!navigator.serviceWorker.controller) await new Promise((go) => navigator.serviceWorker.addEventListener("controllerchange", go, { once: true }))
    await keepThisPage()
    await tell()
    off.focus()
  }

  async function switchOff() {
    await (await navigator.serviceWorker.getRegistration(root))?.unregister()
    await forgetAll()
    size.hidden = true
    await tell()
    on.focus()
  }

  const country = () => select.selectedOptions[0].textContent

  // How much it will be, before anything is fetched.
  async function measure() {
    const asked = country()
    const words = await keptList(select.value).then((list) => `${asked}: ${inWords(list)}.`, () => "")
    if (asked !== country()) return
    size.textContent = words
    size.hidden = !words
  }

  /** @param {SubmitEvent} event */
  async function keepCountry(event) {
    event.preventDefault()
    const asked = country()
    button.disabled = select.disabled = off.disabled = true
    try {
      const list = await keptList(select.value)
      await keepFiles(list.files, (done) => (status.textContent = say("{number} of {total} files", { number: grouped(done), total: grouped(list.files.length) })))
      await tell(say("{country} is kept: {size}.", { country: asked ?? "", size: inWords(list) }))
    } catch (failure) {
      const isFull = failure instanceof DOMException && failure.name === "QuotaExceededError"
      await tell(isFull ? say("{country} was not kept, since there is no room on this device: try again.", { country: asked ?? "" }) : say("{country} was not kept, since not all of it could be fetched: try again.", { country: asked ?? "" }))
    }
    await forgetComing()
    button.disabled = select.disabled = off.disabled = false
  }

  on.addEventListener("click", switchOn)
  off.addEventListener("click", switchOff)
  select.addEventListener("change", measure)
  whole.addEventListener("submit", keepCountry)
  // What a page that was closed half way had fetched is of no use. A browser may keep nothing for anybody.
  forgetComing().then(() => tell()).catch(() => (part.hidden = true))
}

/** @param {import("./kept.js").KeptList} list */
function inWords({ bytes, pages }) {
  return say("{number} pages, {size} MB", { number: grouped(pages), size: grouped(Math.round(bytes / 1e5) / 10) })
}
