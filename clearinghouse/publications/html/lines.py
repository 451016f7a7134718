"""Lines: pieces of text that facts of several collections share: dates, states, terms of closed lists, addresses elsewhere."""

from collections.abc import Iterable

from clearinghouse.publications.html.parts import Bit, Line
from clearinghouse.publications.narrowed import list_under
from clearinghouse.publications.words import date_words, state_name
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.terms import TermList
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.vocabulary.writing_systems import language_by_script


def text_bit(text: str) -> Bit:
    """A text with its language where its script tells it."""
    return Bit(text, lang=language_by_script(text))


def dated(value: PartialDate | None, small: bool = False) -> Bit | None:
    """A date in words, with its ISO form for machines."""
    return Bit(date_words(value), time=str(value), small=small) if value else None


def state_bit(code: str) -> Bit:
    """A state's name, linked to its page where it is a member state."""
    member = MEMBER_STATES.get(code)
    return Bit(state_name(code), to=f"countries/{member.address}/" if member else None)


def separated(bits: Iterable[Bit], by: str = ", ") -> Line:
    """Bits with commas between them."""
    line: list[Bit] = []
    for bit in bits:
        line += [Bit(by), bit] if line else [bit]
    return tuple(line)


def unchecked(is_checked: bool | None) -> str:
    """What is said of an address that nobody here has opened."""
    return "Link not checked" if is_checked is False else ""


def state_lines(*codes: str) -> tuple[Line, ...]:
    """States by their names; one that stands alone has its name in its own language below it."""
    named = (separated(map(state_bit, codes)),) if codes else ()
    member = MEMBER_STATES.get(codes[0]) if len(codes) == 1 else None
    local = ((Bit(member.local_name, lang=member.language, small=True),),) if member and member.local_name != member.name else ()
    return (*named, *local)


def terms_line(collection: str, facet: str, terms: TermList, ids: Iterable[str]) -> Line | None:
    """Terms of a closed list, each linked to the list of a collection under it; None where there is none."""
    return separated(Bit(terms[term].label, to=list_under(collection, facet, term)) for term in ids) or None


def topics_line(ids: Iterable[str]) -> Line | None:
    """Topics, each linked to everything that is about it; None where there is none."""
    return separated(Bit(TOPICS[topic].label, to=f"topics/{topic}/") for topic in ids) or None


def own_words(note: str | None) -> Bit | None:
    """What the source says where terms were chosen for it."""
    return Bit(f"In the source's words: {note}", small=True) if note else None
