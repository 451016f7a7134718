// Top: the button that leads back to the top is there while somebody scrolls up.

const GAP = 16 // pixels below the header

export function startTop() {
  const button = document.querySelector(".md-top")
  const header = document.querySelector(".md-header")
  if (!(button instanceof HTMLButtonElement) || !(header instanceof HTMLElement)) return
  let before = scrollY
  button.tabIndex = -1
  addEventListener("scroll", () => {
    const isUp = scrollY < before && scrollY > header.offsetHeight
    before = scrollY
    if (isUp !== button.hidden) return
    button.hidden = !isUp
    button.tabIndex = isUp ? 0 : -1
    button.style.top = `${header.offsetHeight + GAP}px`
    if (!isUp) button.blur()
  }, { passive: true })
  button.addEventListener("click", () => scrollTo({ top: 0 }))
}
