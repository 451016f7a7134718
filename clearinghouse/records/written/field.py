"""Field: a key that may be written into a record, told to those who write it."""

from collections.abc import Mapping
from dataclasses import dataclass

from clearinghouse.records.keys.lists import LISTS

GROUP, BY_LANGUAGE = "group", "by language"
"""The two types that hold other values: a group of keys, and texts by the tag of their language."""
TODAY = "today"
"""As a default: the day on which the record is written."""
_LISTS = {"state": "states", "language": "languages", "zone": "zones", "audience": "audiences", "topic": "topics", "body_of": "bodies"}


@dataclass(frozen=True)
class Field:
    """A key of a record, or of a group in it.

    key: as in the file; label: what people call it; help: what belongs there, in a sentence; example: a value that
    is right, members of a list separated by `; `; type: a name of `rules.VALUES`, GROUP or BY_LANGUAGE; words: the
    closed list of a `word`; parts: the fields of a group; many: whether it is a list; default: what is offered;
    later: whether it only comes to a record that is there already, so that nobody who adds one is asked for it.
    """

    key: str
    label: str
    help: str
    example: str = ""
    type: str = "line"
    required: bool = False
    many: bool = False
    words: tuple[str, ...] = ()
    parts: tuple["Field", ...] = ()
    default: str = ""
    later: bool = False

    @property
    def choices(self) -> Mapping[str, str]:
        """The closed list that its values are taken from, what each is called by what is written; empty where there is none."""
        if self.words:
            return {word: word for word in self.words}
        if self.type == "flag":
            return {"true": "yes", "false": "no"}
        return LISTS[_LISTS[self.type]].names if self.type in _LISTS else {}

    def meant(self, text: str) -> str:
        """The value of its closed list that a text means, be it a name, another spelling or capitals; else the text itself."""
        if self.type in _LISTS:
            return LISTS[_LISTS[self.type]].meant_by(text) or text
        spelt = {spelling.casefold(): value for value, name in self.choices.items() for spelling in (name, value)}
        return spelt.get(text.strip().casefold(), text)
