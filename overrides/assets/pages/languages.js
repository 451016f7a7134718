// Languages: a link from one language to another loads its page anew, since the theme, which goes on without a reload, would
// keep the header, the texts and the `lang` of the page before.

import { all } from "../site/query.js"
import { root } from "../site/root.js"

/** The language of an address of this site. @param {string} path @param {string[]} tags */
const languageOf = (path, tags) => tags.find((tag) => path.startsWith(`${root.pathname}${tag}/`)) ?? "en"

export function startLanguages() {
  const tags = all(document, ".ch-tongues a[hreflang]", HTMLAnchorElement).map(({ hreflang }) => hreflang).filter((tag) => tag !== "en")
  if (!tags.length) return
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a[href]")
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return
    if (languageOf(link.pathname, tags) !== languageOf(location.pathname, tags)) link.target ||= "_self"
  }, { capture: true })
}
