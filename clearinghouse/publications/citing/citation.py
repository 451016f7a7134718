"""Citation: what is cited, and the same as a line of text, as BibTeX and as RIS.

Pages hold these without the day on which somebody read them, since no page may change only because a day has passed: a script
puts in the reader's own (overrides/assets/pages/cite.js), where one is allowed to run.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from clearinghouse.publications.words import date_words
from clearinghouse.records.keys.dates import MONTHS, PartialDate

_BIBTEX = {
    "\\": r"\textbackslash{}",
    # A brace counts for BibTeX even behind a backslash, so a single one would swallow the rest of the file.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    '"': r"\textquotedbl{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What may stand in an address as it is (RFC 3986 §2.2); braces, quotes, spaces and letters beyond ASCII may not."""
_JOINT = ",\n  "
_NO_KEY = re.compile(r"[^A-Za-z0-9.:-]+")


@dataclass(frozen=True)
class Citation:
    """What is cited. key: names it in a file of citations; author: an office or a site, never a person, or empty; publisher: where another
    than the author; when: as precise as it is known, or None; about: a few words on what it is; accessed: the day on which it was
    read, or None."""

    key: str
    title: str
    author: str
    url: str
    when: PartialDate | None = None
    about: str = ""
    publisher: str = ""
    accessed: date | None = None


def text(citation: Citation) -> str:
    """In a line: `Office (2026). Title. Training, 2 March 2026. https://example.org/x/ (accessed 10 March 2026)`."""
    year = f" ({citation.when.year})" if citation.when else ""
    said = [f"{citation.author}{year}" if citation.author else "", citation.title, citation.about, citation.publisher]
    sentences = " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in map(_line, said) if part)
    accessed = f" (accessed {date_words(citation.accessed)})" if citation.accessed else ""
    return f"{sentences} {_address(citation.url)}{accessed}"


def bibtex(citations: Iterable[Citation]) -> str:
    """As BibTeX: an `@misc` for each, which BibTeX and biblatex both know, in UTF-8."""
    return "".join(_JOINT.join([f"@misc{{{_key(citation.key)}", *_fields(citation)]) + "\n}\n" for citation in citations)


def _fields(citation: Citation) -> Iterator[str]:
    if citation.author:
        yield f"author = {_as_it_is(citation.author)}"
    yield f"title = {_as_it_is(citation.title)}"
    if citation.about:
        yield f"howpublished = {{{_escaped(citation.about)}}}"
    if citation.publisher:
        yield f"publisher = {_as_it_is(citation.publisher)}"
    if citation.when:
        yield f"year = {{{citation.when.year}}}"
        if citation.when.month:
            yield f"month = {MONTHS[citation.when.month - 1][:3].lower()}"
    yield f"url = {{{_address(citation.url)}}}"
    if citation.accessed:
        yield f"urldate = {{{citation.accessed}}}"


def _as_it_is(words: str) -> str:
    """In braces: names of offices hold `and` and commas, which would make several persons of them, and titles keep their capitals.
    Quotation marks stand around these: a second pair of braces, which would mean the same, is a template to readers of ZIM files."""
    return f'"{{{_escaped(words)}}}"'


def ris(citations: Iterable[Citation]) -> str:
    """As RIS: a web page (`ELEC`) for each, a tag on each line, in UTF-8."""
    return "".join("".join(f"{tag}  - {value}\n" for tag, value in _tags(citation)) for citation in citations)


def _tags(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", _key(citation.key)
    if citation.author:
        yield "AU", _line(citation.author)
    yield "TI", _line(citation.title)
    if citation.about:
        yield "N1", _line(citation.about)
    if citation.publisher:
        yield "PB", _line(citation.publisher)
    if citation.when:
        yield "PY", str(citation.when.year)
        month, day = (f"{part:02}" if part else "" for part in (citation.when.month, citation.when.day))
        yield "DA", f"{citation.when.year}/{month}/{day}/"
    yield "UR", _address(citation.url)
    if citation.accessed:
        yield "Y2", citation.accessed.strftime("%Y/%m/%d")
    yield "ER", ""


def _line(words: str) -> str:
    """On one line: whatever ends one, in any script, is a space (a field must not end early)."""
    return " ".join(words.split())


def _escaped(words: str) -> str:
    return "".join(_BIBTEX.get(letter, letter) for letter in _line(words))


def _address(url: str) -> str:
    return quote(url, safe=_IN_ADDRESSES)


def _key(words: str) -> str:
    return _NO_KEY.sub("-", words).strip("-") or "home"
