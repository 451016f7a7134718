"""Claims: how what a source says of a state is shown: with its note, its sources, and how sure it is."""

from clearinghouse.publications.collections.view import confidence_badge
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Badge, Bit, Line
from clearinghouse.publications.words import date_words, sentence
from clearinghouse.records.collections.parts.claim import Claim
from clearinghouse.records.collections.record import Source


def claim_lines(claim: Claim) -> tuple[Line, ...]:
    """Its note and its sources, a line each."""
    note: tuple[Line, ...] = ((text_bit(sentence(claim.note)),),) if claim.note else ()
    sources = [claim.source, *claim.other_sources]
    cited: list[Bit] = [Bit("Source: " if len(sources) == 1 else "Sources: ", small=True)]
    for place, source in enumerate(sources):
        cited += [Bit("; ", small=True)] if place else []
        cited.append(Bit(source.publisher, href=source.url, small=True))
    return (*note, tuple(cited))


def low_badges(claim: Claim) -> tuple[Badge, ...]:
    """That it is of low confidence, where it is."""
    return (confidence_badge("low"),) if claim.confidence == "low" else ()


def read_line(source: Source) -> Line:
    """A source in a table: who, of which class, and when it was read."""
    day = date_words(source.accessed)
    return (
        Bit(source.publisher, href=source.url, small=True),
        Bit(f" · {source.source_class} · read on ", small=True),
        Bit(day, small=True, time=source.accessed.isoformat()),
    )
