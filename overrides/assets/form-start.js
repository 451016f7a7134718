"use strict"
// Form start: loads the scripts of the form in their order. Those that Material puts in while it navigates run in the order
// in which they happen to arrive, so the page itself names this one alone.
{
  const { src, dataset } = document.currentScript
  for (const name of dataset.chScripts.split(" ")) {
    const script = document.createElement("script")
    script.async = false
    script.src = new URL(name, src)
    document.currentScript.parentElement.append(script)
  }
}
