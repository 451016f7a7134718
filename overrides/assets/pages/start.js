// Start: what every page carries. document$ is the theme's stream of pages: it tells of those that come without a reload too.

import { copyLink } from "./copy_link.js"
import { followContents } from "./contents.js"
import { searchLost } from "./lost.js"
import { prints } from "./print.js"
import { startCiting } from "./cite.js"
import { startPaper } from "./paper.js"
import { startLanguages } from "./languages.js"
import { startMenu } from "./menu.js"
import { startMenus } from "./menus.js"
import { startSubscribing } from "./subscribing.js"
import { startTerms } from "./terms.js"
import { tellBuilt } from "./built.js"
import { searchOn, startSearch } from "../search/opening.js"

startLanguages()
startMenu()
startMenus()
startPaper()
startSearch()
startTerms()
document$.subscribe(() => {
  copyLink()
  prints()
  startCiting()
  tellBuilt()
  searchOn()
  searchLost()
  followContents()
  startSubscribing()
})
