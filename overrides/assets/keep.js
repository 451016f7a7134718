// Keep: on the page of offline copies, switches on and off that this browser keeps what is read, and fetches a country's pages.
(() => {
  const root = new URL("../", document.currentScript.src)
  const KEPT = "clearing-house"
  const AT_ONCE = 6
  const part = document.querySelector("[data-ch-keep]")
  if (!part || !navigator.serviceWorker || !globalThis.caches) return
  const [on, off, whole, select, status] = ["on", "off", "country", "state", "told"].map((name) => part.querySelector(`[data-ch-keep-${name}]`))
  part.hidden = false

  async function tell(done = "") {
    const registered = await navigator.serviceWorker.getRegistration(root)
    const number = (await caches.has(KEPT)) ? (await (await caches.open(KEPT)).keys()).filter(({ url }) => url.endsWith("/")).length : 0
    on.hidden = Boolean(registered)
    off.hidden = whole.hidden = !registered
    const words = registered ? `This browser keeps what you read: ${number.toLocaleString("en")} ${number === 1 ? "page" : "pages"} so far.` : "This browser keeps nothing."
    status.textContent = [done, words].filter(Boolean).join(" ")
  }

  on.addEventListener("click", async () => {
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root })
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }))
    // What this page is made of came before anything was kept.
    await Promise.all([location.href, root.href, ...loadedBy(document, location.href)].map((url) => fetch(url)))
    await written(root.href)
    await tell()
    off.focus()
  })

  off.addEventListener("click", async () => {
    await (await navigator.serviceWorker.getRegistration(root))?.unregister()
    await caches.delete(KEPT)
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

  // The page of a country, and every page of this site that it leads to, with what they load.
  whole.addEventListener("submit", async (event) => {
    event.preventDefault()
    const first = new URL(select.value, root).href
    const page = new DOMParser().parseFromString(await (await fetch(first)).text(), "text/html")
    const links = [...page.querySelectorAll("article a[href]")].map((one) => new URL(one.getAttribute("href"), first))
    const inside = links.filter(({ href }) => href.startsWith(root.href)).map(({ origin, pathname }) => origin + pathname)
    const left = [...new Set([...inside, ...loadedBy(page, first)])]
    const all = left.length
    let missed = 0
    const one = async () => {
      for (let url = left.pop(); url; url = left.pop()) {
        await fetch(url).then(({ ok }) => ok || missed++, () => missed++)
        status.textContent = `${(all - left.length).toLocaleString("en")} of ${all.toLocaleString("en")}`
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, one))
    await written(first)
    await tell(missed ? `${missed} of ${all} could not be fetched: try again.` : `${select.selectedOptions[0].textContent} is kept.`)
  })

  tell()
})()
