// Search, the part that finds: a question goes in, hits with their counts come out; it knows nothing of the page.
// A question is {q, sort, facets: {country: ["vn"]}, since}; an answer {total, counts, hits(from, to), …}.
// Words are found by Pagefind, letters of Thai, Lao, Khmer and Burmese by script-search.js.
(() => {
  const search = globalThis.chSearch
  const IN_SCRIPT = /[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff]/
  // More pages than these Pagefind cannot weigh between two keys; then the newest of them stand for all.
  const MOST = 2500
  const NOTHING = "-" // a term that no page has: asked for it, Pagefind counts without weighing
  const LITTLE_WORDS = new Set(
    ("a about after all an and any are as at be been by can did do does for from had has have how in is it of on or since so that the their " +
      "there they this to was were what when where which who why will with").split(" "),
  )

  // Each is fetched once, and again only if that failed, or if what was fetched is of no use any more.
  const once = (read) => {
    let reading
    const held = () => (reading ??= read().catch((failure) => { reading = undefined; throw failure }))
    held.forget = () => { reading = undefined }
    return held
  }
  const json = async (path) => {
    const answer = await fetch(new URL(path, search.root))
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
    return answer.json()
  }
  const terms = once(() => json("search/terms.json"))
  const words = once(async () => (await json("search/words.json")).split(" "))
  // A copy that was taken along holds modules itself (offline.js), and may hold one member state alone.
  const { chHeld: held, chCopy: { within } = {} } = globalThis
  const bundle = once(() => held?.module("pagefind/pagefind.js") ?? import(new URL("pagefind/pagefind.js", search.root)))
  const instance = (settings) => once(async () => (await bundle()).createInstance({ baseUrl: "/", excerptLength: 24, ...held?.pagefind, ...settings }))
  const pagefind = instance({})
  // Whoever types accents means them: `hổ` is a tiger, `hồ` a lake.
  const accentful = instance({ exactDiacritics: true })
  const scripts = once(async () => {
    await search.script("script-search.js")
    return search.scripts
  })

  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")
  const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+(?:[.'’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []

  async function chosen({ facets, since }) {
    const all = Object.fromEntries(Object.entries(facets).filter(([, some]) => some.length))
    if (since && !all.year) {
      const years = (await terms()).facets.find(({ id }) => id === "year").terms.map(([id]) => id)
      all.year = years.filter((year) => year >= since)
      if (!all.year.length) all.year = [NOTHING]
    }
    return all
  }

  function filters(chosen, wanted, except) {
    const all = Object.fromEntries(wanted.map((facet) => [facet, []]))
    for (const [facet, some] of Object.entries(chosen)) all[facet] = facet === except ? [] : { any: some }
    if (within) all.country = heldHere(except === "country" ? [] : (chosen.country ?? []))
    return all
  }

  // In a copy of one member state, what concerns others is told only where it concerns that state as well.
  function heldHere(states) {
    return { all: [within, ...(states.length ? [{ any: states }] : [])] }
  }

  let none // a question that has no answer, for sure; nor have longer ones

  // Pagefind remembers what it could not fetch and never asks again: on a bad line a new one is asked once more. A part of its
  // index that was lost looks to it like words that no page has, so it is asked anew before a reader is told of none.
  async function find(question, wanted) {
    const { q } = question
    const found = await findOnce(question, wanted).catch(() => null)
    if (found && (found.total || held || !q.trim() || IN_SCRIPT.test(q) || (none && q.startsWith(none)))) return found
    beginAnew()
    const again = await findOnce(question, wanted)
    const isNarrowed = question.since || Object.values(question.facets).some((some) => some.length)
    if (!again.total && !isNarrowed) none = q
    return again
  }

  function beginAnew() {
    for (const each of [pagefind, accentful]) each.forget()
  }

  // wanted: the facets whose terms are to be counted.
  async function findOnce(question, wanted = ["collection"]) {
    const { q } = question
    if (IN_SCRIPT.test(q)) return findInScripts(question, wanted)
    const found = await findWords(q, question, wanted)
    if (found.total || !q.trim()) return found
    const fewer = wordsOf(q).filter((word) => !LITTLE_WORDS.has(word.toLowerCase())).join(" ")
    if (!fewer || fewer === q.trim()) return found
    const relaxed = await findWords(fewer, question, wanted)
    return relaxed.total ? { ...relaxed, relaxed: fewer } : found
  }

  // A query with accents is taken by its letters and as one phrase first, then as words, then without its accents.
  async function findWords(q, question, wanted, more) {
    const query = q.trim() || null
    const loose = await pagefind()
    if (query && (/\p{M}|đ/u.test(query.toLowerCase().normalize("NFD")))) {
      const strict = await accentful()
      for (const way of [`"${query.replaceAll('"', "")}"`, query]) {
        const found = await findWith(strict, way, question, wanted, more)
        if (found.total) return found
      }
    }
    // `Timor-Leste` is written with and without its hyphen; of `e-learning` one letter would be left.
    return findWith(loose, query?.replaceAll(/(\p{L}{3})-(?=\p{L}{3})/gu, "$1 ") ?? null, question, wanted, more)
  }

  async function findWith(bundle, query, question, wanted, more = {}) {
    const picked = { ...(await chosen(question)), ...more }
    const sort = { newest: { starts: "desc" }, soonest: { ends: "asc" } }[query ? question.sort : question.sort === "soonest" ? "soonest" : "newest"]
    const narrowed = query ? await tooMany(bundle, query, picked, wanted) : null
    const asked = { ...filters(picked, wanted), ...narrowed?.filters }
    const answer = await bundle.search(query, { filters: asked, sort: sort ?? {} })
    const counts = {}
    for (const facet of wanted) {
      if (narrowed && !Object.keys(picked).length) counts[facet] = narrowed.counts[facet]
      else if (picked[facet]) counts[facet] = (await bundle.search(query, { filters: filters(picked, [facet], facet) })).filters[facet]
      else counts[facet] = answer.filters[facet]
    }
    let { results } = answer
    if (question.sort === "soonest") results = await soonestFirst(results)
    const own = question.sort === "best" && !Object.keys(picked).length ? await pageOfCountry(bundle, query) : null
    if (own) results = [own, ...results.filter(({ id }) => id !== own.id)]
    const hits = (from, to) => Promise.all(results.slice(from, to).map((result) => hitOf(result, query ?? "")))
    return { total: narrowed?.total ?? results.length, shown: results.length, counts, hits, narrowed: Boolean(narrowed) }
  }

  // Who writes the name of a member state means its page, which holds its name less often than many another.
  async function pageOfCountry(bundle, query) {
    const { terms: states } = (await terms()).facets.find(({ id }) => id === "country")
    const asked = query && folded(query.trim())
    const state = states.find(([, label, group, ...others]) => group === "Member states" && [label, ...others].some((name) => folded(name) === asked))
    if (!state) return null
    const { results } = await bundle.search(query, { filters: { collection: ["countries"], country: within ? heldHere([state[0]]) : [state[0]] } })
    return results[0] ?? null
  }

  // Null, or how many pages there are in truth and the filters that leave the newest of them.
  async function tooMany(bundle, query, picked, wanted) {
    if ((await terms()).pages <= MOST) return null
    const asked = filters({}, [...new Set([...wanted, ...Object.keys(picked), "year"])])
    const { unfilteredResultCount, totalFilters } = await bundle.search(query, { filters: { ...asked, collection: [NOTHING] } })
    const perFacet = Object.entries(picked).map(([facet, some]) => some.reduce((sum, term) => sum + (totalFilters[facet]?.[term] ?? 0), 0))
    const total = Math.min(unfilteredResultCount, ...perFacet)
    if (total <= MOST || picked.year || picked.page) return null
    const newest = []
    let sum = 0
    for (const year of Object.keys(totalFilters.year).sort().reverse()) {
      if (newest.length && sum + totalFilters.year[year] > MOST) break
      newest.push(year)
      sum += totalFilters.year[year]
    }
    return { total, counts: totalFilters, filters: { year: { any: newest } } }
  }

  // Sorted by last day: what ends today or later comes first, then what is over, the latest first.
  async function soonestFirst(results) {
    const now = new Date()
    const today = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-")
    let from = 0
    let to = results.length
    while (from < to) {
      const middle = (from + to) >> 1
      const { meta } = await results[middle].data()
      if (meta.ends < today) from = middle + 1
      else to = middle
    }
    return [...results.slice(from), ...results.slice(0, from).reverse()]
  }

  // Pagefind escapes the text of its excerpts and puts marks around words.
  function marked(excerpt) {
    const parts = excerpt.split(/<\/?mark>/)
    return parts.map((text, number) => [text.replaceAll("&lt;", "<").replaceAll("&gt;", ">"), number % 2 === 1]).filter(([text]) => text)
  }

  // A title with the words marked that begin as a word of the query does.
  function markedTitle(title, query) {
    const asked = wordsOf(query).map(folded).filter((word) => word.length > 1 && !LITTLE_WORDS.has(word))
    const stems = asked.map((word) => (word.length > 4 ? word.replace(/(?:e?s|ing)$/, "") : word))
    return title.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, number) => [part, number % 2 === 1 && stems.some((stem) => folded(part).startsWith(stem))])
  }

  async function hitOf(result, query) {
    const { url, meta, excerpt, content, sub_results: parts } = await result.data().catch((failure) => { beginAnew(); throw failure })
    const title = meta.title ?? ""
    const found = parts.filter((part) => part.anchor).map((part) => ({
      title: part.title, address: part.url.slice(1), excerpt: marked(dotted(part.excerpt, part.title, content)),
    }))
    return {
      address: url.slice(1), title: markedTitle(title, query), local: meta.local ? [[meta.local, false]] : null, tongue: meta.tongue,
      line: meta.line ?? "", excerpt: marked(dotted(excerpt, meta.local ? `${title} ${meta.local}` : title, content)), parts: found,
    }
  }

  // An excerpt without its heading, with dots where the text goes on before and behind it.
  function dotted(excerpt, head, content) {
    const rest = withoutHead(excerpt, head)
    const plain = (text) => text.replaceAll(/<\/?mark>/g, "")
    const isBegun = rest === excerpt && !content.startsWith(plain(excerpt).slice(0, 20))
    const isEnded = !rest || /[.!?…”]$/.test(plain(rest))
    return `${isBegun ? "… " : ""}${rest}${isEnded ? "" : " …"}`
  }

  // An excerpt need not repeat the heading that stands above it: without its first words where those end the heading.
  function withoutHead(excerpt, head) {
    const heading = head.split(/\s+/)
    const words = excerpt.split(/\s+/)
    const plain = words.map((word) => word.replaceAll(/<\/?mark>/g, ""))
    const bare = (word) => word.replace(/\.$/, "")
    for (let length = Math.min(heading.length, words.length); length > 0; length--) {
      const last = heading.slice(-length)
      if (last.every((word, number) => bare(word) === bare(plain[number]))) return words.slice(length).join(" ")
    }
    return excerpt
  }

  async function findInScripts(question, wanted) {
    const { parted, match, keys, shown } = await scripts()
    const known = (await terms()).scripts
    const { runs, rest } = parted(question.q)
    const asked = Object.keys(runs)
    const nothing = { total: 0, shown: 0, counts: {}, hits: async () => [] }
    if (!asked.every((script) => known.includes(script))) return nothing
    const [first, ...others] = await Promise.all(asked.map((script) => match(script, runs[script])))
    let { documents } = first
    for (const other of others) {
      const both = new Set(await keys(other.script, other.documents))
      const own = await keys(first.script, documents)
      documents = documents.filter((_, number) => both.has(own[number]))
    }
    if (!documents.length) return nothing
    if (rest) return findWords(rest, question, wanted, { page: await keys(first.script, documents) })
    const picked = await chosen(question)
    const counts = Object.fromEntries(wanted.map((facet) => [facet, counted(first.head, passing(first.head, documents, picked, facet), facet)]))
    const passed = inOrder(first.head, passing(first.head, documents, picked), question.sort)
    const hits = (from, to) => Promise.all(passed.slice(from, to).map(async (document) => ({ ...(await shown(first, document)), tongue: first.script, parts: [] })))
    return { total: passed.length, shown: passed.length, counts, hits }
  }

  // In the heads of scripts a facet's documents stand as steps from one to the next.
  function documentsOf(steps) {
    let document = 0
    return steps.map((step) => (document += step))
  }

  function passing(head, documents, picked, except) {
    if (within) documents = having(head, documents, "country", [within])
    for (const [facet, some] of Object.entries(picked)) {
      if (facet === except) continue
      documents = having(head, documents, facet, some)
    }
    return documents
  }

  function having(head, documents, facet, some) {
    const all = new Set(some.flatMap((term) => documentsOf(head.facets[facet]?.[term] ?? [])))
    return documents.filter((document) => all.has(document))
  }

  function counted(head, documents, facet) {
    const all = new Set(documents)
    const counts = Object.entries(head.facets[facet] ?? {}).map(([term, steps]) => [term, documentsOf(steps).filter((one) => all.has(one)).length])
    return Object.fromEntries(counts.filter(([, count]) => count))
  }

  // Documents are numbered newest first; ends are days since 1970.
  function inOrder({ ends }, documents, sort) {
    if (sort === "newest") return [...documents].sort((one, other) => one - other)
    if (sort !== "soonest") return documents
    const now = new Date()
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5
    const ahead = documents.filter((document) => ends[document] >= today).sort((one, other) => ends[one] - ends[other])
    const over = documents.filter((document) => ends[document] < today).sort((one, other) => ends[other] - ends[one])
    return [...ahead, ...over]
  }

  // How many pages hold these words, whatever the facets.
  async function countOf(q) {
    return (await (await pagefind()).search(q, { filters: { collection: [NOTHING] } })).unfilteredResultCount
  }

  // What helps on: words that no page holds, and other questions with more of an answer. An answer that is good enough gets none.
  async function help(question, answer) {
    const offers = []
    const unknown = []
    const offer = async (kind, other) => {
      const { total } = await find(other, [])
      if (total) offers.push({ kind, question: other, total })
    }
    const q = question.q.trim()
    const meant = q ? await understood(question) : null
    if (meant) await offer("meant", meant)
    if (q && !IN_SCRIPT.test(q)) {
      for (const word of new Set(wordsOf(q).filter((one) => one.length > 2 && !LITTLE_WORDS.has(one.toLowerCase())))) {
        const isThere = Boolean(await countOf(word))
        if (!isThere) unknown.push(word)
        // For a word that it does not have Pagefind takes one with which it begins: `lab` for `laboratery`.
        if (isThere && (word.length < 7 || (await isKnown(word)))) continue
        for (const near of await nearest(word)) await offer("spelt", { ...question, q: q.replace(word, near) })
      }
    }
    if (answer.total) return { unknown, offers }
    for (const other of fewer(offers.length ? question : (meant ?? question))) await offer("fewer", other)
    const all = wordsOf(q).filter((word) => !unknown.includes(word))
    if (offers.every(({ kind }) => kind === "fewer") && all.length > 1 && all.length < 8) {
      for (const word of all) await offer("without", { ...question, q: all.filter((one) => one !== word).join(" ") })
    }
    return { unknown, offers: offers.slice(0, 4) }
  }

  // The question with one condition less: without its first day, without one of its facets, without its words.
  function fewer(question) {
    const facets = Object.keys(question.facets).filter((facet) => question.facets[facet].length)
    const others = facets.map((facet) => ({ ...question, facets: { ...question.facets, [facet]: [] } }))
    if (question.since) others.unshift({ ...question, since: "" })
    if (others.length && question.q.trim()) others.push({ ...question, q: "" })
    return others
  }

  // The question with the facets that its words mean: "trainings on ivory in Viet Nam since 2022"; null where they mean none.
  async function understood(question) {
    const told = wordsOf(question.q).map((word) => folded(word))
    const singular = (word) => (word.length > 3 ? word.replace(/s$/, "") : word)
    const meanings = new Map()
    for (const { id, terms: all } of (await terms()).facets) {
      if (!["collection", "country", "audience", "year"].includes(id)) continue
      for (const [term, label, , ...others] of all) {
        for (const words of [label, ...others]) meanings.set(wordsOf(words).map(folded).map(singular).join(" "), [id, term])
      }
    }
    const facets = structuredClone(question.facets)
    let { since } = question
    let found = 0
    const rest = []
    for (let place = 0; place < told.length; ) {
      if (["since", "from", "after"].includes(told[place]) && /^(?:19|20)\d\d$/.test(told[place + 1] ?? "")) {
        since = told[place + 1]
        found++
        place += 2
        continue
      }
      let length = Math.min(4, told.length - place)
      let meaning
      for (; length > 0; length--) {
        meaning = meanings.get(told.slice(place, place + length).map(singular).join(" "))
        if (meaning) break
      }
      if (meaning) {
        const [facet, term] = meaning
        facets[facet] = [...new Set([...(facets[facet] ?? []), term])]
        found++
        place += length
      } else {
        if (!LITTLE_WORDS.has(told[place])) rest.push(wordsOf(question.q)[place])
        place++
      }
    }
    if (!found || (found === 1 && !rest.length)) return null
    return { ...question, q: rest.join(" "), facets, since }
  }

  // Whether a word of titles and summaries begins as this one does, but for what English adds at its end.
  async function isKnown(word) {
    const stem = folded(word).replace(/(?:e?s|e?d|ing)$/, "")
    return (await words()).some((known) => folded(known).startsWith(stem))
  }

  // At most two words of titles and summaries that are one or two letters away, the more frequent first among equals.
  async function nearest(word) {
    const asked = folded(word)
    const furthest = asked.length > 5 ? 2 : 1
    const near = []
    for (const known of await words()) {
      if (Math.abs(known.length - asked.length) > furthest) continue
      const away = distance(asked, folded(known), furthest)
      if (away > 0 && away <= furthest) near.push([away, near.length, known])
    }
    return near.sort((one, other) => one[0] - other[0] || one[1] - other[1]).slice(0, 2).map(([, , known]) => known)
  }

  // Letters to change, add, leave out, or exchange with a neighbour.
  function distance(one, other) {
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, number) => number)]
    for (let row = 1; row <= one.length; row++) {
      const line = [row]
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1]
        line[column] = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          line[column] = Math.min(line[column], before[column - 2] + 1)
        }
      }
      ;[before, last] = [last, line]
    }
    return last[other.length]
  }

  search.engine = { find, help, terms }
})()
