"use strict"
// Form fields: what stands in the fields of a form becomes plain data, and plain data are put into them. Every field says
// by data-ch-field which key it holds and by data-ch-style how; rows are cloned from the <template> beside them.
globalThis.clearingHouse ??= {}
{
  const { rules } = clearingHouse
  const UNIQUE = ["id", "for", "aria-describedby", "aria-labelledby"]
  let rowsMade = 0

  const today = () => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-")
  }
  const ownerOf = element => element.parentElement.closest("[data-ch-field], [data-ch-row], form")
  /** Elements below a field, row or form that belong to it and to no field or row in between. */
  const own = (scope, selector) => [...scope.querySelectorAll(selector)].filter(element => ownerOf(element) === scope)
  const fieldsIn = scope => own(scope, "[data-ch-field]")
  const rowsOf = field => own(field, "[data-ch-row]")
  const controlOf = element => own(element, "input, textarea, select").find(control => control.type !== "checkbox")
  const boxesOf = field => own(field, "input[type=checkbox]")
  const keyOf = field => field.dataset.chField
  const styleOf = field => field.dataset.chStyle

  /** What a field held when a record was put into it, so that what nobody touched stays in its order. */
  const held = new WeakMap()

  /** The data of a group: what it held before, with what its fields say now. parts: the schema's fields. */
  function read(scope, parts, before = {}) {
    const data = { ...before }
    for (const field of fieldsIn(scope)) {
      const part = parts.find(each => each.key === keyOf(field))
      const value = valueOf(field, part)
      delete data[part.key]
      if (value !== undefined) data[part.key] = value
    }
    return data
  }

  function valueOf(field, part) {
    const value = READ[styleOf(field)](field, part)
    const isThere = typeof value === "string" ? value !== "" : Object.keys(value).length > 0
    return isThere ? value : undefined
  }

  const listOf = { zone: "zones", state: "states" }
  const spelt = (part, text) => (listOf[part.type] ? (rules.meant(listOf[part.type], text) ?? text) : text)
  const textOf = (control, part) => spelt(part, rules.stripped(control.value.replace(/\r\n?/g, "\n")))

  const READ = {
    line: (field, part) => textOf(controlOf(field), part),
    area: (field, part) => textOf(controlOf(field), part),
    choice: field => controlOf(field).value,
    choices(field, part) {
      const boxes = boxesOf(field)
      const offered = new Map(boxes.map(box => [box.value, box.checked]))
      const others = (controlOf(field)?.value ?? "").split(";").map(text => rules.stripped(text)).filter(Boolean).map(text => spelt(part, text))
      const before = held.get(field) ?? []
      const kept = before.filter(value => offered.get(value) ?? (others.includes(value) || !controlOf(field)))
      return [...new Set([...kept, ...boxes.filter(box => box.checked).map(box => box.value), ...others])]
    },
    lines: (field, part) => rowsOf(field).map(row => textOf(controlOf(row), part)).filter(Boolean),
    languages(field, part) {
      const pairs = rowsOf(field).map(row => [row.querySelector("select").value, textOf(row.querySelector("input"), part)])
      return Object.fromEntries(pairs.filter(([tag, title]) => tag || title))
    },
    group: (field, part) => read(field, part.parts, held.get(field)),
    groups: (field, part) => [...(keeps(field) ? (held.get(field) ?? []) : []), ...rowsOf(field).map(row => read(row, part.parts, held.get(row)))],
  }
  const keeps = field => "chAppends" in field.dataset

  /** Puts data into the fields of a group, and empties the others. before: what the record's file holds, where data go beyond. */
  function fill(scope, data, before = data) {
    for (const field of fieldsIn(scope)) {
      held.set(field, before[keyOf(field)])
      FILL[styleOf(field)](field, data[keyOf(field)], before[keyOf(field)])
    }
  }

  const put = (field, value) => {
    controlOf(field).value = value ?? ""
  }
  const FILL = {
    line: put,
    area: put,
    choice: put,
    choices(field, value = []) {
      const boxes = boxesOf(field)
      for (const box of boxes) box.checked = value.includes(box.value)
      const others = value.filter(each => !boxes.some(box => box.value === each))
      if (controlOf(field)) controlOf(field).value = others.join("; ")
      tally(field)
    },
    lines(field, value = []) {
      clear(field)
      for (const text of value) controlOf(add(field)).value = text
    },
    languages(field, value = {}) {
      clear(field)
      for (const [tag, title] of Object.entries(value)) {
        const row = add(field)
        row.querySelector("select").value = tag
        row.querySelector("input").value = title
      }
    },
    group: (field, value = {}, before = {}) => fill(field, value, before),
    groups(field, value = [], before = []) {
      clear(field)
      for (const member of keeps(field) ? value.slice(before.length) : value) {
        const row = add(field)
        held.set(row, member)
        fill(row, member)
      }
      number(field)
    },
  }

  /** Puts in what a field holds from the beginning: its default, today, a first row. */
  function begin(scope) {
    for (const field of fieldsIn(scope)) {
      for (const control of own(field, "[data-ch-today]")) control.value ||= today()
      if (own(field, "[data-ch-first]").length && !rowsOf(field).length) add(field)
      if (styleOf(field) === "group") begin(field)
    }
  }

  const rowsIn = field => own(field, "[data-ch-rows]")[0]
  const clear = field => rowsOf(field).forEach(row => row.remove())

  /** A new row at the end of a field's rows, with ids of its own. */
  function add(field) {
    const [template] = own(field, "template")
    const row = template.content.cloneNode(true).firstElementChild
    rowsMade += 1
    uniquely(row, rowsMade)
    rowsIn(field).append(row)
    begin(row)
    number(field)
    return row
  }

  /** Makes ids in a cloned fragment unique, and in the templates inside of it as well. */
  function uniquely(scope, suffix) {
    for (const element of [scope, ...scope.querySelectorAll("*")]) {
      for (const name of UNIQUE) {
        const value = element.getAttribute(name)
        if (value) element.setAttribute(name, value.split(" ").map(id => `${id}-${suffix}`).join(" "))
      }
      if (element.content) for (const child of element.content.children) uniquely(child, suffix)
    }
  }

  function remove(row) {
    const field = ownerOf(row)
    row.remove()
    number(field)
    return field
  }

  function number(field) {
    const first = keeps(field) ? (held.get(field) ?? []).length : 0
    rowsOf(field).forEach((row, place) => {
      const told = own(row, "[data-ch-number]")[0]
      if (told) told.textContent = String(first + place + 1)
    })
  }

  /** Says in the summary of folded choices which are chosen. */
  function tally(field) {
    const [told] = own(field, "[data-ch-chosen]")
    if (!told) return
    const chosen = boxesOf(field).filter(box => box.checked).map(box => box.nextElementSibling.textContent)
    told.textContent = chosen.length ? chosen.join(", ") : "None chosen"
  }

  /** The field or row that a dotted key names, or the nearest around it; null where the form does not show it. */
  function find(form, key) {
    let scope = form
    let found = null
    const parts = key.split(".")
    while (parts.length) {
      const name = parts.shift()
      const field = fieldsIn(scope).find(each => keyOf(each) === name)
      if (!field) return found
      found = field
      // Lines in which nothing stands are no members of the list.
      const rows = rowsOf(field).filter(row => styleOf(field) !== "lines" || rules.stripped(controlOf(row).value))
      if (["groups", "lines"].includes(styleOf(field)) && parts.length) {
        const place = Number(parts.shift()) - (keeps(field) ? (held.get(field) ?? []).length : 0)
        if (!rows[place]) return found
        found = rows[place]
      } else if (styleOf(field) === "languages" && parts.length) {
        const tag = parts.shift()
        found = rows.find(row => row.querySelector("select").value === tag) ?? found
      }
      scope = found
    }
    return found
  }

  clearingHouse.fields = { read, fill, begin, add, remove, tally, find, own, ownerOf, controlOf, boxesOf, today }
}
