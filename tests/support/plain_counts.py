"""Plain counts: what counts in the records as PyYAML reads them, by the rule as the page on the method says it, not as our code has it."""

import re
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from tests.support.plain import File, files

COLLECTIONS = ("trainings", "workshops", "programmes", "legislation", "documents", "networks", "projects", "figures", "updates")
STATES = ("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
PLANS = tuple(name for name, plan in files("plans").items() if "thrusts" in plan)
TODAY = "2026-11-21"
SECONDARY = [
    "blog",
    "staff blog",
    "law blog",
    "encyclopaedia",
    "encyclopaedia copy",
    "trade blog",
    "trade page",
    "trade portal",
    "law firm note",
    "law summary",
    "legal overview",
    "quotation",
    "book page",
    "data package",
    "retelling",
]
"""The kinds of sources that alone are no evidence."""


def sources_in(record: File) -> list[dict[str, Any]]:
    """A record's sources, and of legislation those of the claims in it."""
    of_lists = [record.get(key) or [] for key in ("assessments", "laws", "penalties", "offices", "next_steps", "compliance")]
    of_lists.append(list((record.get("requirements") or {}).values()))
    party = [record["cites"], *record["cites"].get("statements", [])] if isinstance(record.get("cites"), dict) else []
    claims = [claim for claims in of_lists for claim in claims if isinstance(claim, dict) and "source" in claim] + party
    return [*record["sources"], *(source for claim in claims for source in (claim["source"], *claim.get("other_sources", [])))]


def current_files(collection: str) -> dict[str, File]:
    """The files of a collection by id, as plain YAML; a notice is given on its day."""
    return {name: record for name, record in files(collection).items() if collection != "updates" or record["date"] <= TODAY}


def records(collection: str) -> tuple[File, ...]:
    """The same without their ids."""
    return tuple(current_files(collection).values())


def numbers(plan: str) -> list[str]:
    """The numbers of a plan's activities."""
    return [name.partition("/")[2] for name in files("activities") if name.startswith(f"{plan}/")]


def spans(collection: str, record: File) -> list[tuple[str, str]]:
    """First and last day, as texts, of what a record tells of: the page on the method says which dates are meant."""
    if collection == "legislation":
        claims = [claim.get("as_of") for key in ("assessments", "compliance") for claim in record.get(key, [])]
        claims += [law.get("adopted") or law.get("year") or law.get("in_force") for law in record.get("laws", [])]
        return [whole(claim, claim) for claim in claims if claim]
    if collection in ("figures", "projects"):
        years = re.findall(r"\b(?:19|20)\d\d\b", record.get("period", ""))
        reports = [report["date"] for report in record.get("reports", [])]
        return [whole(min(years), max(years))] if years else [whole(day, day) for day in reports]
    lasts = ("ends", "until", "ended")
    firsts = ("starts", "date", "year", "since", "started", *lasts)
    first = next((record[key] for key in firsts if key in record), None)
    return [whole(first, next((record[key] for key in lasts if key in record), first))] if first else []


def whole(first: str, last: str) -> tuple[str, str]:
    """From the first day that a date may mean to the last that another may mean; here every month has 31."""
    return f"{first}-01-01"[:10] if len(first) == 4 else f"{first}-01"[:10], max(last_day(first), last_day(last))


def last_day(date: str) -> str:
    """The last day that a date may mean."""
    return date + {4: "-12-31", 7: "-31", 10: ""}[len(date)]


def group(collection: str, name: str, record: File, plan: str) -> str:
    """Where a record that names an activity of a plan stands: by the plan's years, or that it does not count."""
    of_plan = files("plans")[plan]
    dated = spans(collection, record)
    off = (
        record["confidence"] == "low"
        or "withdrawn" in record
        or all(source["kind"] in SECONDARY for source in sources_in(record))
        or record.get("kind") == "observance"
        or of_plan.get("document") == f"{collection}/{name}"
        or (collection in ("trainings", "workshops") and record["status"] != "held")
        or (bool(dated) and all(first > TODAY for first, _ in dated))
    )
    if off:
        return "not counted"
    first, end = f"{of_plan['period']['from']}-01-01", f"{of_plan['period']['to']}-12-31"
    if not dated:
        return "undated"
    if any(begins <= end and first <= ends for begins, ends in dated):
        return "during"
    return "after" if any(begins > end for begins, _ in dated) else "before"


def of_the_year(collection: str, year: int) -> list[File]:
    """What was held or published in a year and counts by the rule, whichever plan it names."""
    first, end = f"{year}-01-01", f"{year}-12-31"
    return [
        record
        for record in records(collection)
        if record["confidence"] != "low"
        and "withdrawn" not in record
        and not record.get("draft")
        and not all(source["kind"] in SECONDARY for source in record["sources"])
        and record.get("kind") != "observance"
        and (collection == "documents" or record["status"] == "held")
        and any(begins <= end and first <= ends and begins <= TODAY for begins, ends in spans(collection, record))
    ]


def sure(claim: dict[str, Any]) -> bool:
    """Whether a claim on legislation counts: not of low confidence, and not from secondary sources alone."""
    sources = [claim["source"], *claim.get("other_sources", [])]
    return claim.get("confidence") != "low" and not all(source["kind"] in SECONDARY for source in sources)


def page(site: Path, address: str) -> Any:
    """The article of a page."""
    return lxml_html.fromstring((site / address / "index.html").read_bytes()).find(".//article")


def words(element: Any) -> str:
    """Its text, with single spaces."""
    return " ".join(element.text_content().split())
