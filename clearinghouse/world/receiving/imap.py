"""A mailbox on a server: IMAP over TLS (RFC 9051, RFC 8314) is asked for mails that were not read before; nothing there is changed.

Name and password come from the environment alone, and no message of an error repeats them.
"""

import contextlib
import imaplib
import os
import re
import ssl
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from clearinghouse.reading.intake.mails.bounds import LARGEST_MAIL, LONGEST_HEAD
from clearinghouse.reading.intake.mails.mail import number_of
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.mailboxes import Post

SCHEME = "imaps://"
USER, PASSWORD = "CHM_INBOX_USER", "CHM_INBOX_PASSWORD"
PORT, TIMEOUT, BATCH = 993, 30.0, 500
_UID = re.compile(rb"UID (\d+)")
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_NUMBER = re.compile(rb"<([^<>\s]{3,400})>")


@contextlib.contextmanager
def posts_on(address: str, known: Collection[str]) -> Iterator[Iterator[Post]]:
    """The messages of a mailbox but those with a known number. address: imaps://host[:port]/folder. Raises Failure."""
    parts = urlsplit(address)
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    try:
        host, port = parts.hostname or "", parts.port or PORT
    except ValueError:
        host, port = "", 0
    if not host or parts.username or parts.password:
        raise Failure(f"write imaps://host/INBOX; {USER} and {PASSWORD} of the environment say who reads it")
    if not user or not password:
        raise Failure(f"who reads the mailbox? Set {USER} and {PASSWORD} in the environment")
    folder = unquote(parts.path.strip("/")) or "INBOX"
    try:
        with imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=TIMEOUT) as line:
            _log_in(line, user, password)
            _asked(line.select(f'"{_quoted(folder)}"', readonly=True), f"there is no folder {folder}")
            yield _posts(line, known)
    except ssl.SSLError as error:
        raise Failure(f"{host} cannot be trusted: {error.reason or 'its certificate is not sound'}") from None
    except (imaplib.IMAP4.error, OSError) as error:
        why = (error.strerror or "no answer") if isinstance(error, OSError) else "it did not answer as a server of mails does"
        raise Failure(f"cannot read the mailbox at {host}: {why}") from None


def _log_in(line: imaplib.IMAP4_SSL, user: str, password: str) -> None:
    try:
        line.login(user, password)
    except imaplib.IMAP4.error:  # whose words may repeat what was sent
        raise Failure(f"the server refuses {USER} and {PASSWORD}") from None


def _quoted(text: str) -> str:
    if not text.isascii() or not text.isprintable():
        raise Failure("name a folder in the letters of ASCII")
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _asked(answer: tuple[str, list[Any]], otherwise: str) -> list[Any]:
    status, content = answer
    if status != "OK":
        raise Failure(otherwise)
    return content


def _posts(line: imaplib.IMAP4_SSL, known: Collection[str]) -> Iterator[Post]:
    (listing, *_) = _asked(line.uid("SEARCH", "ALL"), "the mailbox cannot be searched")
    uids = listing.split() if isinstance(listing, bytes) else []
    for start in range(0, len(uids), BATCH):
        batch = b",".join(uids[start : start + BATCH]).decode()
        rows = _asked(line.uid("FETCH", batch, "(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"), "mails cannot be listed")
        for row in rows:
            if isinstance(row, tuple) and (uid := _UID.search(row[0])) and (size := _SIZE.search(row[0])):
                number = _NUMBER.search(row[1])
                if not number or number_of(number[1].decode("latin-1")) not in known:
                    yield _post(line, uid[1].decode(), int(size[1]))


def _post(line: imaplib.IMAP4_SSL, uid: str, size: int) -> Post:
    def content() -> bytes:
        part = "BODY.PEEK[]" if size <= LARGEST_MAIL else f"BODY.PEEK[]<0.{LONGEST_HEAD}>"
        rows = _asked(line.uid("FETCH", uid, f"({part})"), f"mail {uid} cannot be read")
        read = next((row[1] for row in rows if isinstance(row, tuple)), b"")
        # What is missing of a mail that is too large is as good as any other byte.
        return read if size <= LARGEST_MAIL else read + b"\n" * (LARGEST_MAIL + 1 - len(read))

    return Post(f"UID {uid}", content)
