"""Markdown: a stranger's text is shown and does nothing, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.publications.html.markdown import LONGEST, code
from tests.support.publications.markdown_reader import Rendered

STRANGE = [
    "plain",
    "`",
    "``a`` b ```",
    "` a",
    "a `",
    "*a* _b_ [c](https://example.org) ![d](e)",
    "<script>alert(1)</script> <!-- --> &lt;",
    "@everybody #1 GH-1 https://example.org www.example.org a@b.example",
    "| a | b |",
    "- [ ] a",
    "# a",
    "$`x`$ $$y$$",
    "\\` \\",
    "ភាសាខ្មែរ ภาษาไทย",
    "\u202ea\u202c",
    "a\nb\r\nc\td",
]


def list_item(text: str) -> Rendered:
    """A list with one code span between words."""
    return Rendered(f"- before {code(text)} after")


@pytest.mark.parametrize("text", STRANGE)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    """In code, between the words that stand around it, with no element of its own."""
    page = list_item(text)
    assert page.elements == ["ul", "li", "code"]
    expected = " ".join(text.split()).replace("\u202e", "\\u202e").replace("\u202c", "\\u202c")
    assert page.text.strip() == f"before {expected} after"


@given(some.text(alphabet="`ab *_<>&@#[]()!|\\\n$~-", max_size=60))
def test_no_text_breaks_out(text: str) -> None:
    """However its backticks stand."""
    assert list_item(text).elements == ["ul", "li", "code"]


def test_a_long_text_is_cut() -> None:
    """With an ellipsis, and still in code."""
    page = list_item("`" + "a" * 500)
    assert page.elements == ["ul", "li", "code"]
    assert len(page.text.strip()) == len("before  after") + LONGEST
    assert page.text.strip().endswith("a… after")
