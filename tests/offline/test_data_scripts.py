"""What scripts fetch online stands in scripts of a copy."""

from pathlib import Path

import pytest

from clearinghouse.publications.offline.data_scripts import data_scripts, is_fetched, part_of


@pytest.mark.parametrize(
    ("path", "fetched"),
    [
        ("search/terms.json", True),
        ("th/search/terms.json", True),
        ("search/scripts/khmer.json", True),
        ("pagefind/pagefind.js", True),
        ("search/index.html", False),
        ("trainings/trainings.json", False),
        ("trainings/by/search/terms.json", False),
    ],
)
def test_what_the_search_reads_is_fetched_and_nothing_else(path: str, fetched: bool) -> None:
    """In each language."""
    assert is_fetched(path) is fetched


def test_the_words_of_the_search_stand_in_a_script_for_each_language(true_site: Path) -> None:
    """The search of a page asks for those of its own."""
    words = sorted(path.relative_to(true_site).as_posix() for path in true_site.glob("**/search/terms.json"))
    assert len(words) == 4
    assert all(map(is_fetched, words))
    assert list(data_scripts((path, b"{}") for path in words)) == [part_of(path) for path in words]


def test_fragments_stand_together_in_many_small_scripts() -> None:
    """A reader loads those of ten hits, and an update brings those that changed."""
    assert part_of("pagefind/fragment/en_0052c.pf_fragment") == part_of("pagefind/fragment/en_00f4a.pf_fragment")
    assert part_of("pagefind/fragment/en_a152c.pf_fragment") == "held/pagefind/fragment/a.js"
    assert part_of("pagefind/index/en_a152c.pf_index") == "held/pagefind/index/en_a152c.pf_index.js"
