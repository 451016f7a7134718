// Query: elements are found where a template has put them, of the kind that it gives them.

/**
 * The first element that a selector finds, of the kind that its template gives it. Throws where there is none.
 * @template {Element} Kind
 * @param {ParentNode} scope
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function one(scope, selector, kind) {
  const first = scope.querySelector(selector)
  if (first instanceof kind) return first
  throw new TypeError(`no ${kind.name} is ${selector}`)
}

/**
 * All elements that a selector finds, of one kind.
 * @template {Element} Kind
 * @param {ParentNode} scope
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind[]}
 */
export function all(scope, selector, kind) {
  const isOfKind = /** @type {(member: Element) => member is Kind} */ ((member) => member instanceof kind)
  return [...scope.querySelectorAll(selector)].filter(isOfKind)
}
