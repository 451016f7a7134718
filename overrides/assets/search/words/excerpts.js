// Excerpts: the texts of a hit, cut and marked as they are shown.

import { LITTLE_WORDS, folded, wordsOf } from "./words.js"

/** @typedef {import("../view/hits.js").Marked} Marked */

/** Letters of a text that says something by itself. */
const LEAST = 20
const MARK = /<\/?mark>/g

/** @param {string} text */
const plain = (text) => text.replaceAll(MARK, "")

/** Pagefind escapes the text of its excerpts and puts marks around words. @param {string} excerpt @returns {Marked} */
function marked(excerpt) {
  const parts = excerpt.split(/<\/?mark>/)
  return parts.map((text, place) => /** @type {[string, boolean]} */ ([text.replaceAll("&lt;", "<").replaceAll("&gt;", ">"), place % 2 === 1])).filter(([text]) => text)
}

/**
 * A title with the words marked that begin as a word of the query does.
 * @param {string} title
 * @param {string} query
 * @returns {Marked}
 */
export function markedTitle(title, query) {
  const asked = wordsOf(query).map(folded).filter((word) => word.length > 1 && !LITTLE_WORDS.has(word))
  const stems = asked.map((word) => (word.length > 4 ? word.replace(/(?:e?s|ing)$/, "") : word))
  return title.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, place) => [part, place % 2 === 1 && stems.some((stem) => folded(part).startsWith(stem))])
}

/**
 * An excerpt without its heading, with dots where the text goes on before and behind it.
 * @param {string} excerpt
 * @param {string} heading
 * @param {string} content
 */
export function markedExcerpt(excerpt, heading, content) {
  const rest = withoutFacts(withoutHeading(excerpt, heading))
  const isBegun = rest === excerpt && !content.startsWith(plain(excerpt).slice(0, 20))
  const isEnded = !rest || /[.!?…”]$/.test(plain(rest))
  return marked(`${isBegun ? "… " : ""}${rest.replaceAll(/ (?=[:;])/g, "")}${isEnded ? "" : " …"}`)
}

/**
 * An excerpt need not repeat the heading that stands above it: without its first words where those end the heading.
 * @param {string} excerpt
 * @param {string} heading
 */
function withoutHeading(excerpt, heading) {
  const above = heading.split(/\s+/)
  const words = excerpt.split(/\s+/)
  /** @param {string} word */
  const bare = (word) => word.replace(/\.$/, "")
  for (let length = Math.min(above.length, words.length); length > 0; length--) {
    const last = above.slice(-length)
    if (last.every((word, place) => bare(word) === bare(plain(words[place])))) return words.slice(length).join(" ")
  }
  return excerpt
}

/**
 * An excerpt without the facts in which nothing was found, where anything else is left. A fact is indexed as `When : 3 March`,
 * with the colon that its layout does without, and may be cut after its label.
 * @param {string} excerpt
 */
function withoutFacts(excerpt) {
  const sentences = excerpt.split(/(?<=[.!?]) /)
  /** @param {string} sentence @param {number} place */
  const isFact = (sentence, place) => sentence.includes(" : ") || (place === sentences.length - 1 && place > 0 && /^[A-Z][^.!?]{0,20}$/.test(sentence))
  const kept = sentences.filter((sentence, place) => sentence.includes("<mark>") || !isFact(sentence, place))
  return kept.some((sentence) => sentence.length > LEAST) ? kept.join(" ") : excerpt
}
