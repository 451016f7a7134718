"""Folding: lines of a calendar are as long as RFC 5545 lets them be, and no letter is cut."""

from hypothesis import given as given_by
from hypothesis import strategies as st

from clearinghouse.publications.agendas.folding import MOST, folded
from tests.support.publications.giving_out import living_agendas


def test_lines_end_and_fold_as_they_must() -> None:
    """CRLF, at most 75 octets, never inside a character (RFC 5545 §3.1); the living records are in seven scripts."""
    longest = 0
    for content in living_agendas().values():
        assert content.count(b"\n") == content.count(b"\r\n")
        for line in content.removesuffix(b"\r\n").split(b"\r\n"):
            assert 0 < len(line) <= MOST
            line.decode()
            longest = max(longest, len(line))
    assert longest == MOST


@given_by(st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=300), max_size=3))
def test_any_line_is_unfolded_to_what_it_was(texts: list[str]) -> None:
    """Whatever letters it has; no line of the folded ones is too long, and each is text by itself."""
    content = folded(texts)
    assert content.replace(b"\r\n ", b"").decode() == "".join(f"{text}\r\n" for text in texts)
    for line in content.split(b"\r\n"):
        assert len(line) <= MOST
        line.decode()
