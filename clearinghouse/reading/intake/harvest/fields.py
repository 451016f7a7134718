"""Fields: texts of strangers are put under the keys of a record, terms of closed lists by any of their spellings."""

from collections.abc import Iterable
from typing import Any

from clearinghouse.reading.intake.harvest.texts import LONGEST_LINE, paragraph
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.written.filling import put, value_of
from clearinghouse.records.written.keys import OWN_WORDS, key_in

_MOST_MEMBERS = 40


def fill(data: dict[str, Any], collection: str, path: str, text: str) -> None:
    """Puts a text under a key, where the collection has that key and there is a text."""
    if text and (asked := key_in(collection, path)):
        put(data, path, value_of(asked, text))


def fill_list(data: dict[str, Any], collection: str, path: str, members: Iterable[str]) -> None:
    """Puts members under a key that is a list, each once."""
    texts = [text for text in dict.fromkeys(members) if text][:_MOST_MEMBERS]
    if texts and (asked := key_in(collection, path)) and asked.many:
        put(data, path, [asked.meant(text) for text in texts])


def fill_terms(data: dict[str, Any], collection: str, path: str, words: Iterable[str]) -> None:
    """Puts the terms of a closed list that words mean under its key; where others are among them, all words as they are into
    its note."""
    texts = [word for word in dict.fromkeys(words) if word][:_MOST_MEMBERS]
    known = {word: LISTS[f"{path.removesuffix('s')}s"].meant_by(word) for word in texts}
    fill_list(data, collection, path, (term for term in known.values() if term))
    if not all(known.values()) and key_in(collection, OWN_WORDS[path]):
        put(data, OWN_WORDS[path], paragraph("; ".join(texts), LONGEST_LINE))
