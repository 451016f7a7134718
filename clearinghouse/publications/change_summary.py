"""The summary of a change, for whoever reviews it: Markdown in which no record's text is anything but text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clearinghouse.catalogue.differences import ChangeSet, Difference, FieldChange
from clearinghouse.problems.changes import LABEL
from clearinghouse.problems.codes import CODES_OF_CHANGES
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import errors_in
from clearinghouse.publications.html.markdown import code
from clearinghouse.publications.reach import Reach, reach
from clearinghouse.publications.words import counted, listed
from clearinghouse.records.collections.activity import Activity

LONGEST = 60_000
"""Characters; GitHub takes comments of up to 65,536, and the workflow that posts it adds a few lines."""
MOST_RECORDS, MOST_FIELDS, MOST_PROBLEMS, MOST_ADDRESSES, MOST_INDICATORS = 40, 30, 30, 40, 15
_HEADINGS = {"added": "Added", "changed": "Changed", "renamed": "Renamed", "withdrawn": "Withdrawn", "removed": "Removed"}
_CUT = "\n\n*The summary is longer than a comment may be, and was cut here: `chm check --base` shows everything.*\n"


def change_summary(
    change: ChangeSet,
    unread: Sequence[str],
    problems: Sequence[Problem],
    owners: Mapping[tuple[str, ...], int] | None = None,
    others: Sequence[str] = (),
) -> str:
    """What a change adds, changes, withdraws and reaches. unread: files that cannot be read; owners: how many of the
    files each group of owners keeps; others: files of the change that hold no record."""
    parts = [*_head(change, unread, problems), *_problems(problems), *_records(change), *_others(others)]
    parts += _reached(reach(change), change)
    parts += _owned(owners or {})
    text = "\n".join(parts) + "\n"
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - len(_CUT)].rpartition("\n")[0] + _CUT


def _head(change: ChangeSet, unread: Sequence[str], problems: Sequence[Problem]) -> Iterator[str]:
    seen = [difference for difference in change.differences if not difference.is_hidden]
    drafts = len(change.differences) - len(seen)
    counts = {kind: sum(difference.kind == kind for difference in seen) for kind in _HEADINGS}
    counts_in_words = [f"{number:,} {kind}" for kind, number in counts.items() if number] or ["no record changes on the site"]
    counts_in_words += [f"{counted(drafts, 'draft')} in work"] if drafts else []
    errors = errors_in(problems)
    yield "## What this change does"
    yield ""
    yield f"**{_capital(listed(counts_in_words))}.** {_capital(counted(errors, 'error'))}, {counted(len(problems) - errors, 'warning')}."
    if unread:
        yield f"Not read, because of their problems: {_addresses([code(path) for path in unread])}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    """What was published and is lost or rewritten is named in full, before all else; of the rest as much as one reads."""
    if not problems:
        return
    yield from ("", "### To fix", "")
    ordered = sorted(problems, key=lambda problem: (problem.code not in CODES_OF_CHANGES, problem.severity, problem))
    of_changes = sum(problem.code in CODES_OF_CHANGES for problem in problems)
    for problem in ordered[: of_changes + MOST_PROBLEMS]:
        instead = f", found {code(problem.found, 80)}" if problem.found else ""
        key = f" {code(problem.key, 80)}" if problem.key and problem.code in CODES_OF_CHANGES else ""
        place = code(f"{problem.path}:{problem.line}") + key
        yield f"- {problem.severity} `{problem.code}` at {place}{instead}: {code(problem.fix or problem.allowed, 300)}"
    yield from _more(len(problems) - of_changes - MOST_PROBLEMS, "problem", "problems")
    if refused := {problem.code for problem in problems if problem.severity == "error"} & CODES_OF_CHANGES:
        labels = listed([f"`{LABEL.format(code=name)}`" for name in sorted(refused)])
        yield from ("", f"Where that is meant, a maintainer says so with a label of the pull request: {labels}.")


def _records(change: ChangeSet) -> Iterator[str]:
    for kind, heading in _HEADINGS.items():
        differences = [difference for difference in change.differences if difference.kind == kind and not difference.is_hidden]
        if differences:
            yield from ("", f"### {heading}", "")
            # What goes is named to the last one.
            most = len(differences) if kind == "removed" else MOST_RECORDS
            for difference in differences[:most]:
                yield from _record(difference)
            yield from _more(len(differences) - most, "record", "records")


def _record(difference: Difference) -> Iterator[str]:
    record, before = difference.record, difference.before
    title = record.label if isinstance(record, Activity) else record.title
    was = f", until now {code(before.key)}" if before and before.key != record.key else ""
    yield f"- {code(record.key)}: {code(title)}{was}"
    if difference.kind != "removed":
        fields = [field for field in difference.fields if before or field.key != "title"]
        yield from (f"  - {_field(field)}" for field in fields[:MOST_FIELDS])
        yield from (f"  {line}" for line in _more(len(fields) - MOST_FIELDS, "field", "fields"))
    if before and difference.kind in ("changed", "renamed") and not difference.news:
        yield "  - *no new entry in* `changes`: *subscribers do not learn of it*"


def _field(field: FieldChange) -> str:
    if field.before is None:
        return f"{code(field.key)}: {code(field.after or '')} *added*"
    if field.after is None:
        return f"{code(field.key)}: {code(field.before)} *taken out*"
    return f"{code(field.key)}: {code(field.before)} → {code(field.after)}"


def _more(number: int, noun: str, several: str) -> Iterator[str]:
    if number > 0:
        yield f"- *and {counted(number, f'more {noun}', f'more {several}')}*"


def _others(others: Sequence[str]) -> Iterator[str]:
    if others:
        yield from ("", "### Other files of the data folder", "")
        yield f"{_addresses([code(name) for name in others])}. Pages that are made of them are not listed below."


def _reached(reached: Reach, change: ChangeSet) -> Iterator[str]:
    yield from ("", "### What changes on the site", "")
    yield f"- {_of('page', reached.pages)}"
    yield f"- {_of('feed', [f'{address}.rss' for address in reached.feeds], 'no feed gets an entry')}"
    yield f"- {_of('agenda', reached.agendas)}"
    if not reached.activities:
        yield "- No indicator: no activity gains or loses evidence."
        return
    yield f"- Indicators of {counted(len(reached.activities), 'activity', 'activities')}, whose evidence or wording changes:"
    for activity_id in reached.activities[:MOST_INDICATORS]:
        activity = change.after.activity(activity_id) or change.before.activity(activity_id)
        wordings = [indicator.wording for indicator in activity.all_indicators] if activity else []
        yield f"  - {code(activity_id)}: {listed([code(wording, 120) for wording in wordings]) or 'the plan gives none'}"
    yield from (f"  {line}" for line in _more(len(reached.activities) - MOST_INDICATORS, "activity", "activities"))


def _of(noun: str, addresses: Sequence[str], none: str = "") -> str:
    if not addresses:
        return _capital(none or f"no {noun}") + "."
    return f"{_capital(counted(len(addresses), noun))}: {_addresses([code('/' + address) for address in addresses])}."


def _addresses(addresses: Iterable[str]) -> str:
    addresses = list(addresses)
    rest = len(addresses) - MOST_ADDRESSES
    return ", ".join(addresses[:MOST_ADDRESSES]) + (f" and {rest:,} more" if rest > 0 else "")


def _owned(owners: Mapping[tuple[str, ...], int]) -> Iterator[str]:
    if any(owners):
        yield from ("", "### Whose files it touches", "")
        for names, files in sorted(owners.items()):
            yield f"- {' '.join(map(code, names)) or 'nobody'}: {counted(files, 'file')}"
