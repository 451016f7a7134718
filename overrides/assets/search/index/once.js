// Once: what is fetched once, and again only if that failed, or if what was fetched is of no use any more.

/**
 * @template Value
 * @param {() => Promise<Value>} read
 */
export function once(read) {
  /** @type {Promise<Value> | undefined} */
  let reading
  const value = () => (reading ??= read().catch((failure) => {
    reading = undefined
    throw failure
  }))
  return Object.assign(value, { forget: () => void (reading = undefined) })
}
