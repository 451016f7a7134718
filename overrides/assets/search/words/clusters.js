// Clusters: the orthographic clusters of Thai, Lao, Khmer and Burmese, whose words no spaces part. They are those of
// clearinghouse/publications/search/clusters.py; tests/search/clusters.json holds the two languages together.

/** @typedef {{text: string, system: string, start: number, end: number, place: number}} Cluster system: its writing system */

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
const THAI =
  "(?:\u0e40\u0e40|[\u0e40-\u0e44])?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]*" +
  "|[\u0e30-\u0e45\u0e47-\u0e4e\u0e50-\u0e59]"
const LAO =
  "(?:\u0ec0\u0ec0|[\u0ec0-\u0ec4])?(?:\u0eab[\u0e99\u0ea1]|[\u0e81-\u0eae\u0edc-\u0edf])" +
  "[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*[\u0eb0\u0eb2\u0eb3\u0ebd]*" +
  "|[\u0eb0-\u0ebd\u0ec0-\u0ec4\u0ec8-\u0ece\u0ed0-\u0ed9]"
const KHMER = "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*|[\u17b4-\u17d3\u17dd\u17e0-\u17e9]"
const BASE = "[\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e]"
const MARK =
  "[\u102b-\u1038\u103a-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d]"
const TAIL = `(?:\u1039${BASE}|${MARK})*`
const BURMESE = `${BASE}${TAIL}(?:${BASE}\u1037?\u103a${TAIL})*|${MARK}|[\u1039\u1040-\u1049\u104c-\u104f]`
const CLUSTER = new RegExp(`(?<th>${THAI})|(?<lo>${LAO})|(?<km>${KHMER})|(?<my>${BURMESE})`, "g")
const JOINS = /^[ \u0e2f\u0e46\u0eaf\u0ec6\u17d7]*$/
const SPELLINGS = [
  ["\u0e40\u0e40", "\u0e41"],
  ["\u0ec0\u0ec0", "\u0ec1"],
  ["\u0e33", "\u0e4d\u0e32"],
  ["\u0eb3", "\u0ecd\u0eb2"],
  ["\u0eab\u0e99", "\u0edc"],
  ["\u0eab\u0ea1", "\u0edd"],
  ["\u17d2\u178a", "\u17d2\u178f"],
]
const MARKS =
  /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}|[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]{2,}|(?:\u17d2.|[\u17b4-\u17d1\u17d3\u17dd]){2,}/gs
const ONE_MARK = /\u17d2.|./gs

/** @param {string} text */
export const cleaned = (text) => text.replace(INVISIBLE, "").normalize("NFC")
/** @param {string} mark */
const rank = (mark) => (mark[0] === "\u17d2" ? "0" : "\u17c9\u17ca".includes(mark) ? "1" : "2") + mark
/** @param {string} marks */
const inOrder = (marks) => (marks.match(ONE_MARK) ?? []).sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).join("")

/** A cluster as it is compared: spelt and ordered in one of the ways that look the same. @param {string} cluster */
function compared(cluster) {
  return SPELLINGS.reduce((text, [one, other]) => text.replaceAll(one, other), cluster).replace(MARKS, inOrder)
}

/** The clusters of a cleaned text. @param {string} text @param {number} [first] the place of the first @returns {Cluster[]} */
export function clusters(text, first = 0) {
  /** @type {Cluster[]} */
  const all = []
  for (const match of text.matchAll(CLUSTER)) {
    const system = Object.entries(match.groups ?? {}).find(([, letters]) => letters !== undefined)?.[0] ?? ""
    const before = all.at(-1)
    const isJoined = before?.system === system && JOINS.test(text.slice(before.end, match.index))
    const place = before ? before.place + (isJoined ? 1 : 2) : first
    all.push({ text: compared(match[0]), system, start: match.index, end: match.index + match[0].length, place })
  }
  return all
}
