"""Laws: the table of a state's laws, and how a law stands to others, in words."""

from collections.abc import Iterable, Iterator

from clearinghouse.publications.collections.law.claims import low_badges
from clearinghouse.publications.form_links import to_add
from clearinghouse.publications.html.lines import separated
from clearinghouse.publications.html.parts import Bit, Cell, Column, Line, Notice, Section, Table
from clearinghouse.publications.words import capital, counted, date_words
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.vocabulary.writing_systems import language_by_script

RELATION_WORDS = {
    "amends": "Amends",
    "replaces": "Replaces",
    "repeals": "Repeals",
    "amended_by": "Amended by",
    "replaced_by": "Replaced by",
    "repealed_by": "Repealed by",
}
_STANDING = {"repealed_by": "repealed", "replaced_by": "replaced", "amended_by": "amended"}


def laws_section(record: LegislationStatus) -> Section:
    """The laws, newest first, those without a date at the end."""
    if not record.laws:
        ask = Bit("Suggest one, with its source.", to=to_add(record.collection, country=record.country))
        return Section("laws", "Laws", empty=Notice("No law is listed yet.", (ask,)))
    undated = sum(law.when is None for law in record.laws)
    caption = f"{capital(counted(len(record.laws), 'entry', 'entries'))}, newest first" + (
        f"; {undated} without a date at the end" if undated else ""
    )
    columns = (Column("Law"), Column("Number"), Column("Date", sorted="descending"), Column("Status"))
    return Section("laws", "Laws", table=Table(caption, columns, tuple(_row(law, record) for law in record.laws_newest_first)))


def _row(law: Law, record: LegislationStatus) -> tuple[Cell, ...]:
    local = tuple((Bit(title, lang=tag, small=True),) for tag, title in law.title_local.items())
    related = tuple(
        (Bit(f"{RELATION_WORDS[key]} ", small=True), *related_bits(others, record)) for key, others in record.related(law).items()
    )
    date_lines = tuple(_date_lines(law))
    return (
        Cell(((Bit(law.title, to=record.law_address(law)),), *local, *related), is_heading=True, badges=low_badges(law)),
        Cell(((Bit(law.number) if law.number else Bit("not known", small=True),),), "Number"),
        Cell(date_lines or ((Bit("date not known", small=True),),), "Date"),
        Cell(((status_bit(law, record),),), "Status"),
    )


def related_bits(others: Iterable[Law | str], record: LegislationStatus) -> Line:
    """Laws with their links; what has no entry in words."""
    bits = (
        Bit(other.title, to=record.law_address(other)) if isinstance(other, Law) else Bit(other, lang=language_by_script(other))
        for other in others
    )
    return separated(bits, "; ")


def standing(law: Law, record: LegislationStatus) -> str:
    """Whether a law is in force: as a source says it, or as it follows from a law that amends, replaces or repeals it; else empty."""
    if law.status:
        return law.status
    related = record.related(law)
    return next((word for key, word in _STANDING.items() if key in related), "")


def status_bit(law: Law, record: LegislationStatus) -> Bit:
    """The same with its date, or that it is not known."""
    words = standing(law, record)
    as_of = f", as of {date_words(law.status_as_of)}" if words and law.status_as_of else ""
    return Bit(f"{words}{as_of}") if words else Bit("not\u00a0known", small=True)


def _date_lines(law: Law) -> Iterator[Line]:
    if law.adopted:
        adopted = Bit(date_words(law.adopted), time=str(law.adopted))
        yield (adopted, Bit(f", {law.adopted_as}", small=True)) if law.adopted_as else (adopted,)
    elif law.year:
        yield (Bit(date_words(law.year), time=str(law.year)),)
    for label, value in (("signed", law.signed), ("assent", law.assent), ("in force", law.in_force), ("revised", law.revised)):
        if value:
            yield (Bit(f"{label} {date_words(value)}", small=True),)
