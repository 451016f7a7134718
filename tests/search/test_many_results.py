"""Many results: where more pages are found than can be weighed between two keys, the newest of them stand for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.support.search.asking import Asking

pytestmark = pytest.mark.long

MOST = "const MOST = 2500"


@pytest.fixture
def asking_few(profile: BrowserContext, asking: Asking, true_site: Path) -> Iterator[Asking]:
    """Somebody whose browser weighs at most thirty pages, so that the true site is a large one."""
    script = (true_site / "assets/search/in_page.js").read_text("utf-8")
    assert script.count(MOST) == 1
    page = profile.new_page()
    few = script.replace(MOST, "const MOST = 30")
    page.route("**/assets/search/in_page.js", lambda route: route.fulfill(body=few, content_type="text/javascript"))
    yield Asking(page, asking.root)
    page.close()


def test_the_number_and_the_counts_are_those_of_all_and_the_hits_are_among_the_newest(asking: Asking, asking_few: Asking) -> None:
    """And it is said that not all of them are shown."""
    asking.open(q="prosecutors")
    total, counts = asking.total, asking.counts("Collection")
    asking_few.open(q="prosecutors")
    assert total > 30
    assert (asking_few.total, asking_few.counts("Collection")) == (total, counts)
    assert "newest are shown: add a word or a filter." in asking_few.status
    assert not [hit for hit in asking_few.hits if "-2016-" in hit or "-2014-" in hit]


def test_a_narrower_question_is_weighed_whole(asking: Asking, asking_few: Asking) -> None:
    """By a facet, a year or a word more."""
    for question in ({"q": "prosecutors", "country": "la"}, {"q": "prosecutors", "year": "2016"}, {"q": "prosecutors manado"}):
        hits = asking.open(**question).hits
        assert asking_few.open(**question).hits == hits
        assert "newest are shown" not in asking_few.status


def test_the_newest_first_are_the_newest_of_all(asking: Asking, asking_few: Asking) -> None:
    """Which they would be of all results as well."""
    hits = asking.open(q="prosecutors", sort="newest").hits
    assert asking_few.open(q="prosecutors", sort="newest").hits[:5] == hits[:5]
