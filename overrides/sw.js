// Keeping: a service worker, registered only once a reader has switched it on (assets/offline/keep.js). It keeps whatever is read;
// what the network answers is always shown, and what was kept only where no answer comes.
const KEPT = "clearing-house"
const EDITION = /\.(?:zip|zim|pdf)$/ // which a reader saves, and would have twice

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()))

// A question to the search, or what keeps a file from being taken from a cache, does not make another file of it.
/** @param {string} url */
function nameOf(url) {
  const name = new URL(url)
  name.search = name.hash = ""
  return name.href
}

// Switching off takes the cache away, and a page that is still open goes on asking here: then nothing is kept any more.
async function kept() {
  return (await caches.has(KEPT)) ? caches.open(KEPT) : null
}

/** @param {string} name @param {Response} answer */
async function keep(name, answer) {
  await (await kept())?.put(name, answer)
}

/** @param {Request} request @param {(work: Promise<unknown>) => void} waitUntil */
async function answered(request, waitUntil) {
  const name = nameOf(request.url)
  try {
    // Asked anew each time: what the browser still holds of an earlier answer might be old.
    const answer = await (request.mode === "navigate" ? fetch(request.url, { cache: "no-cache", redirect: "manual" }) : fetch(request, { cache: "no-cache" }))
    if (answer.ok && !EDITION.test(name)) waitUntil(keep(name, answer.clone()))
    if (answer.status === 404 || answer.status === 410) waitUntil(kept().then((all) => all?.delete(name)))
    return answer
  } catch (failure) {
    const older = await (await kept())?.match(name)
    if (older) return older
    if (request.mode !== "navigate") throw failure
    const words = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not kept</title><h1>This page was not kept</h1><p>There is no network, and this page was not read before. <a href="${worker.registration.scope}">Go to the front page</a>, or back.</p>`
    return new Response(words, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } })
  }
}

worker.addEventListener("fetch", (event) => {
  const { request } = event
  // Whoever asks that nothing is stored keeps it himself, as assets/offline/kept.js does with all pages of a country at once.
  if (request.method !== "GET" || request.cache === "no-store" || !request.url.startsWith(worker.registration.scope)) return
  event.respondWith(answered(request, (work) => event.waitUntil(work)))
})
