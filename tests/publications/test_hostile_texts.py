"""Hostile texts: what could run in a page is refused by reading, and what got past reading is shown and never runs."""

from collections.abc import Iterable
from functools import cache

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collections.record import Record
from tests.support.attacks import running
from tests.support.plain import LIVING_DATA
from tests.support.publications.giving_out import LIVING_DAY, living
from tests.support.publications.rendering import rendered

LINKS = "[x](javascript:alert(3)) [y](<javascript:alert(4)>) <javascript:alert(5)> [a]\n\n[a]: javascript:alert(6)"
PICTURE = "![z](https://example.net/z.png)"
URLS = ("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x")
TRAINING = "th-2026-02-forensics"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>alert(1)</script>", "TEXT-003"),
        ("text <b onclick=alert(1)>", "TEXT-003"),
        ("<!-- x -->", "TEXT-003"),
        ("<img src=x onerror=alert(1)>", "TEXT-003"),
        ("[x](javascript:alert(1))", "LINK-001"),
        ("[x][y]\n\n  [y]: JavaScript:alert(1)", "LINK-001"),
    ],
)
def test_what_could_run_in_a_body_is_refused(body: str, code: str) -> None:
    """By reading, with the code that says why."""
    text = (LIVING_DATA / f"trainings/{TRAINING}.yml").read_text("utf-8").partition("\nbody:")[0] + f"\nbody: |\n  {body}\n"
    codes = {problem.code for problem in read([DataFile(f"trainings/{TRAINING}.yml", "x.yml", text.encode())]).problems}
    assert code in codes


def rendered_past_reading(**changes: object) -> list[bytes]:
    """All pages of a made-up training and of the plans that it serves when it was given values that reading never lets pass."""
    records = {name: dict(living().by_collection[name]) for name in ("plans", "activities")}
    record = living().by_collection["trainings"][TRAINING]
    assert isinstance(record, Record)
    records["trainings"] = {TRAINING: record.model_copy(update=changes)}
    pages = rendered(Catalogue.of(records, living().about_legislation, LIVING_DAY))
    return [html.encode() for html in pages.values()]


def able_to_run(pages: Iterable[bytes]) -> frozenset[str]:
    """What in some pages could run."""
    return frozenset(part for page in pages for part in running(page))


@cache
def ordinary() -> frozenset[str]:
    """What runs in the pages of the same records as they are."""
    return able_to_run(rendered_past_reading())


def test_links_that_got_past_reading_are_no_links() -> None:
    """Publications keep a lock of their own."""
    (source, *_) = next(training for training in living().trainings if training.id == TRAINING).sources
    pages = rendered_past_reading(sources=tuple(source.model_copy(update={"url": url, "archived": url}) for url in URLS))
    assert able_to_run(pages) == ordinary()


def test_a_body_that_got_past_reading_is_harmless() -> None:
    """HTML in it is shown as text."""
    body = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> " + PICTURE + LINKS
    pages = rendered_past_reading(body=body)
    assert able_to_run(pages) == ordinary()
    assert any(b"&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)
