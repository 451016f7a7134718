"use strict"
// Record names: what a new record's file could be called, what is wrong with a name, and which events it may duplicate.
// The twin of clearinghouse/records/written/proposed_ids.py, names.py and catalogue/duplicates.py; tests hold both against
// the same cases.
globalThis.clearingHouse ??= {}
{
  const { rules } = clearingHouse
  const MOST_WORDS = 5
  const LONGEST = 50
  const ID_LENGTH = 80
  const SAYS_NOTHING = new Set("a an and at by for from in into of on or the to with asean".split(" "))
  const OTHER_LETTERS = { đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i" }
  const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f]/g
  const DATE = /^([0-9]{4})(?:-([0-9]{2}))?(?:-[0-9]{2})?$/

  /** An id from a record's plain data; the same data always give the same id. owner: a state's code, or asean. */
  function proposedId(collection, data, owner = "") {
    const { members, collections } = clearingHouse.schema
    const scheme = collections[collection].ids
    const words = [data.acronym, data.title, data.kind].map(text => wordsOf(text ?? "")).find(words => words.length) ?? [collection]
    const state = owner.toLowerCase() || (Object.hasOwn(members, data.host ?? "") ? data.host.toLowerCase() : "")
    const date = DATE.exec(data.starts || data.date || data.year || "")
    const year = date?.[1] ?? ""
    const parts = {
      owner: state || "asean",
      state,
      country: (data.country ?? "").toLowerCase() || "state",
      when: date ? date.slice(1).filter(Boolean).join("-") : "undated",
      day: data.date || "undated",
      year: words.includes(year) ? "" : year,
      words: words.filter(word => !scheme.includes("{when}") || word !== year).join("-"),
    }
    const filled = scheme.split("-").map(part => part.replace(/\{(\w+)\}/g, (_, name) => parts[name]))
    return filled.filter(Boolean).join("-").slice(0, ID_LENGTH).replace(/-+$/, "")
  }

  function wordsOf(text) {
    const plain = [...text.toLowerCase()].map(letter => OTHER_LETTERS[letter] ?? letter).join("").normalize("NFKD").replace(MARKS, "")
    const found = (plain.match(/[a-z0-9]+/g) ?? []).filter(word => !SAYS_NOTHING.has(word))
    return found.slice(0, MOST_WORDS).reduce((words, word) => ([...words, word].join("-").length <= LONGEST ? [...words, word] : words), [])
  }

  /** The id itself, or with the first number from 2 on that is not taken. */
  function unused(proposed, taken) {
    if (!taken.includes(proposed)) return proposed
    const numbered = number => `${proposed.slice(0, ID_LENGTH - 5)}-${number}`
    let number = 2
    while (taken.includes(numbered(number))) number += 1
    return numbered(number)
  }

  /** What is told of a name: an error, a warning, or null. */
  function badlyNamed(collection, stem) {
    const { names, collections } = clearingHouse.schema
    const isLike = rule => rules.pattern(`^(?:${rule.given.pattern})$`, "s").test(stem)
    if (!isLike(names.id)) return rules.told(names.id, { tidied: tidied(stem) })
    if (names.reserved.given.names.includes(stem)) return rules.told(names.reserved, { stem })
    const isEvent = collections[collection].compared.includes("event")
    return isEvent && !isLike(names.event) ? { ...rules.told(names.event, {}), isWarning: true } : null
  }

  function tidied(stem) {
    const words = stem.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, ID_LENGTH).replace(/^-+|-+$/g, "")
    return words ? (clearingHouse.schema.names.reserved.given.names.includes(words) ? `th-2026-${words}` : words) : "th-2026-03-crime-scene"
  }

  /** The events here of which a record is likely a second one; of those that are not here nobody can tell. */
  function duplicates(key, data) {
    const events = clearingHouse.known.events.map(([other, title, starts, host, place]) => ({ key: other, title, starts, host, place }))
    return events.filter(other => other.key !== key && isLikelyDuplicate(data, other))
  }

  /** Whether both are on the same days, and at the same place or with the same host and titles alike. */
  function isLikelyDuplicate(one, other) {
    if (one.withdrawn || other.withdrawn || !haveSameDays(one, other)) return false
    return haveSamePlace(one, other) || ((one.host ?? "") === (other.host ?? "") && haveTitlesAlike(one, other))
  }

  const day = text => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) / 86_400_000 : null)
  function haveSameDays(one, other) {
    if (!one.starts || !other.starts) return false
    const [first, second] = [day(one.starts), day(other.starts)]
    if (first !== null && second !== null) return Math.abs(first - second) <= clearingHouse.schema.duplicates.days
    return one.starts.slice(0, 7) === other.starts.slice(0, 7)
  }
  const haveSamePlace = (one, other) => Boolean(one.place && other.place) && rules.folded(one.place) === rules.folded(other.place)
  function haveTitlesAlike(one, other) {
    const [first, second] = [letterPairs(one.title ?? ""), letterPairs(other.title)]
    const shared = [...first].filter(pair => second.has(pair)).length
    return shared > 0 && 2 * shared >= clearingHouse.schema.duplicates.alike * (first.size + second.size)
  }
  /** Each two letters that stand side by side in the words that say what it is about; a word begins with a space. */
  function letterPairs(title) {
    const words = rules.folded(title).match(/[\p{L}\p{N}]+/gu) ?? []
    const telling = words.filter(word => !clearingHouse.schema.duplicates.everywhere.includes(word))
    return new Set((telling.length ? telling : words).flatMap(word => [...word].map((letter, place, all) => (all[place - 1] ?? " ") + letter)))
  }

  clearingHouse.names = { proposedId, unused, badlyNamed, duplicates, isLikelyDuplicate }
}
