"""News: what changed, from the records' own dates."""

from datetime import date

from clearinghouse.catalogue.news import news
from tests.support.examples import TODAY, catalogue, yaml

CHANGES = "[{on: 2026-02-01, what: moved, id: moved-to-april}, {on: 2026-02-20, what: confirmed, id: confirmed}]"


def news_of(files: dict[str, str], as_of: date = TODAY) -> list[tuple[str, str, str]]:
    """Day, id and kind of all news."""
    return [(item.on.isoformat(), item.id, item.what) for item in news(catalogue(files, as_of))]


def test_news_are_publications_and_changes_newest_first() -> None:
    """Each with an id of its own that never changes."""
    files = {"trainings/th-2026-03-x": yaml("trainings", changes=CHANGES), "networks/net-x": yaml("networks", published="2026-02-10")}
    assert news_of(files) == [
        ("2026-02-20", "trainings/th-2026-03-x#confirmed", "confirmed"),
        ("2026-02-10", "networks/net-x#new", "new"),
        ("2026-02-01", "trainings/th-2026-03-x#moved-to-april", "moved"),
        ("2026-01-10", "trainings/th-2026-03-x#new", "new"),
    ]


def test_what_is_dated_later_is_not_told_yet() -> None:
    """Neither records nor changes nor notices of the future; on their day they are."""
    files = {
        "trainings/th-2026-03-x": yaml("trainings", changes=CHANGES),
        "networks/net-x": yaml("networks", published="2026-02-10"),
        "updates/2026-02-05-x": yaml("updates", date="2026-02-05", published="2026-02-05"),
    }
    assert [item[1] for item in news_of(files, date(2026, 2, 4))] == ["trainings/th-2026-03-x#moved-to-april", "trainings/th-2026-03-x#new"]
    assert news_of(files, date(2026, 2, 5))[0][1] == "updates/2026-02-05-x#new"
    assert news_of(files, date(2026, 1, 9)) == []


def test_the_notice_of_the_first_day_stands_for_all_records_of_that_day() -> None:
    """They have no entry of their own; their later changes have, and so have records of other days."""
    files = {
        "updates/2026-01-10-first": yaml("updates", date="2026-01-10", stands_for_all="true"),
        "trainings/th-2026-03-x": yaml("trainings", changes=CHANGES),
        "networks/net-x": yaml("networks"),
        "networks/net-y": yaml("networks", published="2026-01-11"),
    }
    assert [item[1] for item in news_of(files)] == [
        "trainings/th-2026-03-x#confirmed", "trainings/th-2026-03-x#moved-to-april", "networks/net-y#new", "updates/2026-01-10-first#new",
    ]  # fmt: skip


def test_an_ordinary_notice_stands_for_itself_alone() -> None:
    """Records published on its day have entries of their own."""
    files = {"updates/2026-01-10-x": yaml("updates", date="2026-01-10"), "networks/net-x": yaml("networks")}
    assert {item[2] for item in news_of(files)} == {"notice", "new"}


def test_a_notice_of_the_future_silences_nobody() -> None:
    """Were it to stand for all records of a day to come, today's would be told by nobody."""
    files = {
        "updates/2026-04-01-x": yaml("updates", date="2026-04-01", stands_for_all="true"),
        "networks/net-x": yaml("networks", published="2026-04-01"),
        "networks/net-y": yaml("networks", published="2026-03-01"),
    }
    assert [item[1] for item in news_of(files)] == ["networks/net-y#new"]
    assert [item[1] for item in news_of(files, date(2026, 4, 1))] == ["updates/2026-04-01-x#new", "networks/net-y#new"]


def test_a_withdrawal_is_told_once() -> None:
    """From the record's own entry where it has one, else from its reason."""
    withdrawn = "{date: 2026-02-01, reason: It stood here twice.}"
    entry = "[{on: 2026-02-01, what: withdrawn, id: twice}]"
    assert [item[1:] for item in news_of({"networks/x": yaml("networks", withdrawn=withdrawn)})] == [
        ("networks/x#withdrawn", "withdrawn"), ("networks/x#new", "new"),
    ]  # fmt: skip
    assert [item[1:] for item in news_of({"networks/x": yaml("networks", withdrawn=withdrawn, changes=entry)})] == [
        ("networks/x#twice", "withdrawn"), ("networks/x#new", "new"),
    ]  # fmt: skip


def test_a_draft_is_told_to_nobody() -> None:
    """It reaches no output at all."""
    assert news_of({"networks/net-x": yaml("networks", draft="true", changes=CHANGES)}) == []


def test_ids_of_news_are_unique() -> None:
    """Over all records and changes, whatever their dates."""
    files = {f"trainings/th-2026-03-{name}": yaml("trainings", changes=CHANGES) for name in "abc"}
    news_ids = [item[1] for item in news_of(files)]
    assert len(news_ids) == len(set(news_ids)) == 9


def test_an_entry_of_a_log_is_news_of_its_plan_but_on_the_first_day_of_all() -> None:
    """Of activities and of their parts: the first day says where they stood, later ones what has happened since."""
    first, later = (f"{{on: {day}, delivery: under way, by: public sources, confidence: medium}}" for day in ("2026-02-01", "2026-02-20"))
    files = {
        "plans/poe": yaml("plans"),
        "activities/poe/1.1.1": yaml("activities", log=f"[{first}, {later}]"),
        "activities/poe/1.1.2": yaml("activities", sub_activities=f"[{{id: a, wording: One., log: [{later}]}}]"),
    }
    assert news_of(files) == [
        ("2026-02-20", "plans/poe#log-1-1-2-a-1", "delivery"),
        ("2026-02-20", "plans/poe#log-1-1-1-2", "delivery"),
        ("2026-01-10", "plans/poe#new", "new"),
    ]
    pieces = news(catalogue(files))
    assert [piece.address for piece in pieces[:2]] == ["plans/poe/1.1.2/", "plans/poe/1.1.1/"]
