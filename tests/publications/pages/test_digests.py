"""Digests: a week on one page and as plain text, with every piece of news in one of them."""

import re
from datetime import date, timedelta

import pytest

from clearinghouse.catalogue.reminders import news_and_reminders
from clearinghouse.publications.pages.news.digests import Digest, context, digest_text, digests, overview
from tests.support.examples import catalogue, yaml
from tests.support.publications.giving_out import LIVING_DAY, SITE, living

WIDEST = 72


def weeks(as_of: date, **published: str) -> list[Digest]:
    """The digests of networks published on these days."""
    return list(digests(catalogue({f"networks/net-{name}": yaml("networks", published=day) for name, day in published.items()}, as_of)))


def test_every_piece_of_news_stands_in_one_digest() -> None:
    """In that of its week, and in one group of it; weeks without news have none."""
    records = living()
    all_digests = digests(records)
    assert [item.id for digest in all_digests for item in digest.news] == [item.id for item in news_and_reminders(records)]
    for digest in all_digests:
        assert digest.monday.weekday() == 0
        assert all(digest.monday <= item.on < digest.monday + timedelta(7) for item in digest.news)
        grouped = [item.id for _, _, members in digest.groups for item in members]
        assert sorted(grouped) == sorted(item.id for item in digest.news)
    assert len({digest.monday for digest in all_digests}) == len(all_digests) < (all_digests[0].monday - all_digests[-1].monday).days / 7


@pytest.mark.parametrize(
    ("day", "address", "days"),
    [
        ("2026-03-08", "updates/digest/2026-w10/", "2 to 8 March 2026"),
        ("2026-03-09", "updates/digest/2026-w11/", "9 to 15 March 2026"),
        ("2027-01-03", "updates/digest/2026-w53/", "28 December 2026 to 3 January 2027"),
        ("2024-12-30", "updates/digest/2025-w01/", "30 December 2024 to 5 January 2025"),
    ],
)
def test_weeks_are_those_of_iso_8601(day: str, address: str, days: str) -> None:
    """From Monday to Sunday, also where a year ends in the middle of one."""
    (digest,) = weeks(date(2027, 6, 1), a=day)
    assert (digest.address, digest.days) == (address, days)


def test_a_week_that_is_not_over_says_so() -> None:
    """On its page; from Monday on it says so no more, and nothing of it changes again."""
    for day, is_over in ((date(2026, 3, 4), False), (date(2026, 3, 8), False), (date(2026, 3, 9), True)):
        (digest,) = weeks(day, a="2026-03-03")
        assert digest.is_over == is_over
        assert (context(digest, catalogue({}))["notice"] is None) == is_over
    before, after = ({digest.address: digest for digest in digests(living(day))} for day in (LIVING_DAY, LIVING_DAY + timedelta(60)))
    for address, digest in before.items():
        if digest.is_over:
            assert digest_text(after[address], living(), SITE) == digest_text(digest, living(), SITE)


def test_a_digest_tells_what_starts_in_the_two_weeks_after_it() -> None:
    """Soonest first, and nothing that is off."""
    starts = {"sunday": "2026-03-08", "monday": "2026-03-09", "last": "2026-03-22", "late": "2026-03-23", "month": "2026-03"}
    files = {f"trainings/th-2026-03-{name}": yaml("trainings", starts=day, published="2026-03-04") for name, day in starts.items()}
    files["trainings/th-2026-03-off"] = yaml("trainings", starts="2026-03-10", status="cancelled", published="2026-03-04")
    (digest,) = digests(catalogue(files, date(2026, 3, 4)))
    assert [event.id for event in digest.coming] == ["th-2026-03-monday", "th-2026-03-last"]
    assert digest.days_ahead == "9 to 22 March 2026"


def test_the_text_can_be_mailed_as_it_stands() -> None:
    """Lines of at most 72 characters but for addresses, every entry with its headline and its whole address, and no HTML."""
    records = living()
    for digest in digests(records):
        text = digest_text(digest, records, SITE)
        assert text.endswith("\n")
        for line in text.splitlines():
            # What no space parts is not cut: an address, or a phrase in Khmer.
            assert len(line) <= WIDEST or " " not in line.removeprefix("* ").strip(), line
        addresses = re.findall(r"https://\S+", text)
        assert len(addresses) >= len(digest.news) + len(digest.coming)
        assert all(address.startswith((SITE.url, "https://example.")) for address in addresses)
        assert not re.search(r"</?\w+>", text.replace("<ivory>", "").replace("<script>", "").replace("</script>", ""))


def test_a_digest_says_in_a_line_how_much_of_what_there_is() -> None:
    """In the order of its groups."""
    summaries = {digest.address: digest.summary for digest in digests(living())}
    expected = "1 moved, 1 postponed, 3 confirmed, 1 updated, 1 assessed, 2 log entries, 3 new, 1 held, 3 closing soon and 2 starting soon"
    assert summaries["updates/digest/2026-w10/"] == expected


def test_the_list_of_digests_is_honest_when_there_is_none() -> None:
    """It says so."""
    (section,) = overview(())["sections"]
    assert section.empty is not None
    assert section.items == ()
