// Take menu: all that was found, as it is narrowed and sorted now, as a file or copied as a table.

import { toAddress, yearsOf } from "../question.js"
import { inWords, orderOf } from "./answer_words.js"
import { tableCopying, troubleOf } from "../../taking/menu.js"
import { announce } from "../../site/status.js"
import { element } from "../../site/element.js"
import { find } from "../find/find.js"
import { grouped, say } from "../../site/words.js"
import { labelOf } from "../index/terms.js"

/** @typedef {import("../question.js").Question} Question */
/** @typedef {import("../find/find.js").Answer} Answer */
/** @typedef {import("../../taking/taking.js").Way} Way */

const AT_ONCE = 50 // each is a file of the site
const A_WHILE = 1000

/** All hits of an answer, some at a time. @param {Answer} answer @param {(number: number) => void} seen is given how many are there */
async function allHits(answer, seen) {
  const hits = []
  for (let from = 0; from < answer.shown; from += AT_ONCE) {
    hits.push(...(await answer.hits(from, from + AT_ONCE)))
    seen(hits.length)
  }
  return hits
}

/**
 * @param {import("../index/terms.js").Facet[]} facets
 * @param {() => import("./rest.js").Answered | null} now what is asked, and its answer
 */
export function takeMenu(facets, now) {
  const list = element("ul")
  const menu = element("details", { className: "ch-menu-of", "data-ch-menu": "", "data-ch-take": "here" }, element("summary", {}, say("Download")), list)
  const place = element("div", { className: "ch-actions ch-take", hidden: true }, menu)
  const tell = troubleOf(menu)
  /** Of which not all could be had. @type {import("./rest.js").Answered | null} */
  let lost = null

  /** @param {Question} question @returns {import("../../taking/taking.js").Now["chosen"]} */
  function chosenOf(question) {
    const words = question.q.trim()
    const years = yearsOf(question)
    return [
      ...(words ? [{ facet: say("Words"), term: words, words }] : []),
      ...facets.flatMap(({ id, label }) => (question.facets[id] ?? []).map((term) => ({ facet: label, term, words: labelOf(facets, id, term) }))),
      ...(years ? [{ facet: facets.find(({ id }) => id === "year")?.label ?? "", term: years, words: years }] : []),
    ]
  }

  /** @param {Way} way */
  async function give(way) {
    const asked = now()
    if (!asked) return
    // Pagefind never asks again for what it could not fetch once, but a new answer does.
    const answer = lost === asked ? await find(asked.asked) : asked.answer
    lost = null
    const progress = element("progress", { max: answer.shown, value: 0 })
    const waiting = setTimeout(() => tell(say("Loading all {number} results", { number: grouped(answer.shown) }), progress), A_WHILE)
    const results = allHits(answer, (number) => (progress.value = number)).finally(() => clearTimeout(waiting))
    results.catch(() => (lost = asked))
    const { takeResults } = await import("../../taking/taking.js")
    await takeResults(way, results.then((hits) => ({
      hits, title: inWords(asked.asked, answer), address: toAddress(asked.asked), chosen: chosenOf(answer.question), order: orderOf(asked.asked, answer),
    })))
  }

  /** @param {string} label @param {Way} way */
  function entry(label, way) {
    const button = element("button", { type: "button" }, label)
    button.addEventListener("click", async () => {
      try {
        await give(way)
      } catch (failure) {
        console.error(failure)
        return tell(lost || way !== "xlsx" ? `${say("The search could not be loaded.")} ${say("Check that you are online and try again.")}` : say("The Excel file could not be made. Please take CSV."))
      }
      tell("")
      menu.open = false
      announce(say("File saved"))
    })
    return element("li", {}, button)
  }

  list.append(entry("CSV", "csv"), entry(say("Excel (XLSX)"), "xlsx"), entry("JSON", "json"), ...tableCopying(() => give("copy"), tell))
  return place
}
