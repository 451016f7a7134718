// Relay: the message goes to a service of the editors, and what that answers is said in plain words (docs/messages.md).

import { say, sayCount } from "../../site/words.js"
import { schema } from "../schema.js"

/** @typedef {import("../rules/problems.js").Problem} Problem */

const PATIENCE = 30_000 // milliseconds
const MINUTE = 60 // seconds
const MOST = 100

/** Why a message was not taken, in words for its sender. */
export class Refusal extends Error {
  /** Whether the editors have decided about its number. */
  isDecided = false
  /** @type {Problem[]} */
  problems = []
}

/** How many minutes to wait; at least one. @param {Response} answer */
const minutes = ({ headers }) => Math.max(1, Math.ceil((Number(headers.get("Retry-After")) || 0) / MINUTE))

/** What else its sender can do with a message, of the ways that this site has. */
function another() {
  if (schema().mailbox) return say("Or save it as a file and send that by mail.")
  return schema().repository ? say("Or send it through GitHub.") : say("You can also save it as a file.")
}

/** @type {Record<number, (answer: Response) => string>} */
const WORDS = {
  409: () => say("The editors have already decided about this request. Press the button again to send it as a new one."),
  413: () => `${say("The message is too long to be sent this way. Shorten it.")} ${another()}`,
  429: (answer) => sayCount("Too many messages are coming in. Try again in {number} minute.", "Too many messages are coming in. Try again in {number} minutes.", minutes(answer)),
  503: (answer) => sayCount("The editors cannot receive messages now. Try again in {number} minute.", "The editors cannot receive messages now. Try again in {number} minutes.", minutes(answer)),
}

/** What is said where nothing else is known. */
export const failed = () => `${say("The message could not be sent. Try again later.")} ${another()}`

/** The problems in an answer, as far as they are as the form knows them. @param {any} body @returns {Problem[]} */
function problemsIn(body) {
  const all = Array.isArray(body?.problems) ? body.problems.slice(0, MOST) : []
  return all.map((/** @type {any} */ { key, code, allowed, fix }) => ({ key: String(key ?? ""), code: String(code ?? ""), allowed: String(allowed ?? ""), fix: String(fix ?? "") }))
}

/** @param {string} text */
function asked(text) {
  return fetch(`${schema().relay.replace(/\/$/, "")}/proposals`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ message: text }),
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE),
  })
}

const kept = () => say("What you typed is kept in this browser.")
/** What can be done while the browser knows of no network. */
export const offline = () => `${say("There is no connection. Try again later.")} ${say("You can also save it as a file.")} ${kept()}`

/** @param {import("../messages/request.js").Request} request @returns {Promise<string>} */
export async function toRelay({ text }) {
  /** @type {Response} */
  let answer
  try {
    answer = await asked(text)
  } catch {
    throw new Refusal(`${say("There is no connection. Try again later.")} ${another()} ${kept()}`)
  }
  if (answer.ok) return say("The editors have received your message.")
  const problems = answer.status === 422 ? problemsIn(await answer.json().catch(() => null)) : []
  const words = problems.length
    ? `${sayCount("{number} answer needs fixing", "{number} answers need fixing", problems.length)}.`
    : (WORDS[answer.status]?.(answer) ?? failed())
  throw Object.assign(new Refusal(`${words} ${kept()}`), { isDecided: answer.status === 409, problems })
}
