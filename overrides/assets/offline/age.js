// Age: how old a copy is by the reader's clock, and where a newer one is.

import { dayInWords, grouped, say, sayCount } from "../site/words.js"
import { element } from "../site/element.js"

const OLD = 90 // days
const DAY = 864e5

/** @param {import("../site/house.js").Copy} copy */
export function tellAge({ made, site, country }) {
  const day = new Date(`${made}T00:00`)
  const now = new Date()
  const age = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime() - day.getTime()) / DAY)
  const what = country ? say("Copy of what concerns {country}", { country }) : say("Copy of the whole site")
  const line = element("p", { className: "ch-footer__legal ch-copy" }, say("{copy}, made on {day}{ago}.", { copy: what, day: dayInWords(day), ago: ago(age) }))
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
  return age === 1 ? say(", yesterday") : age ? sayCount(", {number} day ago", ", {number} days ago", age) : say(", today")
}

/** @param {number} age @param {string} site */
function notice(age, site) {
  const newer = element("a", { href: `${site}offline/`, rel: "external" }, say("get a newer one"))
  return element(
    "div", { className: "ch-notice ch-copy-old" },
    element("strong", {}, say("This copy is {number} days old.", { number: grouped(age) })), " ", say("Much may have changed since. When you are online:"), " ", newer, ".",
  )
}
