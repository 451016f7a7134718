"""States: ASEAN's eleven member states by ISO 3166-1 alpha-2 code, and the names of all others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from clearinghouse.vocabulary.names.english_names import ENGLISH_NAMES
from clearinghouse.vocabulary.names.state_names import NAMES, spelt

ASEAN = "ASEAN"


@dataclass(frozen=True)
class State:
    """A member state.

    code: ISO 3166-1 alpha-2, upper case; name: as ASEAN writes it; language: BCP 47 tag of `local_name`,
    its name in its own language; row, column: its place in the tile map, from 1; joined: the first day of
    membership where records may be older than it.
    """

    code: str
    name: str
    language: str
    local_name: str
    row: int
    column: int
    joined: date | None = None

    @property
    def address(self) -> str:
        """The code as it stands in addresses: lower case."""
        return self.code.lower()


# Local names are those of Unicode CLDR; where a state's own name equals the English one it stays the same text.
_MEMBERS = (
    State("BN", "Brunei Darussalam", "ms", "Brunei", 3, 4),
    State("KH", "Cambodia", "km", "កម្ពុជា", 2, 3),
    State("ID", "Indonesia", "id", "Indonesia", 4, 3),
    State("LA", "Lao PDR", "lo", "ລາວ", 1, 2),
    State("MY", "Malaysia", "ms", "Malaysia", 3, 2),
    State("MM", "Myanmar", "my", "မြန်မာ", 1, 1),
    State("PH", "Philippines", "fil", "Pilipinas", 2, 5),
    State("SG", "Singapore", "en", "Singapore", 4, 2),
    State("TH", "Thailand", "th", "ไทย", 2, 2),
    State("TL", "Timor-Leste", "pt", "Timor-Leste", 4, 5, date(2025, 10, 26)),
    State("VN", "Viet Nam", "vi", "Việt Nam", 1, 3),
)

MEMBER_STATES: Mapping[str, State] = MappingProxyType({state.code: state for state in _MEMBERS})
"""The eleven, by code, in the alphabetical order of their English names."""


_LETTERS = {
    "brn": "BN", "khm": "KH", "idn": "ID", "lao": "LA", "mys": "MY", "mmr": "MM", "phl": "PH", "sgp": "SG", "tha": "TH", "tls": "TL",
    "vnm": "VN", "uk": "GB",
}  # fmt: skip


_COUNTRY = {"th": "ประเทศ"}
"""The word that stands before the name of a state in texts of a language, without a space between them."""


def members_on(day: date) -> tuple[State, ...]:
    """The member states of a day: ten until Timor-Leste joined. No record is older than the other ten's membership."""
    return tuple(state for state in _MEMBERS if state.joined is None or state.joined <= day)


@cache
def all_names() -> Mapping[str, str]:
    """English names by ISO 3166-1 alpha-2 code: ASEAN's own spelling for its members, CLDR's for all others."""
    return MappingProxyType(ENGLISH_NAMES | {state.code: state.name for state in _MEMBERS})


@cache
def other_spellings() -> Mapping[str, str]:
    """Codes by what else a state is called: its three-letter code, CLDR's name, an official, former or shortened one."""
    return MappingProxyType({spelling: code for code, name in [*ENGLISH_NAMES.items(), *NAMES] for spelling in spelt(name)} | _LETTERS)


@cache
def names_in_the_region(code: str) -> tuple[str, ...]:
    """What a member state is called in the languages of all of them, as CLDR has it; each name once."""
    from babel import Locale  # takes its time to import, which only a site pays

    names: dict[str, None] = {}
    for tag in dict.fromkeys(state.language for state in _MEMBERS):
        # A name may have another one in brackets: `Myanmar (Burma)`.
        for name in str(Locale.parse(tag).territories[code]).replace(")", "").split(" ("):
            names |= {name: None} | ({f"{_COUNTRY[tag]}{name}": None} if tag in _COUNTRY else {})
    return tuple(names)


def name_of(code: str) -> str:
    """A state's English name. Raises KeyError for a code that is no state's."""
    return all_names()[code]
