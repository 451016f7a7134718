"""Latest changes on the front page: what came together on a day is told together, everything else by itself."""

from clearinghouse.catalogue.news import news
from clearinghouse.publications.pages.front import latest_changes
from tests.support.examples import catalogue, yaml


def test_records_of_one_collection_and_day_are_one_line() -> None:
    """With how many there are and the first of their titles, each of which leads to its record."""
    files = {
        f"trainings/th-2026-0{number}-course": yaml("trainings", title=f"Course {number}", published="2026-03-02") for number in range(1, 6)
    }
    files["trainings/th-2026-06-course"] = yaml("trainings", title="Earlier", published="2026-03-01")
    files["workshops/th-2026-03-meeting"] = yaml("workshops", title="Meeting", published="2026-03-02")
    together, *others = sorted(latest_changes(news(catalogue(files))), key=lambda line: line.title)
    assert [together.title, together.to] == ["5 trainings added", "trainings/"]
    assert "".join(bit.text for bit in together.context) == "Course 5; Course 4; Course 3; and 2 more"
    assert together.context[0].to == "trainings/th-2026-05-course/"
    assert [line.title for line in others] == ["Earlier", "Meeting"]
