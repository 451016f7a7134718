"""Asking: a draft is completed on the terminal, one question after the other, until each answer stands."""

from collections.abc import Iterable

from clearinghouse.problems.dates import DATE_004, DATE_005
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.values import KEY_002_ANSWER
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.records.keys.key import TODAY
from clearinghouse.records.written.keys import Leaf
from clearinghouse.world.failure import Failure
from clearinghouse.world.terminal.terminal import ask, line, tell

DATES = ("starts", "year")
"""Keys that stand for the date of a record that may have none; then it says `undated: true`, and the note why."""


def completed(draft: Draft, today: str, only_required: bool) -> Draft:
    """Asks for what is not known yet, required keys first, and again for what turns out to be wrong.

    today: what is offered where a day is asked for; only_required: whether the rest is left out. Raises
    KeyboardInterrupt where the input ends, and Failure where nothing that is asked could mend a problem.
    """
    print(f"A new record in {draft.collection}. Keys with a star must be there; leave an answer empty to leave it out.")
    first = [leaf for leaf in draft.leaves.values() if leaf.required or leaf.path in DATES]
    draft = _several(draft, first, today)
    if not only_required:
        print("\nWhat follows may be left out; a full stop (.) leaves out all the rest.")
        draft = _several(draft, (leaf for leaf in draft.leaves.values() if leaf not in first and leaf.path != "undated"), today)
        if not draft.chosen:
            draft = _named(draft)
    while draft.errors:
        draft = _mended(draft, draft.errors[0], today)
    return draft


def _several(draft: Draft, leaves: Iterable[Leaf], today: str) -> Draft:
    left_out: list[str] = []
    for leaf in leaves:
        if leaf.path in draft.answers or leaf.path.startswith(tuple(left_out)):
            continue
        after = _asked(draft, leaf, today)
        if after is None:
            return draft
        if leaf.path not in after.answers and leaf.key.required:
            left_out.append(leaf.path.rpartition(".")[0] + ".")  # a group without what it needs is no group
        draft = after
    return draft


def _asked(draft: Draft, leaf: Leaf, today: str) -> Draft | None:
    """The draft with an answer that stands, or without one where the key may be left out; None where the rest is left out."""
    offered = today if leaf.key.offered == TODAY else leaf.key.offered
    while True:
        answer = ask(leaf, offered if leaf.required else "")
        if answer is None:
            return None
        if not answer and leaf.path in DATES:
            return _undated(draft, today)
        after = draft.answered(leaf.path, answer)
        if answer:
            wrong = [problem for problem in after.errors if after.asked_for(problem) == leaf.path]
        else:
            wrong = [KEY_002_ANSWER.at(Place("", key=leaf.path), help=leaf.key.help)] if leaf.required else []
        if not wrong:
            return after
        for problem in wrong:
            tell(problem)


def _undated(draft: Draft, today: str) -> Draft:
    print("\nNo date: the record says `undated: true`, and its note must say why.")
    draft = draft.answered("undated", "true").answered("note", "")
    note = Leaf("note", "Note", draft.leaves["note"].key, required=True)
    while "note" not in draft.answers:
        draft = _asked(draft, note, today) or draft
    return draft


def _mended(draft: Draft, problem: Problem, today: str) -> Draft:
    """Tells what is wrong, and asks again for the answer that is to blame."""
    tell(problem)
    path = draft.asked_for(problem)
    if problem.code in (DATE_004.code, DATE_005.code):  # told at `undated`, which nobody is asked for
        path = next(key for key in DATES if key in draft.leaves)
        draft = draft.answered("undated", "")
    if path:
        return _asked(draft.answered(path, ""), draft.leaves[path], today) or draft
    if not problem.key:
        return _named(draft)
    raise Failure(f"correct {problem.key} on the command line: {problem.fix}")


def _named(draft: Draft) -> Draft:
    proposed = Draft(draft.collection, draft.files, draft.answers, draft.owner)
    print("\nThe name of its file, without .yml. It never changes: small letters a-z, digits and hyphens.")
    chosen = line(f"[{proposed.proposal.id}] > ") or proposed.proposal.id
    return Draft(draft.collection, draft.files, draft.answers, draft.owner, chosen)
