"""Programmes: how they are shown."""

from clearinghouse.publications.collections.cells import AUDIENCE, KIND, STATES, text_column, title_column
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.collections.view import Setting, View, fact, kind_badge, plain_view
from clearinghouse.publications.html.lines import dated, home_lines, own_words, separated, state_bit, state_lines, terms_line, topics_line
from clearinghouse.publications.html.parts import Bit
from clearinghouse.publications.words import language_names
from clearinghouse.records.collections.programme import COLLECTION, Programme
from clearinghouse.vocabulary.audiences import AUDIENCES


def view(record: Programme, setting: Setting) -> View:
    """A standing course, laboratory or facility: who offers it, who may use it, and how to ask."""
    access = record.access
    where = separated([*([Bit(record.place)] if record.place else []), *([state_bit(record.host)] if record.host else [])])
    rows = (
        fact("Offered by", record.provider),
        fact("Where", where or None, silent="not tied to one state"),
        fact("Since", dated(record.since)),
        fact("Until", dated(record.until), silent=None),
        fact("For", terms_line(record.collection, "audience", AUDIENCES, record.audience), own_words(record.audience_note)),
        fact("Topics", topics_line(record.topics), own_words(record.topics_note)),
        fact("States", *state_lines(record.countries), silent=None),
        fact("Languages", language_names(record.languages) or None),
        fact("Who may use it", access.who if access else None),
        fact("How to ask", access.apply if access else None),
        fact("Cost", access.cost if access else None),
        fact("Certificate", access.certificate if access else None, silent=None),
        fact("Places", f"{access.places:,}" if access and access.places else None, silent=None),
        fact("Accreditation", record.accreditation, silent=None),
        fact("Home", *home_lines(record.url, record.url_checked)),
    )
    return plain_view(record, setting, rows, badges=(kind_badge(record),))


PRESENTATION: Presentation[Programme] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(
        title_column("Programme", is_sorted=True),
        KIND,
        text_column("Offered by", lambda programme: programme.provider),
        AUDIENCE,
        STATES,
    ),
    in_booklet=4,
)
