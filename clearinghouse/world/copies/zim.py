"""ZIM: the files of a copy come in, one file for Kiwix readers leaves, with a full-text index of its own."""

import multiprocessing
import os
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import html as lxml_html

from clearinghouse.publications.files.media_types import PACKED, media_type_of
from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.offline.edition import FOLDER
from clearinghouse.world.copies.zips import Zipped, measured
from clearinghouse.world.disk.whole_files import whole_path
from clearinghouse.world.failure import Failure

LANGUAGE = "eng"
PICTURE, PIXELS = "assets/mark-48.png", 48
_LONGEST_TITLE = 30
"""In letters: what readers of ZIM files show of a title."""


def library() -> ModuleType:
    """The library that writes ZIM files. Raises Failure where it is not installed, which is known before anything is made."""
    try:
        import libzim.writer
    except ImportError:
        raise Failure("libzim is missing: run `python3 scripts/chm.py export`, or `pip install -e .[export]`") from None
    writer: ModuleType = libzim.writer
    return writer


def silent_and_bound() -> None:
    """Lets a process end when the one that began it has ended, however, and print nothing, as libzim would of each of its
    steps and faults, below Python."""
    threading.Thread(target=_ends_with_parent, daemon=True).start()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _ends_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def write_zim(path: Path, whole: Path, about: About, searched: Mapping[str, str]) -> Zipped:
    """Writes the ZIM file of a copy, whole or not at all. whole: the copy's zip; searched: what the site's own search reads of the pages
    that it finds, by path. Raises Failure."""
    writer = library()
    count = 0
    with whole_path(path) as beside, zipfile.ZipFile(whole) as archive:
        item = items(writer)
        try:
            with writer.Creator(str(beside)).config_indexing(True, LANGUAGE).config_verbose(False) as creator:
                creator.set_mainpath(INDEX)
                for name, value in _metadata(about):
                    creator.add_metadata(name, value)
                creator.add_illustration(PIXELS, archive.read(FOLDER + PICTURE))
                for name in archive.namelist():
                    path_in_copy = name.removeprefix(FOLDER)
                    creator.add_item(item(path_in_copy, archive.read(name), searched.get(path_in_copy, "")))
                    count += 1
        except RuntimeError as error:  # libzim has no other
            raise Failure(f"cannot write {path}, perhaps since the disk is full: {error}; what was there stays as it was") from None
    return measured(path, count)


def _metadata(about: About) -> Iterator[tuple[str, str]]:
    yield "Name", f"clearing-house_{LANGUAGE}_all"
    yield "Title", about.name if len(about.name) <= _LONGEST_TITLE else "Clearing House"
    yield "Description", f"{about.name}, as of {about.day}"
    yield "Language", LANGUAGE
    yield "Creator", about.name
    yield "Publisher", about.name
    yield "Date", str(about.day)
    yield "Source", about.url
    yield "License", "CC BY 4.0"


def _title(path: str, content: bytes) -> str:
    head = content.decode().partition("</head>")[0] if path.endswith(".html") else ""
    return (lxml_html.document_fromstring(head).findtext(".//title") or "").strip() if head else ""


def items(writer: Any) -> Callable[[str, bytes, str], Any]:
    """What makes a file of the copy one of libzim's own items, from its path, its content, and what is searched of it."""

    class Index(writer.IndexData):  # type: ignore[misc]  # libzim brings no types
        def __init__(self, title: str, words: str) -> None:
            super().__init__()
            self.title, self.words = title, words

        def has_indexdata(self) -> bool:
            return bool(self.words)

        def get_title(self) -> str:
            return self.title

        def get_content(self) -> str:
            return self.words

        def get_keywords(self) -> str:
            return ""

        def get_wordcount(self) -> int:
            return len(self.words.split())

    class File(writer.Item):  # type: ignore[misc]  # libzim brings no types
        def __init__(self, path: str, content: bytes, words: str) -> None:
            super().__init__()
            self.path, self.content, self.words = path, content, words
            self.title = _title(path, content)

        def get_path(self) -> str:
            return self.path

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return media_type_of(self.path)

        def get_contentprovider(self) -> Any:
            return writer.StringProvider(self.content)

        def get_hints(self) -> dict[Any, int]:
            # Of itself libzim compresses what is text by its type, and neither JSON nor databases.
            return {writer.Hint.FRONT_ARTICLE: bool(self.words), writer.Hint.COMPRESS: self.get_mimetype() not in PACKED}

        def get_indexdata(self) -> Any:
            return Index(self.title, self.words)

    return File
