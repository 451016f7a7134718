"use strict"
// Form problems: all that is told of the record in the form: by the rules of one record, which are those of `chm check`, and
// by what else is known here: hidden characters, sensitive words, references. Each with the key at which it is told.
globalThis.clearingHouse ??= {}
{
  const { rules } = clearingHouse
  /** First code points of the digits that the region writes besides 0 to 9. */
  const DIGITS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x1090, 0x17e0, 0xff10]
  const FREE = ["summary", "body", "note"]
  const LINK = /(?:https?:\/\/|www\.)[^\s<>)\]]+/g

  /** @returns {{key: string, code: string, allowed: string, fix: string, isWarning?: boolean}[]} */
  function problems(collection, data, before) {
    const told = [...texts(data)]
    return [
      ...clearingHouse.problems(collection, data),
      ...told.flatMap(([key, text]) => hidden(key, text)),
      ...references(data),
      ...(data.reviewed?.sensitivity ? [] : sensitive(told, new Set([...texts(before)].map(([, text]) => text)))),
    ]
  }

  /** Every text of the data, with its dotted key. */
  function* texts(value, key = "") {
    if (typeof value === "string") yield [key, value]
    else for (const [name, member] of Object.entries(value)) yield* texts(member, key ? `${key}.${name}` : name)
  }

  function hidden(key, text) {
    const rule = clearingHouse.schema.hidden
    const range = ([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`
    const match = rules.pattern(`[${rule.ranges.map(range).join("")}]`, "u").exec(text)
    if (!match) return []
    const name = `U+${match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`
    return [{ key, ...rules.told(rule, { name }) }]
  }

  function references(data) {
    const { networks, activities } = clearingHouse.known
    const missing = (code, key, id, allowed, known) => {
      const near = rules.nearest(id, known)
      // Only a warning: the record may have been added since this site was built, or be a draft.
      return { key, code, allowed, isWarning: true, fix: near ? `did you mean ${near}?` : "correct it, or add that record first" }
    }
    const lost = (key, ids, isLost) => (ids ?? []).map((id, place) => [`${key}.${place}`, id]).filter(([, id]) => isLost(id))
    const isLost = id => networks.length > 0 && id.startsWith("net-") && !networks.includes(id)
    return [
      ...["organisers", "partners"]
        .flatMap(key => lost(key, data[key], isLost))
        .map(([key, id]) => missing("REF-002", key, id, "the id of a network, or a name", networks)),
      ...lost("serves", data.serves, id => activities.length > 0 && !activities.includes(id)).map(([key, id]) =>
        missing("REF-001", key, id, "the plan/number of an activity", activities),
      ),
    ]
  }

  /** What a reviewer should look at, once a text; texts that stood there before are not judged again. */
  function sensitive(told, known) {
    const isFree = key => {
      const name = key.split(".").findLast(part => !/^\d+$/.test(part))
      return FREE.includes(name) || name.endsWith("_note")
    }
    return told
      .filter(([key, text]) => isFree(key) && !known.has(text))
      .flatMap(([key, text]) => {
        const plain = [...text].map(plainDigit).join("")
        const withoutLinks = plain.replace(LINK, link => " ".repeat(link.length))
        return clearingHouse.schema.sensitive.flatMap(rule => {
          const { pattern, sign, ignores_case, in_links } = rule.given
          const searched = in_links ? plain : withoutLinks
          if (sign && !rules.pattern(sign).test(searched)) return []
          const match = rules.pattern(pattern, ignores_case ? "i" : "").exec(searched)
          return match ? [{ key, ...rules.told(rule, {}), found: match[0], isWarning: true }] : []
        })
      })
  }

  function plainDigit(letter) {
    const code = letter.codePointAt(0)
    const zero = DIGITS.find(first => code >= first && code < first + 10)
    return zero === undefined ? letter : String(code - zero)
  }

  clearingHouse.allProblems = problems
}
