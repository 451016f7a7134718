// Around: what stands around the articles of a copy lies there once, in held/around.js; this script writes it where it stands itself. Which
// of all, its address says.

import { house } from "../site/house.js"

const ROOT = "\u0001" // where the way from the page up to the copy's folder belongs

const own = document.currentScript
const [up, name] = own?.getAttribute("src")?.split("assets/offline/around.js#") ?? []
const { lines = [], frames = {} } = house.around ?? {}
const runs = frames[name] ?? []
/** @type {string[]} */
const text = []
for (let place = 0; place < runs.length; place += 2) text.push(...lines.slice(runs[place], runs[place] + runs[place + 1]))
document.write(text.join("\n").replaceAll(ROOT, up))
