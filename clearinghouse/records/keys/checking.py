"""Checking: the rules on values and records, run as pydantic validators; what fails carries a problem's words.

A failed rule is a PydanticCustomError whose type is the problem's code and whose context holds `allowed`, `fix`,
`at` (the part of the value that is to blame) and `found` (the piece to blame, where it is not the whole value).
"""

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from clearinghouse.records.keys.conditions import COMPARISONS, Told, first_failed, told
from clearinghouse.records.keys.rules import RECORDS, VALUES
from clearinghouse.records.keys.shapes import misshapen

Path = tuple[str | int, ...]


def wrong(failed: Told, at: Path = ()) -> PydanticCustomError:
    """A failed rule as the error that pydantic collects."""
    return PydanticCustomError(failed.code, "{fix}", {"allowed": failed.allowed, "fix": failed.fix, "at": at, "found": failed.found})


def checked(kind: str, value: Any, words: Sequence[str] = ()) -> str:
    """A value's text, trimmed where it is prose. Raises PydanticCustomError for the first rule that it fails."""
    first = VALUES[kind][0]
    is_prose = first.fails == "blank"
    if not isinstance(value, str):
        allowed = "text" if is_prose else first.allowed.replace("{all}", " | ".join(words))
        raise wrong(misshapen("no_text", wanted=allowed))
    text = value.strip() if is_prose else value
    failed = first_failed(kind, text, words)
    if failed:
        raise wrong(failed)
    return text


def comparing(part: str) -> Callable[[Any, Any, ValidationInfo], Any]:
    """A validator for the keys that a part's rules compare with others: `field_validator("ends")(comparing("event"))`.

    It sees the keys that stand before its own in the model and were sound.
    """

    def compared(cls: Any, value: Any, info: ValidationInfo) -> Any:
        # A key that is a word of Python is a field with an underscore behind it.
        record = {name.removesuffix("_"): each for name, each in info.data.items()}
        for key, rule in RECORDS[part]:
            if key == info.field_name:
                filled = COMPARISONS[rule.fails](value, record, rule.given)
                if filled is not None:
                    raise wrong(told(rule, filled), _path(filled.get("at", "")))
        return value

    return compared


def _path(dotted: str) -> Path:
    return tuple(int(part) if part.isdecimal() else part for part in dotted.split(".") if part)
