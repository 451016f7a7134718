"use strict"
// Form ways: how a finished record leaves the page, always by the hand of its reader; nothing is sent from here.
globalThis.clearingHouse ??= {}
{
  const LONGEST_ADDRESS = 6000
  const LONGEST_MAIL = 1800

  const encoded = text => encodeURIComponent(text)

  /**
   * Where a record is proposed: the page of a new file with its text in it, without the text where that is too long
   * for an address, or the page on which the record's own file is edited.
   * @returns {{href: string, mustPaste: boolean}}
   */
  function proposal(path, text, isEdit) {
    const { repository, branch, data } = clearingHouse.schema
    const file = `${data}/${path}`
    if (isEdit) return { href: `${repository}/edit/${branch}/${file}`, mustPaste: true }
    const empty = `${repository}/new/${branch}?filename=${encoded(file).replaceAll("%2F", "/")}`
    const mustPaste = encoded(text).length > LONGEST_ADDRESS
    return { href: mustPaste ? empty : `${empty}&value=${encoded(text)}`, mustPaste }
  }

  /** @returns {{href: string, mustPaste: boolean}} */
  function mail(path, title, text) {
    const mustPaste = encoded(text).length > LONGEST_MAIL
    const body = mustPaste ? `Please paste the copied text here: ${path}` : `${path}\n\n${text}`
    return { href: `mailto:${clearingHouse.schema.mailbox}?subject=${encoded(title || path)}&body=${encoded(body)}`, mustPaste }
  }

  /** Copies a text; false where the browser does not let it. */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  }

  /** Hands the text over as a file, in the bytes that the repository will hold. */
  function download(name, text) {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }

  /** What was typed, kept in this browser alone; where it keeps nothing, nothing is kept and nothing breaks. */
  const kept = {
    name: key => `clearing-house-form:${key}`,
    get(key) {
      try {
        return JSON.parse(localStorage.getItem(kept.name(key)))
      } catch {
        return null
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(kept.name(key), JSON.stringify(value))
        return true
      } catch {
        return false
      }
    },
    remove(key) {
      try {
        localStorage.removeItem(kept.name(key))
      } catch {
        // Then there is nothing to remove.
      }
    },
  }

  clearingHouse.ways = { proposal, mail, copied, download, kept }
}
