"""Filling: texts that somebody typed, each for a key, become a record's plain data."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from clearinghouse.records.keys.key import BY_LANGUAGE, Key
from clearinghouse.records.written.keys import OWN_WORDS

Value = str | list[str] | dict[str, str]
_SEPARATOR = re.compile(r"[;\n]")
_BULLET = re.compile(r"\A(?:(?:[-*+•‣◦▪·–—]|[0-9]{1,3}[.)])(?:\s+|\Z)|[-•‣◦▪·–—](?=[^\W\d]))")
"""What stands before a member that somebody wrote as one of a list, and is no part of its text."""
_TAGGED = re.compile(r"([^:：]{1,40})[:：](.*)")
"""A tag and what follows it; the full-width colon is that of keyboards for Chinese and Japanese."""
_LIKE_A_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LANGUAGE = Key("", "", type="language")


def value_of(key: Key, text: str) -> Value:
    """What a text says as the value of a key.

    Members of a list stand apart by `;` or on lines of their own, with or without bullets or numbers; texts by language
    are `th: …; lo: …`, see `_by_language`. What means a value of the key's closed list becomes that value, once for all its
    spellings; all else stays as it is, for the rules to judge.
    """
    text = re.sub(r"\r\n?", "\n", text).strip()
    if key.type == BY_LANGUAGE:
        return _by_language(text)
    return list(dict.fromkeys(key.meant(member) for member in _members(text))) if key.many else key.meant(text)


def _members(text: str) -> list[str]:
    return [member for part in _SEPARATOR.split(text) if (member := _unbulleted(part))]


def _by_language(text: str) -> str | dict[str, str]:
    """Texts by the tags of their languages; all as it was typed where a text has no tag, or a tag no text.

    A text goes on until the next tag, over `;` and line ends. Two texts of one language stay two lines, which no rule lets pass.
    """
    texts: dict[str, list[str]] = {}
    for tag, words in _tagged_texts(text):
        if not tag or not words:
            return text
        others = texts.setdefault(tag, [])
        if words not in others:
            others.append(words)
    return {tag: "\n".join(others) for tag, others in texts.items()}


def _tagged_texts(text: str) -> Iterator[tuple[str, str]]:
    """Each text with its tag, which is empty where there is none."""
    tag, words = "", ""
    for line in text.split("\n"):
        for place, part in enumerate(_unbulleted(line).split(";")):
            known, following = _tag_of(part)
            if known:
                if tag or words:
                    yield tag, words
                tag, words = known, following
            elif part.strip():
                words = f"{words};{part.rstrip()}" if place else f"{words} {part.strip()}".lstrip()
    if tag or words:
        yield tag, words


def _tag_of(text: str) -> tuple[str, str]:
    """The tag of a language at the beginning of a text, and what follows it; an empty tag where there is none. What only
    looks like one is taken for it as well: the rules know the nearest."""
    match = _TAGGED.fullmatch(text.strip())
    tag = _LANGUAGE.meant(match[1].strip()) if match else ""
    is_tag = tag in _LANGUAGE.choices or bool(_LIKE_A_TAG.fullmatch(tag))
    return (tag, match[2].strip()) if match and is_tag else ("", text)


def _unbulleted(text: str) -> str:
    """A text without what marks it as a member of a list."""
    return _BULLET.sub("", text.strip(), count=1)


def own_words(key: Key, text: str) -> str:
    """The members of a text that chose a term by a synonym, as they were written; what is the term itself, or its name, is not kept."""
    names = {spelling.casefold() for value, name in key.choices.items() for spelling in (value, name)}
    return "; ".join(member for member in _members(text) if member.casefold() not in names and key.meant(member) in key.choices)


def put(data: dict[str, Any], path: str, value: Value) -> None:
    """Puts a value at a dotted path (`sources.0.url`); groups and lists on the way are made. Nothing is put for an empty
    value; texts by language join those that are there."""
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
            place[part] = {**place.get(part, {}), **value} if isinstance(value, dict) else value


def keep_own_words(data: dict[str, Any], written: Mapping[str, str]) -> None:
    """Adds the own words of audience and topics to their notes, where there is none. written: the texts by key."""
    for name, note in OWN_WORDS.items():
        if written.get(name) and note not in data:
            put(data, note, written[name])
