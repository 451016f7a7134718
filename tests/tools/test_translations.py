"""Translations: the files of all languages are up to date with the interface, and a translation outlives an update."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tools.translations import brought_up_to_date, files, gathered, po_of, report


@pytest.fixture(scope="module")
def texts() -> Catalog:
    """All texts of the interface."""
    return gathered()


def test_texts_are_gathered_from_templates_and_python(texts: Catalog) -> None:
    """What the code marks, what a page asks for, and what the form's rules say; ids and addresses are no texts."""
    marked = "Machine-assisted translation. Corrections are welcome."  # overrides/fragment.html
    for text in (marked, "Customs", "How to report", "Add a record", "{number} training", "at most {most} characters"):
        assert text in texts
    for nothing in ("border-officers", "feeds/updates", "th", "2016"):
        assert nothing not in texts


def test_an_update_keeps_what_is_translated_and_drops_what_nobody_uses(texts: Catalog) -> None:
    """What translators wrote is their work; only the interface decides which texts there are."""
    old = b'msgid "Language"\nmsgstr "A"\n\nmsgid "Gone"\nmsgstr "B"\n'
    catalog = brought_up_to_date("th", old, texts)
    again = brought_up_to_date("th", po_of("th", catalog), texts)
    assert again.get("Language").string == "A"  # type: ignore[union-attr]  # it is there
    assert "Gone" not in again
    assert po_of("th", again) == po_of("th", catalog)
    assert report("th", again).startswith(f"th: 1 of {len([message for message in texts if message.id])} texts, ")


@pytest.mark.long
def test_the_files_of_all_languages_are_up_to_date(texts: Catalog) -> None:
    """Else a text would be shown in English without anybody knowing."""
    for tag, path in files():
        with path.open("rb") as file:
            assert {message.id for message in read_po(file)} == {message.id for message in texts} | {""}, (
                f"{path}: run `python -m tools.translations` ({tag})"
            )
