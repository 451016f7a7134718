// Today: what a page says of coming, closing and past is right on the reader's own day, whenever the site was built.
// The build writes beside each such piece on which days it stands (clearinghouse/publications/html/days.py) and hides what
// does not stand on its own day; this shows and hides anew. It runs in the head and hears of each piece before it is
// painted, also of those that come later: pages that replace others in place, rows of other pages of a list.

import { all } from "../site/query.js"
import { quietFeedLinks } from "./feed_links.js"

const PIECES = "[data-ch-until]"

/** Today by time zone. @type {Map<string, string>} */
const days = new Map()

/** The day there is now, as 2026-03-10: in the time zone of an event that has a time, else in the reader's own. */
function today(zone = "") {
  const day = days.get(zone) ?? dayIn(zone || undefined)
  days.set(zone, day)
  return day
}

/** @param {string} [timeZone] @returns {string} */
function dayIn(timeZone) {
  /** @type {Intl.DateTimeFormatOptions} */
  const digits = { year: "numeric", month: "2-digit", day: "2-digit", calendar: "gregory", numberingSystem: "latn" }
  try {
    const parts = new Intl.DateTimeFormat("en", { ...digits, timeZone }).formatToParts(new Date())
    return ["year", "month", "day"].map((type) => parts.find((part) => part.type === type)?.value).join("-")
  } catch {
    return dayIn() // a zone that this browser has not heard of
  }
}

/**
 * ISO days are in the order of their text. Both ends are part of the stretch; where one is missing it has no end.
 * @param {DOMStringMap} stretch
 */
function stands({ chFrom, chUntil, chZone }) {
  const day = today(chZone)
  return (!chFrom || chFrom <= day) && (!chUntil || day <= chUntil)
}

function refresh() {
  days.clear()
  /** @type {Set<string>} */
  const listed = new Set()
  for (const piece of all(document, PIECES, HTMLElement)) if (!piece.parentElement?.dataset.chMost) piece.hidden = !stands(piece.dataset)
  // Lists that show their first few: what an earlier one shows is not shown again.
  for (const list of all(document, "[data-ch-most]", HTMLElement)) {
    let left = Number(list.dataset.chMost)
    for (const line of all(list, `:scope > ${PIECES}`, HTMLElement)) {
      const { chKey = "" } = line.dataset
      line.hidden = !left || listed.has(chKey) || !stands(line.dataset)
      if (line.hidden) continue
      left -= 1
      if (chKey) listed.add(chKey)
    }
  }
  // What consists of such lists is there when any of them is.
  for (const part of all(document, "[data-ch-group]", HTMLElement)) part.hidden = !part.querySelector("[data-ch-most] > :not([hidden])")
}

quietFeedLinks() // this, too, must be done before anything else sees the page
new MutationObserver(refresh).observe(document.documentElement, { childList: true, subtree: true })
// A page that stayed open overnight, or comes back from the browser's memory.
document.addEventListener("visibilitychange", () => document.hidden || refresh())
addEventListener("pageshow", refresh)
