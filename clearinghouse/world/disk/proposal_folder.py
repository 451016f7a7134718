"""The folder of proposals on disk: files of records are written below it, never elsewhere, and the memory of gathering beside them."""

import re
from collections.abc import Iterable
from pathlib import Path

from clearinghouse.reading.files.harvest_memory import NAME, Memory, memory_text
from clearinghouse.reading.intake.proposals import Proposal
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.rules import BOUNDED_ID
from clearinghouse.world.disk.data_folder import places_in
from clearinghouse.world.disk.whole_files import write_new, write_over, write_text
from clearinghouse.world.failure import Failure

_ID = re.compile(BOUNDED_ID)


def write_proposals(folder: Path, proposals: Iterable[Proposal], memory: Memory) -> list[Path]:
    """Writes proposals, new ones and those that take the place of earlier ones, then the memory; names what it wrote. Raises
    Failure, before anything is written, for a path that leads out of the folder."""
    proposals = list(proposals)
    places = places_in(folder, (proposal.path for proposal in proposals))
    texts = {_checked(folder, proposal, places[proposal.path]): proposal.text.encode() for proposal in proposals}
    there = {path for path in texts if path.exists()}
    write_new({path: text for path, text in texts.items() if path not in there})
    write_over({path: text for path, text in texts.items() if path in there})
    if memory:
        write_text(folder / NAME, memory_text(memory), makes_folder=True)
    return list(texts)


def _checked(folder: Path, proposal: Proposal, path: Path) -> Path:
    """Where a proposal goes. A stranger chose its words, and a link in the folder may lead anywhere."""
    is_safe = proposal.collection in COLLECTIONS and _ID.fullmatch(proposal.id) is not None
    if not is_safe or path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        raise Failure(f"{proposal.collection}/{proposal.id} would lie outside {folder}: nothing was written")
    return path
