"""API: every record is there as data, every file is as its schema says, and nothing is there that nobody should see."""

from dataclasses import replace
from typing import Any

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data import rows
from clearinghouse.publications.offline.packs import edition_paths
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.written.yaml_text import plain
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support.plain import LIVING_DATA
from tests.support.publications.giving_out import LIVING_DAY, SITE, living
from tests.support.publications.open_data import API, documents, living_documents
from tests.support.schemas import validator


def listed(name: str) -> list[Any]:
    """The rows of a list."""
    content: list[Any] = living_documents()[f"{name}.json"]["rows"]
    return content


def text_of(value: Any) -> Any:
    """A value of a document as strict reading has it: texts."""
    if isinstance(value, dict):
        return {key: text_of(member) for key, member in value.items()}
    if isinstance(value, list):
        return [text_of(member) for member in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_every_record_is_there_as_its_file_says_it() -> None:
    """By the keys of its model, nothing lost and nothing added; what stays in its file stays there."""
    for name in COLLECTIONS:
        for record in living().by_collection[name].values():
            if isinstance(record, Record) and not record.is_revealed(LIVING_DAY):
                assert f"{name}/{record.id}.json" not in living_documents()
                continue
            document = living_documents()[f"{name}/{record.id}.json"]
            said = {key: value for key, value in plain(record).items() if key != "reviewed"}
            assert text_of(document["record"]) == said, record.key
            assert (document["collection"], document["id"], document["file"]) == (name, record.id, record.path)
            assert document["url"] == SITE.url + record.address
            assert document["address"] == f"{SITE.url}{API}{record.key}.json"


def test_every_record_document_is_as_its_schema_says() -> None:
    """The schemas themselves are sound, and forbid what they do not know."""
    checked = set()
    for name in (*COLLECTIONS, "countries", "laws", "penalties", "requirements", "indicators", "changes"):
        schema = living_documents()[f"schemas/{name}.json"]
        rules = validator(schema, formats=True)
        own = [place for place in living_documents() if place.startswith(f"{name}/") and "/page/" not in place] or [f"{name}.json"]
        for place in own if name != "changes" else ["changes.json"]:
            rules.validate(living_documents()[place])
            assert not rules.is_valid({**living_documents()[place], "unknown": 1})
            checked.add(name)
    assert set(COLLECTIONS) - {name for name in COLLECTIONS if not listed(name)} <= checked


def test_texts_are_texts_and_days_are_days() -> None:
    """No letter is written as a page would need it; numbers and truths are JSON's own."""
    records = living().by_collection["trainings"]
    record = next(iter(records.values()))
    assert isinstance(record, Record)
    odd = record.model_copy(update={"title": 'Rangers & "customs" <b>', "confidence": "low"})
    document = documents(Catalogue.of({"trainings": {odd.id: odd}}, None, LIVING_DAY))[f"trainings/{odd.id}.json"]
    assert document["record"]["title"] == 'Rangers & "customs" <b>'
    assert document["computed"]["is_certain"] is False
    assert isinstance(document["record"]["published"], str)
    assert all(source["class"] for source in document["computed"]["sources"])


def test_drafts_are_nowhere_and_what_was_withdrawn_says_so() -> None:
    """A withdrawn record stays at its address; a renamed one is found at its former one too."""
    drafts = [path for path in LIVING_DATA.rglob("*.yml") if "\ndraft: true" in path.read_text("utf-8")]
    assert drafts
    assert not [place for place in living_documents() if any(place.endswith(f"/{path.stem}.json") for path in drafts)]
    withdrawn = [record for record in living().records if record.withdrawn]
    assert withdrawn
    for record in withdrawn:
        document = living_documents()[f"{record.key}.json"]
        assert document["is_withdrawn"]
        assert document["record"]["withdrawn"]["reason"]
        assert not document["computed"]["is_certain"]
    renamed = [record for record in living().records if record.former_ids]
    assert renamed
    for record in renamed:
        for former in record.former_ids:
            assert living_documents()[f"{record.collection}/{former}.json"] == living_documents()[f"{record.key}.json"]


def test_the_index_names_every_list_and_its_schema() -> None:
    """With its number of rows, and when the last of them changed."""
    index = living_documents()["index.json"]
    assert index["generated_at"] == LIVING_DAY.isoformat()
    assert {"trainings", "countries", "indicators", "laws", "penalties", "requirements", "changes"} <= {
        outline["name"] for outline in index["lists"]
    }
    for outline in index["lists"]:
        first = living_documents()[outline["address"].removeprefix(SITE.url + API)]
        assert first["total"] == outline["total"] == len(first["rows"])
        assert first["last_modified"] == outline["last_modified"]
        assert outline["schema"].removeprefix(SITE.url + API) in living_documents()


def test_a_long_list_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each leads to the next; together they are the whole list, in its order."""
    monkeypatch.setattr(rows, "SIZE", 2)
    parts = documents(living())
    together, place = [], "trainings.json"
    while place:
        part = parts[place]
        assert len(part["rows"]) <= 2
        assert part["total"] == len(listed("trainings"))
        together += part["rows"]
        place = (part["next"] or "").removeprefix(SITE.url + API)
    assert together == listed("trainings")
    assert part["page"] == part["pages"] > 1


def test_what_is_counted_is_what_the_pages_count() -> None:
    """Evidence in its groups and what was left out, the working of indicators, what concerns a state, and what changed when."""
    for activity in living().activities:
        document = living_documents()[f"activities/{activity.id}.json"]
        counted = [key for keys in document["computed"]["evidence"].values() for key in keys]
        left_out = [key for part in document["computed"]["left_out"] for key in part["records"]]
        assert sorted(counted + left_out) == sorted(record.key for record in living().serving(activity))
        assert document["computed"]["indicators"] == [row for row in listed("indicators") if row["activity"] == activity.id]
    assert all(row["working"]["rule"] and row["answer"] for row in listed("indicators"))
    for state in MEMBER_STATES.values():
        country = living_documents()[f"countries/{state.address}.json"]
        assert country["records"]["trainings"] == [record.key for record in living().concerning(state.code, "trainings")]
    laws = [law for record in living().legislation if not record.withdrawn for law in record.laws]
    assert len(listed("laws")) == len(laws)
    assert {row["month"] for row in listed("changes")} == {
        row["last_modified"][:7] for month in listed("changes") for row in listed(f"changes/{month['month']}")
    }
    assert sum(row["total"] for row in listed("changes")) == sum(len(listed(f"changes/{row['month']}")) for row in listed("changes"))


def test_the_same_records_give_the_same_files() -> None:
    """Whoever keeps a copy sees by them what changed."""
    assert documents(replace(living())) == living_documents()


def test_copies_for_a_disk_leave_the_api_out() -> None:
    """Its links lead to the site, and no page reads it."""
    assert edition_paths([f"{API}index.json", f"{API}trainings/a.json", "trainings/a/index.html"]) == ["trainings/a/index.html"]
