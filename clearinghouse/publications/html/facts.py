"""Facts: rows of labels and values go in; out come those that a page shows, and one that names what is not stated."""

from clearinghouse.publications.html.parts import Bit, Fact, Line

NOT_STATED = "Not stated"


def fact(label: str, *lines: Line | Bit | str | None, silent: str | None = NOT_STATED, gap: str = "") -> Fact | None:
    """A row of facts. Where nothing is known it says so in the words of `silent`, is left out where that is None, and else
    is named in the one row for what is not stated. gap: how it is called there, where its label would not say enough."""
    words = tuple(_line(line) for line in lines if line)
    if not words and silent is None:
        return None
    if not words and silent == NOT_STATED:
        return Fact(label, (), is_searched=False, gap=gap or _lower(label))
    return Fact(label, words or ((Bit(silent or "", small=True),),), is_searched=bool(words))


def stated(*rows: Fact | None) -> tuple[Fact, ...]:
    """The rows that say something."""
    return tuple(row for row in rows if row and row.lines)


def facts(*rows: Fact | None, above: tuple[Fact | None, ...] = ()) -> tuple[Fact, ...]:
    """The rows that say something, then one that names all that is not stated. above: rows that stand elsewhere on the page."""
    gaps = list(dict.fromkeys(row.gap for row in (*above, *rows) if row and not row.lines))
    return (*stated(*rows), *([Fact(NOT_STATED, ((Bit(", ".join(gaps), small=True),),), is_searched=False)] if gaps else []))


def _line(line: Line | Bit | str) -> Line:
    return (Bit(line),) if isinstance(line, str) else (line,) if isinstance(line, Bit) else line


def _lower(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
