// Pager: what stands on several pages names a few of them; where all of them are follows from those beside the one that is open.

/**
 * The addresses of all pages in their order, with none for the one that holds the pager.
 * @param {HTMLElement} pager
 * @param {string} here the address of its page
 */
export function pagesOf(pager, here) {
  const [count, number] = [Number(pager.dataset.chPages), Number(pager.dataset.chPage)]
  const next = pager.querySelector("a[rel=next]")
  const { href } = new URL((next ?? pager.querySelector("a[rel=prev]"))?.getAttribute("href") ?? "", here)
  const first = new URL(next || number > 2 ? "../../" : "./", href)
  const file = href.endsWith("/index.html") ? "index.html" : ""
  return Array.from({ length: count }, (_, at) => (at + 1 === number ? "" : new URL((at ? `page/${at + 1}/` : "") + file, first).href))
}
