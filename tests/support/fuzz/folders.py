"""Folders: random data folders that reading takes, made by a walk over the keys, so that a key that is new is tried as well.

The same number gives the same folder. What reading refuses of one is taken out again: what is left is sound by the words of
`chm check` alone, whatever else may be odd about it.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

import yaml

from clearinghouse.reading.files.folder import ABOUT, DataFile
from clearinghouse.reading.files.link_reports import NAME as LINK_REPORT
from clearinghouse.reading.files.link_reports import report_text
from clearinghouse.reading.typing.read import Reading, read
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationAbout
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.names import name_fault
from clearinghouse.records.keys.values import VALUES
from clearinghouse.records.link_report import Failure, LinkReport, LinkState
from clearinghouse.records.written.keys import keys_in
from clearinghouse.vocabulary.kinds import REQUIREMENTS
from clearinghouse.vocabulary.states import MEMBER_STATES

Folder = Mapping[str, bytes]
"""The files of a data folder, by their paths in it."""
SIZES = (0, 1, 2, 5)
CROWD, MULTITUDE = 26, 104
"""Records of one collection: more than any section of a page shows, in every third folder, and more than a page of a list."""
DAYS = ("2024-02-29", "2025-12-29", "2026-03-09", "2026-03-10", "2026-03-31")
ENDS = ("1900-01-01", "1999-12-31", "2199-12-31", "2200-12-31")
"""Days at which the calendar begins and ends, which are rarer: an event of three centuries makes thousands of pages."""
TIMES = ("00:00", "00:01", "12:30", "23:59")
TEXTS = (
    "Wildlife crime scene work", "x", "การฝึกอบรม", "ວຽກງານປ່າໄມ້", "ការហ្វឹកហ្វឺន", "သင်တန်း", "Đào tạo về động vật", "مؤتمر الحياة",
    "濒危野生动植物 🐘🦏", "R&D: 'one' \"two\" <three> `four`", "</title><script>alert(1)</script>", "{{ 7*7 }} {% raw %}",
    "chm-stamp-content", "# Heading", "- item", "[text](https://example.org/a_(b))", "record:trainings/x", "../../trainings/x/",
    "a/b?c#d", "%2e%2e%2f", "0", "null", "e\u0301a\u0308", "W" * 200, "ก" * 200, "\U0001f9ec" * 100, "..", "index.html", "con", "a  b",
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
PERIODS = ("1900", "2024", "2024-Q4")
NUMBERS = ("1.1.1", "1.1.2", "4.1.2", "04.1.2", "999.10.9")


_OF_TYPE = {
    "deliverable": ("where", "lacks"),
    "count": ("query", "live"),
    "cadence": ("query", "every"),
    "share": ("states",),
    "narrative": (),
}


def _settle(part: dict[str, Any]) -> None:
    """Makes of a log and of indicators what may stand: by chance alone few would be sound.

    A log is in order, and of no confidence that it would have to show; indicators have what their types need.
    """
    if "log" in part:
        part["log"].sort(key=lambda entry: entry["on"])
        for entry in part["log"]:
            entry["confidence"] = entry["confidence"].replace("high", "medium")
            if not entry.get("evidence") or "date" not in entry:
                entry["delivery"] = entry["delivery"].replace("partly delivered", "under way").replace("delivered", "under way")
    for indicator in part.get("indicators", ()):
        kept = _OF_TYPE.get(indicator.get("type", "narrative"), ())
        for keys in _OF_TYPE.values():
            for key in keys:
                if key not in kept:
                    indicator.pop(key, None)
        if any(key not in indicator for key in kept if key in ("query", "states")):
            indicator["type"] = "narrative"
            for key in kept:
                indicator.pop(key, None)


class _Maker:
    """Makes the records of one folder."""

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
            "amount": lambda _: self.chance.choice(("0.5", "206.4", "999999999999999.999999")),
            "period": lambda _: self.chance.choice(PERIODS),
            "flag": lambda _: self.chance.choice(("false", "false", "true")),
            "date": lambda _: self._day()[: self.chance.choice((4, 7, 10, 10))],
            "day": lambda _: self._day(),
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
        elif collection == "offers":
            record["expires"] = max(record["expires"], record["published"])
        elif collection == "plans":
            record["prefix"] = self.chance.choice(("PoA", "poa", "x", "Plan of Action"))
            titles = [self._text(Key("title", "", type="title")) for _ in range(2)]
            programmes = [{"number": number, "title": titles[0]} for number in ("1.1", "4.1", "04.1", "999.10")]
            record["thrusts"] = [{"number": "1", "title": titles[1], "programmes": programmes}]
        elif collection == "activities":
            record["programme"] = record_id.rpartition("/")[2].rpartition(".")[0]
            for part in (record, *record.get("sub_activities", ())):
                _settle(part)
        return record

    def about(self) -> dict[str, Any]:
        """What concerns all states."""
        about = self._group(keys_of(LegislationAbout), 0.5)
        return about | {"requirements": [{"id": name, "meaning": self._text(Key("", "", type="paragraph"))} for name in REQUIREMENTS]}

    def links(self) -> LinkReport:
        """What was found at some addresses, among them such as no record names, on the oddest of days."""
        days = [date.min, date(2026, 3, 9), date.max]
        states = {}
        for url in LINKS:
            if url.startswith("http"):
                failures = tuple(Failure(self.chance.choice(days), self.chance.choice(TEXTS)) for _ in range(self.chance.randrange(9)))
                refused, moved = (self.chance.choice(("", other)) for other in (TEXTS[10], LINKS[4]))
                states[url] = LinkState(url, self.chance.choice(days), failures, refused, moved, self.chance.choice(("", LINKS[0])))
        return LinkReport(states)

    def _group(self, keys: Iterable[Key], density: float) -> dict[str, Any]:
        chosen = (key for key in keys if key.required or key.name in ("starts", "year") or self.chance.random() < density / (1 + key.later))
        return {key.name: self._several(key, density) if key.many else self._one(key, density) for key in chosen}

    def _several(self, key: Key, density: float) -> list[Any]:
        return [
            self._one(key, density / 2)
            for _ in range(self.chance.choice((1, 1, 2, 3, 30)) if key.type != GROUP else self.chance.choice((1, 2)))
        ]

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

    def _day(self) -> str:
        return self.chance.choice(ENDS if self.chance.random() < 0.03 else DAYS)

    def _one_of(self, collection: str) -> str:
        return self.chance.choice(self.ids[collection] or ["x/1.1.1"])

    def _reference(self) -> str:
        collection = self.chance.choice([name for name, ids in self.ids.items() if ids] or ["trainings"])
        return f"{collection}/{self._one_of(collection)}"


@cache
def sound_folder(number: int) -> Folder:
    """The folder of a number, without what reading refuses."""
    maker = _Maker(number)
    records = {f"{name}/{record_id}.yml": maker.record(name, record_id) for name, ids in maker.ids.items() for record_id in ids}
    if number % 2:
        records[ABOUT] = maker.about()
    links = {LINK_REPORT: report_text(maker.links()).encode()} if number % 4 else {}
    while True:
        contents = {
            path: yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()
            for path, record in records.items()
        } | links
        refused = [problem for problem in reading_of(contents).problems if problem.severity == "error"]
        if not refused:
            return contents
        for problem in refused:
            if problem.path in records and records[problem.path].pop(problem.key.partition(".")[0], None) is None:
                del records[problem.path]


def reading_of(folder: Folder) -> Reading:
    """What a folder says."""
    return read(DataFile(path, path, content) for path, content in folder.items())
