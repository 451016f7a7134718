"""Updates: how notices are shown."""

from clearinghouse.publications.collections.cells import DATE, text_column, title_column
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, body_section, closing_facts, head_of, notices_of, sources_section
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.parts import Badge, Bit
from clearinghouse.publications.linked_data import works
from clearinghouse.publications.words import date_words
from clearinghouse.records.collections.update import COLLECTION, Update


def view(record: Update, setting: Setting) -> View:
    """A notice."""
    rows = (fact("Date", Bit(date_words(record.date), time=record.date.isoformat())), *closing_facts(record, setting))
    return View(
        head_of(record, setting, (Badge("kind", "Notice"),)),
        facts(*rows),
        (*body_section(record, "More"), sources_section(record)),
        notices_of(record, setting),
    )


_FORM = (
    FormPart(
        "What is new",
        "Only the fields marked as required must be filled in now.",
        ("title", "date", "summary"),
        ("stands_for_all", "title_local", "body", "note"),
    ),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Update] = Presentation(
    collection=COLLECTION,
    form=FormLayout("an update", "A dated notice of something that others should know.", _FORM),
    add="Add an update",
    view=view,
    thing=works.notice,
    columns=(DATE, title_column("Notice"), text_column("Summary", lambda update: update.summary, is_prose=True)),
    others=(("What changed", "changes/"),),
)
