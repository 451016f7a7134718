"""Related records: what a reader of one may want to see next."""

import pytest

from clearinghouse.catalogue.related import MOST, Relations
from clearinghouse.records.collections.record import Record
from tests.support.examples import catalogue, yaml

OWN = "[{{url: https://example.org/{}, publisher: Office, kind: official site, accessed: 2026-01-10}}]"


def training(number: int, **keys: str) -> str:
    """A training with a source of its own."""
    return yaml("trainings", **{"sources": OWN.format(number), **keys})


def related(files: dict[str, str], record_id: str) -> list[str]:
    """The ids of what is related to a training."""
    every = catalogue(files)
    record = every.by_collection["trainings"][record_id]
    assert isinstance(record, Record)
    return [relation.record.id for relation in Relations(every).of(record)]


def test_what_shares_a_source_is_related() -> None:
    """Across collections, and never the record itself."""
    files = {
        "trainings/th-2026-03-a": training(1),
        "trainings/th-2026-03-b": training(1),
        "networks/net-x": yaml("networks", sources=OWN.format(1)),
    }
    assert sorted(related(files, "th-2026-03-a")) == ["net-x", "th-2026-03-b"]
    assert "th-2026-03-b" not in related(files, "th-2026-03-b")


def test_what_shares_nothing_is_not_related() -> None:
    """Nor is what shares but a state."""
    files = {
        "trainings/th-2026-03-a": training(1, countries="[TH]"),
        "trainings/th-2026-03-b": training(2, countries="[TH]"),
        "trainings/th-2026-03-c": training(3),
    }
    assert related(files, "th-2026-03-a") == []


def test_what_shares_more_stands_before_what_shares_less() -> None:
    """And of equals the nearest in time."""
    files = {
        "trainings/th-2026-03-a": training(1, topics="[timber, patrol]", host="TH"),
        "trainings/th-2026-03-far": training(2, topics="[timber, patrol]", starts="2020-01-01"),
        "trainings/th-2026-03-near": training(3, topics="[timber, patrol]", starts="2026-03-01"),
        "trainings/th-2026-03-more": training(4, topics="[timber, patrol]", starts="2015-01-01", host="TH"),
    }
    assert related(files, "th-2026-03-a") == ["th-2026-03-more", "th-2026-03-near", "th-2026-03-far"]


def test_no_more_than_a_few_are_related() -> None:
    """However many share all."""
    files = {f"trainings/th-2026-03-{number}": training(1, starts=f"2026-03-{number:02}") for number in range(1, 21)}
    related_ids = related(files, "th-2026-03-10")
    assert len(related_ids) == MOST
    assert set(related_ids) <= {f"th-2026-03-{number}" for number in (8, 9, 11, 12)}


@pytest.mark.parametrize("keys", [{"withdrawn": "{date: 2026-02-01, reason: It stood here twice.}"}, {"draft": "true"}])
def test_what_is_withdrawn_or_a_draft_is_nobodys_relation(keys: dict[str, str]) -> None:
    """A reader would be led astray."""
    assert related({"trainings/th-2026-03-a": training(1), "trainings/th-2026-03-b": training(1, **keys)}, "th-2026-03-a") == []


def test_laws_and_notices_are_not_among_relations() -> None:
    """They have pages of their own for that."""
    files = {
        "trainings/th-2026-03-a": training(1, countries="[LA]"),
        "legislation/la": yaml("legislation", sources=OWN.format(1)),
        "updates/2026-01-12-x": yaml("updates", sources=OWN.format(1)),
    }
    assert related(files, "th-2026-03-a") == []


def test_relations_are_the_same_whatever_the_order_of_files() -> None:
    """Two builds of the same data give the same pages."""
    files = {f"trainings/th-2026-03-{number}": training(1, topics="[timber]") for number in range(1, 10)}
    assert related(files, "th-2026-03-5") == related(dict(reversed(files.items())), "th-2026-03-5")


def test_a_relation_says_what_both_share() -> None:
    """The weightiest first."""
    every = catalogue(
        {"trainings/th-2026-03-a": training(1, topics="[timber]"), "trainings/th-2026-03-b": training(1, topics="[timber, patrol]")}
    )
    (relation,) = Relations(every).of(every.trainings[0])
    assert relation.shared == (("source", "https://example.org/1"), ("topic", "timber"))


def test_meetings_of_a_body_stand_in_a_row() -> None:
    """Each has the one before and the one after it; what is in no series has neither."""
    files = {f"workshops/asean-20{year}-x": yaml("workshops", starts=f"20{year}-05-01", body_of="awg-cites-we") for year in (16, 18, 17)}
    every = catalogue({**files, "workshops/asean-2017-y": yaml("workshops", starts="2017-06-01")})
    relations = Relations(every)
    beside = {workshop.id: [other and other.id for other in relations.beside(workshop)] for workshop in every.collection("workshops")}
    assert beside == {
        "asean-2016-x": [None, "asean-2017-x"],
        "asean-2017-x": ["asean-2016-x", "asean-2018-x"],
        "asean-2018-x": ["asean-2017-x", None],
        "asean-2017-y": [None, None],
    }


def test_a_document_is_cited_by_what_names_its_address() -> None:
    """Or the page on which it was found; never by itself."""
    files = {
        "documents/doc": yaml("documents", url="https://example.org/2", sources=OWN.format(1)),
        "trainings/th-2026-03-a": training(1),
        "trainings/th-2026-03-b": training(2),
        "trainings/th-2026-03-c": training(3),
    }
    every = catalogue(files)
    assert sorted(record.id for record in Relations(every).citing(every.collection("documents")[0], 10)) == ["th-2026-03-a", "th-2026-03-b"]


def test_what_stands_on_a_page_already_is_passed_over() -> None:
    """Another takes its place."""
    every = catalogue({f"trainings/th-2026-03-{number}": training(1, starts=f"2026-03-{number:02}") for number in range(1, 8)})
    record = every.trainings[3]
    first = [relation.record.address for relation in Relations(every).of(record)]
    others = [relation.record.address for relation in Relations(every).of(record, {*first})]
    assert (len(first), len(others)) == (MOST, 2)
    assert not {*first} & {*others}
