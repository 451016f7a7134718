// QR code: an address as dark and light squares (ISO/IEC 18004): bytes, level M, versions 1 to 20, the mask that qr_codes.py takes.
// Tests hold it against the library that draws the site's other codes.

/** By version: how many codewords of a block correct others, and how many blocks there are. */
const CORRECTING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
const MASK = 3

/** Bits of data and correction that a version holds, without its patterns. @param {number} version */
function capacity(version) {
  const rows = Math.floor(version / 7) + 2
  const patterns = version < 2 ? 0 : (25 * rows - 10) * rows - 55 + (version < 7 ? 0 : 36)
  return (16 * version + 128) * version + 64 - patterns
}

/** In the field of 256 with the polynomial 0x11d. @param {number} one @param {number} other */
function product(one, other) {
  let result = 0
  for (let bit = 7; bit >= 0; bit--) result = (result << 1) ^ ((result >>> 7) * 0x11d) ^ (((other >>> bit) & 1) * one)
  return result
}

/** What corrects a block (Reed-Solomon). @param {number[]} block @param {number} count */
function correction(block, count) {
  let divisor = [...Array(count - 1).fill(0), 1]
  for (let step = 0, root = 1; step < count; step++, root = product(root, 2))
    divisor = divisor.map((factor, place) => product(factor, root) ^ (divisor[place + 1] ?? 0))
  let rest = Array(count).fill(0)
  for (const byte of block) {
    const factor = byte ^ rest[0]
    rest = [...rest.slice(1), 0].map((value, place) => value ^ product(divisor[place], factor))
  }
  return rest
}

/** The codewords in the order in which they are drawn. @param {Uint8Array} bytes @param {number} version */
function codewords(bytes, version) {
  const [correcting, blocks, all] = [CORRECTING[version - 1], BLOCKS[version - 1], Math.floor(capacity(version) / 8)]
  const room = all - correcting * blocks
  const length = version < 10 ? 8 : 16
  let bits = `0100${bytes.length.toString(2).padStart(length, "0")}${[...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("")}`
  if (bits.length > room * 8) return null
  bits += "0".repeat(Math.min(4, room * 8 - bits.length))
  bits += "0".repeat(-bits.length & 7)
  const data = (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))
  for (let pad = 0xec; data.length < room; pad ^= 0xfd) data.push(pad)
  const [short, long] = [Math.floor(room / blocks), room % blocks]
  const parts = Array.from({ length: blocks }, (_, number) => {
    const begin = number * short + Math.max(0, number - blocks + long)
    return data.slice(begin, begin + short + (number >= blocks - long ? 1 : 0))
  })
  const corrections = parts.map((part) => correction(part, correcting))
  const inTurn = (/** @type {number[][]} */ rows, /** @type {number} */ longest) =>
    Array.from({ length: longest }, (_, place) => rows.filter((row) => place < row.length).map((row) => row[place])).flat()
  return [...inTurn(parts, short + 1), ...inTurn(corrections, correcting)]
}

/** Where patterns lie that help a phone to see the lines straight. @param {number} version @param {number} size */
function alignments(version, size) {
  if (version < 2) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, place) => size - 7 - step * (count - 2 - place))]
}

/** Bits with their remainder, by which a damaged one is found. @param {number} value @param {number} count @param {number} divisor */
function checked(value, count, divisor) {
  let rest = value
  for (let step = 0; step < count; step++) rest = (rest << 1) ^ ((rest >>> (count - 1)) * divisor)
  return (value << count) | rest
}

/** A code on the way. @typedef {object} Grid @property {number} size @property {(boolean | undefined)[][]} rows */

/** @param {Grid} grid @param {number} x @param {number} y @param {boolean} dark */
function set({ size, rows }, x, y, dark) {
  if (x >= 0 && y >= 0 && x < size && y < size) rows[y][x] = dark
}

/** Squares within squares. @param {Grid} grid @param {number} x @param {number} y @param {number} reach @param {number[]} dark */
function rings(grid, x, y, reach, dark) {
  for (let down = -reach; down <= reach; down++)
    for (let right = -reach; right <= reach; right++)
      set(grid, x + right, y + down, dark.includes(Math.max(Math.abs(right), Math.abs(down))))
}

/** What a phone finds the code by. @param {Grid} grid @param {number} version */
function drawPatterns(grid, version) {
  const { size } = grid
  for (let place = 0; place < size; place++) {
    set(grid, 6, place, place % 2 === 0)
    set(grid, place, 6, place % 2 === 0)
  }
  const corners = [[3, 3], [size - 4, 3], [3, size - 4]]
  for (const [x, y] of corners) rings(grid, x, y, 4, [0, 1, 3])
  const lines = alignments(version, size)
  const isCorner = (/** @type {number} */ x, /** @type {number} */ y) => (x === 6 && (y === 6 || y === size - 7)) || (y === 6 && x === size - 7)
  for (const x of lines) for (const y of lines) if (!isCorner(x, y)) rings(grid, x, y, 2, [0, 2])
}

/** Which level, mask and version it has. @param {Grid} grid @param {number} version */
function drawFormat(grid, version) {
  const { size } = grid
  const format = checked(MASK, 10, 0x537) ^ 0x5412 // level M is 0
  const along = [0, 1, 2, 3, 4, 5, 7, 8]
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((format >>> bit) & 1) === 1
    if (bit < 8) set(grid, 8, along[bit], dark)
    else set(grid, bit === 8 ? 7 : 14 - bit, 8, dark)
    if (bit < 8) set(grid, size - 1 - bit, 8, dark)
    else set(grid, 8, size - 15 + bit, dark)
  }
  set(grid, 8, size - 8, true)
  const known = checked(version, 12, 0x1f25)
  for (let bit = 0; version >= 7 && bit < 18; bit++) {
    const [across, down, dark] = [size - 11 + (bit % 3), Math.floor(bit / 3), ((known >>> bit) & 1) === 1]
    set(grid, across, down, dark)
    set(grid, down, across, dark)
  }
}

/** Codewords in pairs of columns, upwards and downwards, with the mask over them. @param {Grid} grid @param {number[]} words */
function drawWords({ size, rows }, words) {
  const columns = Array.from({ length: (size - 1) / 2 }, (_, pair) => size - 1 - 2 * pair).map((right) => (right <= 6 ? right - 1 : right))
  let bit = 0
  for (const [pair, right] of columns.entries()) {
    for (let step = 0; step < size; step++) {
      const y = pair % 2 ? step : size - 1 - step
      for (const x of [right, right - 1]) {
        if (rows[y][x] !== undefined) continue
        const dark = ((words[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1
        rows[y][x] = (dark === 1) !== ((x + y) % 3 === 0)
        bit++
      }
    }
  }
}

/** The rows of a code, true where it is dark, or null for a text that is too long. @param {string} text @returns {boolean[][] | null} */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text)
  const version = BLOCKS.findIndex((_, place) => codewords(bytes, place + 1)) + 1
  const words = version && codewords(bytes, version)
  if (!words) return null
  const size = version * 4 + 17
  const grid = { size, rows: Array.from({ length: size }, () => Array(size).fill(undefined)) }
  drawPatterns(grid, version)
  drawFormat(grid, version)
  drawWords(grid, words)
  return grid.rows.map((row) => row.map(Boolean))
}
