"""Documents: how they are shown."""

from collections.abc import Sequence
from datetime import date

from clearinghouse.publications.collections.cells import DATE, KIND, text_column, title_column
from clearinghouse.publications.collections.cells import SERVES as SERVES_COLUMN
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, cited_section, kind_badge, lead_to, plain_view
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import dated, state_lines
from clearinghouse.publications.linked_data import works
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import language_names, records_counted
from clearinghouse.records.collections.document import COLLECTION, Document
from clearinghouse.records.collections.record import Source
from clearinghouse.vocabulary.source_kinds import SOURCE_CLASSES, holds_text, leads_to_text

READ, READ_ABOUT = "Read the document", "Read about the document"


def view(record: Document, setting: Setting) -> View:
    """A document: where it can be read, by whom and of when it is."""
    first = (
        fact("Publisher", record.publisher),
        fact("Date", dated(record.date or record.year), silent="date not known"),
        fact("Languages" if len(record.languages) > 1 else "Language", language_names(record.languages) or None, gap="language"),
    )
    rows = (
        fact("States", *state_lines(*record.countries), silent=None),
        fact("Series", record.series, silent=None),
    )
    return plain_view(
        record,
        setting,
        rows,
        *cited_section(record, setting),
        badges=(kind_badge(record),),
        first=first,
        lead=lead_to(*_text(record)),
    )


def is_online(record: Document) -> bool:
    """Whether it can be read, or opened from a page of its publisher, at an address that is known here."""
    return _text(record)[0] != READ_ABOUT


def _text(record: Document) -> tuple[str, str, str]:
    """Where the document can be read: what the button says, its address, and what one will find there."""
    if record.url:
        return READ, record.url, ""
    nearest = sorted(record.sources, key=lambda source: tuple(SOURCE_CLASSES).index(source.source_class))
    for words, has_it in ((READ, holds_text), ("Open the document’s page", leads_to_text)):
        if source := next((source for source in nearest if has_it(source.kind)), None):
            return words, source.url, _at(source)
    return (
        READ_ABOUT,
        nearest[0].url,
        gettext("The document itself was not found online. Source: {publisher}", publisher=nearest[0].publisher),
    )


def _at(source: Source) -> str:
    text = "A copy at {publisher}" if source.source_class == "copy" and ", copy" not in source.publisher else "At {publisher}"
    return gettext(text, publisher=source.publisher.removeprefix("copy at "))


def _headline(documents: Sequence[Document], as_of: date) -> str:
    """By how many publishers they are."""
    publishers = len({document.publisher for document in documents})
    by = ngettext("{number} publisher", "{number} publishers", publishers)
    return gettext("{records} from {publishers}", records=records_counted(len(documents), Document.collection), publishers=by)


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
    thing=works.document,
    columns=(DATE, title_column("Document"), KIND, text_column("Publisher", lambda document: document.publisher), SERVES_COLUMN),
    form=FormLayout("a document", "A plan, handbook, report or statement that others can use.", _FORM),
    headline=_headline,
    in_booklet=5,
)
