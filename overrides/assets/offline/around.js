// Around: what stands around the articles of a copy lies there once, in held/around.js; this script writes it where it stands itself. Which
// of all, its address says.

import { house } from "../site/house.js"
import { textOf } from "./pieces.js"

const ROOT = "\u0001" // where the way from the page up to the copy's folder belongs

const [up, name] = document.currentScript?.getAttribute("src")?.split("assets/offline/around.js#") ?? []
if (house.around && name) document.write(textOf(house.around, name).replaceAll(ROOT, up))
