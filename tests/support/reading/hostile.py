"""Hostile files: what would hang, crash or fill the memory of a reader that is not careful.

Run as a script, it is told `collection: name`, reads that file in a process of its own, which may take little memory
and time, and tells how it went; a line each.
"""

import json
import os
import resource
import sys
from collections.abc import Mapping

from clearinghouse.problems.report import report
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Suspicion, suspicions, warnings
from tests.support.patience import patient

SECONDS_AT_MOST = round(patient(5))
MEGABYTES_AT_MOST = 200


def _filled(start: str, repeated: str, end: str = "") -> str:
    """As much of it as a file may hold."""
    return start + repeated * ((LARGEST_FILE - len(start.encode()) - len(end.encode())) // len(repeated.encode())) + end


def _numbered(line: str, number: int, start: str = "", end: str = "") -> str:
    return start + "".join(line.format(place) for place in range(number)) + end


def _laughs(inner: str) -> str:
    lines = ["a0: &a0 x"] + [f"a{place}: &a{place} {inner.format(', '.join([f'*a{place - 1}'] * 9))}" for place in range(1, 30)]
    return "\n".join(lines)


_MERGES = "\n".join(["a0: &a0 {b: 1}"] + [f"a{place}: &a{place} {{<<: [{', '.join([f'*a{place - 1}'] * 9)}]}}" for place in range(1, 25)])

REFUSED: Mapping[str, str | bytes] = {
    "a bomb of aliases": _laughs("[{}]"),
    "a bomb of merge keys": _MERGES,
    "a merge key of nothing": "<<: {a: b}\n",
    "an alias of itself": "a: &a [*a]\n",
    "anchors": _numbered("a{0}: &a{0} 1\n", 9_000),
    "aliases alone": _filled("", "*a "),
    "100,000 brackets": "a: " + "[" * 100_000,
    "100,000 brackets that are closed": "a: " + "[" * 99_000 + "]" * 99_000,
    "100,000 braces": "a: " + "{" * 100_000,
    "keys in braces": _filled("", "{a: "),
    "brackets at the start": _filled("", "["),
    "braces at the start": _filled("", "{"),
    "hyphens": _filled("", "- "),
    "hyphens below a key": _filled("a:\n  ", "- "),
    "question marks": _filled("", "? "),
    "question marks below a key": _filled("a:\n  ", "? "),
    "colons": _filled("", ": "),
    "colons without spaces": _filled("", ":"),
    "deep mappings": "".join(" " * depth + "a:\n" for depth in range(600)),
    "deep lists": "a:\n" + "".join(" " * depth + "-\n" for depth in range(600)),
    "commas": _filled("a: [", ","),
    "pairs in a list": _filled("a: [", "b: 1, ", "]"),
    "20,001 values": _numbered("- {}\n", 20_001, "organisers:\n"),
    "200,001 bytes": "a: " + "x" * 199_998,
    "300,000 bytes": b"a: " + b"x" * 300_000,
    "a tag of Python": "a: !!python/object/apply:os.system [ls]\n",
    "a tag of binary data": "a: !!binary R0lGODlhDAAMAIQAAP==\n",
    "a tag of its own": "%TAG !e! tag:example.org,2026:\n---\na: !e!x y\n",
    "a tag on the record": "!!map\na: b\n",
    "a long tag": _filled("a: !", "x", " 1"),
    "many directives": _numbered("%TAG !e{0}! tag:x\n", 9_000, end="---\na: !e1!x 1\n"),
    "percent signs": _filled("", "%"),
    "several documents": _filled("", "---\na: 1\n"),
    "a NUL": "a: b\0\n",
    "a bell": "a: \x07\n",
    "an override of direction": "title: Kui \u202eBuri\n",
    "an override of direction as an escape": 'title: "Kui \\u202eBuri"\n',
    "half a pair of surrogates as an escape": 'title: "\\ud83d"\n',
    "half a pair of surrogates as bytes": b"title: \xed\xa0\xbd\n",
    "what is beyond Unicode": 'title: "\\U00110000"\n',
    "bytes of no encoding": bytes(range(128, 256)) * 1000,
    "zeros": bytes(LARGEST_FILE),
    "a key in brackets": "[a, b]: c\n",
    "a long key": _filled("", "k", ": 1"),
    "a long key in quotes": _filled('"', "k", '": 1'),
    "one key again and again": _filled("", "a: 1\n"),
    "tabs": _filled("a:\n", "\t"),
    "a quote that never ends": _filled('a: "', "\n"),
    "a block that is indented ever less": "a: |\n" + "".join(" " * (400 - depth) + "x\n" for depth in range(400)),
}
"""What is refused before anything is typed, in the words of YAML."""

READ: Mapping[str, str | bytes] = {
    "many keys": _numbered("k{}: 1\n", 17_000),
    "many keys that are nearly right": _numbered("summary{:05}: 1\n", 11_000),
    "many keys on one line": _numbered("k{}: 1,", 14_000, "{", "}"),
    "many audiences that are nearly right": _numbered("- forest oficers{}\n", 8_000, "audience:\n"),
    "many topics that are nearly right": _numbered("- wildlife forensic{}\n", 8_000, "topics:\n"),
    "as many audiences as a list may have": _numbered("- forest oficers{}\n", 200, "audience:\n"),
    "as many topics as a list may have": _numbered("- wildlife forensic{}\n", 200, "topics:\n"),
    "as many states as a list may have": _numbered("- Lao Republic {}\n", 200, "countries:\n"),
    "many states in many places": _numbered(
        "- {{what: x, countries: [" + "Lao Republic, " * 95 + "{}]}}\n", 140, "country: LA\ncompliance:\n"
    ),
    "many languages": _numbered("k{}: x, ", 17_000, "title_local: {", "}"),
    "many changes": _numbered("- {{on: 2026-01-01, what: hold, id: a{}}}\n", 4_000, "changes:\n"),
    "a long word": _filled("kind: ", "training"),
    "a long date": _filled("starts: ", "2026-"),
    "a long number": _filled("participants: ", "9"),
    "a long address": _filled("sources: [{url: 'https://", "a.", "'}]"),
    "a long zone": _filled("time: {zone: ", "Asia/", "}"),
    "a long state": _filled("host: ", "Lao"),
    "a body of brackets": _filled("body: '", "<", "'"),
    "a body of angle brackets": _filled("body: '", "<http://", "'"),
    "a title of hashes": _filled("title: 'x", " #", "'"),
    "comments": _filled("", "#\n", "a: 1"),
    "comments after values": _filled("", "#x\n", "a: b #c"),
    "empty lines": _filled("a: 1", "\n"),
    "returns": _filled("a: 1", "\r"),
    "a block of empty lines": _filled("a: |\n", " \n"),
    "folded lines": _filled("a: >\n", " x\n\n"),
    "lines of one plain text": _filled("a: x\n", " x\n"),
    "quotes in quotes": _filled("a: '", "''", "'"),
    "escapes": _filled('a: "', "\\x41", '"'),
    "escaped line ends": _filled('a: "', "\\\n", '"'),
    "lists in a list": _filled("a: [", "[a],", "]")[:40_000] + "]",
    "a note of capitals": _filled("note: '", "A", "'"),
    "a note of names": _filled("note: '", "Aa ", "'"),
    "a note of names in one": _filled("note: '", "Aa", "'"),
    "a note of names and half a mailbox": _filled("note: '", "Aa Bb a@", "'"),
    "a note of names and digits": _filled("note: '", "Aa Bb 01234 ", "'"),
    "a note of mailboxes": _filled("note: '", "a@b.c ", "'"),
    "a note of one long mailbox": _filled("note: 'a@", "b.", "'"),
    "a note of digits": _filled("note: '", "0", "'"),
    "a note of digits apart": _filled("note: '+", "0 ", "'"),
    "a note of coordinates": _filled("note: '", "1.000,", "'"),
    "many notes of passports": _numbered(
        "- {{what: x, note: A000{0:04}1 A000{0:04}2 A000{0:04}3 A000{0:04}4 A000{0:04}5}}\n", 2_500, "country: LA\nnext_steps:\n"
    ),
    "a body of words that are looked for": "body: " + "suspect " * 2_490 + "\n",
    "a body of passports": _numbered("A{:08} ", 1_990, "body: "),
    "a body of quoted words that are looked for": "body: '" + '"a" suspect ' * 1_600 + "'\n",
    "a note of quotation marks": _filled("note: '", '"', "'"),
    "a note of opening marks": _filled("note: '", "“a", "'"),
    "a note of quoted lines": _filled("note: |\n", "  > a\n"),
    "a note of words that are looked for": _filled("note: '", "suspect ", "'"),
    "a note of half a word that is looked for": _filled("note: '", "number ", "'"),
    "joiners": _filled("title: '", "\u200d", "'"),
}
"""What is well-formed YAML, and then no record."""


def _read_with_limits(content: str | bytes, collection: str, pipe: int) -> None:
    """Reads one file in this process, tells of it through the pipe, and ends the process."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_AT_MOST, SECONDS_AT_MOST))
    resource.setrlimit(resource.RLIMIT_AS, (2 * 10**9, 2 * 10**9))
    before = resource.getrusage(resource.RUSAGE_SELF)
    data = content.encode() if isinstance(content, str) else content
    suspected: list[Suspicion] = []
    file = DataFile(f"{collection}/x.yml", f"data/{collection}/x.yml", data)
    reading = read([file], look=lambda record, document: suspected.extend(suspicions(record, document)))
    text = report([*reading.problems, *warnings(suspected, ())], reading.files, "text")
    after = resource.getrusage(resource.RUSAGE_SELF)
    unit = 10**6 if sys.platform == "darwin" else 10**3  # ru_maxrss counts bytes there, kilobytes elsewhere
    outcome = {
        "seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "megabytes": (after.ru_maxrss - before.ru_maxrss) / unit,
        "codes": sorted({problem.code for problem in reading.problems}),
        "problems": len(reading.problems),
        "characters": len(text),
    }
    os.write(pipe, json.dumps(outcome).encode())
    os._exit(0)


def _outcome(content: str | bytes, collection: str) -> dict[str, object]:
    """How the reading went, or how its process ended where it did not end well."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _read_with_limits(content, collection, send)
        finally:
            os._exit(1)
    os.close(send)
    with open(receive, "rb") as pipe:  # noqa: PTH123 - a pipe has no path
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(answer) if status == 0 else {"ended": os.waitstatus_to_exitcode(status)}


if __name__ == "__main__":
    # What is loaded once for all, terms and time zones, is loaded before the watch starts.
    read([DataFile("trainings/x.yml", "x.yml", b"time: {zone: Asia/Bankok}\nhost: Laos\naudience: [x]\ntopics: [x]")])
    for line in sys.stdin:
        collection, _, name = line.rstrip("\n").partition(": ")
        sys.stdout.write(json.dumps(_outcome({**REFUSED, **READ}[name], collection)) + "\n")
        sys.stdout.flush()
