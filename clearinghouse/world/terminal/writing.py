"""Writing: a sound draft is shown as the file that it makes, and written where somebody agrees."""

import shlex
from pathlib import Path

from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.world.disk.data_folder import path_name, place_in
from clearinghouse.world.disk.whole_files import write_new
from clearinghouse.world.terminal.terminal import agreed, tell


def write_where_agreed(draft: Draft, data: Path, is_agreed: bool, is_terminal: bool) -> bool:
    """Shows the file in the data folder, with what it may be warned of, and writes it, unless nobody agrees. Raises Failure."""
    proposal = draft.proposal
    path = place_in(data, proposal.path)
    print(f"\n{path_name(path)}\n\n{proposal.text}")
    for problem in draft.problems:
        tell(problem)
    for other in draft.verdict.duplicates.get(proposal.path, ()):
        shared = "at the same place" if other.shared == "place" else "with the same host"
        print(f"  warning: {path_name(place_in(data, other.path))} is on the same days {shared}: is it the same event?")
    if not is_agreed and not (is_terminal and agreed("Write this file?")):
        print("Nothing was written." + ("" if is_terminal else " Add --yes to write it."))
        return False
    write_new({path: proposal.text.encode("utf-8")})
    print(_next_steps(path, proposal.data["title"]))
    return True


def _next_steps(path: Path, title: str) -> str:
    """What to type until the record is in a pull request."""
    file = path_name(path)
    steps = (
        f"python3 scripts/chm.py check {file}",
        f"git switch -c {path.stem}",
        f"git add {file}",
        f"git commit -m {shlex.quote(f'Add {title}')}",
        f"git push -u origin {path.stem}, and open a pull request",
    )
    return "\n  ".join([f"Written: {file}\n\nNext:", *steps])
