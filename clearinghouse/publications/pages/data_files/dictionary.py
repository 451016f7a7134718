"""The data dictionary: the models come in, pages leave that say of every column of every table what it holds, key by key.

A column of groups of keys has a table of its own below, and its keys have anchors like all others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from clearinghouse.publications.html.parts import Bit, Head, Line
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.tables.closed_lists import CODES, WITHIN, coded
from clearinghouse.publications.tables.columns import CellForm, Column, codes_alone, columns_in
from clearinghouse.publications.tables.download import FOLDER, Download
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.publications.words import capital
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP
from clearinghouse.records.written.api_words import VERSION

ADDRESS = f"{FOLDER}dictionary/"
_TYPES = {
    "date": "date: day, month or year", "day": "day", "whole": "whole number", "year": "year", "quantity": "number", "amount": "number",
    "flag": "true or false", "link": "address", "mailbox": "mail address", "time": "time of day", "zone": "time zone",
    "period": "year or quarter", "reference": "id of a record, as collection/id", "activity": "id of an activity, as plan/number",
    "species": "id of a species", "number": "number in the plan", "body": "text in Markdown",
}  # fmt: skip
"""The types of values in words; all others are texts."""
_FORMS = {CellForm.CODES: "several, with “; ” between them", CellForm.LINES: "several, one a line"}
MOST_WORDS = 12
"""So many words of a closed list are shown at once; more are folded away."""


@dataclass(frozen=True)
class Entry:
    """A column. id: its anchor; code: its name in the file; type, about: in words; words: its closed list, folded where it is long;
    since: the version of the data that has it."""

    id: str
    code: str
    title: str
    type: Line
    about: str
    example: str
    words: tuple[str, ...] = ()
    since: str = VERSION
    is_required: bool = False

    @property
    def is_folded(self) -> bool:
        """Whether its closed list is long."""
        return len(self.words) > MOST_WORDS


@dataclass(frozen=True)
class Group:
    """Columns that stand together: those of a file, or the keys of each member of a list. id: its anchor."""

    id: str
    title: str
    about: str
    entries: tuple[Entry, ...]


def address_of(name: str) -> str:
    """The page of a table."""
    return f"{ADDRESS}{name}/"


def pages(data: OpenData, templates: Templates) -> Iterator[Page]:
    """The list of all tables, and a page for each."""
    crumbs = (("Home", ""), ("Open data", FOLDER))
    lead = "What each column says: its name in the files, its type, its closed list, an example, and since which version it is there."
    head = Head("Data dictionary", lead, crumbs=(*crumbs, ("Data dictionary", None)))
    tables = [(table.title, address_of(table.name), len(table.columns), table.about) for table in data.tables]
    html = templates.render("pages/dictionary.html", ADDRESS, head=head, tables=tables, groups=(), lists=())
    yield Page(ADDRESS, "Data dictionary", "What each column of the open data says.", html, FOLDER)
    for table in data.tables:
        lists = [(name, f"list-{name}", list(names.items())) for name, names in coded().items()] if table.name == CODES else []
        title = f"Columns: {table.title}"
        top = Head(title, table.about, crumbs=(*crumbs, ("Data dictionary", ADDRESS), (table.title, None)))
        address = address_of(table.name)
        html = templates.render("pages/dictionary.html", address, head=top, tables=(), groups=tuple(groups(table)), lists=lists)
        yield Page(address, title, f"What each column of {table.name}.csv says.", html, FOLDER)


def groups(table: Download) -> Iterator[Group]:
    """The columns of a file, and below them the keys of each list of groups that it holds."""
    about, page = f"The columns of {table.name}.csv, from left to right.", address_of(table.name)
    yield Group("columns", "Columns", about, tuple(_entries(table.columns, "", page)))
    yield from _inner(table.columns, "", page)


def _inner(columns: tuple[Column, ...], above: str, page: str, outer: str = "") -> Iterator[Group]:
    """outer: what the group is called in which they stand, since lists of several groups have the same name."""
    for column in columns:
        if column.key.type == GROUP:
            anchor = f"{above}{column.name}"
            own = columns_in(column.key.parts)
            about = f"The keys of each member of `{anchor.replace('-', '.')}`."
            title = f"{outer}{column.title}"
            yield Group(f"in-{anchor}", title, about, tuple(_entries(own, f"{anchor}-", page)))
            yield from _inner(own, f"{anchor}-", page, f"{title}: ")


def _entries(columns: tuple[Column, ...], above: str, page: str) -> Iterator[Entry]:
    labelled = {column.name for column in columns if column.labels and not column.is_label}
    for column in codes_alone(columns):
        entry = Entry(
            f"{above}{column.name}",
            # Inside of JSON a key is written by the groups that it stands in.
            ".".join(column.path) if above else column.name,
            column.title,
            tuple(_type(column, above, page)),
            column.about,
            column.key.example,
            column.key.words,
            is_required=column.is_required,
        )
        yield replace(entry, code=f"{entry.code}, {column.name}_label") if column.name in labelled and not above else entry


def _type(column: Column, above: str, page: str) -> Iterator[Bit]:
    key = column.key
    if key.type == GROUP:
        yield Bit("List of groups, as JSON", to=f"{page}#in-{above}{column.name}")
    elif key.type == BY_LANGUAGE:
        yield Bit("Texts by language, as JSON")
    else:
        name = WITHIN.get(key.list_name, key.list_name)
        several = f", {_FORMS[column.form]}" if column.form in _FORMS and not above else ", several" if key.many else ""
        if name in coded():
            yield Bit(f"Code of the list {name}", to=f"{address_of(CODES)}#list-{name}")
            yield Bit(several)
        else:
            kind = "one of a closed list" if key.words and not key.many else _TYPES.get(key.type, "text")
            yield Bit(f"{capital(kind)}{several}")
