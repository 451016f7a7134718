"""Answers: what became of a request, and what is wrong with it, leaves as words for its sender, in the language that is spoken."""

import re
from collections.abc import Iterator, Sequence

from clearinghouse.publications.forms.problem_words import problem_text, to_senders
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.proposal_sheet import ACCEPTED, ASKED, DECLINED, Sheet, SheetProblem
from clearinghouse.records.written.keys import keys_in, leaves_of

MOST_PROBLEMS = 30
_MEMBER = re.compile(r"\.\d+$")


def decision_text(sheet: Sheet, status: str) -> str:
    """The answer to the sender, as text to send. status: the address of the page that says what became of it, or empty."""
    words = [gettext("Your message {reference} of {day}", reference=sheet.reference, day=sheet.received), "", _said(sheet.state)]
    words += (
        [gettext("These records were not accepted: {records}. The reason:", records=", ".join(sheet.declined))] if sheet.declined else []
    )
    words += [sheet.answer] if sheet.answer else []
    if sheet.state == ASKED:
        words += [*problem_lines(sheet.problems), "", gettext("Please keep the number in your answer.")]
    return "\n".join([*words, *(["", status] if status else [])]) + "\n"


def _said(state: str) -> str:
    return {
        ACCEPTED: gettext("Thank you. The editors have accepted it; it is published with the next version of the site."),
        DECLINED: gettext("Thank you. The editors have not accepted it, for this reason:"),
        ASKED: gettext("Thank you. Before the editors can accept it, please answer this:"),
    }.get(state) or gettext("Thank you. It waits for the editors.")


def problem_lines(problems: Sequence[SheetProblem]) -> Iterator[str]:
    """A line for each, of very many the first."""
    for problem in problems[:MOST_PROBLEMS]:
        label, fix = label_of(problem.record, problem.key), problem_text(problem.fix, problem.record)
        has_own_words = to_senders(problem.fix) != problem.fix  # what is allowed then speaks of the file that the sender never saw
        allowed = "" if has_own_words else problem_text(problem.allowed, problem.record)
        allowed = gettext("(allowed: {allowed})", allowed=allowed) if allowed else ""
        yield f"- {f'{label}: ' if label else ''}{fix}{f' {allowed}' if allowed else ''}"
    if (more := len(problems) - MOST_PROBLEMS) > 0:
        yield "- " + gettext("and {number} more", number=more)


def label_of(record: str, key: str) -> str:
    """What the form calls a key; of a row of a table its file and cell as well. record: collection and id, a file, or both a collection
    and a file."""
    collection, _, name = record.partition("/")
    if collection not in COLLECTIONS:
        return ", ".join(filter(None, (record, key)))
    cell, _, path = key.rpartition(" ")
    labels = {group.name: group.label for group in keys_in(collection)} | {leaf.path: leaf.label for leaf in leaves_of(collection)}
    label = labels.get(path) or labels.get(_MEMBER.sub("", path))
    label = ": ".join(map(gettext, label.split(": "))) if label else path
    return ", ".join(filter(None, (name if "." in name else "", cell, label)))
