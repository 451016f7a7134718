// Search, the part that is seen: the dialog of every page, and the search page with its facets.
// It shows what search-engine.js finds; all text is set as text, never as HTML.
(() => {
  const search = globalThis.chSearch
  const { engine, root } = search
  const MOST_IN_DIALOG = 8
  const AT_ONCE = 10
  const SORTS = { best: "Best match", newest: "Newest first", soonest: "Soonest first" }

  // An element: el("a", {href}, "text", child…).
  function el(name, properties = {}, ...children) {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) element[key] = value
      else element.setAttribute(key, value)
    }
    element.append(...children.filter((child) => child !== null))
    return element
  }

  const counted = (number, one, several = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : several}`

  // On a USB stick no server looks for the index of a folder.
  function link(address) {
    const url = new URL(address, root)
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html"
    return url.href
  }

  // A question as the address of the search page has it, and back.
  function toAddress({ q, sort, facets, since }) {
    const query = new URLSearchParams()
    if (q.trim()) query.set("q", q.trim())
    for (const facet of Object.keys(facets).sort()) for (const term of facets[facet]) query.append(facet, term)
    if (since) query.set("since", since)
    if (sort !== "best") query.set("sort", sort)
    const text = query.toString()
    return link("search/") + (text ? `?${text}` : "")
  }

  function fromAddress(address, facets) {
    const query = new URL(address).searchParams
    const sort = query.get("sort")
    return {
      q: query.get("q") ?? "",
      sort: sort in SORTS ? sort : "best",
      facets: Object.fromEntries(facets.map(({ id }) => [id, query.getAll(id)]).filter(([, terms]) => terms.length)),
      since: /^\d{4}$/.test(query.get("since") ?? "") ? query.get("since") : "",
    }
  }

  const ask = (q) => ({ q, sort: "best", facets: {}, since: "" })

  // Runs the work for the latest call alone: those before it are left out, so that fast typing does not queue up.
  function latest(work) {
    let busy = false
    let waiting
    return async function run(...args) {
      if (busy) {
        waiting = args
        return
      }
      busy = true
      try {
        await work(...args)
      } finally {
        busy = false
      }
      if (waiting) {
        const next = waiting
        waiting = undefined
        run(...next)
      }
    }
  }

  // What is looked for while somebody writes: a single letter begins a thousand words, so the next one is waited for.
  function written(q) {
    return q.replace(/(^|\s)[\x21-\x7e]$/, "$1")
  }

  // Whether the field still says what was looked for.
  function isAsked({ value }, q) {
    return value.trim() === q.trim() || written(value).trim() === q.trim()
  }

  const PAUSE = 40
  const busy = (list, isBusy) => list.setAttribute("aria-busy", String(isBusy))

  function textOf(parts) {
    return parts.map(([text, isMarked]) => (isMarked ? el("mark", {}, text) : text))
  }

  function quiet(...children) {
    return el("span", { className: "ch-small" }, ...children)
  }

  function hitItem(hit, withParts) {
    const title = el("a", { href: link(hit.address) }, ...textOf(hit.title))
    const item = el("li", {}, title)
    if (hit.local) item.append(el("span", { className: "ch-small ch-hits__local", lang: hit.tongue }, ...textOf(hit.local)))
    item.append(quiet(hit.line))
    if (hit.excerpt.length) item.append(el("span", { className: "ch-small ch-hits__text", ...(hit.parts.length || !hit.tongue || hit.local ? {} : { lang: hit.tongue }) }, ...textOf(hit.excerpt)))
    if (withParts && hit.parts.length) {
      const parts = hit.parts.slice(0, 3).map((part) => el("li", {}, el("a", { href: link(part.address) }, part.title), " ", ...textOf(part.excerpt)))
      item.append(el("ul", { className: "ch-hits__parts ch-small" }, ...parts))
    }
    return item
  }

  // The arrow keys go from the field to the hits and from hit to hit; Enter follows a link by itself.
  function walkHits(event, field, list) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    const stops = [field, ...list.querySelectorAll(":scope > li > a")]
    const at = stops.indexOf(document.activeElement)
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)]
    if (at < 0) return
    event.preventDefault()
    next?.focus()
  }

  const failed = () => el("div", { className: "ch-empty" }, el("strong", {}, "The search could not be loaded."), " Look whether you are online and try again, or ", el("a", { href: link("search/#lists") }, "go by the lists"), ".")

  // What helps on, as links to other questions.
  async function helpItem(question, answer) {
    const { unknown, offers } = await engine.help(question, answer)
    const { facets } = await engine.terms()
    if (answer.total && !unknown.length && !offers.length) return null
    const label = ({ question: other }) => {
      const terms = Object.entries(other.facets).flatMap(([facet, some]) => some.map((term) => labelOf(facets, facet, term)))
      const words = [...(other.q ? [`“${other.q}”`] : []), ...terms, ...(other.since ? [`since ${other.since}`] : [])]
      return words.join(", ")
    }
    const heads = { meant: "Did you mean", spelt: "Did you mean", fewer: "With less:", without: "With fewer words:" }
    const lines = offers.map((offer) => el("li", {}, heads[offer.kind], " ", el("a", { href: toAddress(offer.question) }, label(offer)), ` ${offer.total.toLocaleString("en")}`))
    const strong = answer.total ? null : el("strong", {}, question.q.trim() ? `Nothing was found for “${question.q.trim()}”.` : "Nothing was found.")
    const told = unknown.length ? `No page holds ${unknown.map((word) => `“${word}”`).join(", ")}${answer.total ? "; shown without it" : ""}.` : ""
    const lists = answer.total ? null : el("p", {}, "Or ", el("a", { href: link("search/#lists") }, "go by the lists"), ", which hold every record.")
    return el("div", { className: answer.total ? "ch-notice" : "ch-empty" }, strong, told, el("ul", {}, ...lines), lists)
  }

  function labelOf(facets, facet, term) {
    return facets.find(({ id }) => id === facet)?.terms.find(([id]) => id === term)?.[1] ?? term
  }

  // The dialog --------------------------------------------------------------------------------------
  let dialog
  let openedAt

  function makeDialog() {
    const field = el("input", { type: "search", name: "q", id: "ch-dialog-q", autocomplete: "off" })
    const status = el("p", { className: "ch-small ch-hero__try", role: "status" })
    const hits = el("ol", { className: "ch-hits" })
    const help = el("div", { className: "ch-dialog__help" })
    const form = el(
      "form", { className: "ch-find ch-find--large", role: "search", ariaLabel: "Records", action: link("search/") },
      el("label", { className: "ch-hidden", htmlFor: "ch-dialog-q" }, "Search all records"), field,
      el("button", { className: "ch-find__go", type: "submit" }, "Search"),
    )
    const foot = el("p", { className: "ch-dialog__foot" }, "Arrow keys choose, Enter opens, Escape closes. The search runs on this device; nothing you type leaves it.")
    const whole = el("dialog", { className: "ch-dialog ch-page", ariaLabel: "Search" }, el("div", { className: "ch-dialog__top" }, form, status), hits, help, foot)

    const update = latest(async (q) => {
      if (!q.trim()) {
        help.replaceChildren()
        hits.replaceChildren()
        status.textContent = "Write a word in any language of the region."
        busy(hits, false)
        return
      }
      try {
        const answer = await engine.find(ask(q))
        const shown = await answer.hits(0, MOST_IN_DIALOG)
        hits.replaceChildren(...shown.map((hit) => hitItem(hit, false)))
        status.replaceChildren(...(await tally(q, answer)))
        if (isAsked(field, q)) busy(hits, false)
        if (answer.total) help.replaceChildren()
        clearTimeout(thinking)
        thinking = setTimeout(async () => {
          const item = await helpItem(ask(q), answer)
          if (field.value === q) help.replaceChildren(...(item ? [item] : []))
        }, answer.total ? 600 : 150)
      } catch (failure) {
        console.error(failure)
        busy(hits, false)
        help.replaceChildren(failed())
      }
    })
    let timer, thinking
    field.addEventListener("input", () => {
      clearTimeout(timer)
      busy(hits, true)
      timer = setTimeout(() => update(written(field.value)), PAUSE)
    })
    whole.addEventListener("keydown", (event) => walkHits(event, field, hits))
    whole.addEventListener("click", (event) => {
      if (event.target === whole || event.target.closest("a")) whole.close() // beside it, or on the way to a hit
    })
    return { whole, field, update }
  }

  // `42 results: trainings 27, workshops 13`, each a way to the search page.
  async function tally(q, answer) {
    const { facets } = await engine.terms()
    const { terms } = facets.find(({ id }) => id === "collection")
    const parts = terms
      .map(([id, label]) => [id, label, answer.counts.collection?.[id] ?? 0])
      .filter(([, , count]) => count)
      .sort((one, other) => other[2] - one[2])
    const query = answer.relaxed ?? q
    if (!answer.total) return ["Nothing was found."]
    const links = parts.flatMap(([id, label, count], number) => [
      number ? ", " : ": ",
      el("a", { href: toAddress({ ...ask(query), facets: { collection: [id] } }) }, `${label[0].toLowerCase()}${label.slice(1)} ${count.toLocaleString("en")}`),
    ])
    return [el("a", { href: toAddress(ask(query)) }, counted(answer.total, "result")), ...links]
  }

  search.openDialog = (q) => {
    dialog ??= makeDialog()
    if (!dialog.whole.isConnected) document.body.append(dialog.whole)
    if (!dialog.whole.open) dialog.whole.showModal()
    openedAt = location.pathname
    if (q) dialog.field.value = q
    dialog.field.focus()
    if (!q) dialog.field.select()
    dialog.update(dialog.field.value)
  }
  // A page that came without a reload leaves no dialog of the page before it, but one that was opened on its way here.
  search.pageCame = () => {
    if (openedAt !== location.pathname) dialog?.whole.close()
  }

  // The search page ---------------------------------------------------------------------------------
  let current

  search.startPage = async (place) => {
    if (place.dataset.chSearch === "started") return
    place.dataset.chSearch = "started"
    const without = document.querySelector("[data-ch-no-script]")
    without.hidden = true
    let facets
    try {
      ;({ facets } = await engine.terms())
    } catch {
      place.append(failed())
      return
    }
    current = makePage(place, facets)
    current.restore()
  }
  addEventListener("popstate", () => {
    if (current?.place.isConnected) current.restore()
  })

  function makePage(place, facets) {
    const form = place.querySelector("form")
    const field = form.elements.q
    const status = el("p", { className: "ch-small ch-search__status", role: "status" })
    const sort = el("select", { id: "ch-sort" }, ...Object.entries(SORTS).map(([value, label]) => el("option", { value }, label)))
    const chips = el("p", { className: "ch-search__chips" })
    const help = el("div", {})
    const hits = el("ol", { className: "ch-hits" })
    const more = el("button", { className: "ch-button", type: "button", hidden: true }, "Show more")
    const panels = facets.filter(({ terms }) => terms.length).map((facet) => makePanel(facet, changed))
    const bar = el("div", { className: "ch-facets", role: "group", ariaLabel: "Facets" }, ...panels.map(({ details }) => details))
    const sorting = el("p", { className: "ch-search__sort" }, el("label", { htmlFor: "ch-sort" }, "Order "), sort)
    place.append(bar, chips, el("div", { className: "ch-search__line" }, status, sorting), help, hits, more)

    let question = fromAddress(location.href, facets)
    let answer
    let settled = true // whether the question stands for itself in the history, so that the next one comes after it

    const update = latest(async () => {
      const asked = question
      const wanted = ["collection", ...panels.filter(({ details, id }) => details.open && id !== "collection").map(({ id }) => id)]
      try {
        const found = await engine.find(asked, wanted)
        const shown = await found.hits(0, AT_ONCE)
        if (!place.isConnected || asked !== question) return
        answer = found
        if (isAsked(field, asked.q)) busy(hits, false)
        hits.replaceChildren(...shown.map((hit) => hitItem(hit, true)))
        more.hidden = answer.shown <= AT_ONCE
        tell()
        for (const panel of panels) panel.show(question, answer.counts[panel.id])
        helpOn(asked, found)
      } catch (failure) {
        console.error(failure)
        busy(hits, false)
        hits.replaceChildren()
        help.replaceChildren(failed())
      }
    })

    // Help is thought over once nobody types any more.
    let thinking
    function helpOn(asked, found) {
      clearTimeout(thinking)
      if (found.total) help.replaceChildren()
      thinking = setTimeout(async () => {
        const item = await helpItem(asked, found)
        if (asked === question) help.replaceChildren(...(item ? [item] : []))
      }, found.total ? 600 : 150)
    }

    function tell() {
      const { q } = question
      const words = answer.relaxed ?? q.trim()
      const order = SORTS[q.trim() || question.sort !== "best" ? question.sort : "newest"].toLowerCase()
      const about = words ? ` for “${words}”` : ""
      const left = answer.narrowed && question.sort === "best" ? ` The best of the ${answer.shown.toLocaleString("en")} newest are shown: add a word or a facet.` : ""
      status.textContent = answer.total ? `${counted(answer.total, "result")}${about}, ${order}.${left}` : `No results${about}.`
    }

    function showChips() {
      const all = Object.entries(question.facets).flatMap(([facet, some]) => some.map((term) => [facet, term, labelOf(facets, facet, term)]))
      const buttons = all.map(([facet, term, label]) => chip(label, () => changed(facet, term, false)))
      if (question.since) buttons.push(chip(`since ${question.since}`, () => changed("since", "", false)))
      if (buttons.length > 1) buttons.push(chip("all facets", () => go({ ...question, facets: {}, since: "" })))
      chips.replaceChildren(...buttons)
      chips.hidden = !buttons.length
    }

    function chip(label, remove) {
      const button = el("button", { className: "ch-button ch-search__chip", type: "button", ariaLabel: `Remove ${label}` }, label, " ×")
      button.addEventListener("click", () => {
        remove()
        field.focus()
      })
      return button
    }

    function changed(facet, term, isChosen) {
      const all = { ...question.facets }
      if (facet === "since") {
        delete all.year
        go({ ...question, facets: all, since: term })
        return
      }
      all[facet] = [...(all[facet] ?? []).filter((one) => one !== term), ...(isChosen ? [term] : [])]
      if (!all[facet].length) delete all[facet]
      go({ ...question, facets: all, since: facet === "year" ? "" : question.since })
    }

    // A new question with an entry of its own in the history, so that Back leads to the one before.
    function go(next) {
      question = next
      settled = true
      field.value = question.q
      if (toAddress(question) !== location.href) history.pushState(null, "", toAddress(question))
      refresh()
    }

    function refresh() {
      busy(hits, true)
      sort.value = question.sort
      showChips()
      for (const panel of panels) panel.mark(question)
      update()
    }

    let timer
    field.addEventListener("input", () => {
      clearTimeout(timer)
      busy(hits, true)
      timer = setTimeout(() => {
        question = { ...question, q: written(field.value) }
        const address = toAddress(question)
        if (address !== location.href) {
          if (settled) history.pushState(null, "", address)
          else history.replaceState(history.state, "", address)
          settled = false
        }
        refresh()
      }, PAUSE)
    })
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      clearTimeout(timer)
      go({ ...question, q: field.value })
    })
    sort.addEventListener("change", () => go({ ...question, sort: sort.value }))
    for (const panel of panels) panel.details.addEventListener("toggle", () => panel.details.open && update())
    // A panel lies above the results: a click beside it or Escape puts it away.
    const opened = () => bar.querySelector("details[open]")
    place.addEventListener("click", (event) => {
      if (opened() && !opened().contains(event.target)) opened().open = false
    })
    bar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !opened()) return
      opened().querySelector("summary").focus()
      opened().open = false
    })
    more.addEventListener("click", async () => {
      const from = hits.children.length
      const asked = answer
      const shown = await asked.hits(from, from + 2 * AT_ONCE).catch(() => null)
      if (asked !== answer) return // another question came in between
      if (!shown) return help.replaceChildren(failed())
      hits.append(...shown.map((hit) => hitItem(hit, true)))
      more.hidden = hits.children.length >= answer.shown
      hits.children[from]?.querySelector("a").focus()
    })
    place.addEventListener("keydown", (event) => walkHits(event, field, hits))
    // Other questions are answered in place. Material takes two addresses that differ in the query alone for one page.
    place.addEventListener("click", (event) => {
      const to = event.target.closest("a")
      if (!to || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
      const here = new URL(location.href)
      const there = new URL(to.href)
      if (there.origin !== here.origin || there.pathname !== here.pathname || there.hash) return
      event.preventDefault()
      event.stopPropagation()
      go(fromAddress(to.href, facets))
      field.focus()
    })

    return {
      place,
      restore() {
        question = fromAddress(location.href, facets)
        settled = true
        field.value = question.q
        refresh()
      },
    }
  }

  // A facet: its terms as boxes to tick, each with how many results it would leave.
  function makePanel({ id, label, terms }, changed) {
    const groups = [...new Set(terms.map(([, , group]) => group))]
    const number = el("span", {})
    const rows = new Map()
    const panel = el("fieldset", { className: "ch-facets__panel" }, el("legend", { className: "ch-hidden" }, label))
    let since
    if (id === "year") {
      since = el("select", { id: "ch-since" }, el("option", { value: "" }, "any year"), ...terms.map(([year]) => el("option", { value: year }, year)))
      since.addEventListener("change", () => changed("since", since.value, true))
      panel.append(el("p", {}, el("label", { htmlFor: "ch-since" }, "Since "), since))
    }
    for (const group of groups) {
      const boxes = terms.filter(([, , one]) => one === group).map(([term, words]) => {
        const box = el("input", { type: "checkbox", value: term })
        const count = quiet()
        const row = el("li", { hidden: true }, el("label", {}, box, " ", words, " ", count))
        box.addEventListener("change", () => changed(id, term, box.checked))
        rows.set(term, { box, count, row })
        return row
      })
      const head = groups.length > 1 ? el("p", { className: "ch-small ch-facets__group" }, group) : null
      panel.append(...(head ? [head] : []), el("ul", {}, ...boxes))
    }
    const none = el("p", { className: "ch-small", hidden: true }, "Nothing to choose among these results.")
    panel.append(none)
    const details = el("details", { name: "ch-facet" }, el("summary", {}, label, number), panel)
    return {
      id,
      details,
      mark({ facets, since: from }) {
        const chosen = facets[id] ?? []
        for (const [term, { box, row }] of rows) {
          box.checked = chosen.includes(term)
          if (box.checked) row.hidden = false
        }
        if (since) since.value = [...since.options].some(({ value }) => value === from) ? from : ""
        number.textContent = chosen.length || (since && from) ? ` (${chosen.length || "since " + from})` : ""
      },
      show(question, counts) {
        if (!counts) return
        for (const [term, { box, count, row }] of rows) {
          row.hidden = !counts[term] && !box.checked
          count.textContent = (counts[term] ?? 0).toLocaleString("en")
        }
        for (const head of panel.querySelectorAll(".ch-facets__group")) head.hidden = ![...head.nextElementSibling.children].some((row) => !row.hidden)
        none.hidden = [...rows.values()].some(({ row }) => !row.hidden)
      },
    }
  }
})()
