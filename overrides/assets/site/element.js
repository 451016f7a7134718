// Element: made with all that it holds.

/**
 * An element; null is no child. What it has no property for becomes an attribute.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} properties
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties = {}, ...children) {
  const whole = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key in whole) Object.assign(whole, { [key]: value })
    else whole.setAttribute(key, String(value))
  }
  whole.append(...children.filter((child) => child !== null))
  return whole
}
