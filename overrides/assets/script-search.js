// Search in Thai, Lao, Khmer and Burmese, whose words no spaces part: loaded only when a query holds their letters.
// The clusters are those of clearinghouse/publications/search/clusters.py, the files those of script_index.py beside it;
// tests/search/clusters.json holds the two languages together.
(() => {
  const search = globalThis.chSearch
  const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
  const THAI =
    "(?:\u0e40\u0e40|[\u0e40-\u0e44])?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]*" +
    "|[\u0e30-\u0e45\u0e47-\u0e4e\u0e50-\u0e59]"
  const LAO =
    "(?:\u0ec0\u0ec0|[\u0ec0-\u0ec4])?(?:\u0eab[\u0e99\u0ea1]|[\u0e81-\u0eae\u0edc-\u0edf])" +
    "[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*[\u0eb0\u0eb2\u0eb3\u0ebd]*" +
    "|[\u0eb0-\u0ebd\u0ec0-\u0ec4\u0ec8-\u0ece\u0ed0-\u0ed9]"
  const KHMER = "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*|[\u17b4-\u17d3\u17dd\u17e0-\u17e9]"
  const BASE = "[\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e]"
  const MARK =
    "[\u102b-\u1038\u103a-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d]"
  const TAIL = `(?:\u1039${BASE}|${MARK})*`
  const BURMESE = `${BASE}${TAIL}(?:${BASE}\u1037?\u103a${TAIL})*|${MARK}|[\u1039\u1040-\u1049\u104c-\u104f]`
  const CLUSTER = new RegExp(`(?<th>${THAI})|(?<lo>${LAO})|(?<km>${KHMER})|(?<my>${BURMESE})`, "g")
  const JOINS = /^[ \u0e2f\u0e46\u0eaf\u0ec6\u17d7]*$/
  const SPELLINGS = [
    ["\u0e40\u0e40", "\u0e41"],
    ["\u0ec0\u0ec0", "\u0ec1"],
    ["\u0e33", "\u0e4d\u0e32"],
    ["\u0eb3", "\u0ecd\u0eb2"],
    ["\u0eab\u0e99", "\u0edc"],
    ["\u0eab\u0ea1", "\u0edd"],
    ["\u17d2\u178a", "\u17d2\u178f"],
  ]
  const MARKS =
    /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}|[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]{2,}|(?:\u17d2.|[\u17b4-\u17d1\u17d3\u17dd]){2,}/gs
  const ONE_MARK = /\u17d2.|./gs

  const cleaned = (text) => text.replace(INVISIBLE, "").normalize("NFC")
  const rank = (mark) => (mark[0] === "\u17d2" ? "0" : "\u17c9\u17ca".includes(mark) ? "1" : "2") + mark
  const inOrder = (marks) => marks.match(ONE_MARK).sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).join("")

  function compared(cluster) {
    for (const [one, other] of SPELLINGS) cluster = cluster.replaceAll(one, other)
    return cluster.replace(MARKS, inOrder)
  }

  // The clusters of a cleaned text: {text, script, start, end, place}.
  function clusters(text, first = 0) {
    const found = []
    for (const match of text.matchAll(CLUSTER)) {
      const script = Object.keys(match.groups).find((name) => match.groups[name] !== undefined)
      const before = found.at(-1)
      const joined = before?.script === script && JOINS.test(text.slice(before.end, match.index))
      const place = before ? before.place + (joined ? 1 : 2) : first
      found.push({ text: compared(match[0]), script, start: match.index, end: match.index + match[0].length, place })
    }
    return found
  }

  // A query's runs of clusters by script, and what is left of it for Pagefind. A space ends a run: each must be found.
  function parted(query) {
    const runs = {}
    const rest = []
    for (const piece of cleaned(query).split(/\s+/)) {
      const found = clusters(piece)
      found.forEach((cluster, number) => {
        const all = (runs[cluster.script] ??= [])
        if (number && cluster.place === found[number - 1].place + 1) all.at(-1).push(cluster.text)
        else all.push([cluster.text])
      })
      const others = found.reduceRight((left, { start, end }) => left.slice(0, start) + " " + left.slice(end), piece)
      if (/[\p{L}\p{N}]/u.test(others)) rest.push(others.trim())
    }
    return { runs, rest: rest.join(" ") }
  }

  const files = new Map()
  function file(name) {
    if (!files.has(name)) {
      const reading = fetch(new URL(`search/scripts/${name}.json`, search.root)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
        return answer.json()
      })
      reading.catch(() => files.delete(name))
      files.set(name, reading)
    }
    return files.get(name)
  }

  // A word's numbers are steps from one document to the next and places, in turn. Adds them to a map from documents to places.
  function decoded(steps, found) {
    for (let number = 0, document = 0; number < steps.length; number += 2) {
      document += steps[number]
      if (!found.has(document)) found.set(document, new Set())
      found.get(document).add(steps[number + 1])
    }
    return found
  }

  async function wordsLike(script, head, beginning) {
    const first = Math.max(head.words.findLastIndex((word) => word <= beginning), 0)
    const last = head.words.findLastIndex((word) => word <= beginning || word.startsWith(beginning))
    const names = head.words.map((_, number) => `${script}-w${number}`).slice(first, last + 1)
    const found = new Map()
    for (const part of await Promise.all(names.map(file))) {
      for (const word in part) if (word.startsWith(beginning)) decoded(part[word], found)
    }
    return found
  }

  async function theWord(script, head, word) {
    const number = Math.max(head.words.findLastIndex((first) => first <= word), 0)
    return decoded((await file(`${script}-w${number}`))[word] ?? [], new Map())
  }

  // Where a run begins: a map from documents to places. Only where nothing else is found may its last cluster be unfinished.
  async function beginnings(script, head, run) {
    if (run.length === 1) {
      const found = await wordsLike(script, head, `${run[0]} `)
      return found.size ? found : wordsLike(script, head, run[0])
    }
    const words = run.slice(1).map((cluster, number) => `${run[number]} ${cluster}`)
    const pairs = await Promise.all(words.map((word) => theWord(script, head, word)))
    const found = inRow(pairs)
    return found.size ? found : inRow([...pairs.slice(0, -1), await wordsLike(script, head, words.at(-1))])
  }

  function inRow(pairs) {
    const found = new Map()
    for (const [document, firsts] of pairs[0]) {
      const kept = [...firsts].filter((place) => pairs.every((pair, step) => pair.get(document)?.has(place + step)))
      if (kept.length) found.set(document, kept)
    }
    return found
  }

  // The documents in which all runs are found, best first: {script, head, documents, places, keys()}.
  async function match(script, runs) {
    const head = await file(script)
    const found = await Promise.all(runs.map((run) => beginnings(script, head, run)))
    const documents = [...found[0].keys()].filter((document) => found.every((one) => one.has(document)))
    const score = new Map()
    for (const document of documents) {
      const all = found.flatMap((one) => [...one.get(document)])
      const inTitle = all.filter((place) => place < head.titles[document]).length
      score.set(document, (inTitle ? 100 / (1 + head.titles[document]) + 10 : 0) + Math.min(all.length, 9))
    }
    documents.sort((one, other) => score.get(other) - score.get(one) || one - other)
    const marked = (document) => found.flatMap((one, number) => [...one.get(document)].map((place) => [place, place + runs[number].length]))
    return { script, head, documents, marked }
  }

  // What stands for documents among Pagefind's filters.
  async function keys(script, documents) {
    const all = await file(`${script}-keys`)
    return documents.map((document) => all[document])
  }

  // What is shown of a document: its texts with what was found in them marked.
  async function shown({ script, head, marked }, document) {
    const block = await file(`${script}-d${Math.floor(document / head.block)}`)
    const [address, title, line, titles, ...texts] = block[document % head.block]
    const spans = marked(document)
    let place = 0
    const pieces = texts.map((text) => {
      const found = clusters(text, place).filter((cluster) => cluster.script === script)
      place = found.length ? found.at(-1).place + 2 : place
      return segments(text, found, found.map((cluster) => spans.some(([from, to]) => cluster.place >= from && cluster.place < to)))
    })
    const local = titles && texts[0] !== cleaned(title) ? pieces[0] : null
    const own = titles && texts[0] === cleaned(title) ? pieces[0] : null
    const best = pieces.slice(titles).find((piece) => piece.some(([, isMarked]) => isMarked))
    return { address, title: own ?? [[title, false]], local, line, excerpt: best ?? [] }
  }

  const MOST_AROUND = 30
  // [words, whether marked] in turn, cut between clusters, well before and after the first mark.
  function segments(text, found, marks) {
    const first = marks.indexOf(true)
    const from = first > MOST_AROUND ? found[first - MOST_AROUND].start : 0
    const after = first < 0 ? undefined : found[first + 2 * MOST_AROUND]
    const to = after ? after.start : text.length
    const parts = []
    let end = from
    found.forEach(({ start, end: last }, number) => {
      if (!marks[number] || start < from || start >= to) return
      if (start > end) parts.push([text.slice(end, start), false])
      if (parts.at(-1)?.[1] && start === end) parts.at(-1)[0] += text.slice(start, last)
      else parts.push([text.slice(start, last), true])
      end = last
    })
    if (end < to) parts.push([text.slice(end, to), false])
    if (from > 0) parts.unshift(["… ", false])
    if (to < text.length) parts.push([" …", false])
    return parts
  }

  search.scripts = { cleaned, clusters, parted, match, keys, shown }
})()
