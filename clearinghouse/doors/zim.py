"""ZIM: the files of a copy come in, one file for Kiwix readers leaves, with a full-text index of its own."""

import os
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from types import ModuleType
from typing import Any

from clearinghouse.doors.failure import Failure
from clearinghouse.doors.whole_file import whole_path
from clearinghouse.doors.zips import Zipped, measured
from clearinghouse.publications.links import INDEX
from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.offline.edition import FOLDER

LANGUAGE = "eng"
PICTURE, PIXELS = "assets/mark-48.png", 48
_LONGEST_TITLE = 30
"""In letters: what readers of ZIM files show of a title."""
_KINDS = {
    "html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "png": "image/png", "json": "application/json",
    "txt": "text/plain", "ics": "text/calendar", "rss": "application/rss+xml", "atom": "application/atom+xml", "opml": "text/x-opml",
}  # fmt: skip
_TITLE = re.compile(r"<title>\s*(.*?)\s*</title>", re.DOTALL)
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_UNREAD = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def library() -> ModuleType:
    """The library that writes ZIM files. Raises Failure where it is not installed, which is known before anything is made."""
    try:
        import libzim.writer
    except ImportError:
        raise Failure("libzim is missing: run `python3 scripts/chm.py export`, or `pip install -e .[export]`") from None
    writer: ModuleType = libzim.writer
    return writer


def silent() -> None:
    """Lets the process print nothing more: libzim tells each of its steps, below Python."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def write_zim(path: Path, whole: Path, about: About) -> Zipped:
    """Writes the ZIM file of a copy, whole or not at all. whole: the copy's zip. Raises Failure."""
    writer = library()
    count = 0
    with whole_path(path) as beside, zipfile.ZipFile(whole) as archive:
        try:
            with writer.Creator(str(beside)).config_indexing(True, LANGUAGE).config_verbose(False) as creator:
                creator.set_mainpath(INDEX)
                for name, value in _metadata(about):
                    creator.add_metadata(name, value)
                creator.add_illustration(PIXELS, archive.read(FOLDER + PICTURE))
                for each in archive.namelist():
                    creator.add_item(_item(writer, each.removeprefix(FOLDER), archive.read(each)))
                    count += 1
        except RuntimeError as error:  # libzim has no other
            raise Failure(f"cannot write {path}: {error}; what was there stays as it was") from None
    return measured(path, count)


def _metadata(about: About) -> Iterator[tuple[str, str]]:
    yield "Name", f"clearing-house_{LANGUAGE}_all"
    yield "Title", about.name if len(about.name) <= _LONGEST_TITLE else "Clearing House"
    yield "Description", f"{about.name}, as of {about.made}"
    yield "Language", LANGUAGE
    yield "Creator", about.name
    yield "Publisher", about.name
    yield "Date", str(about.made)
    yield "Source", about.url
    yield "License", "CC BY 4.0"


def _item(writer: Any, path: str, content: bytes) -> Any:
    """A file of the copy. Searched are the pages that the site's own search knows, by their articles alone."""
    html = content.decode() if path.endswith(".html") else ""
    title = unescape(found[1]) if (found := _TITLE.search(html)) else ""
    article = _ARTICLE.search(html) if "data-pagefind-body" in html else None
    words = unescape(_UNREAD.sub(" ", article[1])) if article else ""

    class Index(writer.IndexData):  # type: ignore[misc]
        def has_indexdata(self) -> bool:
            return bool(words)

        def get_title(self) -> str:
            return title

        def get_content(self) -> str:
            return words

        def get_keywords(self) -> str:
            return ""

        def get_wordcount(self) -> int:
            return len(words.split())

    class File(writer.Item):  # type: ignore[misc]
        def get_path(self) -> str:
            return path

        def get_title(self) -> str:
            return title

        def get_mimetype(self) -> str:
            return _KINDS.get(path.rpartition(".")[2], "application/octet-stream")

        def get_contentprovider(self) -> Any:
            return writer.StringProvider(content)

        def get_hints(self) -> dict[Any, int]:
            return {writer.Hint.FRONT_ARTICLE: bool(words)}

        def get_indexdata(self) -> Any:
            return Index()

    return File()
