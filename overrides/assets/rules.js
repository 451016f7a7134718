"use strict"
// Rules: what is told of one value, in the words of `chm check`. The rules themselves are data, in contribute/schema.js;
// here stand the conditions that they name. The twin of clearinghouse/records/keys/conditions.py and vocabulary/nearest.py:
// whoever changes one changes the other, and tests hold both against the same cases.
globalThis.clearingHouse ??= {}
{
  /** @typedef {{code: string, fails: string, allowed: string, fixes: string[], given: Object}} Rule */
  /** @typedef {{code: string, allowed: string, fix: string, found: ?string}} Told */

  const MONTHS = "January February March April May June July August September October November December".split(" ")
  const BUDDHIST_ERA = 543
  const CUTOFF = 0.64
  const EXAMPLES_OF_A_LIST = 5
  const DATE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/
  const NEAR_DATE = /^([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?$/
  const TIME = /^([01][0-9]|2[0-3]):([0-5][0-9])$/
  const NEAR_TIME = /^([0-9]{1,2})[:.]([0-9]{2})$/
  const NAME = /\{(\w+)\}/g
  const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
  // What Python calls white space; JavaScript's own \s has U+FEFF more and six controls less.
  const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
  const MARGINS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g")

  const letters = text => [...text]
  const stripped = text => text.replace(MARGINS, "")
  const digits = (number, length) => String(number).padStart(length, "0")

  /** The text without regard to capitals, as Python's casefold has it, but for the letters of Cherokee. */
  const folded = text => letters(text).map(letter => (letter === "ı" ? letter : letter.toUpperCase().toLowerCase())).join("")

  const patterns = new Map()
  /** A pattern of a rule as a regular expression; in those patterns \s only stands inside of brackets. */
  function pattern(source, flags = "") {
    const key = `${flags}/${source}`
    if (!patterns.has(key)) patterns.set(key, new RegExp(source.replaceAll("\\s", SPACE), flags))
    return patterns.get(key)
  }
  const whole = (source, value) => pattern(`^(?:${source})$`, "s").exec(value)

  /** The choice that shares most with the word; at least 0.64 alike; among equals the first. */
  function nearest(word, choices) {
    const wanted = letters(folded(word))
    let best = null
    let most = CUTOFF
    for (const choice of choices) {
      const other = letters(folded(choice))
      const [shorter, longer] = [wanted.length, other.length].sort((length, another) => length - another)
      if (!longer || shorter / longer < most || shared(wanted, other) / longer < most) continue
      const likeness = 1 - edits(wanted, other) / longer
      if (likeness > most || (best === null && likeness >= CUTOFF)) [best, most] = [choice, likeness]
    }
    return best
  }

  function shared(one, other) {
    const left = new Map()
    for (const letter of other) left.set(letter, (left.get(letter) ?? 0) + 1)
    let count = 0
    for (const letter of one) {
      const rest = left.get(letter) ?? 0
      if (rest) left.set(letter, rest - 1)
      count += rest ? 1 : 0
    }
    return count
  }

  /** How many letters must be changed, added, left out or swapped with the next (optimal string alignment). */
  function edits(one, other) {
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, column) => column)]
    one.forEach((letter, row) => {
      const line = [row + 1]
      other.forEach((against, column) => {
        line.push(Math.min(last[column + 1] + 1, line[column] + 1, last[column] + (letter === against ? 0 : 1)))
        const isSwapped = row > 0 && column > 0 && letter === other[column - 1] && one[row - 1] === against
        if (isSwapped) line[column + 1] = Math.min(line[column + 1], before[column - 1] + 1)
      })
      ;[before, last] = [last, line]
    })
    return last.at(-1)
  }

  const lists = new Map()
  /** A closed list: names by id, ids by other spelling. */
  function listed(name) {
    if (!lists.has(name)) {
      const { names, spellings } = clearingHouse.schema.lists[name]
      lists.set(name, { names: new Map(names), spellings: new Map(spellings) })
    }
    return lists.get(name)
  }
  /** The id of a closed list that a text means in whatever spelling, or null. */
  const meant = (name, text) => listed(name).spellings.get(folded(stripped(text))) ?? null

  function dateParts(value) {
    const match = DATE.exec(value)
    return match ? match.slice(1).map(part => (part === undefined ? null : Number(part))) : [0, null, null]
  }
  const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate()

  /** Conditions: each takes a value and what its rule gives; null where the value stands, else what fills the words. */
  const CONDITIONS = {
    blank: value => (VISIBLE.test(value) ? null : {}),
    broken: value => (value.includes("\n") ? {} : null),
    longer(value, { most }) {
      const over = letters(value).length - most
      return over > 0 ? { most: most.toLocaleString("en"), over: over.toLocaleString("en") } : null
    },
    unlike(value, given) {
      if (whole(given.pattern, value)) return null
      for (const [hinting, hint] of given.hints) {
        const match = whole(hinting, value)
        if (match) return { hint: hint.replace(/\{(\d)\}/g, (_, place) => match[Number(place) + 1]) }
      }
      return {}
    },
    contains(value, given) {
      const match = pattern(given.pattern).exec(value)
      return match ? { found: match[0] } : null
    },
    unlisted(value, given, words) {
      if (words?.length) return words.includes(value) ? null : { near: nearest(value, words) ?? "", all: words.join(" | ") }
      const { names, spellings } = listed(given.list)
      if (names.has(value)) return null
      const exact = meant(given.list, value) ?? ""
      const near = exact || (given.suggests && spellings.get(nearest(stripped(value), spellings.keys()))) || ""
      const ids = [...names.keys()]
      return { meant: exact, near, name: names.get(near) ?? "", first: ids.slice(0, EXAMPLES_OF_A_LIST).join(", "), all: ids.join(", ") }
    },
    not_a_date(value) {
      if (DATE.test(value)) return null
      const match = NEAR_DATE.exec(value)
      const [year, month = "1", day = "1"] = match ? match.slice(1) : []
      if (!match || Number(month) > 12 || Number(day) > 31) return {}
      return { padded: [year, ...match.slice(2).filter(Boolean).map(part => part.padStart(2, "0"))].join("-") }
    },
    year_out_of_range(value, { first, last }) {
      const year = Number(value.split("-")[0])
      if (first <= year && year <= last) return null
      const common = year - BUDDHIST_ERA
      return first <= common && common <= last ? { year: String(year), common: String(common) } : {}
    },
    month_out_of_range(value) {
      const [, month] = dateParts(value)
      return month === null || (month >= 1 && month <= 12) ? null : {}
    },
    day_out_of_range(value) {
      const [year, month, day] = dateParts(value)
      if (month === null || day === null) return null
      const length = daysIn(year, month)
      if (day >= 1 && day <= length) return null
      const near = `${year}-${digits(month, 2)}-${digits(Math.min(Math.max(day, 1), length), 2)}`
      return { month: MONTHS[month - 1], year: String(year), length: String(length), near }
    },
    not_a_day(value) {
      const [year, month, day] = dateParts(value)
      return day === null ? { first: `${digits(year, 4)}-${digits(month ?? 1, 2)}-01` } : null
    },
    not_a_time(value) {
      if (TIME.test(value)) return null
      const match = NEAR_TIME.exec(value)
      const padded = match ? `${match[1].padStart(2, "0")}:${match[2]}` : ""
      return { padded: TIME.test(padded) ? padded : "" }
    },
  }

  const filledIn = (text, filled) => text.replace(NAME, (_, name) => filled[name] ?? "")

  /** A failed rule in words: of its fixes the first whose names are all filled. @returns {Told} */
  function told(rule, filled) {
    const fix = rule.fixes.find(text => [...text.matchAll(NAME)].every(([, name]) => filled[name]))
    return { code: rule.code, allowed: filledIn(rule.allowed, filled), fix: filledIn(fix, filled), found: filled.found ?? null }
  }

  /** The first rule that a text fails as a value of a kind, or null. words: the closed list of a `word`. @returns {?Told} */
  function firstFailed(kind, value, words = []) {
    for (const rule of clearingHouse.schema.values[kind]) {
      const filled = CONDITIONS[rule.fails](value, rule.given, words)
      if (filled) return told(rule, filled)
    }
    return null
  }

  clearingHouse.rules = { firstFailed, told, nearest, folded, stripped, meant, listed, pattern, daysIn }
}
