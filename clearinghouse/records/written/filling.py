"""Filling: texts that somebody typed, each for a key, become a record's plain data."""

import re
from collections.abc import Mapping
from typing import Any

from clearinghouse.records.keys.key import BY_LANGUAGE, Key
from clearinghouse.records.written.keys import OWN_WORDS

Value = str | list[str] | dict[str, str]
_SEPARATOR = re.compile(r"[;\n]")
_LANGUAGE = Key("", "", type="language")
_TAG = r"\s*(?:[A-Za-z]{2,3}|" + "|".join(f"(?i:{re.escape(name)})" for name in _LANGUAGE.choices.values()) + r")\s*[:：]"
"""The tag or the name of a language before its text, whether we know the tag or not."""
_BEFORE_A_TAG, _COLON, _WRAP = re.compile(rf"[;\n](?={_TAG})"), re.compile("[:：]"), re.compile(r" *\n\s*")


def value_of(key: Key, text: str) -> Value:
    """What a text says as the value of a key.

    Members of a list stand apart by `;` or on lines of their own, texts by language are `th: …; lo: …`. What means a
    value of the key's closed list becomes that value; all else stays as it is, for the rules to judge.
    """
    text = re.sub(r"\r\n?", "\n", text).strip()
    if key.type == BY_LANGUAGE:
        return _by_language(text)
    members = [member.strip() for member in _SEPARATOR.split(text) if member.strip()]
    return [key.meant(member) for member in members] if key.many else key.meant(text)


def _by_language(text: str) -> str | dict[str, str]:
    """Texts by the tag of their language; the text itself where one of them has none.

    A line without a tag continues the one above. Two texts of one language stay two lines, which no rule lets pass.
    """
    texts: dict[str, str] = {}
    for member in _BEFORE_A_TAG.split(text):
        tag, *after = _COLON.split(member, maxsplit=1)
        if not after:
            return text
        language, words = _LANGUAGE.meant(tag.strip()), _WRAP.sub(" ", after[0].strip("; \n"))
        texts[language] = f"{texts[language]}\n{words}" if texts.get(language) else words
    return texts


def own_words(key: Key, text: str) -> str:
    """The members of a text that chose a term by a synonym, as they were written; what is the term itself, or its name, is not kept."""
    members = [member.strip() for member in _SEPARATOR.split(text) if member.strip()]
    names = {spelling.casefold() for value, name in key.choices.items() for spelling in (value, name)}
    return "; ".join(member for member in members if member.casefold() not in names and key.meant(member) in key.choices)


def put(data: dict[str, Any], path: str, value: Value) -> None:
    """Puts a value at a dotted path (`sources.0.url`); groups and lists on the way are made. Nothing is put for an empty
    value. Texts by language stand beside those of other languages that are there."""
    if not value:
        return
    place: Any = data
    parts = path.split(".")
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if isinstance(place, list):
            index = int(part)
            place.extend({} if following else "" for _ in range(index + 1 - len(place)))
            if not following:
                place[index] = value
            place = place[index]
        elif isinstance(place, str):
            return  # a text where texts by language belong is refused, and has no parts
        elif following:
            place = place.setdefault(part, [] if following.isdecimal() else {})
        elif isinstance(value, dict) and isinstance(place.get(part), dict):
            place[part] = place[part] | value
        else:
            place[part] = value


def keep_own_words(data: dict[str, Any], written: Mapping[str, str]) -> None:
    """Adds the own words of audience and topics to their notes, where there is none. written: the texts by key."""
    for name, note in OWN_WORDS.items():
        if written.get(name) and note not in data:
            put(data, note, written[name])
