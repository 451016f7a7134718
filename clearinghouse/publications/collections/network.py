"""Networks: how they are shown, and the events that each organised."""

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import KIND, NOT_STATED, quiet, states_cell, title_column
from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.collections.view import Setting, View, cited_section, fact, kind_badge, plain_view, record_item
from clearinghouse.publications.html.lines import dated, home_lines, separated, state_line
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Section
from clearinghouse.records.collections.network import COLLECTION, Network
from clearinghouse.vocabulary.series import SERIES

MOST_EVENTS = 12


def view(record: Network, setting: Setting) -> View:
    """A network or organisation, and the events that it organised."""
    catalogue = setting.catalogue
    member_of = [other for name in record.member_of if (other := catalogue.network(name))]
    events = catalogue.organised_by(record)
    rows = (
        fact("Acronym", record.acronym, silent=None),
        fact("State", state_line(record.country) if record.country else None, silent=None),
        fact("Since", dated(record.started), silent=None),
        fact("Until", dated(record.ended), silent=None),
        fact("Part of", separated(Bit(other.name, to=other.address) for other in member_of) or None, silent=None),
        fact(
            "Meetings",
            separated(Bit(series.title, to=series.address) for series in SERIES if record.id in series.networks) or None,
            silent=None,
        ),
        fact("Home", *home_lines(record.url, record.url_checked)),
    )
    items = tuple(record_item(event) for event in events[:MOST_EVENTS])
    more = f"The latest {MOST_EVENTS} of {len(events)} events." if len(events) > MOST_EVENTS else ""
    section = Section("events", "Events with it", items, paragraphs=((Bit(more, small=True),),) if more else (), is_searched=False)
    badges = (kind_badge(record), *([Badge("heed", "No longer active")] if record.ended else []))
    return plain_view(record, setting, rows, *([section] if events else []), *cited_section(record, setting), badges=badges)


def _home(record: Network, catalogue: Catalogue) -> Cell:
    return Cell(((Bit(record.url.split("://", 1)[-1].removesuffix("/"), href=record.url),),) if record.url else quiet(NOT_STATED), "Home")


PRESENTATION: Presentation[Network] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(title_column("Network", is_sorted=True), KIND, (Column("State"), states_cell), (Column("Home"), _home)),
)
