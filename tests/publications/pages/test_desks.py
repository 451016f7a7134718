"""Desks: what an office is told, where each line leads, and the feed that tells it on the day from which it is so."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.quality import OFFICES, Quality
from clearinghouse.publications import form_links
from clearinghouse.publications.form_links import FORM, FORMS
from clearinghouse.publications.html.parts import Item
from clearinghouse.publications.pages.upkeep import desks
from clearinghouse.publications.site import Site
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support import examples
from tests.support.publications.giving_out import SITE, ids, living, parsed, true

TRUE_DAY = date(2026, 11, 21)
REPOSITORY = Site("Clearing House", "https://site.example/chm/", "site.example", "https://github.example/o/r")
COPIED = "[{url: https://example.org, publisher: O, kind: study, accessed: 2026-01-10, archived: https://archive.example.org}]"


def items(catalogue: Catalogue, code: str, site: Site = SITE) -> list[Item]:
    """The lines of a desk, in their order."""
    groups = desks.context(code, Quality(catalogue), site)["sections"]
    return [item for group in groups for item in group.section.items]


def name_in(code: str) -> str:
    """An office in the address of its feed."""
    return code.lower() or "region"


def words(item: Item) -> str:
    """A line's context, as a reader sees it."""
    return "".join(bit.text for bit in item.context)


def desk(path: str, site: Site = SITE, **keys: str) -> list[Item]:
    """Thailand's desk where there is one record of its."""
    return items(examples.catalogue({path: examples.yaml(path.partition("/")[0], **keys)}), "TH", site)


@pytest.mark.parametrize("records", [lambda: true(TRUE_DAY), living], ids=["true", "living"])
def test_every_record_that_could_be_mended_stands_once_on_the_desk_of_its_office(records: Callable[[], Catalogue]) -> None:
    """And each line leads to the filled form, where its collection has one."""
    catalogue = records()
    quality = Quality(catalogue)
    editable_count = 0
    for code in OFFICES:
        lines = items(catalogue, code)
        wanting = {assessed.record.address: assessed for assessed in quality.of(code) if assessed.wants}
        assert sorted(str(line.head[0].to) for line in lines) == sorted(wanting)
        for line in lines:
            record = wanting[str(line.head[0].to)].record
            way = urlsplit(str(line.context[-1].to))
            assert way.path == FORM
            editable_count += record.collection in FORMS
            if record.collection in FORMS:
                assert parse_qs(way.query, keep_blank_values=True)["edit"] == [record.key]
    assert editable_count > 20


def test_a_stale_record_opens_the_form_that_verifies_it() -> None:
    """Others open it as they are."""
    stale, fresh = (desk("documents/th-doc", verified=day)[0].context[-1] for day in ("2024-03-10", "2026-03-01"))
    assert (stale.to, fresh.to) == ("contribute/?edit=documents/th-doc&verify", "contribute/?edit=documents/th-doc")


def test_a_record_without_a_form_leads_to_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or, without a repository, to the page that says how to tell us."""
    monkeypatch.setattr(form_links, "FORMS", ())
    assert desk("networks/th-net", REPOSITORY)[0].context[-1].href == "https://github.example/o/r/edit/main/data/networks/th-net.yml"
    assert desk("networks/th-net")[0].context[-1].to == FORM


def test_a_line_tells_all_that_could_be_mended() -> None:
    """The most urgent first, in sentences."""
    line = desk("trainings/th-2026-03-example", confidence="low", verified="2024-03-10")[0]
    assert words(line) == (
        "Training. It was to end on 2 March 2026, and no report was found that it took place. Checked on 10 March 2024. Uncertain. "
        "Not stated: place, host state, organisers, audience, topics. The source has no archived copy. Confirm this is still correct"
    )


def test_a_record_that_lacks_nothing_is_on_no_desk() -> None:
    """And the list says that there is nothing to do."""
    keys = {"url": "https://example.org", "verified": "2026-03-01", "sources": COPIED}
    catalogue = examples.catalogue({"documents/th-doc": examples.yaml("documents", **keys)})
    context = desks.context("TH", Quality(catalogue), SITE)
    assert [group.title for group in context["sections"]] == ["To do", "In numbers"]
    assert context["head"].lead == "0 of 1 record about Thailand have gaps."


def test_a_long_part_shows_its_first_lines_and_says_so() -> None:
    """A page stays light, whatever happens."""
    files = {f"documents/th-doc-{number}": examples.yaml("documents", verified="2026-03-01") for number in range(desks.MOST_LINES + 5)}
    group = desks.context("TH", Quality(examples.catalogue(files)), SITE)["sections"][0]
    assert group.title == f"Missing information: {desks.MOST_LINES + 5}"
    assert len(group.section.items) == desks.MOST_LINES
    assert group.about.endswith(f"The first {desks.MOST_LINES} of {desks.MOST_LINES + 5} are shown.")


# The feed


def feed(catalogue: Catalogue, code: str = "TH", ending: str = "rss") -> bytes:
    """The feed of a desk."""
    return dict(desks.feeds(Quality(catalogue), SITE))[f"feeds/desks/{name_in(code)}.{ending}"]


def test_there_are_two_feeds_for_every_desk_and_readers_take_them() -> None:
    """RSS and Atom say the same, also where nothing waits."""
    for catalogue in (living(), true(TRUE_DAY), examples.catalogue({})):
        given = dict(desks.feeds(Quality(catalogue), SITE))
        assert set(given) == {f"feeds/desks/{name_in(code)}.{ending}" for code in OFFICES for ending in ("rss", "xml", "atom")}
        for code in OFFICES:
            rss, atom = (parsed(given[f"feeds/desks/{name_in(code)}.{ending}"]) for ending in ("rss", "atom"))
            assert [(entry.id, entry.title, entry.link) for entry in rss.entries] == [
                (entry.id, entry.title, entry.link) for entry in atom.entries
            ]
            assert rss.feed.link == atom.feed.link == f"{SITE.url}{'countries/' + code.lower() if code else 'quality'}/desk/"


def test_what_is_dated_later_is_not_told_yet() -> None:
    """A record may stand there before the day on which it is published."""
    waiting = examples.catalogue({"documents/th-doc": examples.yaml("documents", published="2026-12-24", confidence="low")})
    assert parsed(feed(waiting)).entries == []


def test_a_step_keeps_its_name_when_another_is_done() -> None:
    """Its place among the others is no name, or subscribers would be told twice."""
    steps = [f"{{what: {what}, due: 2026-03, source: {examples.SOURCE}}}" for what in ("A law is drafted.", "A decree is drafted.")]
    both, one = (
        {
            entry.id
            for entry in parsed(
                feed(examples.catalogue({"legislation/la": examples.yaml("legislation", next_steps=f"[{steps_left}]")}), "LA")
            ).entries
        }
        for steps_left in (", ".join(steps), steps[1])
    )
    assert len(both - one) == 1
    assert one < both


def test_a_feed_tells_what_the_desk_shows() -> None:
    """No record but those that could be mended, each at the address of its filled form."""
    quality = Quality(living())
    count = 0
    for code in OFFICES:
        wanting = {assessed.record.first_key for assessed in quality.of(code) if assessed.wants}
        entries = parsed(feed(living(), code)).entries
        assert {entry.id.partition(":")[2].partition(":")[2].partition("#")[0] for entry in entries} <= wanting
        assert all(entry.link.startswith(f"{SITE.url}{FORM}") for entry in entries)
        count += len(entries)
    assert count > 10


TIMES: Mapping[str, str] = {
    "starts": "2026-03-02", "published": "2025-01-10", "verified": "2025-06-01", "sources": COPIED, "place": "Ubon", "host": "TH",
    "organisers": "[Office]", "audience": "[rangers]", "topics": "[evidence]",
}  # fmt: skip


def test_each_need_comes_on_its_day_and_goes_when_it_is_met() -> None:
    """To confirm, to report, to verify soon, to verify; the ids stay the same as long as the need is the same."""
    path = "trainings/th-2026-03-example"
    days_of: dict[str, list[date]] = {}
    day = date(2026, 1, 20)
    while day < date(2026, 6, 10):
        catalogue = examples.catalogue({path: examples.yaml("trainings", **TIMES)}, day)
        for name in ids(feed(catalogue)):
            days_of.setdefault(name.partition("#desk:")[2], []).append(day)
        day += timedelta(1)
    spans = {name: (min(days), max(days)) for name, days in days_of.items()}
    assert spans == {
        "confirmation:2026-03-02": (date(2026, 1, 31), date(2026, 3, 1)),
        "report": (date(2026, 3, 3), date(2026, 6, 9)),
        "verification:2026-06-01": (date(2026, 5, 2), date(2026, 5, 31)),
        "stale:2026-06-01": (date(2026, 6, 1), date(2026, 6, 9)),
    }
    reported_catalogue = examples.catalogue(
        {path: examples.yaml("trainings", **{**TIMES, "status": "held", "participants": "20", "verified": "2026-06-08"})}, day
    )
    assert ids(feed(reported_catalogue)) == []


def test_an_id_outlasts_a_rename_and_another_day() -> None:
    """A reader must not be told twice."""
    keys = {"verified": "2024-03-10", "published": "2024-01-10"}
    before = examples.catalogue({"documents/th-doc": examples.yaml("documents", **keys)})
    after = examples.catalogue(
        {"documents/th-other": examples.yaml("documents", former_ids="[th-doc]", **keys)}, examples.TODAY + timedelta(30)
    )
    assert ids(feed(before)) == ids(feed(after)) == ["documents/th-doc#desk:stale:2025-03-10", "documents/th-doc#desk:lacking"]


@pytest.mark.long
def test_records_of_the_opening_are_told_by_the_desk_alone() -> None:
    """Three hundred entries on the first day would be read by nobody; what falls due is told all the same."""
    assert all("#desk:lacking" not in name for code in MEMBER_STATES for name in ids(feed(true(TRUE_DAY), code)))
    later = [name for code in MEMBER_STATES for name in ids(feed(true(date(2027, 11, 21)), code))]
    assert sum("#desk:stale:2027-11-21" in name for name in later) > 100


def test_odd_text_does_nothing_in_an_entry() -> None:
    """What comes from records is escaped."""
    step = f"[{{what: '<script>x</script> & more', due: 2026-04, source: {examples.SOURCE}}}]"
    catalogue = examples.catalogue({"legislation/th": examples.yaml("legislation", title="Thailand", country="TH", next_steps=step)})
    assert b"&lt;script&gt;" not in feed(catalogue).replace(b"&amp;lt;script&amp;gt;", b"")
    assert b"&amp;lt;script&amp;gt;x" in feed(catalogue)
