"""Reference numbers: random values become a number that a sender can quote, and what somebody typed becomes such a number again.

`CH-2026-7KQ4-M2XD`: the year, seven letters of chance and one that checks the others (Luhn's rule with 32 letters), so that a
slip is noticed. The letters are Crockford's, without I, L, O and U. The form in the browser has a twin of it.
"""

import re
from collections.abc import Sequence

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM = 7
"""How many letters are left to chance: 35 bits a year."""
_TYPED = re.compile(r"CH[\s–—-]*([0-9]{4})[\s–—-]*([0-9A-Z]{4})[\s–—-]*([0-9A-Z]{4})", re.IGNORECASE)
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def reference_number(year: int, values: Sequence[int]) -> str:
    """The number of a request. values: seven whole numbers of chance, of which the lowest five bits count."""
    letters = "".join(LETTERS[value % len(LETTERS)] for value in values[:RANDOM])
    letters += _check(f"{year:04}{letters}")
    return f"CH-{year:04}-{letters[:4]}-{letters[4:]}"


def reference_in(text: str) -> str:
    """The first number that stands in a text, be it in small letters or with a letter O for a zero; empty where none does that
    its own check bears out."""
    for year, first, second in _TYPED.findall(text):
        letters = (first + second).upper().translate(_READ_AS)
        if set(letters) <= set(LETTERS) and _check(year + letters[:RANDOM]) == letters[RANDOM]:
            return f"CH-{year}-{letters[:4]}-{letters[4:]}"
    return ""


def _check(letters: str) -> str:
    """The letter that checks others."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        value = LETTERS.index(letter) * (2 - place % 2)
        total += value // len(LETTERS) + value % len(LETTERS)
    return LETTERS[-total % len(LETTERS)]
