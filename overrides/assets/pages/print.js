// Print: a button for those who do not know the key.

import { all } from "../site/query.js"

export function prints() {
  for (const button of all(document, "[data-ch-print]", HTMLButtonElement)) {
    button.hidden = false
    button.addEventListener("click", () => print())
  }
}
