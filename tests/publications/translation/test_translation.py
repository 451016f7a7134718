"""Translation: texts in the language of a page, links between the languages, dates and numbers as each writes them."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from jinja2 import DictLoader
from markupsafe import Markup

from clearinghouse.publications.html.parts import Bit, Column, Fact
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.translation.formats import day_text, month_text, number_text, short_month_names
from clearinghouse.publications.translation.language import Language, language, speaking
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.publications.translation.script_texts import script_of
from clearinghouse.publications.translation.texts import gettext, ngettext, pgettext

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Search {place}"
msgstr "ค้นหาใน{place}"

msgid "{number} record"
msgid_plural "{number} records"
msgstr[0] "ระเบียน {number} รายการ"

msgctxt "month"
msgid "May"
msgstr "พฤษภาคม"
"""
THAI = Language.of("th", PO.encode())
LANGUAGES = Languages({"th": THAI}, {"th": frozenset({"", "about/", "trainings/"})})


def test_texts_are_in_the_language_that_is_spoken_and_in_english_where_it_has_none() -> None:
    """A text that counts follows the plural rule of its language, one with a context is another text."""
    assert (gettext("Search {place}", place="x"), ngettext("{number} record", "{number} records", 1)) == ("Search x", "1 record")
    with speaking(THAI):
        assert language().tag == "th"
        assert gettext("Search {place}", place="x") == "ค้นหาในx"
        assert ngettext("{number} record", "{number} records", 1234) == "ระเบียน 1,234 รายการ"
        assert pgettext("month", "May") == "พฤษภาคม"
        assert gettext("May") == "May"
        # Catalogues keep their own head under the empty text: it is no translation of nothing.
        assert (gettext(""), pgettext("month", "")) == ("", "")
    assert language().tag == "en"


def test_days_and_numbers_are_written_as_the_language_writes_them() -> None:
    """Tetum, which CLDR lacks, writes them as Portuguese does."""
    assert (day_text(date(2026, 3, 2)), number_text(Decimal("1234.50"))) == ("March 2, 2026", "1,234.50")
    for tag, day, month, number in (
        ("th", "2 มีนาคม 2026", "มีนาคม 2026", "1,234.50"),
        ("vi", "2 tháng 3, 2026", "tháng 3 năm 2026", "1.234,50"),
        ("id", "2 Maret 2026", "Maret 2026", "1.234,50"),
        ("tet", "2 de março de 2026", "março de 2026", "1.234,50"),
    ):
        with speaking(Language(tag)):
            assert (day_text(date(2026, 3, 2)), month_text(2026, 3), number_text(Decimal("1234.50"))) == (day, month, number)


def test_short_months_are_those_of_the_language_or_numbers() -> None:
    """The head of the table of months has room for a few letters."""
    for tag, march in (("en", "Mar"), ("th", "มี.ค."), ("vi", "3")):
        with speaking(Language(tag)):
            assert short_month_names()[2] == march


@pytest.mark.parametrize(
    ("po", "why"),
    [
        ("garbage", "Unknown or misformatted keyword"),
        ('msgid "{a}"\nmsgstr "{b}"', '"{b}" must hold what "{a}" holds: {a}'),
        ('msgid "a"\nmsgstr "<script>"', "no gaps and no tags"),
        ('msgid "{number} a"\nmsgid_plural "{number} as"\nmsgstr[0] "a"', "{number}"),
    ],
)
def test_a_file_that_is_no_sound_translation_is_refused(po: str, why: str) -> None:
    """No translation can break a page: neither by a gap that nothing fills, nor by markup of its own."""
    with pytest.raises(ValueError, match=re.escape(why)):
        Language.of("th", po.encode())


def test_parts_are_translated_where_they_are_laid_out() -> None:
    """Words are, in whatever they stand; addresses and markup are not, what needs no change is the same object, and a record's title
    says that it is English."""
    fact = Fact("May", ((Bit("Search", to="May"), Bit("x")),))
    with speaking(Language.of("th", b'msgid "May"\nmsgstr "A"\n\nmsgid "Search"\nmsgstr "B"\n')):
        assert in_language({"facts": [fact]}) == {"facts": [Fact("A", ((Bit("B", to="May"), Bit("x")),))]}
        assert in_language({"style": "May", "words": "May"}) == {"style": "May", "words": "A"}
        assert in_language({"known": {"topics": ("May",)}}) == {"known": {"topics": ("May",)}}
        assert in_language(Column("May", sorted="May")) == Column("A", sorted="May")
        assert in_language(Markup("May")) == "May"
        assert in_language(bits := (Bit("x"), Bit(""))) is bits
        titles = (
            Bit("May", to="trainings/x/"),
            Bit("x", to="trainings/x/"),
            Bit("ก", to="trainings/x/", lang="th"),
            Bit("x", to="trainings/"),
        )
        assert [bit.lang for bit in in_language(titles)] == [None, "en", "th", None]


@pytest.mark.parametrize(
    ("to", "at", "target"),
    [
        ("about/#licences", "th/", "th/about/#licences"),
        ("trainings/?q=x", "th/about/", "th/trainings/?q=x"),
        ("trainings/x/", "th/trainings/", "trainings/x/"),
        ("about/", "about/", "about/"),
        ("feeds/updates.rss", "th/", "feeds/updates.rss"),
        ("th/about/", "trainings/", "th/about/"),
    ],
)
def test_links_stay_in_the_language_as_far_as_it_goes(to: str, at: str, target: str) -> None:
    """From a page in Thai one stays among pages in Thai; files and records are there once."""
    assert LANGUAGES.target(to, at) == target


def test_the_search_finds_a_page_in_english_alone() -> None:
    """What marks a text for it is not there in other languages."""
    page = Templates(DictLoader({"x.html": "<p data-pagefind-body>{{ text }}</p>"}))
    assert page.render("x.html", "", text="May") == "<p data-pagefind-body>May</p>"
    with speaking(THAI):
        assert page.render("x.html", "th/", text="May") == "<p>May</p>"


def test_scripts_are_given_the_texts_that_they_use_alone() -> None:
    """As a script that holds nothing but data, whatever a translation says."""
    po = """
#: overrides/assets/lists/view.js
msgid "Show {number} more"
msgstr "อีก {number} </script>"

#: overrides/assets/pages/changes.js
msgid "{number} entry"
msgid_plural "{number} entries"
msgstr[0] "{number} รายการ"

#: overrides/partials/header.html
msgid "Search"
msgstr "ค้นหา"
"""
    with pytest.raises(ValueError, match="must hold what"):
        Language.of("th", po.encode())
    script = script_of(Language.of("th", po.replace("</script>", "<").replace(" <", "").encode()))
    assert script.isascii()
    data = json.loads(script.partition("=")[2].partition('["th"]=')[2])
    assert data == {"Show {number} more": "อีก {number}", "{number} entry": ["{number} รายการ"]}


def test_the_switch_leads_to_the_same_page_or_the_nearest() -> None:
    """From a record one comes to its list, from what is not translated at all to the front page."""

    def ways(address: str) -> list[tuple[str, str, bool]]:
        """The tag and the address of each, and whether it is the same page."""
        return [(way.tag, way.address, way.is_same) for way in LANGUAGES.of(address)]

    assert ways("th/about/") == ways("about/") == [("en", "about/", True), ("th", "th/about/", True)]
    assert ways("trainings/x/") == [("en", "trainings/x/", True), ("th", "th/trainings/", False)]
    assert ways("countries/kh/") == [("en", "countries/kh/", True), ("th", "th/", False)]
    assert list(Languages().of("about/")) == []
    assert LANGUAGES.parted("th") == (Language(), "th")  # a file of that name is no language
