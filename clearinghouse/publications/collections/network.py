"""Networks: how they are shown, and the events that each organised."""

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import KIND, NOT_STATED, quiet, states_cell, title_column
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, cited_section, kind_badge, lead_to, plain_view, record_item
from clearinghouse.publications.html.facts import NOT_STATED as UNSTATED
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import dated, separated, state_lines, unchecked
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Section
from clearinghouse.publications.linked_data import organisations
from clearinghouse.records.collections.network import COLLECTION, Network
from clearinghouse.vocabulary.series import SERIES

MOST_EVENTS = 12


def view(record: Network, setting: Setting) -> View:
    """A network or organisation, and the events that it organised."""
    catalogue = setting.catalogue
    member_of = [other for name in record.member_of if (other := catalogue.network(name))]
    events = catalogue.organised_by(record)
    first = (
        fact("Acronym", record.acronym, silent=None),
        fact("State", *state_lines(*filter(None, (record.country,))), silent=None),
        fact("Part of", separated(Bit(other.name, to=other.address) for other in member_of) or None, silent=None),
        fact("Website", silent=None if record.url else UNSTATED),
    )
    rows = (
        fact("Since", dated(record.started), silent=None),
        fact("Until", dated(record.ended), silent=None),
        fact(
            "Meetings",
            separated(Bit(series.title, to=series.address) for series in SERIES if record.id in series.networks) or None,
            silent=None,
        ),
    )
    items = tuple(record_item(event) for event in events[:MOST_EVENTS])
    more = f"The latest {MOST_EVENTS} of {len(events)} events." if len(events) > MOST_EVENTS else ""
    section = Section("events", "Events with it", items, paragraphs=((Bit(more, small=True),),) if more else (), is_searched=False)
    badges = (kind_badge(record), *([Badge("heed", "No longer active")] if record.ended else []))
    sections = (*([section] if events else []), *cited_section(record, setting))
    lead = lead_to("Open the website", record.url, unchecked(record.url_checked))
    return plain_view(record, setting, rows, *sections, badges=badges, first=first, lead=lead)


def _home(record: Network, catalogue: Catalogue) -> Cell:
    return Cell(
        ((Bit(record.url.split("://", 1)[-1].removesuffix("/"), href=record.url),),) if record.url else quiet(NOT_STATED), "Website"
    )


_FORM = (
    FormPart(
        "What it is",
        "Only the fields marked as required must be filled in now.",
        ("title", "acronym", "kind", "url", "summary"),
        ("url_checked", "title_local", "body", "note"),
    ),
    FormPart("Where, and since when", "", ("country", "started"), ("ended", "member_of", "species")),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Network] = Presentation(
    collection=COLLECTION,
    form=FormLayout("a network", "An organisation, network, laboratory or authority that others can turn to.", _FORM),
    view=view,
    thing=organisations.network,
    columns=(
        title_column("Network", is_sorted=True),
        KIND,
        (Column("State", is_prose=True), states_cell),
        (Column("Website", is_prose=True), _home),
    ),
)
