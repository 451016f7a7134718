"""Comparisons: the rules that hold a key against others of its record or group.

They see typed values; a key that failed by itself is not among them. The browser's twin is assets/forms/rules/comparisons.js.
"""

from collections.abc import Mapping
from datetime import date, time
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from pydantic import ValidationInfo, field_validator

from clearinghouse.problems import dates
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.laws import LAW_001, LAW_002, LAW_003, LAW_003_PENALTY, LAW_004, LAW_005
from clearinghouse.problems.references import ID_005, ID_005_ACTIVITY, REF_008, REF_009, REF_011
from clearinghouse.problems.trade.figures import FIG_001
from clearinghouse.problems.trade.reports import REPORT_001, REPORT_002
from clearinghouse.problems.values import KEY_003, KEY_003_IDLE, KEY_004
from clearinghouse.records.keys.compared.laws import alike, circular, lawless, stray_relation
from clearinghouse.records.keys.conditions import Gaps, Given, condition
from clearinghouse.records.keys.rules import Rule
from clearinghouse.records.keys.value import failed
from clearinghouse.vocabulary.bearing import BEARING, bearing_class
from clearinghouse.vocabulary.kinds import DELIVERIES, LAW_RELATIONS
from clearinghouse.vocabulary.source_kinds import kinds_of_class
from clearinghouse.vocabulary.trade.measures import MEASURES
from clearinghouse.vocabulary.trade.units import UNITS

Record = Mapping[str, Any]


@condition("other")
def before(value: Any, record: Record, given: Given) -> Gaps:
    """An end before its start, as early and as late as both may be meant."""
    other = record.get(given["other"])
    if value is None or other is None:
        return None
    return {"other": str(other)} if _end(value) < _begin(other) else None


@condition("midnight", "from", "to")
def not_after(value: Any, record: Record, given: Given) -> Gaps:
    """A time that is not later than another: midnight at the end of the day, of the next day, exchanged, or the same."""
    other = record.get(given["other"])
    if value is None or other is None or value > other:
        return None
    if value == time.min < other:
        return {"midnight": _clock(time.max)}
    return {"from": _clock(other), "to": _clock(value)} if value < other else {}


@condition("first", "last")
def out_of_reach(value: Any, record: Record, given: Given) -> Gaps:
    """A day that lies before another, or more than so many years after it."""
    first = record.get(given["other"])
    if value is None or first is None:
        return None
    last = _years_later(first, given["years"])
    return None if first <= value <= last else {"first": str(first), "last": str(last)}


@condition()
def both_or_neither(value: Any, record: Record, given: Given) -> Gaps:
    """A flag that is as it `is`, and the other keys say the same."""
    # A key that is wrong in itself is not there; then nothing can be said.
    if value is not given["is"] or not all(key in record for key in given["others"]):
        return None
    return {} if any(record[key] is not None for key in given["others"]) == value else None


@condition()
def without(value: Any, record: Record, given: Given) -> Gaps:
    """A flag that is set without the other key that it needs."""
    return {} if value and given["other"] in record and not record[given["other"]] else None


@condition()
def empty_without(value: Any, record: Record, given: Given) -> Gaps:
    """An empty list without the other key that it needs."""
    return {} if not value and given["other"] in record and not record[given["other"]] else None


@condition("other")
def closes_after(value: Any, record: Record, given: Given) -> Gaps:
    """A registration that closes after what it is for has begun."""
    starts = record.get(given["other"])
    deadline = getattr(value, "deadline", None)
    return {"other": str(starts), "at": "deadline"} if deadline and starts and deadline > _end(starts) else None


@condition("on")
def reported_before(value: Any, record: Record, given: Given) -> Gaps:
    """A first day after one on which a change says that it took place."""
    on = min((change.on for change in record.get(given["other"]) or () if change.what == given["what"]), default=None)
    return {"on": str(on)} if value and on and on < _begin(value) else None


@condition("id")
def repeated(value: Any, record: Record, given: Given) -> Gaps:
    """Parts of which two have one id."""
    ids = [part.id for part in value]
    place = next((place for place, part_id in enumerate(ids) if part_id in ids[:place]), None)
    return None if place is None else {"id": ids[place], "at": f"{place}.id"}


@condition("activity")
def apart(value: Any, record: Record, given: Given) -> Gaps:
    """Parts of which one contributes to something to which the whole does not."""
    if given["other"] not in record:
        return None
    places = ((place, number, name) for place, part in enumerate(value) for number, name in enumerate(part.serves))
    stray = next((stray for stray in places if stray[2] not in record[given["other"]]), None)
    return stray and {"activity": stray[2], "at": f"{stray[0]}.serves.{stray[1]}"}


@condition("number", "known")
def unlisted(value: Any, record: Record, given: Given) -> Gaps:
    """Reports of which one speaks of a part that the whole does not list; a whole that lists none cannot be held against them."""
    known = [part.number for part in record.get(given["other"]) or ()]
    places = ((place, number, part.number) for place, one in enumerate(value) for number, part in enumerate(one.activities))
    stray = next((stray for stray in places if known and stray[2] not in known), None)
    return stray and {"number": stray[2], "known": ", ".join(known), "at": f"{stray[0]}.activities.{stray[1]}.number"}


@condition("other")
def going_back(value: Any, record: Record, given: Given) -> Gaps:
    """Entries of which one has an earlier day than the one above it."""
    place = next((place for place, (above, below) in enumerate(pairwise(value), 1) if below.on < above.on), None)
    return None if place is None else {"other": str(value[place - 1].on), "at": f"{place}.on"}


@condition("other")
def still_running(value: Any, record: Record, given: Given) -> Gaps:
    """A period that had not ended on a day."""
    day = record.get(given["other"])
    return {"other": str(day)} if day and value.span.last >= day else None


@condition("other")
def twice(value: Any, record: Record, given: Given) -> Gaps:
    """Lines of which two are of the same."""
    subjects = [line.of for line in value]
    place = next((place for place, subject in enumerate(subjects) if subject in subjects[:place]), None)
    return None if place is None else {"other": str(subjects.index(subjects[place]) + 1), "at": f"{place}.scientific_name"}


@condition()
def unsupported(value: Any, record: Record, given: Given) -> Gaps:
    """Something that is said to be delivered, without a date or without evidence."""
    if record.get("delivery") != given["delivery"] or "date" not in record:
        return None
    return None if record["date"] and value else {}


@condition()
def missing(value: Any, record: Record, given: Given) -> Gaps:
    """Nothing, where a type of indicator cannot be answered without it."""
    return {} if not value and record.get("type") in given["types"] else None


@condition()
def idle(value: Any, record: Record, given: Given) -> Gaps:
    """Something that no answer of this type of indicator looks at."""
    return {} if value and record.get("type") and record["type"] not in given["types"] else None


@condition()
def unborne(value: Any, record: Record, given: Given) -> Gaps:
    """High confidence that no source bears."""
    if value != given["is"] or not all(key in record for key in given["others"]):
        return None
    stated = (record[key] for key in given["others"])
    sources = [source for one in stated if one for source in (one if isinstance(one, tuple) else (one,))]
    return None if bearing_class(sources) else {}


@condition("measure", "kinds", "units", "unit", "measures")
def unfit(value: Any, record: Record, given: Given) -> Gaps:
    """A unit of a kind in which its measure is not counted."""
    measure, unit = MEASURES[record["measure"]] if record.get("measure") else None, UNITS[value]
    if measure is None or measure.fits(unit.kind):
        return None
    first = {kind: next(other.id for other in UNITS if other.kind == kind) for kind in measure.kinds}
    return {
        "measure": measure.id,
        "kinds": " or ".join(filter(None, (", ".join(measure.kinds[:-1]), measure.kinds[-1]))),
        "units": ", ".join(first.values()),
        "unit": unit.id,
        "measures": ", ".join(other.id for other in MEASURES if other.fits(unit.kind)),
    }


@condition("other")
def lower(value: Any, record: Record, given: Given) -> Gaps:
    """A number below the one from which it rises."""
    other = record.get(given["other"])
    return {"other": str(other)} if value is not None and other is not None and value < other else None


@condition()
def without_unit(value: Any, record: Record, given: Given) -> Gaps:
    """No unit, where a number needs it."""
    return {} if value is None and any(record.get(key) is not None for key in given["others"]) else None


def _years_later(day: date, years: int) -> date:
    """The same day of a later year; 28 February where that has no 29th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)


def _clock(value: time) -> str:
    return f"{value:%H:%M}"


def _begin(value: Any) -> Any:
    return getattr(value, "first", value)


def _end(value: Any) -> Any:
    return getattr(value, "last", value)


def _in_order(start: str, end: str, kind: Kind = dates.DATE_003) -> tuple[str, Rule]:
    known = {"start": start, "end": end}
    return (end, Rule(kind.filled(**{gap: known[gap] for gap in known.keys() & kind.gaps}), before, {"other": start}))


def _undated(neither: Kind, both: Kind, *others: str) -> tuple[tuple[str, Rule], ...]:
    """That there is a date, or a word that there is none together with the reason."""
    return (
        ("undated", Rule(both, both_or_neither, {"others": list(others), "is": True})),
        ("undated", Rule(neither, both_or_neither, {"others": list(others), "is": False})),
        ("undated", Rule(dates.DATE_005, without, {"other": "note"})),
    )


def _borne(*sources: str) -> tuple[str, Rule]:
    """That high confidence rests on sources that bear it. The browser knows the kinds, and no classes."""
    bearing = tuple(kind for name in BEARING for kind in kinds_of_class(name))
    return ("confidence", Rule(KEY_004, unborne, {"others": sources, "is": "high", "bearing": bearing, "media": kinds_of_class("media")}))


RECORDS: Mapping[str, tuple[tuple[str, Rule], ...]] = MappingProxyType(
    {
        "time": (("to", Rule(dates.DATE_003_TIME, not_after, {"other": "from"})),),
        "period": (_in_order("from", "to", dates.DATE_003_YEAR),),
        "registration": (_in_order("opens", "deadline", dates.DATE_003_DAY),),
        "compliance": (_in_order("as_of", "until"),),
        "programme": (_in_order("since", "until"),),
        "offer": (_in_order("starts", "ends"), ("expires", Rule(dates.DATE_011, out_of_reach, {"other": "published", "years": 2}))),
        "network": (_in_order("started", "ended"),),
        "record": (_borne("sources"), ("changes", Rule(ID_005, repeated))),
        "claim": (_borne("source", "other_sources"),),
        "plan": (("thrusts", Rule(REF_008, empty_without, {"other": "note"})),),
        "activity": (("sub_activities", Rule(ID_005_ACTIVITY, repeated)),),
        # Nobody writes a project, a log or a figure in a form, so these have no twin in the browser.
        "figure": (("unit", Rule(FIG_001, unfit)), _in_order("from", "until")),
        "project": (
            ("activities", Rule(REF_009, apart, {"other": "serves"})),
            ("reports", Rule(REF_011, unlisted, {"other": "activities"})),
        ),
        "trade_report": (("period", Rule(REPORT_001, still_running, {"other": "published"})), ("lines", Rule(REPORT_002, twice))),
        "commitment": (("log", Rule(dates.DATE_009, going_back)),),
        "log": (("evidence", Rule(dates.DATE_010, unsupported, {"delivery": DELIVERIES[3]})),),
        "penalty": (
            *((f"{key}_to", Rule(LAW_001, lower, {"other": f"{key}_from"})) for key in ("prison", "fine")),
            ("currency", Rule(LAW_002, without_unit, {"others": ("fine_from", "fine_to")})),
        ),
        "laws": (
            ("laws", Rule(LAW_005, alike)),
            ("laws", Rule(LAW_003, stray_relation, {"relations": LAW_RELATIONS})),
            ("laws", Rule(LAW_004, circular, {"relations": LAW_RELATIONS})),
            ("penalties", Rule(LAW_003_PENALTY, lawless, {"other": "laws"})),
        ),
        "indicator": (
            ("query", Rule(KEY_003.filled(key="query", types="count or cadence"), missing, {"types": ("count", "cadence")})),
            ("states", Rule(KEY_003.filled(key="states", types="share"), missing, {"types": ("share",)})),
            *(
                (key, Rule(KEY_003_IDLE.filled(key=key, types=" or ".join(types), type=types[0]), idle, {"types": types}))
                for key, types in {
                    "where": ("deliverable",),
                    "lacks": ("deliverable",),
                    "query": ("count", "cadence"),
                    "live": ("count",),
                    "every": ("cadence",),
                    "states": ("share",),
                }.items()
            ),
        ),
        "event": (
            _in_order("starts", "ends"),
            ("starts", Rule(dates.DATE_012, reported_before, {"other": "changes", "what": "held"})),
            *_undated(dates.DATE_004, dates.DATE_004_BOTH, "starts"),
            ("registration", Rule(dates.DATE_006, closes_after, {"other": "starts"})),
        ),
        "document": _undated(dates.DATE_004_DOCUMENT, dates.DATE_004_DOCUMENT_BOTH, "year", "date"),
    }
)
"""By the name of the record or group: the key that a rule judges, and the rule."""


def comparing(part: str) -> Any:
    """The validator of the keys that a part's rules compare with others, for a model to hold: `_compared = comparing("event")`.

    It sees the keys that stand before its own in the model and were sound.
    """

    def compared(cls: Any, value: Any, info: ValidationInfo) -> Any:
        # A key that is a word of Python is a field with an underscore behind it.
        record = {name.removesuffix("_"): other for name, other in info.data.items()}
        for key, rule in RECORDS[part]:
            if key == info.field_name and (fault := rule.fault(value, record)):
                raise failed(fault)
        return value

    return field_validator(*dict.fromkeys(key for key, _ in RECORDS[part]))(classmethod(compared))
