"""Making: a part of a site comes in; its documents are rendered, stamped and written; what others must know of them leaves.

So parts can be made in several processes: each writes what it makes, and sends back only what is known of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from clearinghouse.publications.files.contents import SiteFile
from clearinghouse.publications.outputs import Known, Part
from clearinghouse.publications.page import Page
from clearinghouse.publications.translation.language import Language, speak
from clearinghouse.site.documents import Place, Shell, Stamped
from clearinghouse.site.mkdocs.stamping import Shells
from clearinghouse.site.site_folder import SiteFolder
from clearinghouse.world.processes import Work


@dataclass
class Results:
    """What is known of the documents of a part. stamped: what its pages say of themselves, by address."""

    known: Known = field(default_factory=lambda: Known(promised=set()))
    files: list[SiteFile] = field(default_factory=list)
    stamped: dict[str, Stamped] = field(default_factory=dict)


def write_part(part: Part, shells: Shells, folder: SiteFolder) -> Results:
    """Makes and writes the documents of a part. Raises Failure."""
    speak(Language())
    result = Results()
    for output in part():
        content: str | bytes
        if isinstance(output, Page):
            content, result.stamped[output.address] = shells.stamp(output)
        else:
            content = output.content
        result.known.add(output)
        result.files.append(folder.write(output, content))
    return result


def gathered(work: Work[Results], known: Known, folder: SiteFolder, progress: Callable[[int, int], None]) -> dict[str, Stamped]:
    """Adds what parts have made to what is known, and to the list of a folder. progress: is called with how many parts are made, and of
    how many. Returns what all their pages say of themselves."""
    stamped: dict[str, Stamped] = {}
    shells: dict[Place, Shell] = {}
    for number, result in enumerate(work, 1):
        progress(number, len(work))
        known.add_all(result.known)
        folder.take(result.files)
        for address, page in result.stamped.items():
            # Two processes may have made one shell, with the same bytes.
            stamped[address] = replace(page, shell=shells.setdefault(page.shell.place, page.shell))
    return stamped
