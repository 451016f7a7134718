// Subscribe: the choice that is picked fills the offer with its addresses; without this script the plain lists below hold them all.
document$.subscribe(() => {
  const offer = document.querySelector("[data-ch-offer]")
  if (!offer) return
  const selects = [...document.querySelectorAll("form[data-ch-pick] select")]
  const everything = { id: offer.dataset.chOffer, name: offer.querySelector("[data-ch-name]").textContent, ...offer.dataset }
  const everythingCode = offer.querySelector("[data-ch-qr]").innerHTML

  // A form like "https://reader.example/add?url={feed}"; where it is the address alone, nothing is encoded.
  const filled = (form, choice) => {
    const ways = { feed: choice.feed, agenda: choice.agenda, webcal: choice.agenda.replace(/^https?:/, "webcal:") }
    return form.replace(/\{(\w+)\}/g, (whole, name) => (form === whole ? ways[name] : encodeURIComponent(ways[name])))
  }

  const show = choice => {
    offer.querySelector("[data-ch-name]").textContent = choice.name
    for (const part of ["feed", "agenda"]) {
      offer.querySelector(`[data-ch-part="${part}"]`).hidden = !choice[part]
      offer.querySelector(`[data-ch-none="${part}"]`).hidden = Boolean(choice[part])
    }
    for (const way of offer.querySelectorAll("[data-ch-href]")) way.href = filled(way.dataset.chHref, choice)
    for (const field of offer.querySelectorAll("[data-ch-value]")) field.value = filled(field.dataset.chValue, choice)
    const code = offer.querySelector("[data-ch-qr]")
    if (!choice.qr) code.innerHTML = everythingCode
    else code.replaceChildren(Object.assign(new Image(), { src: choice.qr, alt: `QR code: ${choice.name}`, className: "ch-qr" }))
  }

  const picked = select => {
    for (const other of selects) if (other !== select) other.value = everything.id
    const option = select.selectedOptions[0]
    show(option.value === everything.id ? everything : { id: option.value, name: option.textContent, ...option.dataset })
    // So that the address of the page leads to this choice, for whom one sends it to.
    history.replaceState(history.state, "", option.value === everything.id ? location.pathname : `#${option.value}`)
  }

  for (const part of document.querySelectorAll("[data-ch-pick]")) part.hidden = false
  for (const select of selects) select.addEventListener("change", () => picked(select))
  const wanted = location.hash.slice(1)
  const select = selects.find(each => [...each.options].some(option => option.value === wanted && wanted !== everything.id))
  if (select) {
    select.value = wanted
    picked(select)
    // After the browser has shown the row of the list that has the same name.
    const look = () => requestAnimationFrame(() => document.getElementById("choose").scrollIntoView())
    if (document.readyState === "complete") look()
    else addEventListener("load", look, { once: true })
  }

  for (const button of document.querySelectorAll("[data-ch-copies]")) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener("click", async () => {
      const from = document.getElementById(button.dataset.chCopies)
      await navigator.clipboard.writeText(from.value ?? from.textContent)
      button.textContent = "Copied"
      setTimeout(() => (button.textContent = "Copy"), 2000)
    })
  }
})
