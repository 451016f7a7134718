// Copy link: the address of the page, without the place in it.

import { all } from "../site/query.js"
import { copies } from "../site/clipboard.js"
import { say } from "../site/words.js"

export function copyLink() {
  for (const button of all(document, "[data-ch-copy]", HTMLButtonElement)) copies(button, () => location.href.split("#")[0], say("Link copied"))
}
