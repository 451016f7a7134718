"""Parts in a language: what a page is made of comes in with English words, and leaves with those of the page's language.

Parts are plain values (`html/parts.py`), so that a label is translated where a page is laid out, and no module that makes parts
need know of languages. Only a whole text is a text of the interface: what a record says is none, and stays.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from markupsafe import Markup

from clearinghouse.publications.translation.formats import state_text
from clearinghouse.publications.translation.language import ENGLISH, language
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.vocabulary.states import MEMBER_STATES, all_names

_ROOM = "clearinghouse.publications."
_NO_PARTS = frozenset({"Days", "Site", "Traits"})
_FIXED = frozenset(
    {
        "to",
        "href",
        "id",
        "lang",
        "time",
        "style",
        "code",
        "key",
        "mark",
        "address",
        "zone",
        "title_lang",
        "lead_lang",
        "terms",
        "facets",
        "value",
        "collection",
        "sorted",
        "decisive",
        "early",
        "only",
        "requests",
    }
)
"""Fields that no reader sees as words."""
_NAMES = frozenset({"examples", "known", "order", "options"})
"""What holds names of terms beside words or alone, in whatever it holds them: words to search for, the terms of a row, the scale of
a number, the values of a form's choices."""


def in_language(value: Any) -> Any:
    """A part, or several, in the language that is spoken."""
    return value if language().tag == ENGLISH else _in_language(value)


def _in_language(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Markup) or not value else _text_in_language(value)
    if value is None or value is True or value is False:
        return value
    if isinstance(value, tuple):
        changed = tuple([_in_language(member) for member in value])
        return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed
    if isinstance(value, list):
        return [_in_language(member) for member in value]
    if isinstance(value, Mapping):
        return {key: member if _is_fixed(key, member) else _in_language(member) for key, member in value.items()}
    kind: type = type(value)
    return _part_in_language(value) if _is_part(kind) else value


def _text_in_language(text: str) -> str:
    """A label is often a word of a closed list, with a capital: then the word itself is the text that is known."""
    texts = language().texts
    if (translated := texts.gettext(text)) == text and text[0].isupper():
        word = text[0].lower() + text[1:]
        if (of_word := texts.gettext(word)) != word:
            return of_word[:1].upper() + of_word[1:]
        if code := _codes_of_states().get(text):
            return state_text(code) or text
    return translated


@cache
def _codes_of_states() -> Mapping[str, str]:
    """The codes of the states that are no members, by their names in English."""
    return {name: code for code, name in all_names().items() if code not in MEMBER_STATES}


def _is_fixed(key: object, value: object) -> bool:
    """Whether what templates know by a name are no words."""
    return key in _NAMES or (key in _FIXED and isinstance(value, str))


@cache
def _is_part(kind: type) -> bool:
    return is_dataclass(kind) and kind.__module__.startswith(_ROOM) and kind.__name__ not in _NO_PARTS


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """The fields of a kind of part that may hold words."""
    return tuple(field.name for field in fields(kind) if field.init and field.name not in _FIXED | _NAMES)


def _part_in_language(part: Any) -> Any:
    kind: type = type(part)
    changed = {}
    for name in _fields_of(kind):
        old = getattr(part, name)
        if (new := _in_language(old)) is not old:
            changed[name] = new
    if _is_title_of_record(part, changed):
        changed["lang"] = ENGLISH
    return replace(part, **changed) if changed else part


def _is_title_of_record(part: Any, changed: Mapping[str, object]) -> bool:
    """Whether a part is the title of a record, in English: it leads to the record, and no translation of it is known."""
    to = getattr(part, "to", None) or ""
    if {"text", "title"} & changed.keys() or getattr(part, "lang", ENGLISH) is not None:
        return False
    return to.count("/") == 2 and to.partition("/")[0] in COLLECTIONS
