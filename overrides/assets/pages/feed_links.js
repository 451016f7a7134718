// Feed links of a page's head. Served, they say `rel="alternate"` and nothing else, since many finders of feeds know no other; but
// Material takes each link that says so for a translated site, and asks for its sitemap. So in a browser a second word is put beside
// it, before Material looks: when the page is parsed, and when Material itself takes over the head of another page.

const FEEDS = 'link[rel="alternate"][type]'

/** @param {Node} node */
function quiet(node) {
  if (node instanceof HTMLLinkElement && node.matches(FEEDS)) node.rel = "alternate feed"
}

export function quietFeedLinks() {
  const { head } = document
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(quiet))).observe(head, { childList: true })
  const append = head.appendChild
  // Material looks as soon as it has appended them, which is before an observer hears of it.
  head.appendChild = (node) => {
    quiet(node)
    append.call(head, node)
    return node
  }
}
