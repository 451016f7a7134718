"""The form's twins: what the scripts of the form say of values, records, names and texts is what Python says, to the letter."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from clearinghouse.publications.form_links import FORMS
from clearinghouse.publications.forms.problem_words import to_senders
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.files.strict_yaml import Path as Place
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import NEWSWORTHY
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.names import name_fault
from clearinghouse.records.keys.values import VALUES
from clearinghouse.records.written.messages.reference_numbers import reference_in
from clearinghouse.records.written.messages.sums import sum_of, sum_of_value
from clearinghouse.records.written.proposed_ids import proposed_id
from clearinghouse.records.written.yaml_text import yaml_text
from clearinghouse.vocabulary.nearest import nearest
from tests.support.browser.modules import load_modules
from tests.support.browser.visit import Visit
from tests.support.duplicates import CASES
from tests.support.haste import daily
from tests.support.misspelling import misspelt
from tests.support.mistakes import MISTAKES, broken, place_of
from tests.support.running import ROOT

Server = Callable[[Path], str]
SEED = 20161202
EDITS = ["a", "Z", "1", "-", "/", ".", ":", "@", "<", "\n", "é", "ß", "ı", "ข", "ໄ", "😀", "\u200b", "\u0085", "\u00a0"]


def golden(path: str) -> Any:
    """The golden cases of a file."""
    return json.loads((ROOT / "tests" / f"{path}_cases.json").read_text("utf-8"))


def cases_of(name: str) -> list[dict[str, Any]]:
    """The golden cases of records."""
    cases: list[dict[str, Any]] = golden(f"records/{name}")
    return cases


MESSAGES = ("messages/message", "messages/sums", "messages/sha256", "messages/reference_number")
TWINS = (
    *(f"rules/{name}" for name in ("rules", "letters", "nearest", "duplicates", "checking")),
    "record/yaml_text",
    "record/names",
    "schema",
    *MESSAGES,
)
"""The modules that say what Python says."""


@pytest.fixture(scope="module")
def page(true_site: Path, server: Server, visit: Callable[..., Visit]) -> Iterator[Page]:
    """A page that has the scripts of the form."""
    page = visit(server(true_site) + "contribute/").page
    load_modules(page, server(true_site), "site/data_script.js", *(f"forms/{name}.js" for name in TWINS))
    scripts = ["contribute/schema.js", "contribute/known.js", *(f"contribute/schema/{kind}.js" for kind in FORMS)]
    page.evaluate("addresses => Promise.all(addresses.map(modules.dataScript))", scripts)
    page.evaluate("kinds => kinds.forEach(modules.learn)", FORMS)
    # No form asks for a value of this list.
    members = {"names": list(LISTS["member_states"].names.items()), "spellings": list(LISTS["member_states"].others.items())}
    page.evaluate("members => { clearingHouse.schema.lists.member_states = members }", members)
    yield page
    page.unroute_all()


def test_messages_are_the_same_text(page: Page) -> None:
    """And what Python reads is what the browser wrote: sums of any length, values in any order of keys, and numbers."""
    cases = golden("records/written/message")
    write = "cases => cases.map(({ message, heading, lines, warning }) => modules.messageText(message, heading, lines, warning))"
    assert page.evaluate(write, cases["messages"]) == [case["text"] for case in cases["messages"]]
    number = "cases => cases.map(({ year, values }) => modules.referenceNumber(year, values))"
    assert page.evaluate(number, cases["reference_numbers"]) == [case["number"] for case in cases["reference_numbers"]]
    numbers = page.evaluate("[...Array(50)].map(() => modules.newReferenceNumber())")
    assert [reference_in(number) for number in numbers] == numbers
    texts = ["ก" * length for length in range(70)]
    sums = page.evaluate("texts => texts.map(text => modules.sha256(new TextEncoder().encode(text)))", texts)
    assert sums == [sum_of(text.encode()) for text in texts]
    values: list[Any] = [None, "x", [], {"b": ["1", {"z": "é\u2028", "a": '"'}], "a": "\t\\"}]
    assert page.evaluate("values => values.map(modules.sumOfValue)", values) == [sum_of_value(value) for value in values]


FIRST_FAILED = """cases => cases.map(([kind, text, words]) => {
  const isProse = clearingHouse.schema.values[kind][0].fails === "blank"
  const problem = modules.firstFailed(kind, isProse ? modules.stripped(text) : text, words)
  return problem && [problem.code, problem.allowed, problem.fix, problem.found]
})"""


def python_answer(kind: str, text: str, words: tuple[str, ...]) -> list[str | None] | None:
    """What the checker says of a text."""
    value = VALUES[kind]
    fault = (value.of_words(words) if words else value).fault(text)
    return [fault.kind.code, *fault.kind.words(fault.gaps), fault.found or None] if fault else None


def test_the_golden_values_are_told_alike(page: Page) -> None:
    """The very cases that Python is held against."""
    cases = cases_of("keys/value")
    arguments = [[case["kind"], case["text"] * case.get("times", 1), case.get("words", [])] for case in cases]
    expected = [
        case["problem"] and [case["problem"]["code"], case["problem"]["allowed"], case["problem"]["fix"], case["problem"].get("found")]
        for case in cases
    ]
    assert page.evaluate(FIRST_FAILED, arguments) == expected


NEAREST = "cases => cases.map(([word, known]) => modules.nearest(word, known))"


def test_the_same_word_is_the_nearest(page: Page) -> None:
    """In the golden cases."""
    known, cases = golden("vocabulary/nearest").values()
    assert page.evaluate(NEAREST, [(word, known[of]) for of, word, _ in cases]) == [nearest_word for _, _, nearest_word in cases]


@pytest.mark.parametrize("every", [15, pytest.param(3, marks=pytest.mark.long)])
def test_misspelt_references_are_understood_alike(every: int, page: Page) -> None:
    """Every activity and network that the form knows, spoilt in every way, and the spellings of closed lists."""
    known = {"activities": page.evaluate("clearingHouse.known.activities")}
    known["networks"] = sorted(path.stem for path in (ROOT / "data/networks").glob("net-*.yml"))
    known |= {name: list(LISTS[name].spellings) for name in ("audiences", "topics")}
    for words in known.values():
        spoilt = [word for word, _ in misspelt(words)][::every]
        of_script = page.evaluate("([words, known]) => words.map(word => modules.nearest(word, known))", [spoilt, words])
        assert [word for word, there in zip(spoilt, of_script, strict=True) if there != nearest(word, words)] == []
        assert len(spoilt) > 300 / every


def test_the_same_events_are_likely_duplicates(page: Page) -> None:
    """In the golden cases, whichever of both is in the form."""
    call = "cases => cases.map(([one, other]) => modules.isLikelyDuplicate(one, other))"
    assert page.evaluate(call, [(case.new, case.there) for case in CASES]) == [bool(case.shared) for case in CASES]
    assert page.evaluate(call, [(case.there, case.new) for case in CASES]) == [bool(case.shared) for case in CASES]


def test_whatever_is_typed_is_told_alike(page: Page) -> None:
    """The golden texts with letters changed, put in and left out, as fingers do it, as a value of any kind."""
    chance = random.Random(SEED)
    texts = sorted({case["text"] for case in cases_of("keys/value")})
    words = ("training", "training of trainers", "e-learning", "study visit")
    questions: list[tuple[str, str, tuple[str, ...]]] = []
    for kind in VALUES:
        for _ in range(80):
            letters = list(chance.choice(texts))
            for _ in range(chance.randint(1, 3)):
                place = chance.randrange(len(letters) + 1)
                letters[place : place + chance.randint(0, 1)] = chance.choice([[], [chance.choice(EDITS)]])
            questions.append((kind, "".join(letters), words if kind == "word" else ()))
    expected = [python_answer(*question) for question in questions]
    answers = page.evaluate(FIRST_FAILED, [[kind, text, list(given)] for kind, text, given in questions])
    assert [(question, one) for question, one, other in zip(questions, answers, expected, strict=True) if one != other] == []
    assert sum(answer is None for answer in expected) > 50


def places(value: Any, path: Place = ()) -> Iterator[Place]:
    """The paths of a value and of all that it holds."""
    yield path
    for key, member in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(member, (*path, key))


def problems(collection: str, data: dict[str, Any]) -> list[list[str]]:
    """What the checker says of a record's data: key, code, found, allowed and fix, this in words for who sees no file."""
    document = Document("x.yml", data, dict.fromkeys(places(data), (1, 1)), {})
    record = typed(COLLECTIONS[collection].model, document, {"id": "x", "path": "x"})
    return (
        sorted([problem.key, problem.code, problem.found, problem.allowed, to_senders(problem.fix)] for problem in record)
        if isinstance(record, list)
        else []
    )


PROBLEMS = """cases => cases.map(([collection, data]) =>
  modules.problems(collection, data).map(({ key, code, found, allowed, fix }) => [key, code, found, allowed, fix]))"""


def form_problems(page: Page, cases: list[tuple[str, dict[str, Any]]]) -> list[list[list[str]]]:
    """What the form says of records."""
    return [sorted(answer) for answer in page.evaluate(PROBLEMS, cases)]


def sample(collection: str) -> dict[str, Any]:
    """The data of a commented sample."""
    document = read_yaml("x", (ROOT / "data" / collection / "_example.yml").read_bytes())
    assert isinstance(document, Document)
    return dict(document.data)


ODD: tuple[Any, ...] = (
    "", "  ", "no", "2026-02-30", "2026-03", "x" * 301, "two\nlines", "Thailand", "<b>", "new", "true", "2031-01-01", "08:00",
    [], {}, ["a"], [[]], [{}], ["a"] * 201, {"x": "y"}, {"th": ["x"]}, {"url": "x"},
)  # fmt: skip
"""What stands in a place where something else is wanted."""


@pytest.mark.parametrize("collection", daily(FORMS, "documents"))
def test_a_record_with_something_odd_in_any_place_is_told_alike(collection: str, page: Page) -> None:
    """Each value of the sample in turn is left out, or misspelt by its key or doubled, and gives way to odd ones."""
    cases: list[tuple[str, dict[str, Any]]] = [(collection, sample(collection)), (collection, {})]
    for number, place in enumerate(list(places(sample(collection)))[1:]):
        for odd in (*ODD[number % 11 :: 11], ("leave out", "misspell")[number % 2]):
            data = json.loads(json.dumps(sample(collection)))
            holder = data
            for key in place[:-1]:
                holder = holder[key]
            value = holder.pop(place[-1])
            if odd == "misspell" and isinstance(holder, dict):
                holder[str(place[-1])[:-1] + "q"] = value
            elif odd == "misspell":
                holder.extend([value, value])
            elif odd != "leave out" and isinstance(holder, dict):
                holder[str(place[-1])] = odd
            elif odd != "leave out":
                holder.insert(int(place[-1]), odd)
            cases.append((collection, data))
    expected = [problems(*case) for case in cases]
    answers = form_problems(page, cases)
    assert [(case, one, other) for case, one, other in zip(cases, answers, expected, strict=True) if one != other] == []
    assert sum(bool(answer) for answer in expected) > len(cases) / 2


def test_a_file_s_text_is_the_same_bytes(page: Page) -> None:
    """The golden texts, and every record of the forms that there is."""
    cases = [case for case in cases_of("written/yaml_text") if case["collection"] in FORMS]
    records = [(case["collection"], case["data"]) for case in cases]
    for collection in FORMS:
        for path in (ROOT / "data" / collection).glob("[!_]*.yml"):
            document = read_yaml("x", path.read_bytes())
            assert isinstance(document, Document)
            records.append((collection, dict(document.data)))
    written = page.evaluate(
        "cases => cases.map(([name, data]) => modules.yamlText(clearingHouse.schema.collections[name].fields, data))", records
    )
    assert written == [yaml_text(*pair) for pair in records]
    assert written[: len(cases)] == [case["yaml"] for case in cases]
    assert len(cases) > 30


def test_a_name_is_proposed_and_judged_alike(page: Page) -> None:
    """For titles of every script, dates of every precision, and names as people write them."""
    cases = [case for case in cases_of("written/proposed_ids") if case["collection"] in FORMS]
    for collection in FORMS:
        for path in (ROOT / "data" / collection).glob("[!_]*.yml"):
            document = read_yaml("x", path.read_bytes())
            assert isinstance(document, Document)
            cases.append({"collection": collection, "data": dict(document.data)})
    proposals = page.evaluate("cases => cases.map(({collection, data, owner}) => modules.proposedId(collection, data, owner ?? ''))", cases)
    assert proposals == [proposed_id(case["collection"], case["data"], case.get("owner", "")) for case in cases]
    names = [
        "th-2026-03-x",
        "th-2026-x",
        "asean-undated-x",
        "th-26-x",
        "xx-2026-03-x",
        "index",
        "con",
        "Th X",
        "th--x",
        "x" * 81,
        "ห้อง",
        "",
    ]
    pairs = [(collection, name) for collection in ("trainings", "documents") for name in names]
    judged = page.evaluate(
        "names => names.map(([collection, name]) => { const problem = modules.badlyNamed(collection, name); "
        "return problem ? [[problem.code, problem.allowed, problem.fix]] : [] })",
        pairs,
    )
    assert judged == [
        [[fault.kind.code, *fault.kind.words(fault.gaps)]] if fault else []
        for fault in (name_fault(stem, COLLECTIONS[name].is_event) for name, stem in pairs)
    ]
    assert [] in judged


def test_subscribers_learn_of_what_the_guards_ask_for(page: Page) -> None:
    """The same keys of an event."""
    assert page.evaluate("clearingHouse.schema.newsworthy") == list(NEWSWORTHY)


def test_the_hundred_mistakes_are_told_alike(page: Page) -> None:
    """Those of the collections that have a form, where the file can be read at all: same codes, same words."""
    cases: list[tuple[str, dict[str, Any]]] = []
    codes = []
    for mistake in MISTAKES:
        collection = place_of(mistake).split("/")[0]
        document = read_yaml("x", broken(mistake)[1].encode("utf-8"))
        if collection in FORMS and isinstance(document, Document):
            cases.append((collection, dict(document.data)))
            codes.append(mistake["code"])
    answers = form_problems(page, cases)
    assert answers == [problems(*case) for case in cases]
    matching_codes = [code for code, answer in zip(codes, answers, strict=True) if code in {one[1] for one in answer}]
    assert len(matching_codes) > 50


RULES_IN_THAI = """() => {
  clearingHouse.rules = { th: { "{month} {year} has {length} days; write e.g. {near}": "{month}: {near}" } }
  document.documentElement.lang = "th"
  const said = ["2026-02-30", "2026-13-01"].map((text) => modules.firstFailed("day", text).fix)
  document.documentElement.lang = "en"
  return said
}"""


def test_rules_speak_the_language_of_the_page(page: Page) -> None:
    """As far as it has been translated; months are its own."""
    assert page.evaluate(RULES_IN_THAI) == ["กุมภาพันธ์: 2026-02-28", "a year has months 01 to 12; the order is year-month-day"]
