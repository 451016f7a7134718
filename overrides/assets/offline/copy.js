// Copy: in every page of a copy that was taken along. It says how old the copy is, and reads for the other scripts what
// they would fetch online.

import { house } from "../site/house.js"
import { held, readHeld } from "./held.js"
import { makeFiles } from "./files.js"
import { tellAge } from "./age.js"

const { copy } = house
if (copy) {
  house.held = held
  readHeld()
  makeFiles(copy)
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => tellAge(copy))
  else tellAge(copy)
}
