// Today: what a page says of coming, closing and past is right on the reader's own day, whenever the site was built.
// The build writes beside each such piece on which days it stands (clearinghouse/publications/html/days.py) and hides what
// does not stand on its own day; this shows and hides anew. It runs in the head and hears of each piece before it is
// painted, also of those that come later: pages that replace others in place, rows of other pages of a list.
(() => {
  const PIECES = "[data-ch-until]"
  const known = new Map() // today by time zone

  // The day there is now, as 2026-03-10: in the time zone of an event that has a time, else in the reader's own.
  function today(zone = "") {
    if (!known.has(zone)) known.set(zone, dayIn(zone || undefined))
    return known.get(zone)
  }

  function dayIn(timeZone) {
    const digits = { year: "numeric", month: "2-digit", day: "2-digit", calendar: "gregory", numberingSystem: "latn" }
    try {
      const parts = new Intl.DateTimeFormat("en", { ...digits, timeZone }).formatToParts(new Date())
      return ["year", "month", "day"].map((type) => parts.find((part) => part.type === type).value).join("-")
    } catch {
      return dayIn() // a zone that this browser has not heard of
    }
  }

  // ISO days are in the order of their text. Both ends are part of the stretch; where one is missing it has no end.
  function stands({ chFrom, chUntil, chZone }) {
    const day = today(chZone)
    return (!chFrom || chFrom <= day) && (!chUntil || day <= chUntil)
  }

  function refresh() {
    known.clear()
    const told = new Set()
    for (const piece of document.querySelectorAll(PIECES)) if (!piece.parentElement.dataset.chMost) piece.hidden = !stands(piece.dataset)
    // Lists that show their first few: what an earlier one shows is not told again.
    for (const list of document.querySelectorAll("[data-ch-most]")) {
      let left = Number(list.dataset.chMost)
      for (const line of list.querySelectorAll(`:scope > ${PIECES}`)) {
        line.hidden = !left || told.has(line.dataset.chKey) || !stands(line.dataset)
        if (line.hidden) continue
        left -= 1
        if (line.dataset.chKey) told.add(line.dataset.chKey)
      }
    }
    // What consists of such lists is there when any of them is.
    for (const part of document.querySelectorAll("[data-ch-group]")) part.hidden = !part.querySelector("[data-ch-most] > :not([hidden])")
  }

  new MutationObserver(refresh).observe(document.documentElement, { childList: true, subtree: true })
  // A page that stayed open overnight, or comes back from the browser's memory.
  document.addEventListener("visibilitychange", () => document.hidden || refresh())
  addEventListener("pageshow", refresh)
})()
