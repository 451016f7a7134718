"""The page on the architecture: its table is what the heads of folders and modules say, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

from tests.support.running import ROOT
from tools.architecture import PAGE, ROOMS, first_sentence, page_with, table_of_rooms

PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def test_the_table_of_rooms_is_what_the_code_says() -> None:
    """Else write it again: .venv/bin/python -m tools.architecture."""
    text = PAGE.read_text("utf-8")
    assert text == page_with(text, table_of_rooms(ROOT / "clearinghouse")), "run python -m tools.architecture"


def test_every_room_is_in_the_table() -> None:
    """In the order of the hourglass, which only people know."""
    assert sorted(ROOMS) == sorted(path.parent.name for path in (ROOT / "clearinghouse").glob("*/__init__.py"))


def test_a_module_is_told_by_its_first_sentence(tmp_path: Path) -> None:
    """Without its own name in front, and without what follows."""
    module = tmp_path / "parts.py"
    module.write_text('"""Parts: what pages\nare made of. They are plain.\n\nMore."""\n', "utf-8")
    assert first_sentence(module) == "What pages are made of."


def test_a_page_without_a_place_for_the_table_is_refused() -> None:
    """It would lose its text, or the table."""
    with pytest.raises(ValueError, match="lacks"):
        page_with("# Architecture", "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    """To files of the repository."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]
