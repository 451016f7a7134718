"""Verifying: a record's file in which somebody says that it still holds; nothing else in it changes, not one byte."""

from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.files.syntax import LINE_END

KEY, AFTER = "verified", "published"
_MARK = "\ufeff"
_DAY = len("2026-11-21")


def verified_on(content: bytes, day: str) -> bytes | None:
    """The file with another `verified`. day: YYYY-MM-DD. A line that is there keeps its quotes and its comment; where
    there is none, one comes below `published`. None where the form of the file does not allow that.

    The content must be well-formed and of a sound record.
    """
    document = read_yaml("", content)
    assert isinstance(document, Document), "only a file that was read can be verified"
    text = content.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    change = _replaced if KEY in document.data else _added
    changed_text = change(text.removeprefix(mark), document, day)
    if changed_text is None:
        return None
    new = (mark + changed_text).encode("utf-8")
    again = read_yaml("", new)
    return new if isinstance(again, Document) and again.data == {**document.data, KEY: day} else None


def _replaced(text: str, document: Document, day: str) -> str | None:
    line, column = document.values[(KEY,)]
    place = _starts(text)[line - 1] + column - 1
    place += text[place] in "\"'"
    return text[:place] + day + text[place + _DAY :] if text[place : place + _DAY] == document.data[KEY] else None


def _added(text: str, document: Document, day: str) -> str | None:
    """Below the whole line of `published`, as far in as that, with the same line end."""
    (line, column), starts = document.keys[(AFTER,)], _starts(text)
    margin = text[starts[line - 1] : starts[line - 1] + column - 1]
    if margin.strip() or document.values[(AFTER,)][0] != line:
        return None
    ends = list(LINE_END.finditer(text))
    if line > len(ends):  # the last line of a file that ends without a line end
        end = ends[-1][0] if ends else "\n"
        return f"{text}{end}{margin}{KEY}: {day}{end}"
    return f"{text[: ends[line - 1].end()]}{margin}{KEY}: {day}{ends[line - 1][0]}{text[ends[line - 1].end() :]}"


def _starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(end.end() for end in LINE_END.finditer(text))]
