"""Transfer: what a browser is sent before and for a first answer, compressed as public hosts do."""

import pytest

from tests.support.patience import patient
from tests.support.running import chm, in_a_thread
from tools.benches.made_up import synthesize
from tools.visits.search import Fetched, fetched, search_measure

pytestmark = pytest.mark.long

KB = 1000
FRONT, FIRST = 100 * KB, 200 * KB
FIRST_OF_MANY, IN_LAO_OF_MANY = 350 * KB, 450 * KB
MANY = 10_000
KEY = 200
"""Milliseconds, of a quiet machine."""


def test_a_first_search_of_the_true_site_fetches_little(fetched_from_true_site: Fetched) -> None:
    """Its interface included; also in letters that need an index of their own; and nothing of it comes with the front page."""
    assert 0 < fetched_from_true_site.front < FRONT
    assert 0 < fetched_from_true_site.first < FIRST
    assert 0 < fetched_from_true_site.in_lao < FIRST


def test_every_key_is_answered(fetched_from_true_site: Fetched) -> None:
    """Each letter but the first of a word, which begins too many."""
    assert len(fetched_from_true_site.keys) > 50


@pytest.mark.long
def test_ten_thousand_records_are_indexed_searched_and_sent_in_bounds(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The bounds of the issue, on a machine that does nothing else: index time, first answers, and keys."""
    folder = tmp_path_factory.mktemp("many")
    synthesize(folder / "data", MANY)
    result = chm("build", "--data", folder / "data", "--site", folder / "site", "--as-of", "2026-11-21")
    assert result.returncode == 0, result.stderr
    seconds = float(result.stdout.partition(" in ")[2].partition(" s")[0])
    measure = in_a_thread(search_measure, folder / "site", MANY, seconds)
    of = in_a_thread(fetched, folder / "site")
    assert measure.values["index s"][0] <= seconds / 2
    assert of.first < FIRST_OF_MANY
    assert of.in_lao < IN_LAO_OF_MANY
    assert sorted(of.keys)[len(of.keys) * 9 // 10] < patient(KEY)
