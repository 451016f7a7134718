// Lists: tables sort by their columns, and the list of a whole collection narrows in place, by several words of several
// facets at once. Without this script each word of a facet is a link to a list of its own. It stands on pages with a table.
(() => {
  // It runs anew on each page that replaces another in place; what listened for the page before must stop.
  globalThis.chLists?.abort()
  const here = (globalThis.chLists = new AbortController())
  const AT_ONCE = 100
  // A page that was saved by itself; a copy of the site holds what its pages fetch (offline.js).
  const cannotFetch = location.protocol === "file:" && !globalThis.chHeld
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

  function made(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  // Sorting ---------------------------------------------------------------------------------------

  const KINDS = {
    day: { first: "descending", compare: (one, other) => (one < other ? -1 : one > other ? 1 : 0), words: { ascending: "oldest first", descending: "newest first" } },
    number: { first: "descending", compare: (one, other) => one - other, words: { ascending: "lowest first", descending: "highest first" } },
    words: { first: "ascending", compare: collator.compare, words: { ascending: "A to Z", descending: "Z to A" } },
  }

  // A cell's value: its day (ISO), its number, or its words; none where it only says, quietly, that nothing is told.
  function valueOf(row, { place, kind }) {
    const cell = row.cells[place]
    const quiet = cell.children.length === 1 && cell.firstElementChild.matches(".ch-small") && cell.firstElementChild.textContent === cell.textContent
    if (kind === KINDS.day) return cell.querySelector("time")?.dateTime
    if (quiet) return undefined
    if (kind === KINDS.number) return Number(cell.textContent.replaceAll(/[^\d.-]/g, ""))
    return (cell.querySelector("a") ?? cell).textContent.trim()
  }

  // In each direction, rows without a value come last, and equal ones stay in the list's own order.
  function sorted(rows, { column, direction }) {
    const sign = direction === "ascending" ? 1 : -1
    const keyed = rows.map((row) => [row, valueOf(row, column)])
    const told = keyed.filter(([, value]) => value !== undefined).sort((one, other) => sign * column.kind.compare(one[1], other[1]))
    return [...told, ...keyed.filter(([, value]) => value === undefined)].map(([row]) => row)
  }

  // Makes a table's headings buttons. choose(order) is told of each press; the caller shows the rows and calls mark(order).
  function sortable(table, choose) {
    const rows = [...table.tBodies[0].rows]
    const columns = [...table.tHead.rows[0].cells].map((heading, place) => {
      const isDay = rows.some((row) => row.cells[place].querySelector("time"))
      const kind = isDay ? KINDS.day : heading.matches(".ch-num") ? KINDS.number : KINDS.words
      const label = heading.textContent.trim()
      const column = { heading, place, kind, label, id: label.toLowerCase().replaceAll(/[^a-z]+/g, "-"), own: heading.ariaSort }
      heading.replaceChildren(made("button", { type: "button", className: "ch-sort", onclick: press }, label))
      function press() {
        const again = heading.ariaSort === "ascending" ? "descending" : "ascending"
        choose({ column, direction: heading.ariaSort ? again : kind.first })
      }
      return column
    })
    table.classList.add("ch-cards--sort")
    const words = table.caption.querySelector("[data-ch-order]") ?? table.caption.appendChild(made("span"))
    const own = words.textContent
    return {
      columns,
      // Tells eyes and ears how the table is sorted; without an order, as it was made.
      mark(order) {
        for (const column of columns) column.heading.ariaSort = order ? (column === order.column ? order.direction : null) : column.own
        words.textContent = order ? `, ${told(order)}` : own
      },
    }
  }

  function told({ column, direction }) {
    return `sorted by ${column.label.toLowerCase()}, ${column.kind.words[direction]}`
  }

  // A table that only sorts.
  function plain(table) {
    const rows = [...table.tBodies[0].rows]
    const status = made("p", { className: "ch-hidden", role: "status" })
    table.before(status)
    const { mark } = sortable(table, (order) => {
      table.tBodies[0].replaceChildren(...sorted(rows, order))
      mark(order)
      status.textContent = `The table is ${told(order)}.`
    })
  }

  // Narrowing -------------------------------------------------------------------------------------

  // The list of a whole collection. `nav` holds the facets; what is chosen stands in the address.
  function narrowing(table, nav) {
    const body = table.tBodies[0]
    const ownRows = [...body.rows]
    const { chOne: one, chSeveral: several, chTotal: total } = nav.dataset
    const pager = document.querySelector(".ch-pager")
    const tally = document.querySelector(".ch-tally-line")
    const before = nav.cloneNode(true)
    let rows = ownRows
    let isWhole = !pager
    let isAlone = false // whether the other pages could not be had
    let order = null
    let limit = AT_ONCE

    const facets = [...nav.querySelectorAll("details")].map((details) => facetOf(details))
    const status = made("p", { className: "ch-narrowed__told", role: "status" })
    const chips = made("ul", { className: "ch-narrowed__chips" })
    const bar = made("div", { className: "ch-narrowed" }, status, chips)
    const path = location.pathname
    let search = location.search
    const more = made("button", { type: "button", className: "ch-button ch-after", hidden: true, onclick: showMore })
    const empty = made("div", { className: "ch-empty", hidden: true })
    nav.after(bar)
    table.after(more, empty)
    const { columns, mark } = sortable(table, (chosen) => change(() => (order = chosen)))

    // A facet: its links become check boxes, in the same places.
    function facetOf(details) {
      const summary = details.querySelector("summary")
      const facet = { label: summary.textContent.trim(), choices: new Map(), number: made("span", { className: "ch-facets__number" }), foot: made("span") }
      for (const item of details.querySelectorAll("li")) {
        const link = item.querySelector("a")
        const [, id, term] = /\/by\/([^/]+)\/([^/]+)\//.exec(new URL(link.href).pathname)
        const count = made("span", { className: "ch-facets__count" }, item.textContent.trim().split(" ").at(-1))
        const box = made("input", { type: "checkbox", name: id, value: term, onchange: () => change(() => {}) })
        facet.id = id
        facet.choices.set(term, { facet, term, label: link.textContent, box, item, count })
        item.replaceChildren(made("label", {}, box, ` ${link.textContent} `, count))
      }
      summary.append(facet.number)
      // The panel lies over the list: its foot says what the choice comes to.
      const list = details.querySelector("ul")
      const panel = made("div", { className: list.className, role: "group", ariaLabel: facet.label })
      list.className = "ch-facets__choices"
      list.replaceWith(panel)
      panel.append(list, made("p", { className: "ch-facets__foot" }, facet.foot, made("button", { type: "button", className: "ch-button", onclick: close }, "Done")))
      return facet
    }

    const chosenOf = (facet) => [...facet.choices.values()].filter(({ box }) => box.checked)
    const allChosen = () => facets.flatMap(chosenOf)
    const noun = (number) => (Number(number) === 1 ? one : several)

    // Within a facet any word is enough, between facets all are needed. A row counts beside the words of a facet when
    // all other facets let it through.
    function matching() {
      const counts = new Map(facets.flatMap(({ choices }) => [...choices.values()].map((choice) => [choice, 0])))
      const active = facets.map((facet) => [facet, new Set(chosenOf(facet).map(({ term }) => term))]).filter(([, terms]) => terms.size)
      const found = rows.filter((row) => {
        const failed = active.filter(([facet, terms]) => !termsOf(row, facet).some((term) => terms.has(term))).map(([facet]) => facet)
        for (const facet of failed.length ? failed : facets) {
          if (failed.length > 1) break
          for (const choice of termsOf(row, facet).map((term) => facet.choices.get(term))) counts.set(choice, counts.get(choice) + 1)
        }
        return !failed.length
      })
      return { found, counts }
    }

    const termsOf = (row, facet) => row.dataset[facet.id]?.split(" ") ?? []

    function show() {
      const chosen = allChosen()
      const { found, counts } = matching()
      const isOwn = !chosen.length && !order
      const shown = isOwn ? ownRows : (order ? sorted(found, order) : found).slice(0, limit)
      body.replaceChildren(...shown)
      mark(order)
      if (isWhole) for (const [{ count, item }, number] of counts) showCount(count, item, number)
      if (tally) tally.hidden = !isOwn
      if (pager) pager.hidden = !isOwn && !isAlone
      table.hidden = !found.length
      more.hidden = isOwn || found.length <= limit
      more.textContent = `Show ${Math.min(AT_ONCE, found.length - limit)} more`
      showChips(chosen)
      showEmpty(chosen, found.length)
      const rest = shown.length < found.length ? `, the first ${shown.length} of them here` : ""
      const number = `${found.length.toLocaleString("en")} of ${total} ${noun(total)}`
      for (const facet of facets) {
        facet.number.textContent = chosenOf(facet).length || ""
        facet.foot.textContent = number
      }
      const sortedBy = order ? `${isAlone ? "This page alone is" : "They are"} ${told(order)}.` : ""
      status.textContent = [chosen.length ? `${number}${rest}.` : "", sortedBy].filter(Boolean).join(" ")
    }

    function showCount(count, item, number) {
      count.textContent = number.toLocaleString("en")
      item.classList.toggle("ch-facets__none", !number)
    }

    function showChips(chosen) {
      const had = chips.contains(document.activeElement)
      const buttons = chosen.map((choice) => {
        const button = made("button", { type: "button", className: "ch-chip", onclick: () => change(() => (choice.box.checked = false)) }, choice.label)
        button.prepend(made("span", { className: "ch-hidden" }, "Remove "))
        return made("li", {}, button)
      })
      if (buttons.length) buttons.push(made("li", {}, made("button", { type: "button", className: "ch-chip ch-chip--all", onclick: clear }, "Clear all")))
      chips.replaceChildren(...buttons)
      // Whoever pressed what is gone now goes on with the next.
      if (had) (chips.querySelector("button") ?? nav.querySelector("summary")).focus()
    }

    // An empty result names what could be given up, and what would be left then.
    function showEmpty(chosen, number) {
      empty.hidden = number > 0
      if (number) return empty.replaceChildren()
      const ways = facets.map((facet) => [facet, chosenOf(facet)]).filter(([, own]) => own.length).map(([facet, own]) => {
        for (const { box } of own) box.checked = false
        const left = matching().found.length
        for (const { box } of own) box.checked = true
        const give = () => change(() => own.forEach(({ box }) => (box.checked = false)), nav.querySelector("summary"))
        const label = `Without ${own.map(({ label }) => label).join(", ")}: ${left.toLocaleString("en")} ${noun(left)}`
        return left ? made("button", { type: "button", className: "ch-button", onclick: give }, label) : ""
      })
      empty.replaceChildren(made("strong", {}, `No ${one} is listed under all of these.`), "That may mean that none was held, or that nobody told us.", made("p", { className: "ch-toolbar" }, ...ways, made("button", { type: "button", className: "ch-button", onclick: clear }, "Clear all")))
    }

    function clear() {
      change(() => allChosen().forEach(({ box }) => (box.checked = false)), nav.querySelector("summary"))
    }

    function showMore() {
      const last = body.rows[body.rows.length - 1]
      limit += AT_ONCE
      show()
      last.nextElementSibling?.querySelector("a")?.focus()
    }

    // What a person did: the rest of the list comes first where it has several pages, then the address follows.
    async function change(act, focus) {
      act()
      limit = AT_ONCE
      await completed()
      if (!body.isConnected) return // its reader has gone on to another page
      try {
        history.pushState(null, "", address())
        search = location.search
      } catch {
        // Some browsers keep the address of a file as it is; the list narrows all the same.
      }
      show()
      focus?.focus()
    }

    function address() {
      const url = new URL(location)
      for (const { id } of facets) url.searchParams.delete(id)
      url.searchParams.delete("sort")
      for (const { facet, term } of allChosen()) url.searchParams.append(facet.id, term)
      if (order) url.searchParams.set("sort", (order.direction === "descending" ? "-" : "") + order.column.id)
      return url
    }

    async function fromAddress() {
      search = location.search
      const asked = new URL(location).searchParams
      for (const facet of facets) for (const { box, term } of facet.choices.values()) box.checked = asked.getAll(facet.id).includes(term)
      const sort = asked.get("sort") ?? ""
      const column = columns.find(({ id }) => id === sort.replace(/^-/, ""))
      order = column ? { column, direction: sort.startsWith("-") ? "descending" : "ascending" } : null
      limit = AT_ONCE
      if (allChosen().length || order) await completed()
      show()
    }

    // Pages ---------------------------------------------------------------------------------------

    let loading
    function completed() {
      if (isWhole) return Promise.resolve(true)
      loading ??= load().catch(asBefore).then(() => (isWhole = true))
      return loading
    }

    // The rows of all pages, in their order.
    async function load() {
      if (cannotFetch) throw new Error("a file cannot read others")
      const pages = [...pager.children].map((page) => page.href)
      const progress = made("progress", { max: pages.length - 1, value: 0 })
      status.replaceChildren(`Loading the other ${pages.length - 1} pages of this list `, progress)
      const parts = await Promise.all(pages.map(async (page) => {
        if (!page) return ownRows
        const answer = await fetch(page, { signal: here.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        const found = new DOMParser().parseFromString(await answer.text(), "text/html")
        progress.value += 1
        return [...found.querySelector("table.ch-cards").tBodies[0].rows].map((row) => moved(row, page))
      }))
      rows = parts.flat()
    }

    // A row of another page, its links made good for this one.
    function moved(row, page) {
      for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), page)
      return document.adoptNode(row)
    }

    // What cannot be loaded cannot be narrowed here: the words are links again, and this page alone sorts.
    function asBefore() {
      const had = nav.contains(document.activeElement)
      nav.replaceWith(before)
      facets.length = 0
      isAlone = true
      bar.prepend(made("p", { className: "ch-narrowed__told" }, "The other pages of this list cannot be loaded here, so it does not narrow in place. Each word leads to a list of its own."))
      if (had) before.querySelector("summary").focus()
    }

    // Panels --------------------------------------------------------------------------------------

    const opened = () => nav.querySelector("details[open]")

    function close() {
      const summary = opened().querySelector("summary")
      opened().open = false
      summary.focus()
    }

    nav.addEventListener("keydown", ({ key }) => key === "Escape" && opened() && close())
    // Beside a panel that lies over the list; on a phone it stands above it, and closing it would move what is touched.
    addEventListener("pointerdown", ({ target }) => {
      const panel = opened()?.querySelector(".ch-facets__panel")
      if (panel && !nav.contains(target) && getComputedStyle(panel).position === "absolute") opened().open = false
    }, { signal: here.signal })

    // Back and Forward between choices are ours: the theme would fetch the first page anew. It begins to listen after us,
    // since this script stands in the page itself and does not wait.
    addEventListener("popstate", (event) => {
      if (!bar.isConnected || location.pathname !== path || location.search === search) return
      event.stopImmediatePropagation()
      fromAddress()
    }, { signal: here.signal })
    // A link to this very list with other words, as the tab above is one: the theme would go back at once.
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]")
      const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
      if (!isPlain || !bar.isConnected || !link || link.hash || link.target || link.origin !== location.origin) return
      if (link.pathname !== path || link.search === search) return
      event.preventDefault()
      event.stopPropagation()
      history.pushState(null, "", link.href)
      fromAddress()
    }, { capture: true, signal: here.signal })

    if (pager && cannotFetch) completed()
    else fromAddress()
  }

  for (const table of document.querySelectorAll("table.ch-cards:not(.ch-matrix)")) {
    const nav = document.querySelector("[data-ch-narrow]")
    if (nav?.isConnected && table.dataset.chList !== undefined) narrowing(table, nav)
    else if (table.tBodies[0].rows.length > 2) plain(table)
  }
})()
