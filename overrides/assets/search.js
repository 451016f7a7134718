// Search, the part that every page carries: it waits until somebody searches, and only then loads the rest.
// Without it the field in the header is a plain form that leads to the search page.
(() => {
  const root = new URL("../", document.currentScript.src)
  const search = (globalThis.chSearch = { root, load, script })
  let loading

  // Classic scripts, not modules: an offline copy reads them from a disk, where modules are forbidden.
  function script(name) {
    return new Promise((done, failed) => {
      const element = document.createElement("script")
      Object.assign(element, { src: new URL(`assets/${name}`, root), async: false, onload: done, onerror: failed })
      document.head.append(element)
    })
  }

  function load() {
    loading ??= Promise.all(["search-engine.js", "search-ui.js"].map(script)).catch((failure) => {
      loading = undefined // so that the next key tries again
      throw failure
    })
    return loading
  }

  function page() {
    return document.querySelector("[data-ch-search]")
  }

  async function open(query) {
    const field = page()?.querySelector("input[type=search]")
    if (field) {
      field.focus()
      field.select()
      return
    }
    try {
      await load()
      search.openDialog(query)
    } catch {
      location.assign(new URL(`search/${location.protocol === "file:" ? "index.html" : ""}?q=${encodeURIComponent(query)}`, root))
    }
  }

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]")
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey
    const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (slash || controlK) {
      event.preventDefault()
      open("")
    }
  })

  // The field in the header gives way to the dialog when it is clicked or written in, not when it is only passed by Tab.
  for (const kind of ["click", "input"]) {
    document.addEventListener(kind, ({ target }) => {
      if (target.id !== "ch-find" || (kind === "input" && !target.value)) return
      open(target.value)
      target.value = ""
    })
  }

  // document$ is Material's stream of pages: it tells of pages that come without a reload as well.
  document$.subscribe(() => {
    search.pageCame?.()
    if (page()) load().then(() => search.startPage(page()), () => {})
  })
})()
