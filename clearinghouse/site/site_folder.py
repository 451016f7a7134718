"""Site folder: a site while it is being made, and the list of what lies in it."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from clearinghouse.publications.files.contents import CONTENTS, SiteFile, address_of, contents_text, path_of
from clearinghouse.publications.outputs import Output
from clearinghouse.world.failure import Failure


class SiteFolder:
    """The folder of a site."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[str, SiteFile] = {}

    @property
    def files(self) -> Collection[SiteFile]:
        """What is known to lie in it."""
        return self._files.values()

    def write(self, output: Output, content: str | bytes) -> SiteFile:
        """Writes a document and lists it as what is returned. Raises Failure for an address that leaves the folder."""
        # Ids are checked when records are read; this holds whatever comes.
        if ".." in Path(output.address).parts or Path(output.address).is_absolute():
            raise Failure(f"the address {output.address} leaves the site")
        encoded = content.encode() if isinstance(content, str) else content
        place = self.path / path_of(output.address)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(encoded)
        return self._list(SiteFile(output.address, output.kind, output.title, output.states), encoded)

    def take(self, files: Iterable[SiteFile]) -> None:
        """Lists what another process has written."""
        self._files |= {file.address: file for file in files}

    def list_others(self, file_at: Callable[[str], SiteFile]) -> None:
        """Lists what others have written into the folder. file_at: what is known of a file, by its address."""
        for path in self.path.rglob("*"):
            address = address_of(path.relative_to(self.path).as_posix())
            if path.is_file() and address not in self._files:
                self._list(file_at(address), path.read_bytes())

    def write_contents(self) -> None:
        """Writes the list of all other files, as the last of them."""
        (self.path / CONTENTS).write_text(contents_text(self.files), encoding="utf-8", newline="\n")

    def _list(self, file: SiteFile, content: bytes) -> SiteFile:
        self._files[file.address] = listed = file.with_content(content)
        return listed
