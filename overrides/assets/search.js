// Search, the part that every page carries: it waits until somebody searches, and only then loads the rest.
// Without it the field in the header is a plain form that leads to the search page.
(() => {
  const root = new URL("../", document.currentScript.src)
  const search = (globalThis.chSearch = { root, load, script })
  let loading
  let opening = false

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

  // typed: the field in the header, if that was written in. What is written while the rest loads is taken along.
  async function open(typed) {
    const field = page()?.querySelector("input[type=search]")
    if (field) {
      field.focus()
      field.select()
      return
    }
    if (opening) return
    opening = true
    const query = () => typed?.value ?? ""
    try {
      await load()
      search.openDialog(query())
      if (typed) typed.value = ""
    } catch {
      location.assign(new URL(`search/${location.protocol === "file:" ? "index.html" : ""}?q=${encodeURIComponent(query())}`, root))
    } finally {
      opening = false
    }
  }

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]")
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey
    const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (slash || controlK) {
      event.preventDefault()
      open()
    }
  })

  // The field in the header gives way to the dialog when it is clicked or written in, not when it is only passed by Tab.
  // A word that a keyboard puts together letter by letter, as of Vietnamese, is finished first.
  for (const kind of ["click", "input", "compositionend"]) {
    document.addEventListener(kind, ({ target, isComposing }) => {
      if (target.id === "ch-find" && !isComposing && (kind === "click" || target.value)) open(target)
    })
  }

  // document$ is Material's stream of pages: it tells of pages that come without a reload as well.
  document$.subscribe(() => {
    search.pageCame?.()
    if (page()) load().then(() => search.startPage(page()), () => {})
  })
})()
