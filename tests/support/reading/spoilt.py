"""Spoilt files: wrong in ways that git, an editor or a file system would not keep, so they are made by the tests."""

from dataclasses import dataclass

from clearinghouse.reading.files.folder import DataFile
from tests.support.examples import yaml

PATH = "trainings/th-2026-03-crime-scene.yml"
BIDI = "\u202e"


@dataclass(frozen=True)
class Spoilt:
    """A way of being wrong. headline: the first problem as a person reads it, up to its code."""

    name: str
    files: tuple[DataFile, ...]
    headline: str
    finding: str
    fix: str

    @property
    def code(self) -> str:
        """The code of the problem."""
        return self.headline.split()[-1]


def file(content: str | bytes, path: str = PATH, is_link: bool = False, unread: str = "") -> DataFile:
    """A file of a data folder that is `data`."""
    return DataFile(path, f"data/{path}", content.encode() if isinstance(content, str) else content, is_link, unread)


def _training(*lines: str) -> str:
    return yaml("trainings", *lines)


def _spoilt(name: str, content: str | bytes, headline: str, finding: str, fix: str) -> Spoilt:
    return Spoilt(name, (file(content),), f"data/{PATH}:{headline}", finding, fix)


_UTF_8 = "save the file as UTF-8: in most editors, Save as, Encoding: UTF-8"

SPOILT = (
    _spoilt("Latin-1", "title: Café\n".encode("latin-1"), "1:11: error FILE-001", "the byte E9", _UTF_8),
    _spoilt("UTF-8 that breaks off", _training("place: ก").encode()[:-2], "9:8: error FILE-001", "the byte E0", _UTF_8),
    _spoilt("UTF-16 with a mark", "title: x\n".encode("utf-16"), "1:1: error FILE-001", "the byte FF", _UTF_8),
    _spoilt("UTF-16 without a mark", "title: x\n".encode("utf-16-le"), "1:2: error FILE-001", "the byte 00", _UTF_8),
    _spoilt("a surrogate as bytes", b"title: \xed\xa0\x80\n", "1:8: error FILE-001", "the byte ED", _UTF_8),
    _spoilt(
        "too large a file",
        _training("body: " + "x" * 200_000),
        "1:1: error FILE-002",
        "more than 200,000 bytes",
        "shorten it, or split it into several records",
    ),
    _spoilt(
        "an override of direction",
        _training(f"place: Kui {BIDI}Buri"),
        "9:12: error FILE-003",
        "\\u202e",
        "delete the character U+202E and type the text again",
    ),
    _spoilt(
        "a bell",
        _training("place: Kui\aBuri"),
        "9:11: error FILE-003",
        "\\u0007",
        "delete the character U+0007 and type the text again",
    ),
    _spoilt(
        "a mark of byte order inside",
        _training("place: Kui\ufeff"),
        "9:11: error FILE-003",
        "\\ufeff",
        "delete the character U+FEFF and type the text again",
    ),
    _spoilt(
        "a control after lines that end as on Windows",
        _training("place: \u0085").replace("\n", "\r\n"),
        "9:8: error FILE-003",
        "\\u0085",
        "delete the character U+0085 and type the text again",
    ),
    _spoilt(
        "a control after lines that end as on an old Macintosh",
        _training("place: \u0085").replace("\n", "\r"),
        "9:8: error FILE-003",
        "\\u0085",
        "delete the character U+0085 and type the text again",
    ),
    _spoilt(
        "an override as an escape",
        _training('place: "Kui \\u202eBuri"'),
        "9:8: error FILE-003",
        "Kui \\u202eBuri",
        "take out the escaped character U+202E",
    ),
    _spoilt("a NUL as an escape", _training('place: "\\0"'), "9:8: error FILE-003", "\\u0000", "take out the escaped character U+0000"),
    _spoilt(
        "a carriage return as an escape",
        _training('place: "a\\rb"'),
        "9:8: error FILE-003",
        "a\\u000db",
        "take out the escaped character U+000D",
    ),
    _spoilt(
        "an override in a key",
        _training('"pl\\u202eace": x'),
        "9:1: error FILE-003",
        "pl\\u202eace",
        "write the key in plain letters",
    ),
    _spoilt(
        "half a pair of surrogates as an escape",
        _training('place: "\\ud800"'),
        "9:11: error YAML-001",
        'place: "\\ud800"',
        "write two backslashes where you mean one, or use single quotes",
    ),
    _spoilt(
        "too many values",
        "organisers: [" + "x," * 20_001 + "]",
        "1:40010: error YAML-004",
        "",
        "split the record",
    ),
    _spoilt(
        "nothing but mistakes",
        _training(*(f"key{number}: x" for number in range(150))),
        "108:1: error FILE-006",
        "150 problems",
        "fix those, then check again",
    ),
    Spoilt(
        "a link",
        (file("", is_link=True),),
        f"data/{PATH}:1:1: error FILE-005",
        PATH,
        "put a plain file in its place; of a link, the file that it leads to",
    ),
    Spoilt(
        "a link in the place of what concerns all states",
        (file("", "legislation/_about.yml", is_link=True),),
        "data/legislation/_about.yml:1:1: error FILE-005",
        "legislation/_about.yml",
        "put a plain file in its place; of a link, the file that it leads to",
    ),
    Spoilt(
        "the name of a device",
        (file(yaml("documents"), "documents/aux.yml"),),
        "data/documents/aux.yml:1:1: error ID-003",
        "aux",
        "rename the file, e.g. th-2026-aux.yml",
    ),
    Spoilt(
        "the name of a device in capitals",
        (file(yaml("networks"), "networks/CON.yml"),),
        "data/networks/CON.yml:1:1: error ID-001",
        "CON",
        "rename the file, e.g. th-2026-con.yml",
    ),
    Spoilt(
        "names that differ in capitals alone",
        (file(yaml("networks"), "networks/net-office.yml"), file(yaml("networks"), "networks/Net-Office.yml")),
        "data/networks/net-office.yml:1:1: error ID-002",
        "net-office",
        "rename it: data/networks/Net-Office.yml has this id",
    ),
    Spoilt(
        "a file that cannot be read",
        (file("", unread="Permission denied"),),
        f"data/{PATH}:1:1: error FILE-007",
        "Permission denied",
        "give yourself permission to read it, or restore it; if it was just being replaced, try again",
    ),
    Spoilt(
        "a folder that cannot be read",
        (file("", "networks", unread="Permission denied"),),
        "data/networks:1:1: error FILE-007",
        "Permission denied",
        "give yourself permission to read it, or restore it; if it was just being replaced, try again",
    ),
    Spoilt(
        "a link report without end",
        (file("x" * 8_000_001, "_links.jsonl"),),
        "data/_links.jsonl:1:1: error LINKS-003",
        "",
        "delete the file: `chm links` begins a new one",
    ),
    Spoilt(
        "a sample with the name of a device",
        (file("", "networks/_notes/aux.txt"),),
        "data/networks/_notes/aux.txt:1:1: error FILE-008",
        "networks/_notes/aux.txt",
        "rename it, since aux.txt names a device on Windows",
    ),
    Spoilt(
        "a name that ends in a space",
        (file("", "README "),),
        "data/README :1:1: error FILE-008",
        "README ",
        "rename it, since Windows takes away a full stop or a space at the end of a name",
    ),
    Spoilt(
        "a name with a colon",
        (file("", "networks/_a:b.yml"),),
        "data/networks/_a:b.yml:1:1: error FILE-008",
        "networks/_a:b.yml",
        "rename it, since Windows has no names with :",
    ),
    Spoilt(
        "samples that differ in capitals alone",
        (file("", "networks/_Example.yml"), file("", "networks/_example.yml")),
        "data/networks/_example.yml:1:1: error FILE-008",
        "networks/_example.yml",
        "rename it, since Windows and macOS take networks/_example.yml for networks/_Example.yml",
    ),
    Spoilt(
        "folders that differ in how an accent is written",
        (file("", "_caf\u00e9/one.txt"), file("", "_cafe\u0301/two.txt")),
        "data/_caf\u00e9/one.txt:1:1: error FILE-008",
        "_caf\u00e9/one.txt",
        "rename it, since Windows and macOS take _caf\u00e9 for _cafe\u0301",
    ),
    Spoilt(
        "a name with line breaks and commands",
        (file(yaml("networks"), "networks/a\n::error::b\x1b[2J.yml"),),
        "data/networks/a\\u000a::error::b\\u001b[2J.yml:1:1: error ID-001",
        "a\\u000a::error::b\\u001b[2J",
        "rename the file, e.g. a-error-b-2j.yml",
    ),
)
