"""States: the eleven members, and the names of all others."""

from datetime import date

import pytest

from clearinghouse.records.keys.lists import LISTS
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.names.state_names import NAMES, spelt
from clearinghouse.vocabulary.states import MEMBER_STATES, all_names, members_on, name_of
from clearinghouse.vocabulary.writing_systems import language_by_script
from tools.states import TABLE, table


def test_there_are_eleven_in_the_order_of_their_names() -> None:
    """Each by its code, at an address of its own, and in a place of its own on the tile map."""
    assert list(MEMBER_STATES) == ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "TL", "VN"]
    assert [state.name for state in MEMBER_STATES.values()] == sorted(state.name for state in MEMBER_STATES.values())
    assert all(state.code == code and state.address == code.lower() for code, state in MEMBER_STATES.items())
    assert len({(state.row, state.column) for state in MEMBER_STATES.values()}) == 11


@pytest.mark.parametrize(("day", "number"), [(date(1967, 8, 8), 10), (date(2025, 10, 25), 10), (date(2025, 10, 26), 11), (date.max, 11)])
def test_timor_leste_joined_on_26_october_2025(day: date, number: int) -> None:
    """Before, there were ten."""
    members = members_on(day)
    assert len(members) == number
    assert ("TL" in [state.code for state in members]) == (number == 11)


def test_members_are_named_as_asean_names_them() -> None:
    """All others as Unicode does."""
    assert (name_of("LA"), name_of("VN"), name_of("BN"), name_of("MM")) == ("Lao PDR", "Viet Nam", "Brunei Darussalam", "Myanmar")
    assert (name_of("CN"), name_of("NO")) == ("China", "Norway")
    with pytest.raises(KeyError):
        name_of("XX")


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("U.S.A.; USA; The United States; United States of America", "US"),
        ("U.K.; Great Britain; United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("Hong Kong; Hong Kong SAR; Hong Kong, China", "HK"),
        ("Macau; Macao", "MO"),
        ("Czech Republic; Czechia", "CZ"),
        ("Turkey; Turkiye; Türkiye", "TR"),
        ("Korea; Republic of Korea; Korea, Republic of; South Korea; ROK", "KR"),
        ("DPRK; North Korea", "KP"),
        ("DR Congo; Democratic Republic of the Congo", "CD"),
        ("Congo; Republic of the Congo", "CG"),
        ("Kingdom of Thailand; THA", "TH"),
        ("Socialist Republic of Viet Nam; Vietnam", "VN"),
        ("Lao People's Democratic Republic; Lao People’s Democratic Republic; Laos; Lao P.D.R.", "LA"),
        ("Cote d'Ivoire; Côte d'Ivoire; Ivory Coast", "CI"),
        ("Bosnia and Herzegovina; Bosnia & Herzegovina", "BA"),
        ("Saint Lucia; St. Lucia", "LC"),
        ("Russian Federation; Russia", "RU"),
    ],
)
def test_states_are_known_by_the_names_that_people_use(names: str, code: str) -> None:
    """Officially, shortly, without accents, by letters."""
    assert {LISTS["states"].meant_by(name) for name in names.split("; ")} == {code}


def test_no_other_name_is_the_name_of_another_state() -> None:
    """Each is one state's alone, and what may mean two states nobody guesses."""
    codes: dict[str, set[str]] = {}
    for code, name in [*NAMES, *all_names().items()]:
        for spelling in spelt(name):
            codes.setdefault(spelling.casefold(), set()).add(code)
    assert {name for name, meant in codes.items() if len(meant) > 1} == set()
    assert LISTS["states"].meant_by("Republic of China") is None
    assert LISTS["states"].meant_by("Guinea Bissau or so") is None


def test_only_states_are_states() -> None:
    """Neither unions nor Unicode's own codes."""
    names = all_names()
    assert 240 <= len(names) <= 250
    assert not {"EU", "UN", "EZ", "ZZ", "XA", "XK", "QO", "001"} & names.keys()
    assert len(set(names.values())) == len(names)
    assert TABLE.read_text(encoding="utf-8") == table()


def test_local_names_are_in_a_language_with_a_name() -> None:
    """And in the script of that language, where it has one of its own."""
    for state in MEMBER_STATES.values():
        assert state.language in LANGUAGES
        if state.language in ("th", "lo", "km", "my"):
            assert language_by_script(state.local_name) == state.language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("การอบรมเจ้าหน้าที่ป่าไม้", "th"),
        ("ການຝຶກອົບຮົມ", "lo"),
        ("ការបណ្តុះបណ្តាល", "km"),
        ("သင်တန်း", "my"),
        ("Tập huấn cán bộ kiểm lâm", None),
        ("Training in ไทย, with a long English title", None),
        ("งาน CITES 2026", "th"),
        ("", None),
        ("2026", None),
    ],
)
def test_a_language_is_told_by_its_letters(text: str, language: str | None) -> None:
    """Where at least a third of them are its own; languages in Latin letters are not guessed at."""
    assert language_by_script(text) == language
