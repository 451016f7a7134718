// Kept: what was typed, in this browser alone; where it keeps nothing, nothing breaks.

/** @param {string} key */
const name = (key) => `clearing-house-form:${key}`

/** @param {string} key */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(name(key)) ?? "null")
  } catch {
    return null
  }
}

/** @param {string} key @param {unknown} value */
export function keep(key, value) {
  try {
    localStorage.setItem(name(key), JSON.stringify(value))
  } catch {
    // Then it is gone with the page.
  }
}

/** @param {string} key */
export function forget(key) {
  try {
    localStorage.removeItem(name(key))
  } catch {
    // Then there is nothing to remove.
  }
}
