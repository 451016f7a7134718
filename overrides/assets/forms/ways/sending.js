// Sending: the finished message goes by mail, to a relay, through GitHub, or as a file; always by the hand of its reader.

import { copied, download } from "./ways.js"
import { requestOf } from "../messages/request.js"
import { say } from "../../site/words.js"
import { schema } from "../schema.js"
import { failed, offline, Refusal, toRelay } from "./relay.js"
import { finish } from "../steps.js"
import { show } from "../view.js"

/** @typedef {import("../state.js").State} State */
/** @typedef {import("../messages/request.js").Request} Request */

const LONGEST_MAIL = 1900 // what a mail program of Windows takes of an address
const LONGEST_ADDRESS = 6000
const LINE = 76

const encoded = encodeURIComponent

/** The address that opens a mail with the message, or one without it where it is too long. @param {Request} request */
export function mailTo({ heading, reference, text }) {
  const head = `mailto:${schema().mailbox}?subject=${encoded(`${heading} (${reference})`)}&body=`
  const whole = head + encoded(text.replace(/\n/g, "\r\n"))
  const isWhole = whole.length <= LONGEST_MAIL
  return { href: isWhole ? whole : head + encoded(`${say("Please paste the copied message here (Ctrl+V).")}\r\n`), isWhole }
}

/** The address of GitHub's form with the message in it, or without it where it is too long. @param {Request} request */
export function issueWith({ heading, text }) {
  const head = `${schema().repository}/issues/new?template=message.yml&title=${encoded(heading)}`
  const whole = `${head}&more-message=${encoded(text)}`
  return whole.length <= LONGEST_ADDRESS ? { href: whole, isWhole: true } : { href: head, isWhole: false }
}

/** A mail as a file, which mail programs open ready to be sent (RFC 5322, RFC 2047). @param {Request} request */
export function mailFile({ heading, reference, text }) {
  const subject = [...`${heading} (${reference})`].reduce((/** @type {string[]} */ words, letter) => {
    const last = words.length - 1
    if (last >= 0 && new TextEncoder().encode(words[last] + letter).length <= 42) words[last] += letter
    else words.push(letter)
    return words
  }, [])
  const head = [
    ...(schema().mailbox ? [`To: ${schema().mailbox}`] : []),
    `Subject: ${subject.map((word) => `=?UTF-8?B?${base64(word)}?=`).join("\r\n ")}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ]
  const body = base64(text.replace(/\n/g, "\r\n")).match(new RegExp(`.{1,${LINE}}`, "g")) ?? []
  return [...head, "", ...body, ""].join("\r\n")
}

/** @param {string} text */
const base64 = (text) => btoa([...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join(""))

/** Saves the message as a mail where there is a mailbox, else as a text. @param {Request} request */
function save(request) {
  if (schema().mailbox) download(`${request.reference}.eml`, mailFile(request), "message/rfc822")
  else download(`${request.reference}.txt`, request.text, "text/plain;charset=utf-8")
}

/** @param {Request} request */
async function byMail(request) {
  const { href, isWhole } = mailTo(request)
  const isCopied = isWhole || (await copied(request.text))
  location.href = href
  if (isWhole) return say("Your mail program has opened with the message. Press Send there.")
  return isCopied
    ? say("The message is copied. Paste it into the mail that has opened (Ctrl+V), and press Send there.")
    : say("Copy the message below, paste it into the mail that has opened, and press Send there.")
}

/** @param {Request} request */
async function throughGitHub(request) {
  if (!navigator.onLine) throw new Refusal(offline())
  const { href, isWhole } = issueWith(request)
  const isCopied = isWhole || (await copied(request.text))
  open(href, "_blank", "noopener")
  if (isWhole) return say("GitHub has opened with the message. Press the green button there.")
  return isCopied
    ? say("The message is copied. Paste it into the field on GitHub (Ctrl+V), and press the green button there.")
    : say("Copy the message below, paste it into the field on GitHub, and press the green button there.")
}

/** @type {Record<string, (request: Request) => Promise<string>>} */
const WAYS = {
  mail: byMail,
  relay: toRelay,
  github: throughGitHub,
  async save(request) {
    save(request)
    return schema().mailbox
      ? say("The message is saved as a mail. Open the file, and press Send; or attach it to a mail of yours.")
      : say("The message is saved as a file. Give it to the editors.")
  },
}

/** Sends what the form asks for, and says what happens next. @param {State} state @param {string} way */
export async function send(state, way) {
  const request = requestOf(state)
  const said = state.part("done")
  said.classList.remove("ch-field__mistake")
  said.textContent = say("Sending …")
  try {
    state.part("sent").textContent = await WAYS[way](request)
  } catch (error) {
    said.classList.add("ch-field__mistake")
    said.textContent = error instanceof Refusal ? error.message : failed()
    if (error instanceof Refusal) answer(state, error)
    return
  }
  said.textContent = ""
  state.part("reference").textContent = request.reference
  state.part("message").textContent = request.text
  finish(state)
}

/** Shows what a relay found wrong beside the questions; a request that is decided about is sent again under a new number. @param {State} state @param {Refusal} refusal */
function answer(state, { isDecided, problems }) {
  if (isDecided) state.reference = ""
  if (!problems.length) return
  state.refused = problems
  state.isAttempted = true
  show(state)
  state.part("summary").focus()
}

/** What the buttons do after it was sent. @param {State} state @param {string} what copy or save */
export async function again(state, what) {
  const request = requestOf(state)
  if (what === "save") save(request)
  else if (await copied(request.text)) state.part("sent").textContent = say("The message is copied.")
}
