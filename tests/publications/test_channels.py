"""Channels: a list that is declared as a family of them can be followed in every way, with nothing else touched."""

import pytest

from clearinghouse.publications import channels as declared
from clearinghouse.publications.channels import FAMILIES, Family, channels
from clearinghouse.publications.feeds.autodiscovery import fitting
from clearinghouse.publications.pages.subscribe import context
from tests.support.examples import catalogue, yaml
from tests.support.publications.giving_out import SITE, agendas_of, events, feeds_of, ids

RECORD = "trainings/th-2026-03-x"
LANGUAGES = Family(
    "languages",
    "Languages",
    "Language",
    lambda _: (("th", "Thai"), ("lo", "Lao")),
    lambda record: getattr(record, "languages", ()),
    "trainings/by/languages/{}/",
    "languages",
    has_agendas=True,
)


@pytest.fixture(autouse=True)
def one_more_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """The languages of events, which nobody can follow until they are declared."""
    monkeypatch.setattr(declared, "FAMILIES", (*FAMILIES, LANGUAGES))


def test_its_terms_have_feeds_and_agendas() -> None:
    """With the records that belong to each; those of a term that nobody has are there too."""
    records = catalogue({RECORD: yaml("trainings", starts="2027-03-02", languages="[th]")})
    given, agendas = feeds_of(records), agendas_of(records)
    for ending in ("rss", "atom"):
        assert ids(given[f"feeds/languages/th.{ending}"]) == [f"{RECORD}#new"]
        assert ids(given[f"feeds/languages/lo.{ending}"]) == []
    assert len(events(agendas["agendas/languages/th.ics"])) == 1
    assert len(events(agendas["agendas/languages/lo.ics"])) == 0


def test_readers_find_it() -> None:
    """In the list of all feeds, on the page to subscribe, and in the head of the list that shows the same."""
    records = catalogue({RECORD: yaml("trainings", languages="[th]")})
    assert b'<outline text="Languages">' in feeds_of(records)["feeds/all.opml"]
    group = context(records, SITE, "")["groups"][-1]
    assert (group["title"], [choice.channel.label for choice in group["choices"]]) == ("Languages", ["Thai", "Lao"])
    assert [channel.id for channel in fitting("workshops/by/languages/th/", channels(records))] == ["languages/th", "workshops", "all"]
