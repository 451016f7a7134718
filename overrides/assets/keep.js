// Keep: on the page of offline copies, switches on and off that this browser keeps what is read, and fetches a country's pages.
(() => {
  const root = new URL("../", document.currentScript.src)
  const KEPT = "clearing-house"
  const COMING = "clearing-house, on its way" // a country's pages, until all of them are there
  const AT_ONCE = 6
  const part = document.querySelector("[data-ch-keep]")
  if (!part || !navigator.serviceWorker || !globalThis.caches) return
  const [on, off, whole, select, size, status] = ["on", "off", "country", "state", "size", "told"].map((name) => part.querySelector(`[data-ch-keep-${name}]`))
  part.hidden = false

  async function tell(done = "") {
    const registered = await navigator.serviceWorker.getRegistration(root)
    const number = (await caches.has(KEPT)) ? (await (await caches.open(KEPT)).keys()).filter(({ url }) => url.endsWith("/")).length : 0
    on.hidden = Boolean(registered)
    off.hidden = whole.hidden = !registered
    if (registered) await measure()
    const words = registered ? `This browser keeps what you read: ${number.toLocaleString("en")} ${number === 1 ? "page" : "pages"} so far.` : "This browser keeps nothing."
    status.textContent = [done, words].filter(Boolean).join(" ")
  }

  on.addEventListener("click", async () => {
    try {
      await caches.open(KEPT) // without it nothing is kept
      await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root })
    } catch {
      status.textContent = "This browser does not let pages be kept, or the network has gone."
      await caches.delete(KEPT).catch(() => {})
      return
    }
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }))
    // What this page is made of came before anything was kept.
    await Promise.allSettled([location.href, root.href, ...loadedBy(document, location.href)].map((url) => fetch(url)))
    await written(root.href)
    await tell()
    off.focus()
  })

  off.addEventListener("click", async () => {
    await (await navigator.serviceWorker.getRegistration(root))?.unregister()
    await Promise.all([KEPT, COMING].map((name) => caches.delete(name)))
    size.hidden = true
    await tell()
    on.focus()
  })

  // An answer is shown before it is kept; that takes a moment more.
  async function written(url) {
    for (let patience = 50; patience && !(await (await caches.open(KEPT)).match(url)); patience--) await new Promise((done) => setTimeout(done, 40))
  }

  function loadedBy(page, at) {
    const parts = [...page.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")]
    return parts.map((one) => new URL(one.getAttribute("href") ?? one.getAttribute("src"), at).href)
  }

  async function listed() {
    return (await fetch(new URL(`offline/keep/${select.value}.json`, root))).json()
  }

  function inWords({ bytes, pages }) {
    return `${pages.toLocaleString("en")} pages, ${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`
  }

  // How much it will be, before anything is fetched.
  async function measure() {
    const country = select.selectedOptions[0].textContent
    const told = await listed().then((list) => `${country}: ${inWords(list)}.`, () => "")
    if (country !== select.selectedOptions[0].textContent) return
    size.textContent = told
    size.hidden = !told
  }

  select.addEventListener("change", measure)

  // All pages of a country and what they load: all of them are kept, or none where one does not come.
  async function fetched(files) {
    const coming = await caches.open(COMING)
    const left = files.map((name) => new URL(name, root).href)
    const one = async () => {
      for (let url = left.pop(); url; url = left.pop()) {
        const answer = await fetch(url, { cache: "no-store" })
        if (!answer.ok) throw new Error(url)
        await coming.put(url, answer)
        if (left.length) status.textContent = `${(files.length - left.length).toLocaleString("en")} of ${files.length.toLocaleString("en")} files`
      }
    }
    const stopping = () => one().catch((failure) => {
      left.length = 0 // so that the others end as well
      throw failure
    })
    const failed = (await Promise.allSettled(Array.from({ length: AT_ONCE }, stopping))).find(({ reason }) => reason)
    if (failed) throw failed.reason
    await moved(coming, await caches.open(KEPT))
  }

  // One by one, so that the room for all of them is needed once. Where it ends nevertheless, what was added goes again.
  async function moved(coming, kept) {
    const added = []
    try {
      for (const request of await coming.keys()) {
        if (!(await kept.match(request))) added.push(request)
        await kept.put(request, await coming.match(request))
        await coming.delete(request)
      }
    } catch (failure) {
      for (const request of added) await kept.delete(request)
      throw failure
    }
  }

  whole.addEventListener("submit", async (event) => {
    event.preventDefault()
    const button = whole.querySelector("button")
    const country = select.selectedOptions[0].textContent
    button.disabled = select.disabled = off.disabled = true
    try {
      const list = await listed()
      await fetched(list.files)
      await tell(`${country} is kept: ${inWords(list)}.`)
    } catch (failure) {
      const why = failure.name === "QuotaExceededError" ? "there is no room on this device" : "not all of it could be fetched"
      await tell(`${country} was not kept, since ${why}: try again.`)
    }
    await caches.delete(COMING)
    button.disabled = select.disabled = off.disabled = false
  })

  // What a page that was closed half way had fetched is of no use.
  caches.delete(COMING).then(() => tell()).catch(() => { part.hidden = true }) // a browser that keeps nothing for anybody
})()
