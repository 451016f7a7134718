"""Mailboxes: a file of mails (mbox), a Maildir, a folder of .eml files or one such file comes in; the mails leave, each bounded."""

import mailbox
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from clearinghouse.reading.intake.mails.bounds import LARGEST_MAIL
from clearinghouse.world.failure import Failure


class Post(NamedTuple):
    """A message. name: where it lies, without any address; content: gives its bytes, of one that is too large the first ones."""

    name: str
    content: Callable[[], bytes]


def posts_at(path: Path) -> Iterator[Post]:
    """The messages at a place, in their order. Raises Failure where there is none, or it cannot be read."""
    try:
        if (path / "cur").is_dir() and (path / "new").is_dir():
            files = sorted(file for folder in ("cur", "new") for file in (path / folder).iterdir())
            yield from (_of_file(number, file) for number, file in enumerate(files, start=1) if _is_mail(file))
        elif path.is_dir():
            files = sorted(file for file in path.iterdir() if file.suffix.casefold() == ".eml")
            yield from (_of_file(number, file) for number, file in enumerate(files, start=1) if _is_mail(file))
        elif path.suffix.casefold() == ".eml":
            yield _of_file(1, path)
        elif path.is_file():
            yield from _of_mbox(path)
        else:
            raise Failure(f"there is no {path}: name a file of mails (mbox), a Maildir, a folder of .eml files, or imaps://host/INBOX")
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror}") from None


def _is_mail(file: Path) -> bool:
    return file.is_file() and not file.is_symlink() and not file.name.startswith(".")


def _of_file(number: int, file: Path) -> Post:
    def content() -> bytes:
        with file.open("rb") as opened:
            return opened.read(LARGEST_MAIL + 1)

    # A file may be named after its sender.
    return Post(f"no. {number}", content)


def _of_mbox(path: Path) -> Iterator[Post]:
    with path.open("rb") as file:
        if file.read(5) not in (b"From ", b""):
            raise Failure(f"{path} is no file of mails (mbox): its first line does not begin with `From `")
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.keys(), start=1):

            def content(key: str = key) -> bytes:
                with box.get_file(key) as opened:
                    return bytes(opened.read(LARGEST_MAIL + 1))

            yield Post(f"no. {number}", content)
    finally:
        box.close()
