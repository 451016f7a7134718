// Leading: a small page of a copy leads on where the link before this script does; Back leads past it. Other links may stand there: readers of
// ZIM files put some of their own into pages.

const link = document.currentScript?.previousElementSibling
if (link instanceof HTMLAnchorElement) location.replace(link.href)
