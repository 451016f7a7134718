"""Authentication-Results (RFC 8601): what a receiving server wrote above a mail comes in; the domains for which it vouches leave.

Anybody may write such a line into a mail. So only lines with the name of the editors' own server count, and of these only the
topmost one: a server takes away what bears its name when a mail arrives, and writes its own above all else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST = 8_000
_WORD = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^\s;="])+|[;=]')
"""A word, parts of which may be quoted, as in `"a b"@example.org`; or a sign."""
_PASS = "pass"


@dataclass(frozen=True)
class Vouching:
    """The domains that a server saw proven: by the signature of the mail (DKIM), and by the network that it came from (SPF)."""

    dkim: frozenset[str] = frozenset()
    spf: frozenset[str] = frozenset()


def vouching(lines: Iterable[str], server: str) -> Vouching:
    """What is believed of the lines of a mail, which stand as they do there, from the top. server: the name by which the editors'
    server calls itself, empty where none is known."""
    name = server.strip().casefold()
    topmost = next((words for line in lines if name and (words := _words(line)) and _bare(words[0]).casefold() == name), [])
    dkim: set[str] = set()
    spf: set[str] = set()
    for result in _results(topmost):
        method, outcome = result[0][0].partition("/")[0], result[0][1]
        if outcome != _PASS:
            continue
        if method == "dkim":
            signers = [value for key, value in result[1:] if key == "header.d"]
            # Some servers name only for whom the domain signed, which lies below that domain (RFC 6376 §3.5).
            dkim |= _one(domain_of(value) for value in signers or [value for key, value in result[1:] if key == "header.i"])
        elif method == "spf":
            spf |= _one(domain_of(value) for key, value in result[1:] if key == "smtp.mailfrom")
    return Vouching(frozenset(dkim), frozenset(spf))


def domain_of(address: str) -> str:
    """The domain of an address, or a domain as it is, in small letters and those of ASCII; empty where it is none."""
    domain = address.rpartition("@")[2].strip().rstrip(".").casefold()
    try:
        return domain.encode("idna").decode("ascii").casefold()
    except UnicodeError:
        return ""


def _one(domains: Iterable[str]) -> set[str]:
    """The domain that a result names; none where it names several, which no honest one does."""
    named = set(domains)
    return named if len(named) == 1 and "" not in named else set()


def _results(words: list[str]) -> Iterator[list[tuple[str, str]]]:
    """Method and outcome, then properties, of each result; what follows no rule is passed over."""
    pairs: list[tuple[str, str]] = []
    for place, word in enumerate([*words, ";"]):
        if word == ";":
            if pairs:
                yield pairs
            pairs = []
        elif word == "=" and 0 < place < len(words) - 1:
            pairs.append((words[place - 1].casefold(), _bare(words[place + 1]).casefold()))


def _words(line: str) -> list[str]:
    """The words and signs of a line without its comments, quotes as they stand."""
    return _WORD.findall(_without_comments(line[:LONGEST]))


def _bare(word: str) -> str:
    """A word without the quotes around the whole of it."""
    is_quoted = len(word) > 1 and word[0] == word[-1] == '"' and '"' not in word[1:-1]
    return word[1:-1] if is_quoted else word


def _without_comments(line: str) -> str:
    """A line without what stands in brackets, be they in one another; brackets in quotes are text."""
    kept: list[str] = []
    depth, is_quoted, is_escaped = 0, False, False
    for letter in line:
        if is_escaped:
            is_escaped = False
        elif letter == "\\":
            is_escaped = True
        elif letter == '"' and not depth:
            is_quoted = not is_quoted
        elif letter == "(" and not is_quoted:
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            kept.append(" ")
            continue
        if not depth:
            kept.append(letter)
    return "".join(kept)
