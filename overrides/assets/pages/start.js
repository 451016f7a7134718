// Start: what every page carries.

import { copyLink } from "./copy_link.js"
import { followContents } from "./contents.js"
import { searchLost } from "./lost.js"
import { frameTables } from "./frame/tables.js"
import { prints } from "./print.js"
import { startCiting } from "./cite.js"
import { startFolds } from "./frame/folds.js"
import { startPaper } from "./paper.js"
import { startMenu } from "./frame/menu.js"
import { startMenus } from "./menus.js"
import { startPalette } from "./frame/palette.js"
import { startSubscribing } from "./subscribing.js"
import { startTerms } from "./terms.js"
import { startTop } from "./frame/top.js"
import { tellBuilt } from "./built.js"
import { searchOn, startSearch } from "../search/opening.js"

document.documentElement.classList.replace("no-js", "js")
startPalette()
startMenu()
startMenus()
startFolds()
frameTables()
startTop()
startPaper()
startSearch()
startTerms()
copyLink()
prints()
startCiting()
tellBuilt()
searchOn()
searchLost()
followContents()
startSubscribing()
