"""Folders: random data folders that reading takes, made by a walk over the keys, so that a key that is new is tried as well.

The same number gives the same folder. What reading refuses of one is taken out again: what is left is sound by the words of
`chm check` alone, whatever else may be odd about it.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import yaml

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.read import Reading, read
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.names import name_fault
from clearinghouse.records.keys.values import VALUES
from clearinghouse.records.written.keys import keys_in
from clearinghouse.vocabulary.states import MEMBER_STATES

Folder = Mapping[str, bytes]
"""The files of a data folder, by their paths in it."""
SIZES = (0, 1, 2, 5)
CROWD = 26
"""Records of one collection in every third folder: more than any section shows of them. One folder in ten has more than a page
of a list holds."""
MULTITUDE = 104
DAYS = ("1900-01-01", "1999-12-31", "2024-02-29", "2025-12-29", "2026-03-10", "2026-03-31", "2199-12-31", "2200-12-31")
DATES = (*DAYS, "1900", "2026", "2200", "2026-03", "2200-12", "1900-01")
TIMES = ("00:00", "00:01", "12:30", "23:59")
TEXTS = (
    "Wildlife crime scene work", "x", "การฝึกอบรม", "ວຽກງານປ່າໄມ້", "ការហ្វឹកហ្វឺន", "သင်တန်း", "Đào tạo về động vật hoang dã", "مؤتمر الحياة البرية",
    "濒危野生动植物 🐘🦏", "R&D: 'one' \"two\" <three> `four`", "</title><script>alert(1)</script>", "{{ 7*7 }} {% raw %}", "chm-stamp-content",
    "# Heading", "- item", "[text](https://example.org/a_(b))", "record:trainings/x", "../../trainings/x/", "a/b?c#d", "%2e%2e%2f", "0", "null",
    "e\u0301a\u0308", "W" * 200, "ก" * 200, "\U0001f9ec" * 100, "..", "index.html", "con", "a  b",
)  # fmt: skip
"""Words in all writing systems, and what means something in HTML, in Markdown, in templates and in addresses."""
BODIES = (
    "# One\n\n### Three\n\nText.", "[out](https://example.org/x) <https://example.org/y> [mail](mailto:office@example.org)",
    "> " * 60 + "deep", "".join(f"{'  ' * depth}- item\n" for depth in range(40)), "```\n[x](trainings/x/)\n```", "[a]: https://example.org/\n\n[a]",
    "![picture](https://example.org/p.png)", "1. one\n2. two\n\n---\n\n**bold** _soft_ `code`", "[top](https://awg-cites-we.github.io/clearing-house/gone/)",
)  # fmt: skip
LINKS = (
    "https://example.org/", "http://example.org:8080/a/b?c=d&e=%20#f", "https://xn--bcher-kva.example/ü", "mailto:office@example.org",
    "https://awg-cites-we.github.io/clearing-house/no/such/page/", "https://example.org/" + "a" * 1900, "https://example.org/#:~:text=a,b",
    "HTTPS://EXAMPLE.ORG", "https://example.org/'(x)'/;y=1",
)  # fmt: skip
"""Among them what lies, or does not lie, on the site itself."""
WORDS = ("a", "x-1", "2026", "2026-03", "page-2", "all", "updates", "countries", "404", "th", "vn", "desks", "w" * 60)
"""Parts of ids: what is like an address of the site."""
PLANS = ("poa-2016-2020", "poa", "x")
NUMBERS = ("1.1.1", "1.1.2", "4.1.2", "04.1.2", "999.10.9")


class _Made:
    """The records of one folder while they are made."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.ids: dict[str, list[str]] = {}
        self.shared: dict[str, str] = {}
        """What all records of the folder say, where they crowd on one activity, term, day or state; by type of value."""
        if number % 3 == 0:
            for kind in ("activity", "state", "audience", "topic", "date", "day"):
                if self.chance.random() < 0.6:
                    self.shared[kind] = ""
        crowded = self.chance.choice(list(COLLECTIONS)) if number % 3 == 0 else ""
        for name in COLLECTIONS:
            size = MULTITUDE if number % 10 == 0 else CROWD
            self.ids[name] = self._ids(name, size if name == crowded else self.chance.choice(SIZES))
        self._values: dict[str, Callable[[Key], str]] = {
            "body": lambda key: self.chance.choice(BODIES) + self._text(key),
            "whole": lambda _: self.chance.choice(("0", "1", "30", "999999999999")),
            "year": lambda _: self.chance.choice(("1900", "2016", "2020", "2200")),
            "quantity": lambda _: self.chance.choice(("0", "-1.5", "206.4", "999999999999999.999999")),
            "flag": lambda _: self.chance.choice(("false", "false", "true")),
            "date": lambda _: self.chance.choice(DATES),
            "day": lambda _: self.chance.choice(DAYS),
            "time": lambda _: self.chance.choice(TIMES),
            "link": lambda _: self.chance.choice(LINKS),
            "mailbox": lambda _: "office@example.org",
            "id": self._id,
            "change_id": lambda _: self.chance.choice(WORDS),
            "activity": lambda _: self._one_of("activities"),
            "number": lambda _: self.chance.choice(("1", "1.1", "4.1", "04.1", "10.10")),
            "reference": lambda _: self._reference(),
        }

    def record(self, collection: str, record_id: str) -> dict[str, Any]:
        """A record with more or fewer of its keys."""
        record: dict[str, Any] = self._group(keys_in(collection), self.chance.choice((0.15, 0.4, 0.9)))
        if collection == "legislation":
            record["country"] = record_id.upper()
        elif collection == "plans":
            record["prefix"] = self.chance.choice(("PoA", "poa", "x", "Plan of Action"))
            titles = [self._text(Key("title", "", type="title")) for _ in range(2)]
            programmes = [{"number": number, "title": titles[0]} for number in ("1.1", "4.1", "04.1", "999.10")]
            record["thrusts"] = [{"number": "1", "title": titles[1], "programmes": programmes}]
        elif collection == "activities":
            record["programme"] = record_id.rpartition("/")[2].rpartition(".")[0]
        return record

    def _group(self, keys: Iterable[Key], density: float) -> dict[str, Any]:
        chosen = (key for key in keys if key.required or key.name in ("starts", "year") or self.chance.random() < density / (1 + key.later))
        return {key.name: self._several(key, density) if key.many else self._one(key, density) for key in chosen}

    def _several(self, key: Key, density: float) -> list[Any]:
        return [self._one(key, density / 2) for _ in range(self.chance.choice((1, 1, 2, 3, 30)) if key.type != GROUP else self.chance.choice((1, 2)))]

    def _one(self, key: Key, density: float) -> Any:
        if key.type == GROUP:
            return self._group(key.parts, density)
        if key.type == BY_LANGUAGE:
            return {tag: self._text(Key("", "", type="line")) for tag in self.chance.sample(list(LISTS["languages"].names), 2)}
        if key.type in self.shared:
            self.shared[key.type] = self.shared[key.type] or self._value(key)
            return self.shared[key.type]
        return self._value(key)

    def _value(self, key: Key) -> str:
        if key.type in self._values:
            return self._values[key.type](key)
        return self.chance.choice(list(key.choices)) if key.choices else self._named(key)

    def _named(self, key: Key) -> str:
        """A line, which among organisers may be the id of a network."""
        names = self.ids["networks"] if key.name in ("organisers", "partners") else []
        return self.chance.choice(names) if names and self.chance.random() < 0.5 else self._text(key)

    def _text(self, key: Key) -> str:
        most = next((rule.given["most"] for rule in VALUES[key.type].rules if "most" in rule.given), 100)
        text = self.chance.choice(TEXTS)
        if self.chance.random() < 0.05:
            text = (text.strip() + (" " if key.type in ("line", "title") else "\n\n")) * most
        return text[:most].strip()

    def _ids(self, collection: str, size: int) -> list[str]:
        if collection == "legislation":
            states = [state.address for state in MEMBER_STATES.values()]
            return sorted(self.chance.sample([*states, "no", "us"], min(size, len(states))))
        if collection == "plans":
            return list(PLANS[: min(size, 3)])
        if collection == "activities":
            return [f"{plan}/{number}" for plan in self.ids["plans"] for number in NUMBERS[: size or 1]]
        first = {"networks": "net-", "trainings": "th-2026-03-", "workshops": "asean-undated-"}.get(collection, "")
        names = [*(first + word for word in WORDS), *(f"{first}{number}" for number in range(size))]
        names = [name for name in dict.fromkeys(names) if name_fault(name, is_event=False) is None]
        return self.chance.sample(names, min(size, len(names)))

    def _id(self, key: Key) -> str:
        pool = {"member_of": "networks", "figures": "figures"}.get(key.name, "")
        return self._one_of(pool) if pool else self.chance.choice([*WORDS, "former", "vn-2025-01-former"])

    def _one_of(self, collection: str) -> str:
        return self.chance.choice(self.ids[collection] or ["x/1.1.1"])

    def _reference(self) -> str:
        collection = self.chance.choice([name for name, ids in self.ids.items() if ids] or ["trainings"])
        return f"{collection}/{self._one_of(collection)}"


def sound_folder(number: int) -> Folder:
    """The folder of a number, without what reading refuses."""
    made = _Made(number)
    records = {f"{name}/{record_id}.yml": made.record(name, record_id) for name, ids in made.ids.items() for record_id in ids}
    while True:
        contents = {path: yaml.safe_dump(record, allow_unicode=True, sort_keys=False).encode() for path, record in records.items()}
        refused = [problem for problem in reading_of(contents).problems if problem.severity == "error"]
        if not refused:
            return contents
        for problem in refused:
            if problem.path in records and records[problem.path].pop(problem.key.partition(".")[0], None) is None:
                del records[problem.path]


def reading_of(folder: Folder) -> Reading:
    """What a folder says."""
    return read(DataFile(path, path, content) for path, content in folder.items())
