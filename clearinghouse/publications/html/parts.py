"""Parts: what record pages and lists are made of, as plain values that the templates lay out.

Nothing here is HTML but `Raw`; templates escape all else. Addresses are relative to the site's root and become
links in the template, by the one function `link`. `days` are those on which the part stands on the page; without them
it always does.
"""

from dataclasses import dataclass, field

from clearinghouse.publications.html.charts import Chart
from clearinghouse.publications.html.days import Days


@dataclass(frozen=True)
class Bit:
    """A piece of text. to: an address of this site; href: an address elsewhere; lang: BCP 47 tag; small: quiet;
    time: ISO 8601 date that a machine reads; code: a state's two letters, shown in a frame, told by `text`; id: of a link to
    which others lead."""

    text: str
    to: str | None = None
    href: str | None = None
    lang: str | None = None
    small: bool = False
    time: str | None = None
    code: str | None = None
    days: Days | None = None
    id: str | None = None


Line = tuple[Bit, ...]
"""Bits that stand on one line, one after the other."""


@dataclass(frozen=True)
class Fact:
    """A row of the key facts. is_searched: whether the search shall find the page by it; gap: what it is called among what is not
    stated, where it has no lines."""

    label: str
    lines: tuple[Line, ...]
    is_searched: bool = True
    gap: str = ""


@dataclass(frozen=True)
class Badge:
    """A shape and a word. style: kind, done, soon, heed, stop or plain (LOOK: badge); to: at the top of a page, where the word
    is explained."""

    style: str
    text: str
    days: Days | None = None
    to: str | None = None


@dataclass(frozen=True)
class Notice:
    """What changes the reading of a page: a strong line, and bits that say more."""

    strong: str
    bits: Line = ()
    days: Days | None = None


@dataclass(frozen=True)
class Item:
    """A link with a line of context. key: `collection/id` of a record, where it shall stand once among several lists."""

    head: Line
    context: Line = ()
    badges: tuple[Badge, ...] = ()
    days: Days | None = None
    key: str = ""


@dataclass(frozen=True)
class Section:
    """A section of a page: an id for anchors, a heading, and what stands below it. is_searched: whether the search shall
    find the page by it, which is not so where it tells of other records."""

    id: str
    title: str
    items: tuple[Item, ...] = ()
    paragraphs: tuple[Line, ...] = ()
    body: str = ""
    """HTML of a record's body, made safe by bodies.body_html."""
    body_lang: str | None = None
    facts: tuple[Fact, ...] = ()
    chart: Chart | None = None
    table: "Table | None" = None
    timeline: "tuple[Moment, ...]" = ()
    measures: "tuple[Measure, ...]" = ()
    empty: Notice | None = None
    is_searched: bool = True
    drawing: str = ""
    """The name of a drawing that stands beside its heading."""
    file: "Table | None" = None
    """A table that only files hold: what the page says in another form."""


@dataclass(frozen=True)
class Photo:
    """A picture of a record. copies: address and width of each size, the smallest first; width, height: of the largest; alt: what
    is to be seen; credit: who made it, and the licence under which it is shown."""

    copies: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: Bit
    caption: Line
    credit: Line


@dataclass(frozen=True)
class Moment:
    """An entry of a dated history. style: the shape of its mark where it is not an assessment: law or party."""

    when: str
    time: str
    title: str
    lines: tuple[Line, ...] = ()
    badges: tuple[Badge, ...] = ()
    is_now: bool = False
    style: str = ""


@dataclass(frozen=True)
class Measure:
    """An indicator. quote: the plan's words; answer: what the records say; badge: its result; working, items: how that was
    counted, folded up; part: in which part of the activity it stands, or empty."""

    quote: str
    answer: Line
    badge: Badge
    working: tuple[Fact, ...]
    items: tuple[Item, ...] = ()
    part: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table. label: the column's heading, repeated where the table becomes cards; mark: a badge
    before its lines; order: by what its column is
    sorted, where that is not what it says: a scale, and a number that is compared on this scale alone; is_silent: whether it only
    says that nothing is known, so that a card leaves it out."""

    lines: tuple[Line, ...]
    label: str = ""
    is_heading: bool = False
    is_number: bool = False
    badges: tuple[Badge, ...] = ()
    order: tuple[str, str] | None = None
    mark: Badge | None = None
    is_silent: bool = False


@dataclass(frozen=True)
class Column:
    """A column's heading. sorted: how the table is sorted by it as it is made, `ascending` or `descending`, or empty; is_prose:
    whether its cells hold prose or several things, in whose order nobody looks for anything; is_aside: whether a card in a list
    leaves its cell out, as long as the list is not sorted by it."""

    label: str
    is_number: bool = False
    sorted: str = ""
    is_prose: bool = False
    is_aside: bool = False


@dataclass(frozen=True)
class Table:
    """A table that becomes cards on a phone. is_file: whether its page offers it as files, too; a table that has a file of its own
    does not need them; has_workbook: whether there is one of it, too; document: the address of a text document that says the same;
    is_of_day: whether it says how things stand on the day of the site, so that it may say something else each day."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_file: bool = True
    has_workbook: bool = False
    document: str = ""
    is_of_day: bool = False


@dataclass(frozen=True)
class Choice:
    """A link to a narrowed list. count: how many records stand there."""

    label: str
    to: str
    count: int


@dataclass(frozen=True)
class EventLine:
    """An event in a short list: a date and what happens. key: `collection/id`, where it shall stand once among several lists."""

    when: str
    time: str | None
    title: str
    to: str
    context: Line = ()
    badges: tuple[Badge, ...] = ()
    lang: str | None = None
    days: Days | None = None
    key: str = ""


@dataclass(frozen=True)
class Action:
    """A button of a toolbar. main: the page's one main action; days: on which it is there."""

    text: str
    to: str | None = None
    href: str | None = None
    main: bool = False
    copies: bool = False
    """Copies the page's address; shown only where a script can do it."""
    days: Days | None = None


@dataclass(frozen=True)
class Tools:
    """What can be done with the page of a record, in a row of its own. downloads: files of it, for readers; edits: what an editor
    does, each behind one word."""

    downloads: tuple[Action, ...] = ()
    edits: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Number:
    """The number that a page is about. amount: with what qualifies it; unit: in words; about: what is counted, when and where."""

    amount: str
    unit: str
    about: Line


@dataclass(frozen=True)
class Lead:
    """What most readers of a record come for, with which its page begins: a number, facts, what one can do about it, the main
    action first, and what stands beside that."""

    number: Number | None = None
    rows: tuple[Fact, ...] = ()
    actions: tuple[Action, ...] = ()
    about: Line = ()


@dataclass(frozen=True)
class Head:
    """The top of a page. title_local: (language tag, title) pairs."""

    title: str
    lead: str = ""
    title_local: tuple[tuple[str, str], ...] = ()
    badges: tuple[Badge, ...] = ()
    actions: tuple[Action, ...] = ()
    crumbs: tuple[tuple[str, str | None], ...] = field(default=())
    """(text, address) from Home downwards; the last has no address where it is this page."""
    title_lang: str | None = None
    lead_lang: str | None = None
    tools: Tools | None = None
    drawing: str = ""
    """The name of a drawing of overrides/records/drawings/ that stands beside the title."""


@dataclass(frozen=True)
class Drawn:
    """Where a list has a drawing, by its name: beside its title, and where nothing is listed."""

    head: str = ""
    empty: str = ""
