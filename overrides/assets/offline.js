// Offline: in every page of a copy that was taken along. It tells how old the copy is, and reads for the other scripts
// what they would fetch online: from classic scripts below held/, since no script may read a file from file://.
(() => {
  const root = new URL("../", document.currentScript.src)
  const OLD = 90 // days
  const files = new Map()
  const parts = new Map()

  // As clearinghouse/publications/offline/data_scripts.py has it.
  function partOf(name) {
    const fragment = /^(.+\/fragment\/).*_(.)[^_]*$/.exec(name)
    return `held/${fragment ? fragment[1] + fragment[2] : name}.js`
  }

  function bytes(text) {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  }

  function load(part) {
    if (!parts.has(part)) {
      parts.set(part, new Promise((done) => {
        const element = document.createElement("script")
        Object.assign(element, { src: new URL(part, root), onload: done, onerror: done })
        document.head.append(element)
      }))
    }
    return parts.get(part)
  }

  // The content of a file that is held: text, bytes, or nothing.
  async function read(name) {
    if (!files.has(name)) await load(partOf(name))
    return files.get(name)
  }

  globalThis.chHeld = {
    // Called by the parts themselves.
    hold(texts, others) {
      for (const name in texts) files.set(name, texts[name])
      for (const name in others) files.set(name, bytes(others[name]))
    },
    // A module, which file:// would not load either.
    async module(name) {
      const address = URL.createObjectURL(new Blob([await read(name)], { type: "text/javascript" }))
      return import(address)
    },
    // A worker would fetch by itself, where nothing is held.
    pagefind: { noWorker: true, basePath: new URL("pagefind/", root).href },
  }

  const online = globalThis.fetch
  globalThis.fetch = async (asked, ...rest) => {
    const url = new URL(asked.url ?? asked, location)
    url.search = url.hash = ""
    if (!url.href.startsWith(root.href)) return online(asked, ...rest)
    const content = await read(decodeURIComponent(url.href.slice(root.href.length)))
    return content === undefined ? new Response(null, { status: 404 }) : new Response(content)
  }

  // The age, by the reader's clock -----------------------------------------------------------------

  const { made, site, country } = globalThis.chCopy
  const day = new Date(`${made}T00:00`)
  const now = new Date()
  const age = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()) - day) / 864e5)
  const words = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
  const ago = age === 1 ? "yesterday" : age ? `${age.toLocaleString("en")} days ago` : "today"
  const what = country ? `Copy of what concerns ${country}` : "Copy of the whole site"
  // A clock before the day of the copy is wrong, and so would be an age.
  const told = `${what}, made on ${words}${age < 0 ? "" : `, ${ago}`}.`

  function element(kind, className, ...children) {
    const one = Object.assign(document.createElement(kind), { className })
    one.append(...children)
    return one
  }

  const newer = () => Object.assign(element("a", "", "get a newer one"), { href: `${site}offline/`, rel: "external" })

  function tell() {
    const line = element("p", "ch-footer__legal ch-copy", told)
    const legal = document.querySelector(".ch-footer__legal")
    if (legal) legal.before(line)
    else (document.querySelector("main") ?? document.body).append(line)
    if (age <= OLD) return
    const notice = element("div", "ch-notice ch-copy-old", element("strong", "", `This copy is ${age.toLocaleString("en")} days old. `), "Much may have changed since. When you are online, ", newer(), ".")
    const page = document.querySelector(".ch-page")
    if (page) page.prepend(notice)
    else line.before(notice)
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tell)
  else tell()
})()
