"""Legislation: a member state's file, its dated history, its laws, and how a status is shown."""

from dataclasses import replace

from clearinghouse.publications.collections.law.claims import claim_lines, low_badges
from clearinghouse.publications.collections.law.laws import laws_section
from clearinghouse.publications.collections.law.penalties import penalties_section
from clearinghouse.publications.collections.law.requirements import requirements_section
from clearinghouse.publications.collections.law.status import (
    CATEGORY_NAMES,
    PARTY_DATES,
    SINCE,
    category_words,
    status_badge,
    status_in_words,
    status_words,
)
from clearinghouse.publications.collections.presentation import FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import (
    Setting,
    View,
    badges_of,
    closing_facts,
    head_of,
    note_section,
    notices_of,
    serves_section,
    source_item,
    sources_section,
)
from clearinghouse.publications.html.facts import fact, facts, stated
from clearinghouse.publications.html.lines import dated, state_lines
from clearinghouse.publications.html.parts import Badge, Bit, Fact, Item, Lead, Line, Moment, Notice, Section
from clearinghouse.publications.linked_data import laws
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import (
    capital,
    date_words,
    on_words,
    preposition,
    sentence,
    span_words,
    state_names,
)
from clearinghouse.records.collections.legislation import (
    COLLECTION,
    Assessment,
    ComplianceNote,
    LegislationStatus,
    Party,
    Statement,
)
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.kinds import OFFICE_ROLES

_PARTY_STEPS = (
    ("signed", "CITES signed"),
    ("ratified", "CITES ratified"),
    ("accession", "Accession to CITES"),
    ("in_force", "CITES in force"),
    ("since", "Party to CITES"),
)


def view(record: LegislationStatus, setting: Setting) -> View:
    """A state's legislation page."""
    crumbs: tuple[tuple[str, str | None], ...] = (("Home", ""), ("Legislation", "legislation/"))
    badges = badges_of(record, status_badge(record.status))
    first = _first(record)
    return View(
        replace(head_of(record, setting, badges, crumbs), title=f"{record.title}: legislation"),
        facts(*_facts(record), *closing_facts(record, setting), above=first),
        (
            _history(record, setting),
            requirements_section(record),
            laws_section(record),
            penalties_section(record),
            *_party(record),
            *offices_section(record),
            *_next_steps(record),
            *note_section(record),
            *serves_section(record, setting),
            sources_section(record),
        ),
        (_official(setting), *notices_of(record, setting)),
        Lead(rows=stated(*first)),
    )


def _official(setting: Setting) -> Notice:
    about = setting.catalogue.about_legislation
    if not about:
        return Notice("The official table is kept by the CITES Secretariat.")
    words = about.official_table.split("://", 1)[-1]
    return Notice(
        "The official table may say more.", (Bit("It is kept up to date by the CITES Secretariat: "), Bit(words, href=about.official_table))
    )


def _first(record: LegislationStatus) -> tuple[Fact | None, ...]:
    """How well its law implements CITES, as last assessed; whether it is a party; how many laws are listed here."""
    return (
        fact("Status", status_in_words(record.status) if record.status else status_words(None)),
        fact("CITES", *party_lines(record.cites)),
        fact("Laws", Bit(f"{len(record.laws)} listed below", to=f"{record.address}#laws") if record.laws else None, silent="none found"),
    )


def _facts(record: LegislationStatus) -> tuple[Fact | None, ...]:
    return (
        fact("State", *state_lines(record.country)),
        fact("ASEAN", f"member since {date_words(record.asean_member_since)}" if record.asean_member_since else None),
    )


def party_lines(party: Party | None) -> tuple[Line, ...]:
    """All that is known of a state's being a party, a line each."""
    if not party:
        return ()
    lines: list[Line] = []
    if not party.party:
        lines.append((Bit(f"not a party {on_words(party.as_of)}; not confirmed since" if party.as_of else "not a party"),))
    for key, label in PARTY_DATES:
        value = getattr(party, key)
        day = dated(value)
        if day:
            lines.append((Bit(f"{label} " if label.endswith(SINCE) else f"{label} {preposition(value)} "), day))
    if party.party and not lines:
        lines.append((Bit("a Party; date of accession not found"),))
    if party.note:
        lines.append((Bit(sentence(party.note), small=True),))
    lines.append((Bit("Source: ", small=True), Bit(party.source.publisher, href=party.source.url, small=True)))
    return tuple(lines)


def _history(record: LegislationStatus, setting: Setting) -> Section:
    """Assessments, laws, steps to being a party and measures of compliance in one dated history, newest first.

    Laws and measures without a date stand below the dated ones.
    """
    about = setting.catalogue.about_legislation
    notes = (*record.compliance, *(note for note in about.compliance if record.country in note.countries)) if about else record.compliance
    dated_moments = [
        *((assessment.as_of, _assessed(assessment, is_now=assessment is record.status)) for assessment in record.history),
        *((law.when, _enacted(law)) for law in record.laws if law.when),
        *_joined(record.cites),
        *((note.as_of, compliance_moment(note)) for note in notes if note.as_of),
    ]
    undated = tuple(compliance_moment(note) for note in notes if not note.as_of)
    moments = (*(moment for _, moment in sorted(dated_moments, key=lambda dated_moment: dated_moment[0], reverse=True)), *undated)
    empty = (
        None
        if moments
        else Notice("No assessment was found.", (Bit("The National Legislation Project may have assessed this state all the same."),))
    )
    return Section("history", "Timeline", timeline=moments, empty=empty)


def _assessed(assessment: Assessment, is_now: bool) -> Moment:
    lines: tuple[Line, ...] = ((Bit(sentence(assessment.how)),), (Bit(assessment.document, small=True),), *claim_lines(assessment))
    badges = (Badge("kind", "Assessment" if assessment.is_sound else "Reported"), *low_badges(assessment))
    return Moment(date_words(assessment.as_of), str(assessment.as_of), capital(status_words(assessment)), lines, badges, is_now)


def _enacted(law: Law) -> Moment:
    """A law as a moment: what became of it; its number and its sources stand in the table of laws."""
    # That a law was dated on its date says nothing.
    words = [law.adopted_as] if law.adopted and law.adopted_as and law.adopted_as != "dated" else []
    words += [f"in force since {date_words(law.in_force)}"] if law.in_force else []
    words += [law.status] if law.status and not law.in_force and law.status not in " ".join(words).split() else []
    local = tuple((Bit(title, lang=tag, small=True),) for tag, title in law.title_local.items())
    lines = (*local, *(((Bit(sentence(capital(", ".join(words)))),),) if words else ()))
    return Moment(date_words(law.when), str(law.when), law.title, lines, (Badge("kind", "Law"), *low_badges(law)), style="law")


def _joined(party: Party | None) -> list[tuple[PartialDate, Moment]]:
    """The steps to being a party, each on its day; the newest says where that stands."""
    if not party:
        return []
    steps = [(value, label) for key, label in _PARTY_STEPS if (value := getattr(party, key))]
    badges = (Badge("kind", "Party to CITES"), *low_badges(party))
    return [(value, Moment(date_words(value), str(value), label, claim_lines(party)[-1:], badges, style="party")) for value, label in steps]


def statement_item(statement: Statement) -> Item:
    """A dated word of a source on parties to CITES."""
    words = [Bit(f"{date_words(statement.date)}. ", time=str(statement.date))] if statement.date else []
    words += [Bit(sentence(statement.note) + " ")] if statement.note else []
    return Item((Bit(capital(statement.what)),), (*words, *source_item(statement.source).head), low_badges(statement))


def _party(record: LegislationStatus) -> tuple[Section, ...]:
    statements = record.cites.statements if record.cites else ()
    return (Section("party", "Party to CITES", tuple(statement_item(statement) for statement in statements)),) if statements else ()


def compliance_moment(note: ComplianceNote) -> Moment:
    """A compliance note as an entry of a dated history."""
    meeting: tuple[Line, ...] = ((Bit(note.meeting, small=True),),) if note.meeting else ()
    states: tuple[Line, ...] = (
        ((Bit(gettext("Concerns {states}.", states=state_names(note.countries)), small=True),),) if note.countries else ()
    )
    lines = (*meeting, *states, *claim_lines(note))
    badges = (Badge("kind", "Compliance"), *low_badges(note))
    return Moment(span_words(note.as_of, note.until), str(note.as_of or ""), note.what, lines, badges)


def offices_section(record: LegislationStatus) -> tuple[Section, ...]:
    """The authorities of a state by their names, in the order of their roles."""
    offices = sorted(record.offices, key=lambda office: OFFICE_ROLES.index(office.role))
    items = tuple(
        Item(
            (
                Bit(office.title, href=office.url),
                *(bit for tag, title in office.title_local.items() for bit in (Bit(" "), Bit(title, lang=tag))),
            ),
            (Bit(f"{capital(office.role)}. "), Bit("Source: "), Bit(office.source.publisher, href=office.source.url)),
            low_badges(office),
        )
        for office in offices
    )
    return (Section("offices", "Offices", items),) if items else ()


def _next_steps(record: LegislationStatus) -> tuple[Section, ...]:
    items = []
    for step in record.next_steps:
        words = [f"Due {date_words(step.due)}."] if step.due else ["No date is set."]
        words += [f"Lead: {step.lead}."] if step.lead else []
        items.append(Item((Bit(step.what),), (Bit(" ".join(words)), Bit(" "), *source_item(step.source).head)))
    return (Section("next-steps", "Next steps", tuple(items)),) if items else ()


_FORM = (
    FormPart("Which state", "Each member state has one record, to which you add.", ("country",)),
    FormPart("What is new", "One of the three is enough.", ("laws", "assessments", "next_steps")),
    FormPart(
        "The state as a whole",
        "Only where what is new changes it.",
        (),
        ("summary", "note", "title", "title_local", "body", "serves", "sources", "confidence", "published", "verified", "verified_by"),
    ),
)
PRESENTATION: Presentation[LegislationStatus] = Presentation(
    collection=COLLECTION,
    view=view,
    thing=laws.legislation,
    form=FormLayout(
        "a change of law",
        "A new law, an assessment, or what a member state plans next.",
        _FORM,
        appended={
            "laws": ("title", "number", "adopted", "adopted_as", "kind", "status", "url", "source"),
            "assessments": ("as_of", "category", "document", "how", "source"),
            "next_steps": ("what", "due", "lead", "source"),
        },
        names={"category": CATEGORY_NAMES},
        unasked=("asean_member_since", "asean_source", "cites", "requirements", "penalties", "offices", "compliance"),
    ),
    heading="Legislation",
    synonyms=("laws", "law"),
    in_booklet=3,
    status=lambda record: category_words(record.status),
    line=lambda record: ("Legislation",),
)
