"use strict"
// Form telling: what is wrong is said at its field, and once more in a summary that leads there.
globalThis.clearingHouse ??= {}
{
  const { fields } = clearingHouse
  const capital = text => text.slice(0, 1).toUpperCase() + text.slice(1)
  const things = problems => `${problems.length} ${problems.length === 1 ? "thing is" : "things are"}`
  const sentence = text => capital(text) + (/[.?!]$/.test(text) ? "" : ".")
  const words = ({ code, allowed, fix }) => (code === "KEY-002" ? `This is needed. (${code})` : `${sentence(fix)} Allowed: ${allowed}. (${code})`)

  /** Says at each field and row what is wrong with it. isTold: whether it is told already, by the field or row. */
  function tellAll(form, problems, isTold) {
    for (const told of form.querySelectorAll("[data-ch-told]")) {
      const at = told.closest("[data-ch-field], [data-ch-row], [data-ch-name], [data-ch-change]")
      const own = isTold(at) ? problems.filter(problem => problem.at === at) : []
      tell(told, own)
      mark(fields.controlOf(at) ?? at.querySelector(":scope > input[type=text]"), own)
    }
  }

  function tell(told, problems) {
    const text = problems.map(words).join(" ")
    if (told.textContent === text) return
    told.textContent = text
    told.hidden = !problems.length
    told.classList.toggle("ch-field__told--heed", problems.every(problem => problem.isWarning))
  }

  function mark(control, problems) {
    if (problems.some(problem => !problem.isWarning)) control?.setAttribute("aria-invalid", "true")
    else control?.removeAttribute("aria-invalid")
  }

  /** All that is wrong, in the order of the page, each with a link to its field. */
  function showSummary(summary, problems) {
    summary.hidden = !problems.length
    summary.firstElementChild.textContent = `${things(problems)} still to mend`
    summary.lastElementChild.replaceChildren(...[...problems].sort(asOnThePage).map(item))
  }

  function asOnThePage({ at: one }, { at: other }) {
    if (one === other) return 0
    if (!one || !other) return one ? -1 : 1
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  }

  function item(problem) {
    const told = document.createElement("li")
    const text = `${labelOf(problem.at) || problem.key}: ${words(problem)}`
    told.append(problem.at ? linkTo(problem.at, text) : text)
    return told
  }

  function linkTo(place, text) {
    const link = document.createElement("a")
    link.href = `#${controlIn(place).id}`
    link.textContent = text
    link.addEventListener("click", event => {
      event.preventDefault()
      event.stopPropagation() // Material would follow the link all the same, and take the focus away
      reveal(place)
    })
    return link
  }

  /** What takes the focus in a field or row. */
  const controlIn = place => fields.controlOf(place) ?? place.querySelector("input, select, textarea, button")

  /** Opens whatever hides a field, and goes there. */
  function reveal(place) {
    for (let around = place; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true
    const folded = place.querySelector(":scope > details:not(.ch-unfold--more)")
    if (folded) folded.open = true
    controlIn(place).focus()
  }

  /** What a field is called, with what is around it: `Source 1, Address`. */
  function labelOf(place) {
    if (!place) return ""
    const label = place.querySelector(":scope > label, :scope > legend")
    const isRow = "chRow" in place.dataset
    const own = label ? (isRow ? label.textContent : label.firstChild.textContent).trim() : ""
    const above = fields.ownerOf(place)
    // A row's own label says already what it is a row of.
    const around = !above || above.tagName === "FORM" || (isRow && own) ? "" : labelOf(above)
    return [around, own].filter(Boolean).join(", ")
  }

  clearingHouse.telling = { tellAll, showSummary, reveal, controlIn, things }
}
