// Changes: what changed between any two days is put together from the pages of the years between them. The days stand in the
// address of the page, so that it can be sent.

import { pagesOf } from "../site/pager.js"
import { all, one } from "../site/query.js"
import { dayInWords, say, sayCount } from "../site/words.js"

const between = document.querySelector("[data-ch-between]")
if (between instanceof HTMLFormElement) start(between)

/** @param {HTMLFormElement} form */
function start(form) {
  form.hidden = false
  const from = one(form, "[name=from]", HTMLInputElement)
  const to = one(form, "[name=to]", HTMLInputElement)
  for (const select of all(form, "select", HTMLSelectElement)) {
    const input = select.dataset.chFor === from.id ? from : to
    select.addEventListener("change", () => (input.value = select.value || input.value))
    input.addEventListener("input", () => (select.value = ""))
  }
  const check = () => to.setCustomValidity(from.value && to.value && to.value <= from.value ? say("Choose a later day here than in the first field.") : "")
  form.addEventListener("change", check)
  form.addEventListener("input", check)
  const asked = new URLSearchParams(location.search)
  from.value = asked.get("from") ?? ""
  to.value = asked.get("to") || to.value
  check()
  if (!from.value) return
  if (form.checkValidity()) void show(from.value, to.value)
  else form.reportValidity()
}

/** @param {string} after @param {string} until days as in ISO 8601 */
async function show(after, until) {
  const result = one(document, "[data-ch-result]", HTMLElement)
  const words = one(result, "[data-ch-words]", HTMLElement)
  result.hidden = false
  words.textContent = say("Reading the years between the two days …")
  const years = all(document, "a[data-ch-year]", HTMLAnchorElement)
    .filter(({ dataset: { chYear = "" } }) => after.slice(0, 4) <= chYear && chYear <= until.slice(0, 4))
  try {
    const pages = (await Promise.all(years.map(({ href }) => changesOfYear(href)))).flat()
    const number = all(result, "[data-ch-half]", HTMLElement).map((half) => fill(half, pages, after, until)).reduce((sum, more) => sum + more, 0)
    words.textContent = sayCount("After {after}, until {until}: {number} entry.", "After {after}, until {until}: {number} entries.", number, { after: day(after), until: day(until) })
  } catch {
    words.textContent = say("Not all years could be read. The lists of years and meetings below hold everything.")
  }
}

/** What changed in a year, from its page, and from its further pages where it stands on several. @param {string} address */
async function changesOfYear(address) {
  const first = await pageAt(address)
  const pager = first.querySelector(".ch-pager")
  const further = pager ? await Promise.all(pagesOf(/** @type {HTMLElement} */ (pager), address).slice(1).map(pageAt)) : []
  return [first, ...further].map((page) => one(page, "[data-ch-changes]", HTMLElement))
}

/** A page of changes, with links that are good for this one. @param {string} address */
async function pageAt(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(answer.statusText)
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  for (const link of page.querySelectorAll("[data-ch-changes] a")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href)
  return page
}

/**
 * Fills one half with its lines of that time, by kind; tells how many they are.
 * @param {HTMLElement} half
 * @param {HTMLElement[]} pages newest first
 * @param {string} after
 * @param {string} until
 */
function fill(half, pages, after, until) {
  const groups = pages.flatMap((page) => all(page, `[data-ch-half=${half.dataset.chHalf}] [data-ch-kind]`, HTMLElement))
  /** @type {Map<string, HTMLElement>} */
  const whole = new Map()
  const seen = new Set() // what lasted into the next year is on the pages of both, and stays where it began
  let number = 0
  for (const group of groups.reverse()) {
    const lines = all(group, "li", HTMLLIElement)
      .filter(({ dataset: { first = "", last = "" } }) => last > after && first <= until)
      .filter(({ outerHTML }) => !seen.has(outerHTML) && seen.add(outerHTML))
    if (!lines.length) continue
    number += lines.length
    const key = group.dataset.chKind ?? ""
    const own = whole.get(key)
    if (own) one(own, "ul", HTMLUListElement).prepend(...lines)
    else {
      one(group, "ul", HTMLUListElement).replaceChildren(...lines)
      whole.set(key, group)
    }
  }
  for (const group of whole.values()) one(group, "[data-ch-count]", HTMLElement).textContent = String(all(group, "li", HTMLLIElement).length)
  const none = one(half, "[data-ch-none]", HTMLElement)
  none.hidden = number > 0
  none.before(...[...whole.values()].sort((group, other) => place(group) - place(other)))
  return number
}

/** Where a kind stands among the others. @param {HTMLElement} group */
const place = (group) => Number(group.dataset.chPlace)

/** 2024-07-02 as 2 July 2024. @param {string} iso */
const day = (iso) => dayInWords(new Date(`${iso}T00:00`))
