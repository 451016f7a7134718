// Last built: from the one file that knows it, by the reader's own clock. A copy that was taken along says its own age.

import { all } from "../site/query.js"
import { dayInWords, say } from "../site/words.js"
import { house } from "../site/house.js"

const DAY = 864e5
const STALE = 3 * DAY // it is built anew every night

export function tellBuilt() {
  if (!house.built || house.copy) return
  const day = new Date(`${house.built}T00:00`)
  const isStale = Date.now() - day.getTime() >= STALE
  const on = say("Last built on {day}.", { day: dayInWords(day) })
  for (const place of all(document, "[data-ch-built]", HTMLElement)) {
    place.hidden = false
    place.textContent = on
    if (isStale) place.append(" ", say("It is normally rebuilt every night, so something has stopped: new records may be missing."))
  }
  for (const place of all(document, "[data-ch-stale]", HTMLElement)) place.hidden = !isStale
}
