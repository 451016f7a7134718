"""Documents: how they are shown."""

from clearinghouse.publications.collections.cells import DATE, KIND, text_column, title_column
from clearinghouse.publications.collections.cells import SERVES as SERVES_COLUMN
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, cited_section, fact, kind_badge, plain_view
from clearinghouse.publications.html.lines import dated, home_lines, state_lines
from clearinghouse.publications.words import language_names
from clearinghouse.records.collections.document import COLLECTION, Document


def view(record: Document, setting: Setting) -> View:
    """A document: what, by whom, when."""
    rows = (
        fact("Date", dated(record.date or record.year), silent="date not known"),
        fact("Publisher", record.publisher),
        fact("States", *state_lines(record.countries), silent=None),
        fact("Language", language_names(record.languages) or None),
        fact("Series", record.series, silent=None),
        fact("Text", *home_lines(record.url), silent="see the source"),
    )
    return plain_view(record, setting, rows, *cited_section(record, setting), badges=(kind_badge(record),))


_FORM = (
    FormPart(
        "What it is",
        "Only the fields marked as required must be filled in now.",
        ("title", "kind", "publisher", "url", "summary"),
        ("title_local", "body", "note", "series"),
    ),
    FormPart("When it appeared", "The year is enough; the date is better.", ("year", "date"), ("undated",)),
    FormPart("Whom it concerns", "", ("countries",), ("languages",)),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Document] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(DATE, title_column("Document"), KIND, text_column("Publisher", lambda document: document.publisher), SERVES_COLUMN),
    form=FormLayout("a document", "A plan, handbook, report or statement that others can use.", _FORM),
    in_booklet=5,
)
