"""Nearest: which of the known words was most likely meant. Every "did you mean" there is asks here.

The form in the browser has the twin (assets/forms/rules/nearest.js), and both give the answers of tests/vocabulary/nearest_cases.json.
Written by hand because no library gives Python and JavaScript the same answers; difflib does not know that fingers swap
letters, and is thrown by the numbers of activities.
"""

from collections import Counter
from collections.abc import Iterable

CUTOFF = 0.64
"""Measured on the true records: a lower one answers more unknown names with a wrong guess, and understands no more slips."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that shares most with the word, without regard to capitals, or None where nothing is near.

    Likeness is one minus the number of edits over the longer length; at least 0.64 is near; among equals the first wins.
    """
    wanted = word.casefold()
    letters = Counter(wanted)
    best, most = None, CUTOFF
    for choice in choices:
        other = choice.casefold()
        shorter, longer = sorted((len(wanted), len(other)))
        # No single edit brings two letters in: what shares too few of them needs no table.
        if not longer or shorter / longer < most or (letters & Counter(other)).total() / longer < most:
            continue
        likeness = 1 - _edits(wanted, other) / longer
        if likeness > most or (best is None and likeness >= CUTOFF):
            best, most = choice, likeness
    return best


def _edits(one: str, other: str) -> int:
    """How many letters must be changed, added, left out or swapped with the next (optimal string alignment)."""
    # Ids of a collection begin alike; the table is for what does not.
    begin = next((place for place, (letter, against) in enumerate(zip(one, other, strict=False)) if letter != against), None)
    if begin is None:
        return abs(len(one) - len(other))
    one, other = one[begin:], other[begin:]
    before, last = [0], list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, against in enumerate(other, start=1):
            line.append(min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != against)))
            if row > 1 < column and letter == other[column - 2] and one[row - 2] == against:
                line[column] = min(line[column], before[column - 2] + 1)
        before, last = last, line
    return last[-1]
