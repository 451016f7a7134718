"""Forms: whatever may be written into a record can be said in its form, and what the form knows is safe wherever it stands."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from lxml import html as lxml_html

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.codes import KINDS
from clearinghouse.publications.form_links import FORMS, to_add, to_announce, to_edit, to_verify
from clearinghouse.publications.forms.forms import Control, context, form
from clearinghouse.publications.forms.known import known_scripts, piece_of
from clearinghouse.publications.forms.pieces import form_pieces
from clearinghouse.publications.forms.problem_words import problem_text
from clearinghouse.publications.forms.scripts import COMPARED, record_script, rule_texts, schema, schema_of, scripts
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.comparisons import RECORDS
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.values import VALUES
from clearinghouse.records.written.keys import keys_in
from clearinghouse.records.written.yaml_text import plain
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.world.languages import language_of
from tests.support.examples import catalogue as made_catalogue
from tests.support.examples import record, yaml
from tests.support.publications.rendering import TEMPLATES, templates
from tests.support.running import ROOT

SITE = Site("Examples", "https://example.org/", "example.org", "https://github.com/o/r", mailbox="records@office.example")
FILES = {
    "trainings/th-2026-03-course": yaml("trainings", host="TH", place="Kui Buri", former_ids="[th-2026-02-course]"),
    "workshops/la-2026-04-meeting": yaml("workshops", withdrawn="{date: 2026-01-11, reason: Twice.}"),
    "documents/doc-handbook": yaml("documents"),
    "legislation/la": yaml("legislation"),
    "networks/net-office": yaml("networks"),
    "trainings/th-2026-05-draft": yaml("trainings", draft="true"),
}
PROSE = '<h1 id="top">Contribute</h1><p>Say it.</p><h2 id="needs">What it needs</h2><p>A source.</p>'


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """A record or two of everything that the form knows."""
    return made_catalogue(FILES)


def controls(control: Control) -> Iterator[Control]:
    """A control with those inside of it."""
    yield control
    for part in (*control.parts, *control.more):
        yield from controls(part)


def keys_to_ask(keys: tuple[Key, ...], path: str = "") -> Iterator[str]:
    """The dotted keys that may be asked for when a record is added."""
    for key in keys:
        if not key.later:
            yield f"{path}{key.name}"
            yield from keys_to_ask(key.parts, f"{path}{key.name}.")


def offered(all_controls: tuple[Control, ...], path: str = "") -> Iterator[str]:
    """The dotted keys of controls."""
    for control in all_controls:
        yield f"{path}{control.key.name}"
        yield from offered((*control.parts, *control.more), f"{path}{control.key.name}.")


@pytest.mark.parametrize("collection", FORMS)
def test_a_form_asks_for_every_key_once(collection: str, catalogue: Catalogue) -> None:
    """But for those that are left alone on purpose; a key that somebody adds to a model is asked for by itself."""
    sections = form(collection, catalogue).sections
    offered_keys = [key for section in sections for key in offered((*section.controls, *section.more))]
    layout = PRESENTATIONS[collection].form
    assert layout
    unasked = layout.unasked
    assert sorted(offered_keys) == sorted(key for key in keys_to_ask(keys_in(collection)) if key.partition(".")[0] not in unasked)
    assert set(unasked) <= {key.name for key in keys_in(collection)}


@pytest.mark.parametrize("collection", FORMS)
def test_every_key_is_asked_for_in_a_way_that_suits_it(collection: str, catalogue: Catalogue) -> None:
    """Closed lists by choosing, lists by rows, groups by their parts; what is required is never folded away."""
    for section in form(collection, catalogue).sections:
        for control in (part for outer in (*section.controls, *section.more) for part in controls(outer)):
            key = control.key
            expected = (
                {"groups"} if key.type == GROUP and key.many else {"group"} if key.type == GROUP
                else {"languages"} if key.type == BY_LANGUAGE
                else {"choices", "lines"} if key.many
                else {"date"} if key.type in ("date", "day")
                else {"choice", "line"} if key.choices else {"line", "area"}
            )  # fmt: skip
            assert control.style in expected, key.name
            offers = {value for _, values in control.options for value, _ in values}
            among = key.choices or (LANGUAGES if control.style == "languages" else catalogue.by_collection["activities"])
            if control.among in ("documents", "figures"):  # records of this site, by their titles
                among = {
                    name: name for one in catalogue.by_collection[control.among].values() for name in (f"{control.among}/{one.id}", one.id)
                }
            assert offers <= set(among), key.name
        folded = {control.key.name for control in section.more if control.key.required}
        # The day of today stands there already; and a state's file is there already.
        assert folded <= {"published"} or collection == "legislation"


@pytest.fixture(scope="module")
def pieces(catalogue: Catalogue) -> Mapping[str, str]:
    """The form of each collection, in English and in Thai, by address."""
    return dict(form_pieces(catalogue, SITE, Templates(TEMPLATES, languages=Languages({"th": language_of(ROOT, "th")}))))


@pytest.fixture(scope="module")
def page(pieces: Mapping[str, str]) -> Any:
    """The page as HTML, with all forms in their place."""
    rendered = templates().render("prose/contribute.html", "contribute/", prose=PROSE, traits=None, **context(SITE, PROSE))
    page = lxml_html.fromstring(f"<main>{rendered}</main>")
    (place,) = page.xpath("//*[@data-ch-forms]")
    for name in FORMS:
        place.append(lxml_html.fromstring(value_of(pieces[f"contribute/forms/{name}.js"])))
    return page


def test_every_control_has_a_name_and_help_before_any_script_runs(page: Any) -> None:
    """Each with an id of its own, a label or legend, and a description that is there."""
    ids = [str(name) for name in page.xpath("//@id")]
    assert len(ids) == len(set(ids))
    labelled = set(page.xpath("//label/@for"))
    for control in page.xpath("//form//*[self::input or self::select or self::textarea]"):
        named = control.get("aria-label") or control.get("id") in labelled or control.xpath("ancestor::label")
        assert named, lxml_html.tostring(control)
    described = {name for value in page.xpath("//@aria-describedby") for name in str(value).split()}
    assert described <= set(ids)
    assert not page.xpath("//*[@style] | //script[not(@src)] | //@*[starts-with(name(), 'on')]")


def test_what_scripts_read_is_the_same_in_every_language(pieces: Mapping[str, str]) -> None:
    """Keys, styles and the answers that decide what is asked: only words for readers are translated."""
    for name in FORMS:
        english, thai = (
            re.findall(r"(data-ch-[a-z-]+=\\?.[^\"\\]*)", pieces[f"{prefix}contribute/forms/{name}.js"]) for prefix in ("", "th/")
        )
        assert english == thai
        assert (name in ("trainings", "workshops")) == any(value.startswith("data-ch-decisive") for value in thai)


def test_the_prose_stays_round_the_form(page: Any) -> None:
    """Its top above, its sections below, as somebody wrote them."""
    text = page.text_content()
    assert text.index("Say it.") < text.index("What it is") < text.index("A source.")


def test_without_a_repository_nothing_leads_to_one(catalogue: Catalogue) -> None:
    """Nor to a mailbox that nobody reads."""
    site = Site("Examples", "https://example.org/", "example.org")
    html = str(templates().render("prose/contribute.html", "contribute/", prose=PROSE, traits=None, **context(site, PROSE)))
    html += "".join(piece for _, piece in form_pieces(catalogue, site, templates()))
    assert "github.com" not in html
    assert "mailto:" not in html
    assert re.findall(r"data-ch-send=\W*(\w+)", html) == ["save"] * len(FORMS)


def test_with_a_mailbox_a_mail_is_offered_in_every_form(page: Any) -> None:
    """And where no script runs."""
    assert len(page.xpath("//form//button[@data-ch-send='mail'][contains(@class, 'main')]")) == len(FORMS)
    assert page.xpath("//div[@data-ch-without]//a[@href='mailto:records@office.example']")


def test_the_data_that_the_form_fetches_are_there(catalogue: Catalogue) -> None:
    """Those that its scripts ask for by their address, of every collection and piece."""
    files = {address for address, _ in (*scripts(catalogue, SITE), *form_pieces(catalogue, SITE, templates()))}
    source = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/assets/forms").glob("*.js"))
    addresses = re.findall(r"[\"`}](contribute/[^\"`]+\.js)[\"`]", source)
    parts = [re.compile(re.sub(r"\\\$\\\{\w+\\\}", "(.+)", re.escape(address))) for address in addresses]
    assert len(parts) == 7
    assert all(any(part.fullmatch(file) for part in parts) for file in files)
    assert all(any(part.fullmatch(file) for file in files) for part in parts)


def value_of(script: str) -> Any:
    """What a script hands over: all behind its first sign of equality that is no other sign."""
    return json.loads(re.split(r"(?<![?=])=", script, maxsplit=1)[1])


def test_each_record_has_a_script_with_its_own_data(catalogue: Catalogue) -> None:
    """Those that have a form, drafts never."""
    files = dict(scripts(catalogue, SITE))
    assert {address for address in files if address.startswith("contribute/records/")} == {
        "contribute/records/legislation/la.js",
        "contribute/records/trainings/th-2026-03-course.js", "contribute/records/workshops/la-2026-04-meeting.js",
        "contribute/records/documents/doc-handbook.js", "contribute/records/networks/net-office.js",
    }  # fmt: skip
    course = catalogue.by_collection["trainings"]["th-2026-03-course"]
    assert value_of(files["contribute/records/trainings/th-2026-03-course.js"]) == plain(course)


def test_the_reason_of_a_review_stays_in_the_file() -> None:
    """It names what could do harm; the form needs no more than the texts."""
    script = record_script(record("trainings/th-2026-03-x", "reviewed: {sensitivity: {on: 2026-01-12, reason: It names a case.}}"))
    assert "case" not in script
    assert set(value_of(script)) == set(value_of(record_script(record("trainings/th-2026-03-x"))))


def test_who_sends_an_answer_reads_of_no_key_and_no_file() -> None:
    """The form and the replies say what the check says, in words for people who see no file; those who write one keep their own."""
    senders = {kind.code: kind for kind in KINDS.values() if kind.for_senders}
    assert senders.keys() >= {"SENSE-001", "SENSE-002", "SENSE-003", "SENSE-004", "KEY-002"}
    for kind in (kind for kind in KINDS.values() if kind.for_senders):
        fix = re.sub(r"\{\w+\}", "starts", kind.fixes[0])
        words = problem_text(fix)
        assert words != fix
        assert not set("`{}_") & set(words)
        assert not re.search("--|chm ", words)
        assert kind.fixes[0] not in rule_texts()
    asked = problem_text("add `starts: 2026-03-02`, or `undated: true` and the reason in `note`", "trainings/th-2026-03-x")
    assert asked == "add “First day: 2026-03-02”, or “Undated: Yes” and the reason in “Note”"
    assert problem_text("write `x` for `starts`") == "write `x` for `starts`"


def test_a_script_ends_where_it_ends() -> None:
    """Whatever a record says: no tag and no line end of JavaScript in it."""
    odd = record("trainings/th-2026-03-x").model_copy(update={"title": "</script><!-- \u2028 x"})
    script = record_script(odd)
    assert "<" not in script
    assert "\u2028" not in script
    assert value_of(script)["title"] == "</script><!-- \u2028 x"


def test_the_form_knows_what_is_taken_and_where_events_are(catalogue: Catalogue) -> None:
    """In pieces by year; former ids too, and no duplicates of what was withdrawn."""
    pieces = {address.removeprefix("contribute/known"): value_of(content) for address, content in known_scripts(catalogue)}
    assert pieces["/trainings/2026.js"] == {
        "ids": ["th-2026-02-course", "th-2026-03-course"],
        "events": [["trainings/th-2026-03-course", "Wildlife crime scene work", "2026-03-02", "TH", "Kui Buri"]],
    }
    assert pieces["/workshops/2026.js"] == {"ids": ["la-2026-04-meeting"]}
    assert pieces["/documents/other.js"] == {"ids": ["doc-handbook"]}
    assert pieces["/networks.js"] == [["net-office", "Network of Examples"]]
    known = {name: own for name, own in pieces[".js"]["pieces"].items() if own}
    assert known == {name: [part.split("/")[2][:-3] for part in pieces if part.startswith(f"/{name}/")] for name in known}
    assert [piece_of(name) for name in ("th-2026-03-x", "doc-x", "x-20261", "x-2099")] == ["2026", "other", "other", "2099"]


def compared_in(parts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The rules that are named in collections or fields, or in those inside of them."""
    for part in parts:
        yield from part["compared"]
        yield from compared_in(part.get("fields") or part.get("parts", ()))


def test_the_schema_holds_every_rule_that_a_key_names() -> None:
    """And every list that a rule names; but no rule for what has no form: each visitor of the page would fetch it."""
    values = value_of(schema(SITE))["values"]
    assert set(values) == set(VALUES)
    every_list = set()
    for collection in FORMS:
        content = value_of(schema_of(collection))
        assert set(content["records"]) == set(compared_in([content["collection"]]))
        types = {part["type"] for part in parts_of(content["collection"]["fields"])} & set(VALUES)
        lists = {rule["given"]["list"] for name in types for rule in values[name] if rule["fails"] == "unlisted"}
        assert (lists - {""}) | {"languages"} == set(content["lists"]) | {"languages"}
        every_list |= set(content["lists"])
    assert every_list <= set(LISTS)


def parts_of(parts: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Fields with those inside of them."""
    for part in parts:
        yield part
        yield from parts_of(part["parts"])


def test_a_list_is_read_in_the_browser_as_it_is_here() -> None:
    """Its spellings come from what is sent of it: other ones, then names, then ids, each in place of the one before."""
    for name, closed in LISTS.items():
        spelt = dict(closed.others)
        for text, key in [*((label, key) for key, label in closed.names.items()), *((key, key) for key in closed.names)]:
            spelt[text.casefold()] = key
        assert list(spelt.items()) == list(closed.spellings.items()), name


def test_the_form_compares_what_the_record_types_compare() -> None:
    """Every part with rules belongs to a collection or a group of one, and has the keys that its rules compare."""
    of_groups = {name for names in COMPARED.values() for name in names}
    of_records = {name for collection in COLLECTIONS.values() for name in collection.compared}
    assert of_groups | of_records == set(RECORDS) - {"period"}
    for collection in COLLECTIONS.values():
        keys = {key for name in collection.compared for key, _ in RECORDS[name]}
        assert keys <= set(collection.model.model_fields), collection.name


def test_links_lead_to_the_form_ready_or_filled() -> None:
    """Where there is none, to the page that says what to do."""
    assert to_add("trainings") == "contribute/?kind=trainings"
    assert to_add("workshops", host="LA") == "contribute/?kind=workshops&host=LA"
    assert to_announce("workshops") == "contribute/?kind=workshops&status=announced"
    assert to_add("activities") == "contribute/"
    assert to_edit(record("documents/doc-x")) == "contribute/?edit=documents/doc-x"
    assert to_verify(record("documents/doc-x")) == "contribute/?edit=documents/doc-x&verify"
    assert to_verify(record("networks/net-x")) == "contribute/?edit=networks/net-x&verify"
