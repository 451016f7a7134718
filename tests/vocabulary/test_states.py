"""States: the eleven members, and the names of all others."""

from datetime import date

import pytest

from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import MEMBER_STATES, all_names, members_on, name_of
from clearinghouse.vocabulary.writing_systems import language_by_script


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


def test_only_states_are_states() -> None:
    """Neither unions nor Unicode's own codes."""
    names = all_names()
    assert 240 <= len(names) <= 250
    assert not {"EU", "UN", "EZ", "ZZ", "XA", "XK", "QO", "001"} & names.keys()
    assert len(set(names.values())) == len(names)


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
