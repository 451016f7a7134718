// In a dialog: the search over every page, fetched when somebody searches there.

import { showDialog } from "./view/dialog.js"

/** @param {string} query */
export function openDialog(query) {
  showDialog(query)
}
