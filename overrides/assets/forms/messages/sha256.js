// SHA-256 (FIPS 180-4), since a page that came over plain HTTP has no crypto.subtle.

/** The first 32 bits of what stands behind the point of a root. @param {number} root */
const fraction = (root) => (root - Math.floor(root)) * 2 ** 32 | 0

/** @param {number} count */
function primes(count) {
  /** @type {number[]} */
  const found = []
  for (let number = 2; found.length < count; number += 1) if (found.every((prime) => number % prime)) found.push(number)
  return found
}

const PRIMES = primes(64)
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

/** @param {number} word @param {number} by */
const turned = (word, by) => (word >>> by) | (word << (32 - by))

/** @param {Uint8Array} content */
function padded(content) {
  const length = Math.ceil((content.length + 9) / 64) * 64
  const whole = new Uint8Array(length)
  whole.set(content)
  whole[content.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(length - 8, Math.floor(content.length / 2 ** 29))
  view.setUint32(length - 4, (content.length * 8) >>> 0)
  return view
}

/** The sum of some bytes, in small hexadecimal digits. @param {Uint8Array} content */
export function sha256(content) {
  const view = padded(content)
  const state = [...START]
  const words = new Int32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let place = 0; place < 16; place += 1) words[place] = view.getInt32(block + place * 4)
    for (let place = 16; place < 64; place += 1) {
      const [early, late] = [words[place - 15], words[place - 2]]
      const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      words[place] = (words[place - 16] + first + words[place - 7] + second) | 0
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let place = 0; place < 64; place += 1) {
      const chosen = (e & f) ^ (~e & g)
      const most = (a & b) ^ (a & c) ^ (b & c)
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + ROUNDS[place] + words[place]) | 0
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, place) => (state[place] = (state[place] + word) | 0))
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("")
}
