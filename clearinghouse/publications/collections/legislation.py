"""Legislation: a member state's file, its dated history, its laws, and how a status is shown."""

from clearinghouse.publications.collections.law.status import (
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
    confidence_badge,
    fact,
    facts,
    head_of,
    note_section,
    notices_of,
    serves_section,
    source_item,
    sources_section,
)
from clearinghouse.publications.form_links import to_add
from clearinghouse.publications.html.lines import dated, text_bit
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Fact, Item, Line, Moment, Notice, Section, Table
from clearinghouse.publications.words import (
    capital,
    counted,
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
    Claim,
    ComplianceNote,
    Law,
    LegislationStatus,
    Party,
    Statement,
)
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.writing_systems import language_by_script

_PARTY_STEPS = (
    ("signed", "CITES signed"),
    ("ratified", "CITES ratified"),
    ("accession", "Accession to CITES"),
    ("in_force", "CITES in force"),
    ("since", "Party to CITES"),
)
_MET = {"yes": "met", "no": "not met", "partly": "partly met", "unknown": "not known to us"}
REQUIREMENT_LABELS = {"authorities": "Authorities", "prohibition": "Prohibition", "penalties": "Penalties", "confiscation": "Confiscation"}


def view(record: LegislationStatus, setting: Setting) -> View:
    """A state's legislation page."""
    crumbs: tuple[tuple[str, str | None], ...] = (("Home", ""), ("Legislation", "legislation/"))
    badges = badges_of(record, status_badge(record.status))
    return View(
        head_of(record, setting, badges, crumbs),
        facts(*_facts(record), *closing_facts(record, setting)),
        (
            _history(record),
            _requirements(record),
            laws_section(record),
            *_party(record),
            *_compliance(record, setting),
            *_next_steps(record),
            *note_section(record),
            serves_section(record, setting),
            sources_section(record),
        ),
        (_official(setting), *notices_of(record, setting)),
    )


def _official(setting: Setting) -> Notice:
    about = setting.catalogue.about_legislation
    if not about:
        return Notice("The official table is kept by the CITES Secretariat.")
    words = about.official_table.split("://", 1)[-1]
    return Notice(
        "The official table may say more.", (Bit("It is kept up to date by the CITES Secretariat: "), Bit(words, href=about.official_table))
    )


def _facts(record: LegislationStatus) -> tuple[Fact | None, ...]:
    member = MEMBER_STATES.get(record.country)
    return (
        fact(
            "State",
            (
                Bit(record.title, to=f"countries/{record.id}/" if member else None),
                *([Bit(" "), Bit(member.local_name, lang=member.language)] if member and member.local_name != member.name else []),
            ),
        ),
        fact("Status", status_in_words(record.status) if record.status else status_words(None)),
        fact("ASEAN", f"member since {date_words(record.asean_member_since)}" if record.asean_member_since else None),
        fact("CITES", *party_lines(record.cites)),
        fact("Laws listed", str(len(record.laws)) if record.laws else None, silent="none found"),
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
        lines.append((Bit("a party; the date is not in our sources"),))
    if party.note:
        lines.append((Bit(sentence(party.note), small=True),))
    lines.append((Bit("Source: ", small=True), Bit(party.source.publisher, href=party.source.url, small=True)))
    return tuple(lines)


def _claim_lines(claim: Claim) -> tuple[Line, ...]:
    note: tuple[Line, ...] = ((text_bit(sentence(claim.note)),),) if claim.note else ()
    sources = [claim.source, *claim.other_sources]
    cited: list[Bit] = [Bit("Source: " if len(sources) == 1 else "Sources: ", small=True)]
    for place, source in enumerate(sources):
        cited += [Bit("; ", small=True)] if place else []
        cited.append(Bit(source.publisher, href=source.url, small=True))
    return (*note, tuple(cited))


def _low(claim: Claim) -> tuple[Badge, ...]:
    return (confidence_badge("low"),) if claim.confidence == "low" else ()


def _history(record: LegislationStatus) -> Section:
    """Assessments, laws and the steps to being a party in one dated history, newest first; laws without a date are not in it."""
    dated_moments = [
        *((assessment.as_of, _assessed(assessment, is_now=assessment is record.status)) for assessment in record.history),
        *((law.when, _enacted(law)) for law in record.laws if law.when),
        *_joined(record.cites),
    ]
    moments = tuple(moment for _, moment in sorted(dated_moments, key=lambda dated_moment: dated_moment[0], reverse=True))
    empty = (
        None
        if moments
        else Notice("No assessment was found.", (Bit("The National Legislation Project may have assessed this state all the same."),))
    )
    return Section("history", "What happened, and when", timeline=moments, empty=empty)


def _assessed(assessment: Assessment, is_now: bool) -> Moment:
    lines: tuple[Line, ...] = ((Bit(sentence(assessment.how)),), (Bit(assessment.document, small=True),), *_claim_lines(assessment))
    badges = (Badge("kind", "Assessment" if assessment.is_sound else "Reported"), *_low(assessment))
    return Moment(date_words(assessment.as_of), str(assessment.as_of), capital(status_words(assessment)), lines, badges, is_now)


def _enacted(law: Law) -> Moment:
    """A law as a moment: what became of it; its number and its sources stand in the table of laws."""
    # That a law was dated on its date says nothing.
    words = [law.adopted_as] if law.adopted and law.adopted_as and law.adopted_as != "dated" else []
    words += [f"in force since {date_words(law.in_force)}"] if law.in_force else []
    words += [law.status] if law.status and not law.in_force else []
    words += [f"replaces {law.replaces}"] if law.replaces else []
    local = tuple((Bit(title, lang=tag, small=True),) for tag, title in law.title_local.items())
    lines = (*local, *(((Bit(sentence(capital(", ".join(words)))),),) if words else ()))
    return Moment(date_words(law.when), str(law.when), law.title, lines, (Badge("kind", "Law"), *_low(law)), style="law")


def _joined(party: Party | None) -> list[tuple[PartialDate, Moment]]:
    """The steps to being a party, each on its day; the newest says where that stands."""
    if not party:
        return []
    steps = [(value, label) for key, label in _PARTY_STEPS if (value := getattr(party, key))]
    badges = (Badge("kind", "Party to CITES"), *_low(party))
    return [
        (value, Moment(date_words(value), str(value), label, _claim_lines(party)[-1:], badges, style="party")) for value, label in steps
    ]


def statement_item(statement: Statement) -> Item:
    """A dated word of a source on parties to CITES."""
    words = [Bit(f"{date_words(statement.date)}. ", time=str(statement.date))] if statement.date else []
    words += [Bit(sentence(statement.note) + " ")] if statement.note else []
    return Item((Bit(capital(statement.what)),), (*words, *source_item(statement.source).head), _low(statement))


def _party(record: LegislationStatus) -> tuple[Section, ...]:
    statements = record.cites.statements if record.cites else ()
    return (Section("party", "Party to CITES", tuple(statement_item(statement) for statement in statements)),) if statements else ()


def _requirements(record: LegislationStatus) -> Section:
    rows = []
    for key, label in REQUIREMENT_LABELS.items():
        requirement = getattr(record.requirements, key)
        lines = [capital(_MET[requirement.met])]
        provision = Bit(requirement.provision, small=True) if requirement.provision else None
        source = (
            (Bit("Source: ", small=True), Bit(requirement.source.publisher, href=requirement.source.url, small=True))
            if requirement.source
            else None
        )
        rows.append(fact(label, *lines, provision, source))
    return Section(
        "requirements",
        "The four requirements",
        facts=facts(*rows),
        paragraphs=((Bit("Minimum requirements of Resolution Conf. 8.4.", small=True),),),
    )


def laws_section(record: LegislationStatus) -> Section:
    """The laws, newest first, those without a date at the end."""
    if not record.laws:
        ask = Bit("Tell us of one, with its source.", to=to_add(record.collection, country=record.country))
        return Section("laws", "Laws", empty=Notice("No law is listed yet.", (ask,)))
    undated = sum(law.when is None for law in record.laws)
    caption = f"{capital(counted(len(record.laws), 'entry', 'entries'))}, newest first" + (
        f"; {undated} without a date at the end" if undated else ""
    )
    columns = (Column("Law"), Column("Number"), Column("Date", sorted="descending"), Column("Status"))
    return Section("laws", "Laws", table=Table(caption, columns, tuple(_law(law) for law in record.laws_newest_first)))


def _law(law: Law) -> tuple[Cell, ...]:
    local = tuple((Bit(title, lang=tag, small=True),) for tag, title in law.title_local.items())
    more = [f"Replaces {law.replaces}"] if law.replaces else []
    more += [f"Amended by {'; '.join(law.amended_by)}"] if law.amended_by else []
    more += [sentence(law.note)] if law.note else []
    extra: tuple[Line, ...] = tuple((Bit(text, small=True, lang=language_by_script(text)),) for text in more)
    cited = tuple(_claim_lines(law)[-1:])
    title = Bit(law.title, href=law.url) if law.url else Bit(law.title)
    dates: list[Line] = []
    if law.adopted:
        dates.append(
            (Bit(date_words(law.adopted), time=str(law.adopted)), *([Bit(f", {law.adopted_as}", small=True)] if law.adopted_as else []))
        )
    elif law.year:
        dates.append((Bit(date_words(law.year), time=str(law.year)),))
    for label, value in (("signed", law.signed), ("assent", law.assent), ("in force", law.in_force), ("revised", law.revised)):
        if value:
            dates.append((Bit(f"{label} {date_words(value)}", small=True),))
    return (
        Cell(((title,), *local, *extra, *cited), is_heading=True, badges=_low(law)),
        Cell(((Bit(law.number) if law.number else Bit("not known", small=True),),), "Number"),
        Cell(tuple(dates) or ((Bit("date not known", small=True),),), "Date"),
        Cell(((Bit(law.status) if law.status else Bit("not\u00a0told", small=True),),), "Status"),
    )


def _compliance(record: LegislationStatus, setting: Setting) -> tuple[Section, ...]:
    about = setting.catalogue.about_legislation
    shared = [note for note in about.compliance if record.country in note.countries] if about else []
    notes = sorted((*record.compliance, *shared), key=lambda note: (note.as_of is not None, str(note.as_of or "")), reverse=True)
    return (Section("compliance", "Compliance", timeline=tuple(compliance_moment(note) for note in notes)),) if notes else ()


def compliance_moment(note: ComplianceNote) -> Moment:
    """A compliance note as an entry of a dated history."""
    meeting: tuple[Line, ...] = ((Bit(note.meeting, small=True),),) if note.meeting else ()
    states: tuple[Line, ...] = ((Bit(f"Concerns {state_names(note.countries)}.", small=True),),) if note.countries else ()
    return Moment(
        span_words(note.as_of, note.until), str(note.as_of or ""), note.what, (*meeting, *states, *_claim_lines(note)), _low(note)
    )


def _next_steps(record: LegislationStatus) -> tuple[Section, ...]:
    items = []
    for step in record.next_steps:
        words = [f"Due {date_words(step.due)}."] if step.due else ["No date is set."]
        words += [f"Lead: {step.lead}."] if step.lead else []
        items.append(Item((Bit(step.what),), (Bit(" ".join(words)), Bit(" "), *source_item(step.source).head)))
    return (Section("next-steps", "Next steps", tuple(items)),) if items else ()


_FORM = (
    FormPart("Which state", "Each member state has one file, to which you add.", ("country",)),
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
    form=FormLayout(
        "a change of law",
        "A new law, an assessment, or what a member state plans next.",
        _FORM,
        appended={
            "laws": ("title", "number", "adopted", "adopted_as", "kind", "status", "url", "source"),
            "assessments": ("as_of", "category", "document", "how", "source"),
            "next_steps": ("what", "due", "lead", "source"),
        },
        unasked=("asean_member_since", "asean_source", "cites", "requirements", "compliance"),
    ),
    heading="Legislation",
    synonyms=("laws", "law"),
    in_booklet=3,
    status=lambda record: category_words(record.status),
    line=lambda record: ("Legislation",),
)
