"""Nearest: which word of a list was most likely meant. The form in the browser has a twin of it (assets/rules.js)."""

from collections.abc import Iterable

CUTOFF = 0.6


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that shares most with the word, without regard to capitals, or None where nothing is near.

    Likeness is one minus the edit distance (Levenshtein) over the longer length; at least 0.6 is near; among
    equals the first of the list wins.
    """
    wanted = word.casefold()
    best, best_likeness = None, CUTOFF
    for choice in choices:
        other = choice.casefold()
        longer = max(len(wanted), len(other)) or 1
        # What no single edit can bring together needs no table: one edit a letter that only one of them has.
        if 1 - (longer - _shared(wanted, other)) / longer < best_likeness:
            continue
        likeness = 1 - _distance(wanted, other) / longer
        if likeness > best_likeness or (best is None and likeness >= CUTOFF):
            best, best_likeness = choice, likeness
    return best


def _shared(one: str, other: str) -> int:
    left = list(other)
    count = 0
    for letter in one:
        if letter in left:
            left.remove(letter)
            count += 1
    return count


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, row[0] = row[0], place
        for column, against in enumerate(other, start=1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (letter != against))
    return row[-1]
