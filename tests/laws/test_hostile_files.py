"""Hostile files: each is read or refused at once, in a process that would be killed if it took much time or memory."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.problems.limit import MOST_PROBLEMS
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import FORMATS, report
from clearinghouse.reading.files.strict_yaml import Document, read_yaml, scanned
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationAbout
from clearinghouse.records.keys.keys_of import names_at
from tests.support.haste import daily
from tests.support.patience import patient
from tests.support.reading import hostile
from tests.support.running import ROOT
from tests.support.visible import can_be_seen

SECONDS, MEGABYTES = patient(1), 200
WORST = ("many keys that are nearly right", "as many topics as a list may have", "many languages", "many states in many places", "joiners")
SHAPES = ("", "x", "[]", "[x]", "[[x]]", "{}", "{x: y}", "[{x: y}]", "{from: [x], to: {y: z}, '[key]': x}")
MODELS = {**{name: collection.model for name, collection in COLLECTIONS.items()}, "about": LegislationAbout}


@pytest.fixture(scope="module")
def outcome_of() -> Iterator[Callable[[str], Mapping[str, Any]]]:
    """Called with `collection: name`, says how the reading of that file went."""
    command = [sys.executable, "-m", "tests.support.reading.hostile"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as reader:
        assert reader.stdin
        assert reader.stdout
        names, answers = reader.stdin, reader.stdout

        def outcome(name: str) -> Mapping[str, Any]:
            names.write(f"{name}\n")
            names.flush()
            answer: Mapping[str, Any] = json.loads(answers.readline())
            assert "ended" not in answer, f"the reader was stopped: {answer['ended']}"
            return answer

        yield outcome
        names.close()


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_a_hostile_file_is_refused_at_once(name: str, outcome_of: Callable[[str], Mapping[str, Any]]) -> None:
    """With one problem that says why, before anything is made of it."""
    outcome = outcome_of(f"networks: {name}")
    assert outcome["seconds"] < SECONDS
    assert outcome["megabytes"] < MEGABYTES
    (code,) = outcome["codes"]
    assert code.startswith(("FILE-", "YAML-"))


@pytest.mark.parametrize("name", daily(hostile.READ, *WORST))
@pytest.mark.parametrize("collection", ["trainings", pytest.param("legislation", marks=pytest.mark.long)])
def test_an_overgrown_file_is_judged_at_once(collection: str, name: str, outcome_of: Callable[[str], Mapping[str, Any]]) -> None:
    """And its report is one that a person can read to its end."""
    outcome = outcome_of(f"{collection}: {name}")
    assert outcome["seconds"] < SECONDS
    assert outcome["megabytes"] < MEGABYTES
    assert 0 < outcome["problems"] <= MOST_PROBLEMS + 2
    assert outcome["characters"] < 50_000


def _read(content: bytes) -> Document | list[Problem]:
    """Reads, and holds what every reading promises."""
    began = time.process_time()
    read = read_yaml("x.yml", content)
    assert time.process_time() - began < SECONDS
    if isinstance(read, list):
        assert read
        assert all(can_be_seen(report(read, 1, form)) for form in FORMATS)
    return read


def _typed(document: Document) -> None:
    """Types a document as a record of every collection: a record or problems, never an exception."""
    for model in MODELS.values():
        record = typed(model, document, {"id": "x", "path": "x.yml"} if "id" in model.model_fields else {})
        if isinstance(record, list):
            assert record
            assert all(can_be_seen(report(record, 1, form)) for form in FORMATS)
            assert all(problem.line >= 1 and problem.column >= 1 and problem.fix for problem in record)


@given(some.binary(max_size=200))
def test_any_bytes_are_a_document_or_problems(content: bytes) -> None:
    """Never an exception, never a hang."""
    _read(content)


_YAML = some.text(alphabet="ab:- \n\t[]{},&*!|>'\"%@`#?<\\~0.\r\u202e\ud7ffก", max_size=60)


@given(_YAML)
def test_any_text_is_a_document_or_problems(text: str) -> None:
    """Above all text of the signs of YAML."""
    read = _read(text.encode("utf-8"))
    if isinstance(read, Document):
        _typed(read)


@given(some.text(max_size=100))
def test_any_value_in_quotes_is_read_as_it_is_or_refused(text: str) -> None:
    """JSON's quotes are YAML's double quotes."""
    read = _read(json.dumps({"title": text}, ensure_ascii=True).replace("\\/", "/").encode())
    if isinstance(read, Document):
        assert read.data["title"] == text
    else:
        assert read[0].code in ("FILE-003", "YAML-001")


_TEXTS = some.text(alphabet=some.characters(codec="utf-8"), max_size=20) | some.sampled_from(
    [
        "",
        "true",
        "2026-03-02",
        "2026",
        "09:00",
        "TH",
        "th",
        "high",
        "https://example.org",
        "net-x",
        "1",
        "[key]",
        "training",
        "ASEAN",
        "not-1",
    ]
)
_TREES = some.recursive(_TEXTS, lambda inner: some.lists(inner, max_size=4) | some.dictionaries(_TEXTS, inner, max_size=4), max_leaves=12)
_KEYS = sorted({key for model in MODELS.values() for key in names_at(model, ())} | {"id", "path", "[key]", "", "from", "\u202e"})
_RECORDS = some.dictionaries(some.sampled_from(_KEYS), _TREES, max_size=8)


@given(_RECORDS)
def test_any_tree_is_a_record_or_problems(tree: dict[str, Any]) -> None:
    """In each collection; written as JSON, which is YAML as well."""
    read = _read(json.dumps(tree).encode())
    if isinstance(read, Document):
        _typed(read)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
@pytest.mark.parametrize("value", daily(SHAPES, "[x]"))
def test_every_key_takes_any_shape_of_value(model: type[Any], value: str) -> None:
    """A list where a date belongs is a problem at its key, and no exception."""
    document = read_yaml("x.yml", "\n".join(f"{key}: {value}" for key in names_at(model, ())).encode())
    assert isinstance(document, Document)
    _typed(document)


def test_what_stands_below_a_repeated_key_is_not_taken_for_the_document() -> None:
    """The first stays. Found by atheris: a rule looked for a value where only the second has one."""
    document, problems = scanned("x.yml", b"title: x\nsources: [{url: x}]\nsources: [{kind: x}, y]\n")
    assert document
    assert [(problem.code, problem.line) for problem in problems] == [("YAML-005", 3)]
    assert document.data["sources"] == [{"url": "x"}]
    assert set(document.values) == {(), ("title",), ("sources",), ("sources", 0), ("sources", 0, "url")}
    assert (document.position(("sources", 0, "kind")), document.position(("sources",), of_key=True)) == ((2, 11), (2, 1))
    _typed(document)
