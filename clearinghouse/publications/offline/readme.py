"""Readme: the plain words that lie beside a copy, for who finds it on a stick."""

from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.words import date_words
from clearinghouse.vocabulary.states import State

_COPY = """\
{title}
{line}

This folder holds {what}, as it was on {day}.
It needs no network, no server and nothing that must be installed.

HOW TO READ IT
  Open index.html with a double click, in any browser of the last years.
  It must be allowed to run scripts: without them a page shows its text
  alone. The search works as it does online. What comes next is counted
  from the day of your own computer, so look whether its clock is right.
  The foot of every page says how old this copy is.

TO PASS IT ON
  Copy the whole folder, or the zip file that it came in. It can stand on a
  stick that cannot be written to, and its folder may have any name.

A NEWER ONE
  {url}offline/
  has newer copies, and small updates that turn this copy into a newer one.

WHOSE IT IS
  Built from public sources. Not endorsed by ASEAN, by its Secretariat or by
  CITES until they adopt it. Our descriptions: CC BY 4.0. Code: MIT. Quoted
  plans remain their owners'.
"""
_DIST = """\
{title}: offline editions of {day}
{line}

{files}

  *.zip       Unzip it anywhere, then open index.html with a double click.
  *.zim       Open it with Kiwix, on a phone, a computer or a small server.
  *-since-*   An update: it turns an older copy into this one. UPDATE.txt
              in it says how.

SHA256SUMS is the check of each download:
  Linux    sha256sum --check SHA256SUMS
  macOS    shasum -a 256 --check SHA256SUMS
  Windows  certutil -hashfile FILE SHA256, and compare

Newer ones: {url}offline/
"""


def readme(about: About, state: State | None = None) -> str:
    """The README of a copy. Lines end as Windows wants them: others do not mind."""
    title = f"{about.name}: {state.name}" if state else about.name
    what = f"all that concerns {state.name}" if state else "the whole clearing house"
    return _lines(_COPY.format(title=title, line="=" * len(title), what=what, day=date_words(about.day), url=about.url))


def readme_of_all(about: About, files: list[str]) -> str:
    """The README beside all editions."""
    title = f"{about.name}: offline editions of {date_words(about.day)}"
    listed = "\n".join(f"  {file}" for file in files)
    filled = _DIST.format(title=about.name, line="=" * len(title), day=date_words(about.day), files=listed, url=about.url)
    return _lines(filled)


def _lines(text: str) -> str:
    return text.replace("\n", "\r\n")
