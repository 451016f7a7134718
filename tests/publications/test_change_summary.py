"""The summary of a change: what a reviewer reads, and what no record can make of it."""

import re

from clearinghouse.catalogue.differences import ChangeSet, Difference
from clearinghouse.problems.problem import Problem
from clearinghouse.publications.change_summary import LONGEST, change_summary
from tests.support.examples import catalogue, record, yaml
from tests.support.publications.markdown_reader import Rendered

PLAN = {
    "plans/poa": yaml("plans"),
    "activities/poa/1.1.1": yaml("activities", "indicators: [{wording: Number of courses.}]"),
    "activities/poa/1.1.2": yaml("activities", "label: Sharing", label=None, wording="Share examples."),
}
NAME = "trainings/th-2026-03-one"


def change(before: dict[str, str], after: dict[str, str]) -> ChangeSet:
    """The change from some records to others, the plan beside both."""
    one, other = catalogue({**PLAN, **before}), catalogue({**PLAN, **after})
    differences = []
    for path in before.keys() | after.keys():
        collection, _, record_id = path.partition("/")
        states = (one.by_collection[collection].get(record_id), other.by_collection[collection].get(record_id))
        if states[0] != states[1]:
            differences.append(Difference(*states))
    return ChangeSet(tuple(sorted(differences, key=lambda difference: difference.record.key)), one, other)


def summary(before: dict[str, str], after: dict[str, str], *problems: Problem) -> str:
    """What is told of it."""
    return change_summary(change(before, after), [], problems)


def test_what_is_added_changed_and_withdrawn_is_told() -> None:
    """Each under its heading, a changed one with what it was and is."""
    others = {name: f"trainings/th-2026-03-{name}" for name in ("two", "three", "four")}
    before = {
        NAME: yaml("trainings", "place: Kui Buri"),
        others["two"]: yaml("trainings", title="Two"),
        others["three"]: yaml("trainings", title="Three"),
    }
    after = {
        NAME: yaml("trainings", "place: Chiang Rai"),
        others["two"]: yaml("trainings", "withdrawn: {date: 2026-02-01, reason: It stood here twice.}", title="Two"),
        others["four"]: yaml("trainings", title="Four"),
    }
    text = summary(before, after)
    assert "**1 added, 1 changed, 1 withdrawn and 1 removed.** No errors, no warnings." in text
    added, changed, withdrawn, removed = (
        text.split(f"### {name}\n")[1].split("\n###")[0] for name in ("Added", "Changed", "Withdrawn", "Removed")
    )
    assert "- `trainings/th-2026-03-four`: `Four`\n  - `summary`: `One plain sentence.` *added*" in added
    assert changed.strip().splitlines() == [
        f"- `{NAME}`: `Wildlife crime scene work`",
        "  - `place`: `Kui Buri` → `Chiang Rai`",
        "  - *no new entry in* `changes`: *subscribers do not learn of it*",
    ]
    assert "- `trainings/th-2026-03-two`: `Two`\n  - `withdrawn.date`: `2026-02-01` *added*" in withdrawn
    assert removed.strip() == "- `trainings/th-2026-03-three`: `Three`"


def test_a_renamed_record_says_what_it_was() -> None:
    """With the fields that changed besides."""
    one, other = catalogue({NAME: yaml("trainings")}), catalogue({f"{NAME}s": yaml("trainings", "former_ids: [th-2026-03-one]")})
    difference = Difference(one.by_collection["trainings"]["th-2026-03-one"], other.by_collection["trainings"]["th-2026-03-ones"])
    text = change_summary(ChangeSet((difference,), one, other), [], [])
    assert (
        f"### Renamed\n\n- `{NAME}s`: `Wildlife crime scene work`, until now `{NAME}`\n  - `former_ids`: `th-2026-03-one` *added*" in text
    )


def test_addresses_of_what_changes_are_told() -> None:
    """Pages and lists, feeds where there is something new, agendas, and indicators whose evidence changes."""
    keys = "host: TH", "audience: [rangers]", "topics: [crime-scene]", "serves: [poa/1.1.1]", "registration: {deadline: 2026-02-01}"
    text = summary({}, {NAME: yaml("trainings", *keys)})
    for address in (
        f"/{NAME}/", "/trainings/", "/trainings/by/audience/rangers/", "/trainings/by/activities/poe-1.1.1/", "/countries/th/",
        "/plans/poa/", "/plans/poa/1.1.1/", "/feeds/updates.rss", "/feeds/trainings.rss", "/feeds/countries/th.rss",
        "/feeds/topics/crime-scene.rss", "/feeds/audiences/rangers.rss", "/feeds/plans/poa.rss", "/agendas/all.ics",
        "/agendas/trainings.ics", "/agendas/deadlines.ics", "/agendas/countries/th.ics", "/agendas/audiences/rangers.ics",
        f"/{NAME}/event.ics",
    ):  # fmt: skip
        assert f"`{address}`" in text, address
    assert "- `poa/1.1.1`: `Number of courses.`" in text
    assert "/trainings/by/audience/customs/" not in text


def test_where_evidence_goes_both_activities_are_told() -> None:
    """The one that it came to and the one that it left; a record of low confidence is no evidence."""
    before, after = {NAME: yaml("trainings", "serves: [poa/1.1.1]")}, {NAME: yaml("trainings", "serves: [poa/1.1.2]")}
    indicators = summary(before, after).split("Indicators of")[1]
    assert "2 activities" in indicators
    assert "`poa/1.1.1`: `Number of courses.`" in indicators
    assert "`poa/1.1.2`: the plan gives none" in indicators
    low = yaml("trainings", "serves: [poa/1.1.1]", confidence="low")
    assert "No indicator" in summary({}, {NAME: low})


def test_a_draft_changes_nothing_on_the_site() -> None:
    """It is counted, and named nowhere."""
    draft, nothing = record(NAME, "draft: true", title="A secret course"), catalogue({})
    text = change_summary(ChangeSet((Difference(None, draft),), nothing, nothing), [], [])
    assert "**No record changes on the site and 1 draft in work.**" in text
    assert "No page." in text
    assert "secret" not in text


def test_problems_come_first_errors_before_warnings() -> None:
    """With place, words and remedy."""
    problems = [
        Problem("data/a.yml", 1, 1, "TWIN-001", "title", "x", "y", "look there", severity="warning"),
        Problem("data/b.yml", 4, 9, "DATE-002", "starts", "2026-02-30", "a real date", "write 2026-02-28"),
    ]
    lines = [line for line in summary({}, {}, *problems).splitlines() if "at `data/" in line]
    assert lines == [
        "- error `DATE-002` at `data/b.yml:4`, found `2026-02-30`: `write 2026-02-28`",
        "- warning `TWIN-001` at `data/a.yml:1`, found `x`: `look there`",
    ]


def test_what_was_published_and_goes_is_named_to_the_last() -> None:
    """Before all other problems, each with its key, and with the labels that would let it pass."""
    gone = [Problem("data/legislation/la.yml", 9, 1, "CHANGE-006", f"laws.{number}", "", "", "bring it back") for number in range(50)]
    others = [Problem(f"data/{number}.yml", 1, 1, "DATE-002", "starts") for number in range(50)]
    lines = summary({}, {}, *others, *gone).splitlines()
    named = [line for line in lines if line.startswith("- error")]
    assert named[:50] == [
        f"- error `CHANGE-006` at `data/legislation/la.yml:9` `laws.{number}`: `bring it back`" for number in sorted(range(50), key=str)
    ]
    assert "- *and 20 more problems*" in lines
    assert any(line.endswith("with a label of the pull request: `meant: CHANGE-006`.") for line in lines)
    before = {f"trainings/th-2026-03-{number}": yaml("trainings", title=f"Course {number}") for number in range(50)}
    assert summary(before, {}).count("- `trainings/th-2026-03-") == 50


def test_files_that_hold_no_record_are_named() -> None:
    """What concerns several states, and what only a workflow writes."""
    text = change_summary(change({}, {}), [], [], None, ["data/_links.jsonl", "data/legislation/_about.yml"])
    assert "### Other files of the data folder\n\n`data/_links.jsonl`, `data/legislation/_about.yml`. Pages that" in text


def test_what_cannot_be_read_is_told() -> None:
    """By the name of its file."""
    assert "Not read, because of their problems: `data/trainings/x.yml`." in change_summary(change({}, {}), ["data/trainings/x.yml"], [])


def test_owners_are_named_without_being_called() -> None:
    """In code, so that nobody gets a mail for it."""
    text = change_summary(change({}, {}), [], [], {("@team/th", "@anna"): 2, (): 1})
    assert "- `@team/th` `@anna`: 2 files" in text
    assert "- nobody: 1 file" in text


def test_no_record_can_write_markdown() -> None:
    """Title, texts and problems of a record are nothing but text: no element comes of them, and nobody is called."""
    evil = "`` ` <img src=x> @all [a](https://evil.example) **b** <!-- | evil"
    after = {NAME: yaml("trainings", f"place: '{evil}'", title=f"'{evil}'")}
    page = Rendered(summary({}, after, Problem(evil, 1, 1, "X-001", "", evil, "", evil)))
    assert page.text.count("<img src=x>") == 5
    assert not {"img", "a"} & set(page.elements)
    assert "evil" not in page.outside
    assert "@" not in page.outside


def test_a_large_change_is_told_in_part() -> None:
    """So many records, fields and addresses, and how many more there are."""
    offices = ", ".join(f"Office {number}" for number in range(60))
    after = {
        f"trainings/th-2026-03-{number}": yaml("trainings", f"organisers: [{offices}]", title=f"Course {number}") for number in range(50)
    }
    text = summary({}, after)
    assert text.count("- `trainings/th-") == 40
    assert "- *and 10 more records*" in text
    assert re.search(r"^    - \*and \d+ more fields\*$|^  - \*and \d+ more fields\*$", text, re.MULTILINE)
    assert re.search(r" and \d+ more\.$", text, re.MULTILINE)


def test_a_summary_has_an_end() -> None:
    """It fits into a comment, is cut at the end of a line, and says so."""
    offices = ", ".join(f"Office {'o' * 250} {number}" for number in range(30))
    after = {
        f"trainings/th-2026-03-{number}": yaml("trainings", f"organisers: [{offices}]", title=f"Course {number}") for number in range(40)
    }
    text = summary({}, after)
    assert len(text) <= LONGEST
    assert text.rstrip().endswith("`chm check --base` shows everything.*")
    assert Rendered(text).outside.count("`") == 0
