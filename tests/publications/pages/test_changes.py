"""What changed, as pages: by year and from meeting to meeting."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.chronicle import chronicle
from clearinghouse.catalogue.news import news
from clearinghouse.publications.pages.news import changes as changes_module
from clearinghouse.publications.pages.news.changes import HAPPENED, Changes, ordinal
from tests.support import examples
from tests.support.publications.giving_out import living, true
from tests.support.publications.rendering import parsed_pages, templates, words


def the_true() -> Catalogue:
    """The true records on a day of which their log tells much."""
    return true(date(2026, 11, 21))


def lines(changes: Changes, half: str) -> Counter[str]:
    """How many lines of each kind stand in the pages of all years."""
    contexts = [changes.context(year, ()) for year in changes.years]
    return Counter(group.id for context in contexts for group in context[half] for _ in group.lines)


@pytest.mark.parametrize("of_records", [living, the_true])
def test_all_that_happened_or_was_learned_stands_in_its_year(of_records: Callable[[], Catalogue]) -> None:
    """Each thing in its half, once in each year of which a part of it falls."""
    catalogue = of_records()
    changes = Changes(catalogue)
    expected: Counter[str] = Counter()
    for milestone in chronicle(catalogue):
        expected[milestone.what] += min(milestone.last, catalogue.as_of).year - milestone.first.year + 1
    assert lines(changes, "happened") == expected
    assert lines(changes, "learned").total() == len(news(catalogue)) > 0


def test_from_meeting_to_meeting_no_day_is_left_out() -> None:
    """Each time begins where the one before it ended, and the last one lasts until today."""
    chapters = Changes(the_true()).between_meetings
    assert len(chapters) > 1
    assert [chapter.span.after for chapter in chapters[:-1]] == [chapter.span.until for chapter in chapters[1:]]
    assert chapters[0].span.until == the_true().as_of


def test_a_time_of_many_lines_stands_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line once, in its half; what goes on says so; the files stand on the first page."""
    changes = Changes(living())
    whole = {chapter.address: changes.context(chapter, ()) for chapter in (*changes.years, *changes.between_meetings)}
    monkeypatch.setattr(changes_module, "MOST_LINES", 7)
    laid_out = {page.address: parsed_pages({page.address: page.html})[page.address] for page in changes.pages(templates())}
    for address, context in whole.items():
        expected = {half: [len(group.lines) for group in context[half]] for half in ("happened", "learned")}
        own = [page for other, page in laid_out.items() if other == address or other.startswith(f"{address}page/")]
        assert len(own) == max(1, -(-sum(map(sum, expected.values())) // 7))
        assert all(len(page.xpath("//li[@data-first]")) <= 7 for page in own)
        for half, numbers in expected.items():
            assert sum(len(page.xpath(f"//*[@data-ch-half='{half}']//li[@data-first]")) for page in own) == sum(numbers)
            counts = [words(count) for page in own for count in page.xpath(f"//*[@data-ch-half='{half}']//*[@data-ch-count]")]
            assert [count for count in counts if "continued" not in count] == [str(number) for number in numbers]
            assert any(page.xpath(f"//*[@data-ch-half='{half}']") for page in own)


def test_a_time_in_which_nothing_happened_says_so() -> None:
    """And says what the site learned all the same."""
    changes = Changes(examples.catalogue({"networks/net-a": examples.yaml("networks")}))
    [year] = changes.years
    context = changes.context(year, ())
    assert context["head"].lead == "No record reports anything in this period."
    assert [len(group.lines) for group in context["learned"]] == [1]


def test_without_records_the_page_says_that_nothing_has_happened() -> None:
    """It offers no form whose answer is known."""
    overview = Changes(examples.catalogue({})).overview()
    assert overview["empty"].strong == "Nothing has happened yet."


def test_a_moved_category_says_what_it_was_before() -> None:
    """So that nobody needs to look for it."""
    source = examples.SOURCE
    assessment = f"document: Table, how: It stands there., source: {source}"
    assessments = f"[{{as_of: 2012, category: '2', {assessment}}}, {{as_of: 2019-11, category: '1', {assessment}}}]"
    changes = Changes(examples.catalogue({"legislation/la": examples.yaml("legislation", assessments=assessments)}))
    group = next(group for year in changes.years if year.words == "2019" for group in changes.context(year, ())["happened"])
    [line] = group.lines
    assert [bit.text for bit in line.item.head] == ["Lao PDR: Category 1"]
    assert "".join(bit.text for bit in line.item.context) == "Table, November 2019. Before: Category 2."


def test_every_kind_of_milestone_has_its_title() -> None:
    """No kind twice."""
    kinds = [key for key, *_ in HAPPENED]
    assert len(kinds) == len(set(kinds))
    assert {milestone.what for catalogue in (living(), the_true()) for milestone in chronicle(catalogue)} <= set(kinds)


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (19, "19th"), (21, "21st"), (113, "113th")]
)
def test_meetings_are_counted_as_people_do(number: int, words: str) -> None:
    """Eleventh to thirteenth too."""
    assert ordinal(number) == words
