"""A mail: the bytes of one message become its texts, its attachments, and what else must be known of it. Nothing hostile gets further.

What is not read is named with its reason. The addresses are there for the reply alone; nothing that is kept holds them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from clearinghouse.reading.intake.known_events import digest
from clearinghouse.reading.intake.mails.authentication import Vouching, vouching
from clearinghouse.reading.intake.mails.bounds import fault_of, head_of
from clearinghouse.reading.intake.mails.headers import BROKEN, address_in, header, numbers_in, raw
from clearinghouse.reading.intake.mails.parts import Attachment, LeftOut, Parts
from clearinghouse.vocabulary.languages import LANGUAGES

_POLICY = policy.default.clone(raise_on_defect=False)
_LISTS = ("bulk", "junk", "list")


@dataclass(frozen=True)
class Mail:
    """What is known of a message.

    number: a digest of its Message-ID, or of all of it where it has none; content: a digest of what stands below its head; thread:
    digests of the messages that it answers, the nearest last; message_id: as it stands there, for the reply; sender: the one address
    that it is from; reply_to: where an answer goes; sent: the day that it names; is_automatic: whether a machine sent it, which must
    not be answered; language: of the program that wrote it, as a tag, or nothing; fault: why nothing of it was read; left_out: what was
    not read, and why.
    """

    number: str
    content: str = ""
    thread: tuple[str, ...] = ()
    message_id: str = ""
    sender: str = ""
    reply_to: str = ""
    subject: str = ""
    sent: str = ""
    is_automatic: bool = False
    language: str = ""
    seen: Vouching = field(default_factory=Vouching)
    texts: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    fault: str = ""


def mail_of(content: bytes, server: str = "") -> Mail:
    """Reads a message. content: its bytes, of one that is too large the first ones, at least one too many; server: the name by which
    the editors' server calls itself in Authentication-Results."""
    head, fault = head_of(content), fault_of(content)
    below = digest(content[len(head) :].decode("latin-1"))
    try:
        message = BytesParser(EmailMessage, policy=_POLICY).parsebytes(head if fault else content, headersonly=bool(fault))
        known = _known(message, content, server)
        if fault:
            return replace(known, content=below, fault=fault)
        parts = Parts()
        parts.walk(message)
        texts, files, left_out = tuple(parts.texts), tuple(parts.attachments), tuple(parts.named_left_out)
        return replace(known, content=below, texts=texts, attachments=files, left_out=left_out)
    except BROKEN:
        return Mail(digest(content.decode("latin-1")), content=below, fault="it is broken: no program can take it apart")


def number_of(message_id: str) -> str:
    """The digest by which a message is known again. message_id: with or without its angle brackets."""
    return digest(message_id.strip().strip("<>"))


def _known(message: EmailMessage, content: bytes, server: str) -> Mail:
    (message_id, *_) = numbers_in(message, "message-id") or ("",)
    sender = address_in(message, "from")
    thread = (*numbers_in(message, "references"), *numbers_in(message, "in-reply-to"))
    return Mail(
        number_of(message_id) if message_id else digest(content.decode("latin-1")),
        thread=tuple(dict.fromkeys(map(number_of, thread))),
        message_id=message_id,
        sender=sender,
        reply_to=address_in(message, "reply-to") or sender,
        subject=header(message, "subject"),
        sent=_day(next(raw(message, "date"), "")),
        is_automatic=_is_automatic(message),
        language=_language(message),
        seen=vouching(raw(message, "authentication-results"), server),
    )


def _language(message: EmailMessage) -> str:
    """The language in which Outlook and others say that it was written (RFC 3282)."""
    said = header(message, "content-language") or header(message, "accept-language")
    tag = said.partition(",")[0].partition(";")[0].partition("-")[0].strip().casefold()
    return tag if tag in LANGUAGES else ""


def _is_automatic(message: EmailMessage) -> bool:
    """Whether a machine sent it (RFC 3834), or a mailing list."""
    said: Iterable[str] = raw(message, "auto-submitted")
    is_bounce = next(raw(message, "return-path"), "").strip() == "<>"
    return is_bounce or any(value.strip().casefold() != "no" for value in said) or header(message, "precedence").casefold() in _LISTS


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text[:100]).date().isoformat()
    except BROKEN:
        return ""
