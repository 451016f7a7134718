"""The live site: the list of all addresses that were published, as it is there, or in a folder."""

import http.client
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from clearinghouse.world.failure import Failure

NAME = "addresses.txt"
MOST_BYTES = 50_000_000
SECONDS = 30
PAUSES = (2, 10, 30)
"""Seconds before each further try: a site that is published every night must not miss a night for a bad minute."""


def live_addresses(where: str, pauses: tuple[float, ...] = PAUSES) -> str | None:
    """The published `addresses.txt`; None where nothing at all is published yet, or the folder is empty. Raises Failure when
    nobody answers, or something else is there."""
    if urlsplit(where).scheme not in ("http", "https"):
        path = Path(where, NAME)
        if not path.parent.is_dir():
            raise Failure(f"there is no folder {path.parent}: name that of the published site, or its address")
        if not path.exists() and any(path.parent.iterdir()):
            raise Failure(f"{path.parent} holds no {NAME}: name a folder with a site, or an empty one")
        return path.read_text("utf-8") if path.exists() else None
    front = f"{where.rstrip('/')}/"
    # A site that answers, but without the list, is no new one: only where nothing is published can nothing be lost.
    listed = _answer(front + NAME, pauses)
    if listed is None and _answer(front, pauses) is not None:
        raise Failure(
            f"{front} is published, but has no {NAME}: name the address of a clearing house; HOSTING.md says how to replace another site"
        )
    return listed


def _answer(url: str, pauses: tuple[float, ...]) -> str | None:
    """What is there, or None where nothing is. Raises Failure when nobody answers."""
    why = ""
    for pause in (0, *pauses):
        time.sleep(pause)
        try:
            with urllib.request.urlopen(url, timeout=SECONDS) as answer:
                return str(answer.read(MOST_BYTES).decode("utf-8"))
        except urllib.error.HTTPError as error:
            if error.code == HTTPStatus.NOT_FOUND:
                return None
            why = f"it answers {error.code}"
        except (OSError, ValueError, http.client.HTTPException) as error:
            why = str(getattr(error, "reason", error))
    raise Failure(f"cannot read {url}: {why}; try again when the site answers")
