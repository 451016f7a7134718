"use strict"
// Form: the page on which a record is added or mended. It checks while somebody types, shows the finished file, and hands it
// over. Loaded by that page alone, after the scripts that it puts together; Material's instant navigation runs it anew.
globalThis.clearingHouse ??= {}
{
  const { fields, ways, rules, telling, schema, known } = clearingHouse
  const SITE = new URL("..", document.currentScript.src)
  const page = document.querySelector("[data-ch-forms]")
  const query = new URLSearchParams(location.search)
  const SOON = 250
  /** Lists of a state's file to which the form only adds. */
  const APPENDED = ["laws", "assessments", "next_steps"]

  const one = (scope, name) => scope.querySelector(`[data-ch-${name}]`)
  const pageOf = key => new URL(`${key}/${location.protocol === "file:" ? "index.html" : ""}`, SITE)

  /** A record's own data, from the script that holds them; undefined where there is no such record. */
  function loaded(key) {
    const [collection, id, ...more] = key.split("/")
    if (more.length || !Object.hasOwn(schema.collections, collection) || !known.ids[collection].includes(id)) return Promise.resolve(undefined)
    return new Promise(resolve => {
      const script = document.createElement("script")
      script.onload = () => resolve(clearingHouse.records?.[key])
      script.onerror = () => resolve(undefined)
      script.src = new URL(`contribute/records/${key}.js`, SITE)
      page.append(script)
    })
  }

  /** Opens the form of a collection. key: `collection/id` of the record that is edited, or null; base: what its file holds. */
  function open(collection, key = null, base = {}) {
    const form = page.querySelector(`[data-ch-form="${collection}"]`)
    const isOfState = schema.collections[collection].ids === "{country}"
    const parts = schema.collections[collection].fields
    const name = one(form, "name").querySelector("input")
    const touched = new WeakSet()
    let isAttempted = false
    let isTyped = false
    let emptied = null
    let isCopiedByHand = false
    let waiting = 0
    /** While the file of another state comes: what stands in the form belongs to neither. */
    let isBetween = false
    /** What is proposed at this moment. */
    let record = {}

    const storedAs = () => (isOfState ? `${collection}/${country().value.toLowerCase()}` : (key ?? collection))

    function begin() {
      if (key) fields.fill(form, base)
      fields.begin(form)
      if (key && isOfState) country().value = base.country
      const stored = restored()
      if (!stored && !key) prefill()
      if (isOfState && !key) country().value ||= ways.kept.get(collection)?.country ?? ""
      one(form, "name").hidden = Boolean(key) || isOfState
      notice(stored)
      form.hidden = false
      if (query.has("verify") && key) verify()
      show()
      if (isOfState && !key && country().value) changeState()
    }

    const country = () => fields.controlOf(fields.find(form, "country"))

    /** Puts back what was typed before; null where nothing was kept, or nothing that this form still understands. */
    function restored() {
      const stored = ways.kept.get(storedAs())
      if (typeof stored?.data !== "object" || !stored.data) return null
      try {
        restore(stored)
        return stored
      } catch {
        ways.kept.remove(storedAs())
        empty()
        return null
      }
    }

    function restore({ data, id, notes = {} }) {
      fields.fill(form, data, base)
      name.value = key ? "" : (id ?? "")
      show()
      for (const change of changeRows()) change.querySelector("input[type=text]").value = notes[change.dataset.chChange] ?? ""
      isTyped = true
    }

    /** As it was before anything was typed. */
    function empty() {
      fields.fill(form, base)
      if (!key) form.reset()
      fields.begin(form)
      for (const field of form.querySelectorAll("[data-ch-style=choices]")) fields.tally(field)
    }

    /** What a link to the form says already: `?kind=trainings&host=LA`. */
    function prefill() {
      for (const [field, value] of query) {
        const found = field === "kind" ? null : fields.find(form, field)
        if (found && ["line", "area", "choice"].includes(found.dataset.chStyle)) fields.controlOf(found).value = value
        else if (found) for (const box of fields.boxesOf(found)) box.checked ||= box.value === value
      }
      for (const field of form.querySelectorAll("[data-ch-style=choices]")) fields.tally(field)
    }

    function verify() {
      const field = fields.find(form, "verified")
      fields.controlOf(field).value = fields.today()
      telling.reveal(field)
    }

    function notice(stored) {
      const told = one(form, "notice")
      fields.controlOf(fields.find(form, "published")).readOnly = Boolean(key)
      const isOld = stored && key && stored.base !== JSON.stringify(base)
      told.hidden = !key && !stored
      const edited = isOfState ? `You are adding to the file of ${base.title}.` : `You are editing “${base.title}”.`
      told.firstElementChild.textContent = key ? edited : "This is what you typed before."
      const words = key ? "Only what you change is changed; comments in the file are not kept." : "It was kept in this browser alone."
      told.lastElementChild.textContent = isOld ? `${words} The record has changed since you began: start over to see it as it is now.` : words
    }

    /** The record as the form says it, with what subscribers must learn. */
    function read() {
      const data = fields.read(form, parts, base)
      if (isOfState && !data.title && schema.members[data.country]) data.title = schema.members[data.country]
      const news = key ? clearingHouse.changes(collection, base, data, fields.today()) : []
      syncNews(news)
      const entries = changeRows().flatMap((row, place) => {
        const note = rules.stripped(row.querySelector("input[type=text]").value)
        return row.querySelector("input[type=checkbox]").checked ? [{ ...news[place].entry, ...(note ? { note } : {}) }] : []
      })
      if (entries.length) data.changes = [...(base.changes ?? []), ...entries]
      const proposed = clearingHouse.names.proposedId(collection, data)
      name.placeholder = clearingHouse.names.unused(proposed, known.ids[collection])
      const id = key ? key.split("/")[1] : isOfState ? proposed : rules.stripped(name.value) || name.placeholder
      return { data, id, path: `${collection}/${id}.yml`, text: clearingHouse.yamlText(parts, data) }
    }

    const changeRows = () => [...one(form, "changes").children]

    /** One row for each thing that subscribers must learn; a row that stays keeps its note. */
    function syncNews(news) {
      const list = one(form, "changes")
      const rows = changeRows()
      const template = list.parentElement.querySelector("template")
      news.forEach(({ slot, told }, place) => {
        let row = rows.find(each => each.dataset.chChange === slot)
        if (!row) {
          row = template.content.cloneNode(true).firstElementChild
          row.dataset.chChange = slot
          const note = row.querySelector("input[type=text]")
          note.id += `-${slot}`
          row.querySelector(".ch-field__label").htmlFor = note.id
        }
        one(row, "what").textContent = told
        if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null)
      })
      for (const row of changeRows().slice(news.length)) row.remove()
      one(form, "news").hidden = !news.length
    }

    /** All problems, each with the field or row at which it is told; null where the form has none. */
    function judged({ data, id }) {
      const told = clearingHouse.allProblems(collection, data, base).filter(({ key: at }) => !/^changes\.\d+\.(?:id|from|to)$/.test(at))
      const found = told.map(problem => ({ ...problem, at: placeOf(problem, data) }))
      if (!key && !isOfState) {
        const at = one(form, "name")
        const wrong = clearingHouse.names.badlyNamed(collection, id)
        if (wrong) found.push({ ...wrong, key: "", at })
        if (known.ids[collection].includes(id)) found.push({ key: "", code: "ID-002", allowed: "an id that no record has or had", fix: "choose another name", at })
      }
      return found
    }

    function placeOf({ key: at, code }, data) {
      const [first, place] = at.split(".")
      if (first === "changes") return changeRows()[Number(place) - (base.changes ?? []).length] ?? null
      // Without any date the place to write one is the date, not the box that says that there is none.
      if (code === "DATE-004" && !data.undated) return fields.find(form, fields.find(form, "starts") ? "starts" : "year")
      return fields.find(form, at)
    }

    function show() {
      record = read()
      const found = judged(record)
      record.errors = found.filter(problem => !problem.isWarning)
      telling.tellAll(form, found, at => isAttempted || touched.has(at))
      telling.showSummary(one(form, "summary"), isAttempted ? record.errors : [])
      one(form, "yaml").textContent = record.text
      one(form, "path").textContent = `${schema.data}/${record.path}`
      showWays()
      showDuplicates()
      showStatus()
      if (isTyped) keepSoon()
    }

    function showWays() {
      const propose = one(form, "propose")
      const isGitHub = schema.repository.startsWith("https://github.com/")
      const proposal = ways.proposal(record.path, record.text, Boolean(key))
      propose.hidden = !isGitHub
      propose.href = proposal.href
      propose.textContent = key ? "Copy, and open the file on GitHub" : proposal.mustPaste ? "Copy, and propose on GitHub" : "Propose on GitHub"
      const mail = one(form, "mail")
      if (mail) mail.href = ways.mail(record.path, record.data.title, record.text).href
      const how = key
        ? "GitHub cannot be handed a changed file: the button copies the text and opens the file there. Select all that it holds, paste, press Commit changes, then Create pull request."
        : proposal.mustPaste
          ? "The text is too long for an address: the button copies it and opens an empty file on GitHub. Paste it there, press Commit changes, then Create pull request."
          : "GitHub opens with the file filled in: press Commit changes there, then Create pull request."
      one(form, "how").textContent = isGitHub ? `${how} You need an account, which is free. Nothing is published before somebody has looked at it.` : ""
    }

    function showDuplicates() {
      const isEvent = schema.collections[collection].compared.includes("event")
      const duplicates = isEvent ? clearingHouse.names.duplicates(key, record.data) : []
      const notice = one(form, "duplicates")
      notice.hidden = !duplicates.length
      notice.lastElementChild.replaceChildren(
        ...duplicates.map(event => {
          const item = document.createElement("li")
          const link = document.createElement("a")
          link.href = pageOf(event.key)
          link.textContent = event.title
          item.append(link, `, ${[event.starts, event.place].filter(Boolean).join(", ")}`)
          return item
        }),
      )
    }

    function showStatus() {
      const { errors } = record
      const isSame = key && JSON.stringify(sorted(record.data)) === JSON.stringify(sorted(base))
      const text = errors.length
        ? `${telling.things(errors)} still to fill in or to mend.`
        : isSame
          ? "Nothing is changed yet."
          : "Nothing is missing: the record can be handed over."
      const status = one(form, "status")
      if (status.textContent !== text) status.textContent = text
    }

    const sorted = value =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.keys(value).sort().map(name => [name, sorted(value[name])]))
        : Array.isArray(value)
          ? value.map(sorted)
          : value

    function keepSoon() {
      clearTimeout(waiting)
      waiting = setTimeout(keep, SOON)
    }

    function keep() {
      clearTimeout(waiting)
      if (isBetween) return
      const notes = Object.fromEntries(changeRows().map(row => [row.dataset.chChange, row.querySelector("input[type=text]").value]))
      if (isOfState) ways.kept.set(collection, { country: country().value })
      ways.kept.set(storedAs(), { data: fields.read(form, parts, base), id: name.value, notes, base: JSON.stringify(base) })
    }

    const done = text => {
      one(form, "done").textContent = text
    }

    /** Shows all that is wrong, and says whether anything is. */
    function attempt() {
      isAttempted = true
      show()
      return record.errors.length > 0
    }

    function refused(event) {
      if (!attempt()) return false
      event.preventDefault()
      one(form, "summary").focus()
      return true
    }

    /** Copies the text, or selects it for its reader where the browser does not let a page copy. */
    async function copy() {
      if (await ways.copied(record.text)) return true
      getSelection().selectAllChildren(one(form, "yaml"))
      return false
    }

    const BY_HAND = "This browser does not let a page copy. The text is selected: copy it with Ctrl-C"

    async function take(button) {
      attempt()
      const left = record.errors.length ? ` ${telling.things(record.errors)} still to mend.` : ""
      if (button.dataset.chTake === "download") {
        ways.download(`${record.id}.yml`, record.text)
        done(`Saved as ${record.id}.yml.${left}`)
      } else done((await copy()) ? `Copied.${left}` : `${BY_HAND}.${left}`)
    }

    async function leave(event, { href, mustPaste }, where) {
      if (refused(event) || !mustPaste) return
      event.preventDefault()
      const isCopied = await copy()
      done(isCopied ? `Copied: paste it ${where}.` : `${BY_HAND}, press the button again, and paste it ${where}.`)
      if (!isCopied && !isCopiedByHand) {
        isCopiedByHand = true
        return
      }
      if (href.startsWith("mailto:")) location.href = href
      else globalThis.open(href, "_blank", "noopener")
    }

    function startOver(button) {
      if (emptied) {
        restore(emptied)
        emptied = null
      } else {
        emptied = { data: fields.read(form, parts, base), id: name.value }
        isTyped = false
        isAttempted = false
        ways.kept.remove(storedAs())
        if (isOfState) ways.kept.remove(collection)
        clearTimeout(waiting)
        name.value = ""
        empty()
        notice(null)
      }
      button.textContent = emptied ? "Bring it back" : "Start over"
      done(emptied ? "All that was typed is gone." : "It is back.")
      show()
    }

    /** The state whose file is added to: what the file holds is loaded, what was typed for it stays. */
    async function changeState() {
      const chosen = country().value
      isBetween = true
      const found = chosen ? await loaded(`${collection}/${chosen.toLowerCase()}`) : undefined
      if (country().value !== chosen) return
      isBetween = false
      const typed = fields.read(form, parts, base)
      const added = APPENDED.map(name => [name, (typed[name] ?? []).slice((base[name] ?? []).length)])
      base = found ?? {}
      key = found ? `${collection}/${chosen.toLowerCase()}` : null
      const ofFile = found ?? { country: chosen, title: schema.members[chosen] ?? "", confidence: "high", published: fields.today() }
      const whole = added.map(([name, members]) => [name, [...(base[name] ?? []), ...members]])
      fields.fill(form, { ...ofFile, ...Object.fromEntries(whole) }, base)
      fields.begin(form)
      notice(added.some(([, members]) => members.length) ? null : restored())
      show()
    }

    form.addEventListener("submit", event => event.preventDefault())
    form.addEventListener("focusout", ({ target, relatedTarget }) => {
      if (!target.matches("input, select, textarea")) return
      touched.add(target.closest("[data-ch-field], [data-ch-row], [data-ch-name], [data-ch-change]"))
      // A list that is written anew would take its links from under the finger that presses one.
      if (!relatedTarget?.closest("[data-ch-summary], [data-ch-duplicates]")) show()
    })
    form.addEventListener("input", ({ target }) => {
      isTyped = true
      if (emptied) {
        emptied = null
        one(form, "empty").textContent = "Start over"
      }
      done("")
      if (isOfState && target === country()) return void changeState()
      if (target.type === "checkbox" && fields.ownerOf(target) !== form) fields.tally(fields.ownerOf(target))
      show()
    })
    form.addEventListener("click", event => {
      const button = event.target.closest("button, a")
      if (!button) return
      if ("chAdd" in button.dataset) telling.controlIn(fields.add(fields.ownerOf(button))).focus()
      else if ("chRemove" in button.dataset) one(fields.remove(fields.ownerOf(button)), "add").focus()
      else if ("chTake" in button.dataset) return void take(button)
      else if ("chPropose" in button.dataset) return void leave(event, ways.proposal(record.path, record.text, Boolean(key)), "into the file that GitHub opens")
      else if ("chMail" in button.dataset) return void leave(event, ways.mail(record.path, record.data.title, record.text), "into the mail")
      else if ("chEmpty" in button.dataset) return startOver(button)
      else return
      isTyped = true
      show()
    })
    addEventListener("pagehide", () => form.isConnected && isTyped && keep())

    begin()
  }

  function say(strong, text) {
    const told = document.createElement("div")
    told.className = "ch-notice"
    const first = document.createElement("strong")
    first.textContent = strong
    told.append(first, text)
    page.querySelector(".ch-kinds").after(told)
  }

  function otherStates() {
    const group = document.createElement("optgroup")
    group.label = "Other states"
    const others = schema.lists.states.names.filter(([code]) => !Object.hasOwn(schema.members, code))
    others.sort(([, one], [, other]) => one.localeCompare(other, "en"))
    group.append(...others.map(([code, state]) => new Option(state, code)))
    return group
  }

  async function start() {
    one(page, "without").hidden = true
    document.getElementById("ch-zones").replaceChildren(...schema.lists.zones.names.map(([zone]) => new Option(zone, zone)))
    for (const select of page.querySelectorAll("[data-ch-states]")) select.append(otherStates())
    const edited = query.get("edit")
    const kind = edited ? edited.split("/")[0] : query.get("kind")
    page.querySelector(`[data-ch-kind="${CSS.escape(kind ?? "")}"]`)?.setAttribute("aria-current", "page")
    if (!edited) return Object.hasOwn(schema.collections, kind ?? "") ? open(kind) : undefined
    const base = await loaded(edited)
    if (base) open(kind, edited, base)
    else say("There is no such record here.", ` ${edited} is not among the records that can be edited with this form.`)
  }

  if (page) start()
}
