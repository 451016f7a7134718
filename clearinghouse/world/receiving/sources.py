"""Sources: where a site is comes in (an address, a folder or a zip); a way to its files leaves that never gives more than a bound."""

import contextlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from clearinghouse.problems.problem import visible
from clearinghouse.reading.intake.api.documents import LARGEST
from clearinghouse.records.written.api_words import INDEX, ROOT
from clearinghouse.world.failure import Failure
from clearinghouse.world.web.fetching import Fetcher
from clearinghouse.world.web.line import Trouble, host_of

Source = Callable[[str], bytes]
"""Gives the content of a file by its address, relative to the site: all of it, or one byte more than may be. Raises Failure."""
ATTEMPTS = 3
RETRY_AFTER = 5.0
"""Seconds before the second attempt at an address; before the third it is twice as long."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
"""What zipfile says of archives that are broken, locked, or packed in a way that it does not know."""


@contextlib.contextmanager
def source(where: str, fetcher: Fetcher) -> Iterator[Source]:
    """The files of the site that an address, a folder or a zip holds. Raises Failure."""
    if urlsplit(where).scheme.casefold() in ("http", "https"):
        yield _of_address(where, fetcher)
    elif (path := Path(where)).is_dir():
        yield _of_folder(path)
    elif path.is_file():
        with _of_zip(path) as files:
            yield files
    else:
        raise Failure(f"there is no {where}: name the address of a site, the folder of a built one, or a zip of that")


def _of_address(where: str, fetcher: Fetcher) -> Source:
    front = where.partition("?")[0].partition("#")[0]
    for ending in (INDEX, ROOT, ROOT.rstrip("/"), "index.html"):
        front = front.removesuffix(f"/{ending}")
    front = f"{front.rstrip('/')}/"

    def content_of(address: str) -> bytes:
        url = front + address
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return fetcher.page(url).content
            except Trouble as trouble:
                if attempt == ATTEMPTS or not trouble.may_pass:
                    raise Failure(f"cannot read {url}: {trouble}") from None
            fetcher.line.pace.postpone(host_of(url), RETRY_AFTER * attempt)
        raise AssertionError("every attempt ends the loop or is followed by another")

    return content_of


def _of_folder(folder: Path) -> Source:
    front = next((place for place in (folder, folder.parent.parent) if (place / INDEX).is_file()), folder)

    def content_of(address: str) -> bytes:
        path = front / address
        if not path.is_file():  # a pipe or a device, which might never end, is none
            raise Failure(f"there is no {path}: name a folder with a built site")
        try:
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError as error:
            raise Failure(f"cannot read {path}: {error.strerror}") from None

    return content_of


@contextlib.contextmanager
def _of_zip(path: Path) -> Iterator[Source]:
    with contextlib.ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(path))
        except (OSError, *_BROKEN):
            raise Failure(f"{path} is no zip that can be read: name the address of a site, its folder, or a zip of that") from None
        front = min((name.removesuffix(INDEX) for name in archive.namelist() if f"/{name}".endswith(f"/{INDEX}")), key=len, default="")

        def content_of(address: str) -> bytes:
            try:
                with archive.open(front + address) as file:
                    return file.read(LARGEST + 1)
            except KeyError:
                raise Failure(
                    f"there is no {visible(front + address)} in {path}: name a zip of a built site, with its folder api/"
                ) from None
            except (OSError, *_BROKEN):
                raise Failure(f"cannot read {visible(front + address)} in {path}: the zip is broken or locked") from None

        yield content_of
