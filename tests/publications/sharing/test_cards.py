"""Cards: each kind of page has a picture, which says what it is in the words of the catalogue."""

import pytest

from clearinghouse.publications.sharing.cards import Cards
from clearinghouse.publications.site import Site
from tests.support.examples import SOURCE, catalogue, yaml

SITE = Site("House of Examples", "https://example.org/house/", "example.org")
_ASSESSED = f"[{{as_of: 2019-11, category: not-1, document: List, how: read, source: {SOURCE}, confidence: high}}]"
FILES = {
    "plans/poe-2026": yaml("plans"),
    "activities/poe-2026/1.1.1": yaml("activities"),
    "trainings/th-2026-03-one": yaml("trainings"),
    "trainings/th-2026-03-two": yaml("trainings", title="Wildlife crime laboratory work"),
    "projects/prj-one": yaml("projects"),
    "legislation/la": yaml("legislation", assessments=_ASSESSED),
}


@pytest.fixture(scope="module")
def cards() -> Cards:
    """The pictures of a few records."""
    return Cards(catalogue(FILES), SITE)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "site"),
        ("about/", "site"),
        ("trainings/", "trainings"),
        ("trainings/th-2026-03-one/", "trainings"),
        ("trainings/by/countries/vn/", "trainings"),
        ("countries/la/", "countries-la"),
        ("coverage/la/", "countries-la"),
        ("legislation/la/examples-2007/", "countries-la"),
        ("legislation/penalties/", "legislation"),
        ("plans/poe-2026/1.1.1/", "plans-poe-2026"),
        ("countries/", "site"),
    ],
)
def test_a_page_has_the_picture_of_its_kind(address: str, name: str, cards: Cards) -> None:
    """Of its state or plan, of its collection, or of the site."""
    assert cards.of(address).name == name


def test_pictures_say_what_the_catalogue_says(cards: Cards) -> None:
    """How many records there are, one or several, and how a state's law was assessed."""
    said = {name: (card.number, card.title, card.line) for name, card in cards.by_name.items()}
    assert said["trainings"] == ("2", "Trainings", "")
    assert said["projects"] == ("1", "Project", "")
    assert said["plans-poe-2026"] == ("", "Plan of Examples 2026", "1 activity")
    assert said["countries-la"] == ("", "Lao PDR", "Legislation for CITES: Not in Category 1, November 2019")
    assert said["countries-vn"] == ("", "Viet Nam", "")
