// Age: how old a copy is by the reader's clock, and where a newer one is.

import { dayInWords, grouped } from "../site/words.js"
import { element } from "../site/element.js"

const OLD = 90 // days
const DAY = 864e5

/** @param {import("../site/house.js").Copy} copy */
export function tellAge({ made, site, country }) {
  const day = new Date(`${made}T00:00`)
  const now = new Date()
  const age = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime() - day.getTime()) / DAY)
  const what = country ? `Copy of what concerns ${country}` : "Copy of the whole site"
  const line = element("p", { className: "ch-footer__legal ch-copy" }, `${what}, made on ${dayInWords(day)}${ago(age)}.`)
  const legal = document.querySelector(".ch-footer__legal")
  if (legal) legal.before(line)
  else (document.querySelector("main") ?? document.body).append(line)
  if (age <= OLD) return
  const page = document.querySelector(".ch-page")
  if (page) page.prepend(notice(age, site))
  else line.before(notice(age, site))
}

/** A clock before the day of the copy is wrong, and so would be an age. @param {number} age */
function ago(age) {
  if (age < 0) return ""
  return age === 1 ? ", yesterday" : age ? `, ${grouped(age)} days ago` : ", today"
}

/** @param {number} age @param {string} site */
function notice(age, site) {
  const newer = element("a", { href: `${site}offline/`, rel: "external" }, "get a newer one")
  return element(
    "div", { className: "ch-notice ch-copy-old" },
    element("strong", {}, `This copy is ${grouped(age)} days old. `), "Much may have changed since. When you are online, ", newer, ".",
  )
}
