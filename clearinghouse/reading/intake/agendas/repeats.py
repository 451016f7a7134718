"""Repeats: a rule of recurrence that means days in a row, which is how agendas write several days with hours."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import vRecur

MOST_DAYS = 366
_DAILY = frozenset(["FREQ", "COUNT", "UNTIL", "INTERVAL", "BYDAY", "WKST"])
"""The parts of a rule that can be unrolled in no time: the rule of a stranger may take for ever to find its next day."""
_OLD = re.compile(r"D1 #(\d{1,4})")
"""A number of days as vCalendar 1.0 has it."""
_UNTIL = re.compile(r"(?<=UNTIL=)\d{8}T\d{6}Z", re.IGNORECASE)


def days_in_a_row(rule: str, start: date, zone: str) -> int:
    """On how many days in a row an event takes place that starts on that day, or at that time of the zone; 0 where they do
    not follow one another, where there is no end to them, or where nobody can tell."""
    rule = _OLD.sub(r"FREQ=DAILY;COUNT=\1", rule.strip())
    try:
        parts = vRecur.from_ical(rule)
        is_simple = parts.keys() <= _DAILY and parts.get("FREQ") in (["DAILY"], ["WEEKLY"]) and parts.get("INTERVAL", [1]) == [1]
        if not is_simple or not (parts.keys() & {"COUNT", "UNTIL"}):
            return 0
        begin = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)
        local = _UNTIL.sub(lambda match: _local(match[0], zone), rule)
        times = list(islice(rrulestr(local, dtstart=begin), MOST_DAYS + 1))
    except (ValueError, TypeError, KeyError, OverflowError):
        return 0
    return len(times) if times == [begin + timedelta(day) for day in range(len(times))] else 0


def _local(until: str, zone: str) -> str:
    """The end of a rule, which is written in UTC, in the zone in which the event is."""
    moment = datetime.strptime(until.upper(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return f"{moment.astimezone(ZoneInfo(zone) if zone else UTC):%Y%m%dT%H%M%S}"
