"""ical.js, which reads calendars as Thunderbird does, run by Node: what its events say."""

import json
import subprocess
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.support.running import LONGEST, ROOT

_ICAL = ROOT / "tests" / "browser" / "vendor" / "ical.min.js"
_SCRIPT = """
const ICAL = require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const day = (time) => `${time.year}-${String(time.month).padStart(2, "0")}-${String(time.day).padStart(2, "0")}`;
const clock = (time) => (time.isDate ? "" : time.toString().slice(11, 16));
const event = (component) => {
  const one = new ICAL.Event(component);
  const start = one.startDate;
  return { title: one.summary || "", starts: start ? day(start) : "", from: start ? clock(start) : "", isUtc: start?.zone?.tzid === "UTC" };
};
console.log(JSON.stringify(texts.map((text) => {
  try {
    const parsed = ICAL.parse(text);
    return new ICAL.Component(parsed).getAllSubcomponents("vevent").map(event);
  } catch (error) {
    return null;
  }
})));
"""


def events(contents: list[bytes]) -> list[list[dict[str, Any]] | None]:
    """The events of each calendar: title, first day and, on the clocks of its zone, when it begins; None for a calendar that
    ical.js refuses."""
    texts = json.dumps([content.decode("utf-8", "replace") for content in contents])
    command = ["node", "-e", _SCRIPT, str(_ICAL)]
    done = subprocess.run(command, input=texts, capture_output=True, encoding="utf-8", timeout=LONGEST, check=True, cwd=Path("/"))
    read: list[list[dict[str, Any]] | None] = json.loads(done.stdout)
    return read


def begins_as(event: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Whether a record begins when the event does. What is in UTC may be written in the calendar's own zone."""
    zone = record.get("time", {}).get("zone")
    if event["isUtc"] and zone:
        start = datetime.fromisoformat(f"{event['starts']}T{event['from']}+00:00").astimezone(ZoneInfo(zone))
        return (f"{start:%Y-%m-%d}", f"{start:%H:%M}") == (record["starts"], record["time"]["from"])
    if event["isUtc"]:
        return abs(date.fromisoformat(event["starts"]) - date.fromisoformat(record["starts"])) <= timedelta(1)
    return bool(event["starts"] == record["starts"] and record.get("time", {}).get("from", event["from"]) == event["from"])
