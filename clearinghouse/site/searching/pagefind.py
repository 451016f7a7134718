"""Pagefind: pages come in, the files of their index go out. The program runs beside this one and is spoken to as its own Python does.

That one waits a tenth of a second for each answer, which would be minutes; all else that it does is to find the program.
"""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clearinghouse.site.searching.page_text import PageText

VERSION = "1.5.2"
"""That is pinned: what it writes is read and written here as well."""
LANGUAGE = "en"
"""One for all pages: else every page with another `lang` would become an index of its own, which nobody searches."""
_DOCUMENT = '<!doctype html><html lang="{language}"><head><title>-</title></head><body>{html}</body></html>'
_END = b","
_MOST = 1 << 20


def indexes(parts: Iterable[Iterable[PageText]]) -> Iterator[Mapping[str, bytes]]:
    """The files of the index of each of the parts, by their paths. Pages are numbered in their order. Raises OSError or ValueError."""
    # Slow to import, and only a build needs it.
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise FileNotFoundError("its program is not installed")
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            talk = _Talk(process)
            for part in parts:
                (index,) = talk.answers([{"type": "NewIndex", "config": {"force_language": LANGUAGE}}])
                number = {"index_id": index["index_id"]}
                pages = ({"type": "AddFile", **number, "url": f"/{page.address}", "file_contents": _document(page)} for page in part)
                *_, all_files, _ = talk.answers([*pages, {"type": "GetFiles", **number}, {"type": "DeleteIndex", **number}])
                yield {file["path"]: b64decode(file["content"]) for file in all_files["files"]}
        finally:
            process.kill()


def _document(page: PageText) -> str:
    return _DOCUMENT.format(language=LANGUAGE, html=page.html)


class _Talk:
    """What is said to the program and what it answers: JSON in base64, with a comma behind each."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._rest = b""

    def answers(self, questions: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """The answers to all questions, in their order. The program reads them all before any of its answers must be read."""
        assert self._process.stdin
        for number, question in enumerate(questions):
            self._process.stdin.write(b64encode(json.dumps({"message_id": number, "payload": question}).encode()) + _END)
        self._process.stdin.flush()
        for _ in questions:
            answer = json.loads(b64decode(self._next()))["payload"]
            if answer["type"] == "Error":
                raise ValueError(answer["message"])
            yield answer

    def _next(self) -> bytes:
        assert self._process.stdout
        pieces = [self._rest]
        while _END not in pieces[-1]:
            pieces.append(self._process.stdout.read1(_MOST))  # type: ignore[attr-defined]  # of a buffered pipe
            if not pieces[-1]:
                raise OSError("it ended before it had answered")
        answer, _, self._rest = b"".join(pieces).partition(_END)
        return answer
