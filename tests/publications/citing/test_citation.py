"""Citations: one line, BibTeX and RIS, read back by parsers that others wrote; nothing that a title holds ends a field early."""

import re
from datetime import date

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.publications.citing.citation import Citation, bibtex, ris, text
from clearinghouse.records.keys.dates import PartialDate

SITE = "CITES and Wildlife Enforcement Clearing House"
PAGE = Citation(
    "trainings/th-2026-03-course", "Crime scene work", SITE, "https://example.org/trainings/th-2026-03-course/", PartialDate(2026, 1, 12),
    "Training, 2 March 2026", accessed=date(2026, 3, 10),
)  # fmt: skip
BEYOND = "ไทย ລາວ ខ្មែរ မြန်မာ Tiếng Việt: ngà voi & sừng, 100 %"
_SIGNS = {"quotedbl": '"', "backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
HOSTILE = (
    BEYOND,
    "} , title = {other",
    "an open { brace",
    r"\input{/etc/passwd} $x_1^2$ #5 ~ a\b",
    "quotes \" and '",
    "TY  - BOOK\nTI  - Another\r\nER  - \u2028AU  - Nobody\x85end",
    "@misc{other, title={x}}",
)


def from_bibtex(content: str) -> list[dict[str, str]]:
    """The entries that a parser finds, with the commands of LaTeX as they stand."""
    library = parse_string(content)
    assert not library.failed_blocks
    return [{field.key: str(field.value) for field in entry.fields} | {"id": entry.key} for entry in library.entries]


def as_printed(field: str) -> str:
    """What LaTeX prints of a field: these few commands are all that we write."""
    printed = re.sub(r"\\([$&#%_])", r"\1", field.removeprefix("{").removesuffix("}"))
    return re.sub(r"\\text(\w+)\{\}", lambda command: _SIGNS[command[1]], printed)


def one_line(words: str) -> str:
    """As a field holds it."""
    return " ".join(words.split())


def test_a_citation_in_a_line_says_who_what_when_and_where() -> None:
    """What is not known is left out, and no full stop stands twice, nor at the end of an address."""
    address = "https://example.org/trainings/th-2026-03-course/"
    assert text(PAGE) == f"{SITE} (2026). Crime scene work. Training, 2 March 2026. {address} (accessed 10 March 2026)"
    assert text(Citation("x", "What next?", "Office", "https://example.org/")) == "Office. What next? https://example.org/"


def test_bibtex_and_ris_say_the_same() -> None:
    """The office is one author, whatever `and` its name holds; a date is as precise as it is."""
    (entry,) = from_bibtex(bibtex([PAGE]))
    assert entry == {
        "id": "trainings-th-2026-03-course", "author": f"{{{SITE}}}", "title": "{Crime scene work}",
        "howpublished": "Training, 2 March 2026",
        "year": "2026", "month": "jan", "url": PAGE.url, "urldate": "2026-03-10",
    }  # fmt: skip
    assert 'author = "{CITES and Wildlife Enforcement Clearing House}"' in bibtex([PAGE])
    assert "{{" not in bibtex([PAGE])
    (reference,) = rispy.loads(ris([PAGE]))
    assert reference == {
        "type_of_reference": "ELEC", "id": "trainings-th-2026-03-course", "authors": [SITE], "title": "Crime scene work",
        "notes": ["Training, 2 March 2026"], "year": "2026", "date": "2026/01/12/", "urls": [PAGE.url], "access_date": "2026/03/10",
    }  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_ends_a_field_early(title: str) -> None:
    """Neither by braces nor by breaks of lines; letters of all scripts stay as they are."""
    both = [Citation("a/1", title, title, 'https://example.org/}{ x\n"y', publisher=title), PAGE]
    first, second = from_bibtex(bibtex(both))
    assert as_printed(second["title"]) == PAGE.title
    assert {as_printed(first[key]) for key in ("title", "author", "publisher")} == {one_line(title)}
    assert first["url"] == "https://example.org/%7D%7B%20x%0A%22y"
    one, two = rispy.loads(ris(both))
    assert two["title"] == PAGE.title
    assert one["title"] == one["authors"][0] == one["publisher"] == one_line(title)
    assert "\n" not in text(both[0])


@given(some.text(some.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_braces_are_even_and_lines_whole_in_whatever_a_title_holds(title: str) -> None:
    """BibTeX counts braces behind backslashes too, and RIS knows a field by the beginning of its line."""
    content = bibtex([Citation("a", title, SITE, "https://example.org/")])
    assert content.count("{") == content.count("}") == 4 + content.count("{}")
    assert len(content.splitlines()) == 5
    assert [line[:6] for line in ris([Citation("a", title, SITE, "https://example.org/")]).splitlines()] == [
        "TY  - ", "ID  - ", "AU  - ", "TI  - ", "UR  - ", "ER  - ",
    ]  # fmt: skip
