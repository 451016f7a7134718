"""Library: every room with what it is, how much it holds and what is newest there."""

import re

from tests.support.publications.giving_out import SHELVES, living
from tests.support.publications.rendering import living_pages, words


def test_each_room_has_a_line() -> None:
    """Under its shelf: what it is called, how many records it has, what it is, and the newest that has begun."""
    page, catalogue = living_pages()["library/"], living()
    assert [words(heading) for heading in page.xpath("//h2")][-3:] == [*(shelf.title for shelf in SHELVES), "Reports and summaries"]
    lines = [words(line) for line in page.xpath("//*[contains(@class, 'ch-shelf')]/li")]
    begun = next(training for training in catalogue.trainings if training.starts and training.starts.first <= catalogue.as_of)
    assert lines[0].startswith(f"Trainings {len(catalogue.trainings)} Courses. Newest: {begun.title}, ")
    assert lines[1] == "Months Month by month."
    assert "Last changed" in lines[3], "what has no date of its own is as new as its last change here"
    summaries, reports = lines[-1], lines[-2]
    newest = living_pages()["reports/"].xpath("string(//*[@class='ch-list']//a)")
    assert newest
    assert re.match(rf"Annual reports \d+ .+ Newest: {re.escape(newest)}", reports)
    assert re.match(r"Weekly summaries \d+ .+ Newest: Week \d+", summaries)
