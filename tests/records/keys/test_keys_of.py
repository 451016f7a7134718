"""Keys of a model: one walk reads all that a made-up model says of them, and the order in which they stand in a file."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

import pytest
from pydantic import Field

from clearinghouse.records.collections.record import Part
from clearinghouse.records.collections.training import Training
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, TODAY, Key, Mark, Offered, Place
from clearinghouse.records.keys.keys_of import key_at, keys_of, names_at
from clearinghouse.records.keys.values import Date, Day, Flag, LanguageTag, Line, Several, Whole, one_of


class Stop(Part):
    """A group."""

    from_: Date = Field(alias="from", description="Where it begins.", examples=["2031"])
    colours: Several[Annotated[str, one_of(("red", "green"))]] = Field((), title="Colours", examples=[["red", "green"]])


class Ending(Part):
    """A base whose keys stand behind."""

    keys_stand: ClassVar[Place] = Place.LAST

    id: Annotated[str, Mark.OUTSIDE] = ""
    note: Line | None = None
    name: Annotated[Line, Place.FIRST]
    aim: Annotated[Line | None, Place.LATE] = None


class Journey(Ending):
    """What is made from it."""

    day: Annotated[Day, Offered(TODAY)] = Field(title="Day", description="When it was written.", examples=["2031-05-06"])
    seats: Whole | None = Field(None, title="Seats")
    spoken: Mapping[LanguageTag, Line] = Field({}, examples=[{"th": "ไทย", "lo": "ລາວ"}])
    stops: Annotated[Several[Stop], Mark.LATER] = Field((), title="Stop")
    is_open: Flag = False
    kind: Annotated[str, one_of(("bus", "boat")), Place.EARLY]


KEYS = {key.name: key for key in keys_of(Journey)}


def test_keys_stand_by_their_places_and_as_declared_within_one() -> None:
    """Those of a base before those of what is made from it; what is known from the file's name is no key."""
    assert list(KEYS) == ["name", "kind", "day", "seats", "spoken", "stops", "is_open", "aim", "note"]


def test_a_key_says_what_pydantic_says() -> None:
    """Its alias is its name; without a title it is called by it."""
    assert KEYS["day"] == Key("day", "Day", "When it was written.", "2031-05-06", "day", required=True, offered=TODAY)
    assert KEYS["seats"] == Key("seats", "Seats", type="whole")
    assert KEYS["spoken"] == Key("spoken", "spoken", example="th: ไทย; lo: ລາວ", type=BY_LANGUAGE)
    assert KEYS["kind"] == Key("kind", "kind", type="word", required=True, words=("bus", "boat"))
    assert KEYS["is_open"].choices == {"true": "yes", "false": "no"}
    start = Key("from", "from", "Where it begins.", "2031", "date", required=True)
    colours = Key("colours", "Colours", example="red; green", type="word", many=True, words=("red", "green"))
    assert KEYS["stops"] == Key("stops", "Stop", type=GROUP, many=True, parts=(start, colours), later=True)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ((), list(KEYS)),
        (("stops", 0), ["from", "colours"]),
        (("stops", 12), ["from", "colours"]),
        (("spoken",), []),
        (("seats", "x"), []),
        (("nothing",), []),
    ],
)
def test_the_names_at_a_path_are_told(path: tuple[str | int, ...], names: list[str]) -> None:
    """Inside groups and members of lists; nowhere else."""
    assert names_at(Journey, path) == names


def test_a_member_of_a_list_is_a_key_like_its_list() -> None:
    """By its number, once; a language is a key of its own."""
    assert key_at(KEYS.values(), ("stops", 3)) is KEYS["stops"]
    assert key_at(KEYS.values(), ("stops", 3, "colours", 0)) is KEYS["stops"].parts[1]
    assert key_at(KEYS.values(), ("stops", 3, 0)) is None
    assert key_at(KEYS.values(), ("spoken", "km")) == Key("km", "km", type="official_title")


@pytest.mark.parametrize("number", ["200", "300000000", "9" * 5000, "-1", "x"], ids=["200", "many", "endless", "below", "letter"])
def test_no_key_is_a_member_beyond_the_bound_of_lists(number: str) -> None:
    """Nobody makes room for it, whoever writes such a heading."""
    assert key_at(keys_of(Training), ["sources", "199", "url"]) is not None
    assert key_at(keys_of(Training), ["sources", number, "url"]) is None
