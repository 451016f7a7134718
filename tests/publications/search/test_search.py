"""Search: what it must know of each page beside its words."""

import re
from datetime import date
from unicodedata import normalize

from clearinghouse.publications.search.folding import LETTERS, folded
from clearinghouse.publications.search.script_index import key_of
from clearinghouse.publications.search.traits import Traits, document_of, of_activity, of_country, of_prose, of_record
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support import examples
from tests.support.running import ROOT


def traits(path: str, *lines: str, **keys: str | None) -> Traits:
    """The traits of a made record."""
    collection, _, record_id = path.partition("/")
    plan = {
        "plans/plan-of-examples": examples.yaml("plans"),
        "activities/plan-of-examples/1.1.1": examples.yaml("activities", programme='"1.1"'),
    }
    catalogue = examples.catalogue({path: examples.yaml(collection, *lines, **keys), **plan})
    record = catalogue.by_collection[collection][record_id]
    return of_record(record, catalogue)  # type: ignore[arg-type]  # no activities are asked for


def test_a_training_has_all_its_facets() -> None:
    """Whatever it is narrowed by; several countries, and each year from its start to its end."""
    page = traits(
        "trainings/la-2026-12-example", host="LA", countries="[LA, VN]", audience="[customs]", topics="[crime-scene]",
        serves="[plan-of-examples/1.1.1]", starts="2026-12-28", ends="2027-01-08", place="Vientiane",
    )  # fmt: skip
    assert set(page.facets) == {
        ("collection", "trainings"), ("kind", "training"), ("country", "la"), ("country", "vn"), ("year", "2026"), ("year", "2027"),
        ("topic", "crime-scene"), ("audience", "customs"), ("activity", "poe-1.1.1"), ("status", "announced"),
    }  # fmt: skip
    assert (page.starts, page.ends) == (date(2026, 12, 28), date(2027, 1, 8))
    assert page.line == "Training, 28 December 2026 to 8 January 2027, Vientiane, Lao PDR"


def test_a_date_known_by_month_begins_with_it_and_ends_with_it() -> None:
    """So that it is not over before it may have begun."""
    page = traits("trainings/la-2026-12-example", starts="2026-12")
    assert (page.starts, page.ends) == (date(2026, 12, 1), date(2026, 12, 31))


def test_a_withdrawn_record_says_so_and_nothing_else_of_its_state() -> None:
    """It was announced, but nobody shall go there."""
    page = traits("trainings/la-2026-12-example", starts="2026-12", withdrawn="{date: 2026-01-11, reason: It was a mistake.}")
    assert [term for facet, term in page.facets if facet == "status"] == ["withdrawn"]


def test_the_law_of_a_state_has_its_category_as_its_state_of_affairs() -> None:
    """And the state as its country."""
    assessment = '{as_of: 2019-11, category: "1", document: A list, how: Read in the list., source: ' + examples.SOURCE + "}"
    page = traits("legislation/la", assessments=f"[{assessment}]")
    assert {("status", "category-1"), ("country", "la"), ("collection", "legislation")} <= set(page.facets)
    assert page.line == "Legislation"


def test_an_activity_is_found_by_its_number_and_by_whether_anything_serves_it() -> None:
    """The number stands with the plan's prefix, since both plans use the same ones."""
    files = {
        "plans/plan-of-examples": examples.yaml("plans"),
        "activities/plan-of-examples/1.1.1": examples.yaml("activities", lead="[TH]"),
    }
    catalogue = examples.catalogue(files)
    page = of_activity(catalogue.activities[0], catalogue.plans[0], catalogue)
    assert page.title == "PoE 1.1.1 Training of examples"
    assert set(page.facets) == {("collection", "activities"), ("activity", "poe-1.1.1"), ("status", "no-record-found"), ("country", "th")}


def test_texts_in_scripts_without_spaces_are_told_and_give_the_page_a_key() -> None:
    """Wherever in the record they stand; other texts are Pagefind's."""
    page = traits("trainings/la-2026-12-example", "body: |", "  Held in ວຽງຈັນ.", title_local="{lo: ການຝຶກ, vi: Tập huấn}", starts="2026-12")
    assert page.texts == ("ການຝຶກ", "Held in ວຽງຈັນ.")
    assert page.key == key_of("trainings/la-2026-12-example/")
    assert ("page", page.key) in page.filters
    assert page.local == (("lo", "ການຝຶກ"), ("vi", "Tập huấn"))
    assert page.local_titles == "ການຝຶກ · Tập huấn"
    plain = traits("trainings/la-2026-12-example", starts="2026-12")
    assert (plain.texts, plain.key, plain.filters) == ((), "", plain.facets)


def test_a_document_of_the_script_index_knows_titles_from_texts() -> None:
    """A title that is found counts for more."""
    page = traits("trainings/la-2026-12-example", title="ການຝຶກ", note="ວຽງຈັນ", title_local="{th: การฝึก}", starts="2026-12")
    document = document_of("trainings/la-2026-12-example/", "other", page)
    assert (document.title, document.titles, document.texts) == ("ການຝຶກ", ("ການຝຶກ", "การฝึก"), ("ວຽງຈັນ",))


def test_words_with_a_stroke_are_found_without_it_too() -> None:
    """Pagefind takes accents away, but takes đ for a letter of its own."""
    page = traits("trainings/vn-2026-12-example", title_local="{vi: Buôn bán động vật ở Đà Nẵng}", starts="2026-12")
    assert page.also == "vn-2026-12-example dong da"


def test_a_word_that_signs_part_is_found_as_one_and_as_several() -> None:
    """Pagefind looks for a query's word without its signs, and for its pieces."""
    page = traits("trainings/vn-2026-12-example", title="Decree 06/2019/NĐ-CP", starts="2026-12")
    assert page.also == "vn-2026-12-example nd 06/2019/nd-cp"


def test_letters_that_do_not_decompose_are_folded_and_signs_of_other_writing_systems_stay() -> None:
    """What a reader types on another keyboard is what the index holds."""
    assert folded("Đường Łódź Straße Øresund Þór ırmak") == "duong lodz strasse oresund thor irmak"
    for text in ("กฎหมายสัตว์ป่า", "ច្បាប់ស្តីពីព្រៃឈើ", "ສັດປ່າ", "တောရိုင်း"):
        assert folded(text) == normalize("NFD", text)


def test_the_scripts_fold_the_same_letters() -> None:
    """Index and query alike."""
    script = (ROOT / "overrides" / "assets" / "search" / "words" / "words.js").read_text(encoding="utf-8")
    listed = re.search(r"LETTERS = \{ (.+) \}", script)
    assert listed
    assert dict(re.findall(r'(\w): "(\w+)"', listed[1])) == LETTERS


def test_a_page_is_found_by_all_ids_of_its_record() -> None:
    """Those that it had, too."""
    page = traits("trainings/vn-2026-12-example", former_ids="[vn-2026-11-example]", starts="2026-12")
    assert page.also == "vn-2026-12-example vn-2026-11-example"


def test_a_country_is_found_by_its_other_names() -> None:
    """By its own, and by those that are often written."""
    page = of_country(MEMBER_STATES["VN"])
    assert page.local == (("vi", "Việt Nam"),)
    assert "Vietnam" in page.also.split()
    assert of_country(MEMBER_STATES["LA"]).texts == ("ລາວ",)


def test_a_page_that_people_write_is_found_by_its_words() -> None:
    """Its first heading is its title; words in the scripts are told as those of records are."""
    page = of_prose("about/", "<h1>About ລາວ</h1>\n<p>More.</p>")
    assert (page.title, page.line, page.facets) == ("", "Page", (("collection", "pages"),))
    assert page.texts == ("About ລາວ",)
    assert of_prose("about/", "<p>Plain.</p>").key == ""
