"""Parts of a mail: a parsed message comes in; the texts that people read in it, its attachments, and what is left out and why, leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage, Message
from typing import NamedTuple

from clearinghouse.reading.intake.mails.headers import BROKEN, file_name, is_heavy
from clearinghouse.reading.intake.mails.texts import text_of, text_of_html
from clearinghouse.reading.intake.messages.fences import Fence, fences
from clearinghouse.reading.intake.tables import LARGEST_FILE

DEEPEST, MOST_PARTS, MOST_TEXTS, MOST_ATTACHMENTS, MOST_LEFT_OUT = 10, 100, 20, 20, 20
READ_ENDINGS = (".csv", ".ical", ".ics", ".txt", ".vcs", ".xlsx", ".yaml", ".yml")
"""Of attached files that a program can make a record of."""
_OF_KIND = {"text/calendar": "invitation.ics", "text/csv": "table.csv"}
"""What a part is called that has no name."""
PICTURES = "pictures are not taken from mails"
_OUTLOOK = "only Outlook can open it: send the mail again as plain text, with the file attached"
_LOCKED = "it is encrypted: send it again without encryption"
_CLOSED = {
    "application/ms-tnef": _OUTLOOK,
    "application/pgp-encrypted": _LOCKED,
    "application/pkcs7-mime": _LOCKED,
    "application/x-pkcs7-mime": _LOCKED,
    "message/external-body": "its content lies elsewhere, and nothing is fetched",
    "message/partial": "it is one piece of a mail that was cut in pieces",
}
_ARCHIVES = (".7z", ".arj", ".bz2", ".cab", ".gz", ".iso", ".jar", ".rar", ".tar", ".tgz", ".xz", ".zip")
_PROGRAMS = (".bat", ".cmd", ".com", ".exe", ".hta", ".htm", ".html", ".js", ".lnk", ".msi", ".ps1", ".scr", ".svg", ".vbs", ".xlsm")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


class LeftOut(NamedTuple):
    """What was not read, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail. name: without folders, as it may be printed."""

    name: str
    content: bytes


@dataclass
class Parts:
    """What was found in a message so far."""

    texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    count: int = 0
    pictures: int = 0

    @property
    def named_left_out(self) -> Sequence[LeftOut]:
        """What was left out; of very much the first, and how much more there is."""
        rows = list(dict.fromkeys(self.left_out))
        if self.pictures:
            rows.append(LeftOut("1 picture" if self.pictures == 1 else f"{self.pictures:,} pictures", PICTURES))
        more = len(rows) - MOST_LEFT_OUT
        return [*rows[:MOST_LEFT_OUT], LeftOut(f"{more:,} more parts", "there are too many")] if more > 0 else rows

    def walk(self, message: Message) -> None:
        """Takes a message apart. Its parts wait in a list, so that no depth ends the walk."""
        waiting: list[tuple[Message, int]] = [(message, 0)]
        while waiting:
            part, depth = waiting.pop()
            self.count += 1
            if self.count > MOST_PARTS:
                self.left_out.append(LeftOut(f"all after the first {MOST_PARTS} parts", "there are too many"))
                return
            if depth > DEEPEST:
                self.left_out.append(LeftOut("a mail inside of others", f"it lies deeper than {DEEPEST}"))
                continue
            try:
                waiting += [(inner, depth + 1) for inner in reversed(list(self._inside(part)))]
            except BROKEN:
                self.left_out.append(LeftOut("a part", "it is broken"))

    def _inside(self, part: Message) -> Iterator[Message]:
        """The parts of a part, once it was looked at itself."""
        if not isinstance(part, EmailMessage) or is_heavy(part):
            self.left_out.append(LeftOut("a part", "what says of which kind it is cannot be read"))
            return
        kind = part.get_content_type()
        if why := _CLOSED.get(kind):
            self.left_out.append(LeftOut(file_name(part) or kind, why))
        elif kind == "multipart/alternative" and part.is_multipart():
            yield from self._alternatives(list(part.iter_parts()))
        elif part.is_multipart():
            yield from _members(part)
        elif kind not in _SIGNATURES and not kind.startswith(("multipart/", "message/")):
            self._look(part, kind)

    def _alternatives(self, parts: Sequence[Message]) -> Iterator[Message]:
        """Of the same text in several forms the first that holds a message of the form, else the first that says anything; what is no
        text is looked at by itself."""
        texts: list[str] = []
        for part in parts:
            if not isinstance(part, EmailMessage) or is_heavy(part):
                yield part
            elif not part.is_multipart() and part.get_content_type() in ("text/plain", "text/html") and not file_name(part):
                self.count += 1
                texts.append(_text(part))
            elif part.get_content_type() == "multipart/related" and part.is_multipart():
                first, *others = _members(part) or [part]
                if isinstance(first, EmailMessage) and first.get_content_type() == "text/html" and not is_heavy(first):
                    texts.append(_text(first))
                    yield from others
                else:
                    yield part
            else:
                yield part
        with_fence = (text for text in texts if any(isinstance(fence, Fence) for fence in fences(text)))
        self._add_text(next(with_fence, "") or next((text for text in texts if text.strip()), ""))

    def _look(self, part: EmailMessage, kind: str) -> None:
        """A part without others in it."""
        name = file_name(part) or _OF_KIND.get(kind, "")
        ending = name.casefold()[name.rfind(".") :] if "." in name else ""
        if kind in ("text/plain", "text/html") and not name and not part.is_attachment():
            self._add_text(_text(part))
        elif name.casefold() == "winmail.dat":
            self.left_out.append(LeftOut(name, _OUTLOOK))
        elif kind.startswith("image/"):
            self.pictures += 1
        elif ending == ".txt" or (kind == "text/plain" and ending not in READ_ENDINGS and not name):
            self._add_text(_text(part))
        elif ending in READ_ENDINGS:
            self._attach(name, _bytes(part))
        else:
            why = "archives are not opened: attach the files themselves" if ending in _ARCHIVES else ""
            why = why or ("it could hold a program" if ending in _PROGRAMS else "no program can make a record of it; it stays in the mail")
            self.left_out.append(LeftOut(name or kind, why))

    def _add_text(self, text: str) -> None:
        if not text.strip():
            return
        if len(self.texts) == MOST_TEXTS:
            self.left_out.append(LeftOut("a text", f"it has more than {MOST_TEXTS}"))
        else:
            self.texts.append(text)

    def _attach(self, name: str, content: bytes) -> None:
        if len(content) > LARGEST_FILE:
            self.left_out.append(LeftOut(name, f"larger than {LARGEST_FILE // 1_000_000} MB"))
        elif len(self.attachments) == MOST_ATTACHMENTS:
            self.left_out.append(LeftOut(name, f"more than {MOST_ATTACHMENTS} files are attached"))
        else:
            self.attachments.append(Attachment(name, content))


def _members(part: Message) -> list[Message]:
    """The parts of a part; of a mail in a mail that mail."""
    payload = part.get_payload()
    return [member for member in payload if isinstance(member, Message)] if isinstance(payload, list) else []


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage) -> str:
    text = text_of(_bytes(part), part.get_content_charset("us-ascii"))
    return text_of_html(text) if part.get_content_type() == "text/html" else text
