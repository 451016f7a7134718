"""Programmes: how they are shown, first what their sources say to whoever wants to join."""

from collections.abc import Sequence
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import KIND, STATES, text_cell, text_column, title_column
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, kind_badge, lead_to, plain_view
from clearinghouse.publications.html.facts import NOT_STATED as UNSTATED
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import dated, own_words, separated, state_bit, state_lines, terms_line, topics_line, unchecked
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column
from clearinghouse.publications.linked_data import programmes
from clearinghouse.publications.narrowed import list_under
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, listed, records_counted, sentence, truncated
from clearinghouse.records.collections.programme import COLLECTION, Access, Programme
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.kinds import RUNNING
from clearinghouse.vocabulary.languages import LANGUAGES

LONGEST = 100
"""So many characters at most each answer has in the sentences: the facts have it whole."""
_STYLES = {"yes": "done", "no": "stop", "unsure": "plain"}


def view(record: Programme, setting: Setting) -> View:
    """A standing course, laboratory or facility: who offers it, who can use it, and how to apply."""
    access, as_of = record.access or Access(), setting.catalogue.as_of
    where = separated([*([Bit(record.place)] if record.place else []), *([state_bit(record.host)] if record.host else [])])
    languages = separated(Bit(LANGUAGES[tag], to=list_under(record.collection, "languages", tag)) for tag in record.languages)
    running = RUNNING.get(record.runs(as_of) or "")
    audience = fact("Audience", terms_line(record.collection, "audience", AUDIENCES, record.audience), own_words(record.audience_note))
    first = (
        fact("Who can use it", capital(access.who or "")),
        None if access.who else audience,
        fact("How to apply", capital(access.apply or "")),
        fact("Cost", capital(access.cost or record.fee or "")),
        fact("Languages", languages or None),
    )
    rows = (
        fact("Still running", running, sentence(record.running_note) if record.running_note else None, gap="whether it still runs"),
        fact("Offered by", record.provider),
        fact("Where", where or None, silent="not tied to one state"),
        fact("Since", dated(record.since)),
        fact("Until", dated(record.until), silent=None),
        fact("Duration", access.duration, silent=None),
        fact("Certificate", access.certificate, silent=None),
        fact("Places", f"{access.places:,}" if access.places else None, silent=None),
        audience if access.who else None,
        fact("Topics", topics_line(record.topics), own_words(record.topics_note)),
        fact("States", *state_lines(*record.countries), silent=None),
        fact("Accreditation", record.accreditation, silent=None),
        fact("Website", silent=None if record.url else UNSTATED),
    )
    badges = (kind_badge(record), *([Badge(_STYLES[record.runs(as_of) or ""], running)] if running else []))
    lead = lead_to("Open the website", record.url, unchecked(record.url_checked))
    return plain_view(record, setting, rows, badges=badges, first=first, lead=lead)


def joining(record: Programme, as_of: date) -> str:
    """Who can use it, how, at what cost, in which languages and whether it still runs, in short sentences. What is not stated
    is left out; where no words say who, the audiences do."""
    access = record.access or Access()
    answers = (
        ("Open to: ", access.who),
        ("For: ", "" if access.who else ", ".join(gettext(AUDIENCES[term].label) for term in record.audience)),
        ("How to apply: ", access.apply),
        ("Cost: ", access.cost or record.fee),
        ("In ", listed([gettext(LANGUAGES[tag]) for tag in record.languages])),
        ("", gettext(RUNNING[runs]) if (runs := record.runs(as_of)) in RUNNING else ""),
    )
    return " ".join(sentence(gettext(label) + _short(answer)) for label, answer in answers if answer)


def _short(text: str) -> str:
    """A text, cut after one of its clauses where there is such an end, else after a word."""
    head = text[:LONGEST] if len(text) > LONGEST else ""
    clauses = head.rpartition(";")[0] or head.rpartition(",")[0]
    return f"{clauses} …" if clauses else truncated(text, LONGEST)


def _joining_cell(record: Programme, catalogue: Catalogue) -> Cell:
    # Without a label it has the whole width of a card: its words say what it is.
    return text_cell(joining(record, catalogue.as_of), "")


def _headline(programmes: Sequence[Programme], as_of: date) -> str:
    """How many of them still run, as far as somebody looked."""
    running = sum(programme.runs(as_of) == "yes" for programme in programmes)
    every = records_counted(len(programmes), Programme.collection)
    return ngettext("{number} of {records} is still running", "{number} of {records} are still running", running, records=every)


_FORM = (
    FormPart(
        "What it is",
        "Only the fields marked as required must be filled in now.",
        ("title", "kind", "provider", "url", "url_checked", "summary"),
        ("title_local", "body", "note"),
    ),
    FormPart("Where, and since when", "", ("place", "host", "since", "until", "running"), ("countries", "running_note")),
    FormPart("How to apply", "", ("access",), ("accreditation",)),
    FormPart(
        "For whom, about what",
        "Lists, filters and statistics need the same words everywhere.",
        ("audience", "topics"),
        ("audience_note", "topics_note", "species", "languages"),
    ),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Programme] = Presentation(
    collection=COLLECTION,
    form=FormLayout("a programme", "A standing course, academy, laboratory or facility that others can use.", _FORM),
    view=view,
    thing=programmes.programme,
    columns=(
        title_column("Programme", is_sorted=True),
        KIND,
        text_column("Offered by", lambda programme: programme.provider),
        (Column("Who can join, and how", is_prose=True), _joining_cell),
        STATES,
    ),
    headline=_headline,
    in_booklet=4,
)
