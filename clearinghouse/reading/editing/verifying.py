"""Verifying: a record's file in which somebody says that it still holds; nothing else in it changes, not one byte."""

from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.files.syntax import LINE_END

_MARK = "\ufeff"


def verified_on(content: bytes, day: str, by: str) -> bytes | None:
    """The file with another `verified` and `verified_by`. day: YYYY-MM-DD. None where the form of the file does not allow that.

    The content must be well-formed and of a sound record.
    """
    dated = with_value(content, "verified", day, below="published")
    return dated and with_value(dated, "verified_by", by, below="verified")


def with_value(content: bytes, key: str, value: str, below: str) -> bytes | None:
    """The file with another plain value under a key. A line that is there keeps its quotes and its comment; where there is
    none, one comes below another key. None where the form of the file does not allow that."""
    document = read_yaml("", content)
    assert isinstance(document, Document), "only a file that was read can be changed"
    text = content.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(mark)
    changed = _replaced(text, document, key, value) if key in document.data else _added(text, document, key, value, below)
    if changed is None:
        return None
    new = (mark + changed).encode("utf-8")
    again = read_yaml("", new)
    return new if isinstance(again, Document) and again.data == {**document.data, key: value} else None


def _replaced(text: str, document: Document, key: str, value: str) -> str | None:
    (line, column), before = document.values[(key,)], document.data[key]
    place = _starts(text)[line - 1] + column - 1
    place += text[place] in "\"'"
    end = place + len(before)
    return text[:place] + value + text[end:] if text[place:end] == before else None


def _added(text: str, document: Document, key: str, value: str, below: str) -> str | None:
    """Below the whole line of another key, as far in as that, with the same line end."""
    (line, column), starts = document.keys[(below,)], _starts(text)
    margin = text[starts[line - 1] : starts[line - 1] + column - 1]
    if margin.strip() or document.values[(below,)][0] != line:
        return None
    ends = list(LINE_END.finditer(text))
    if line > len(ends):  # the last line of a file that ends without a line end
        end = ends[-1][0] if ends else "\n"
        return f"{text}{end}{margin}{key}: {value}{end}"
    return f"{text[: ends[line - 1].end()]}{margin}{key}: {value}{ends[line - 1][0]}{text[ends[line - 1].end() :]}"


def _starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(end.end() for end in LINE_END.finditer(text))]
