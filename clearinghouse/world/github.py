"""GitHub: the files through which its workflows and the commands speak with each other."""

import json
from pathlib import Path

from clearinghouse.world.failure import Failure

LARGEST = 1_000_000
"""In letters: no issue is longer."""


def issue_text(path: Path) -> str:
    """The issue's text, from a file that holds it or the JSON of GitHub's event."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1).decode("utf-8")
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Failure(f"{path} is no text in UTF-8") from None
    if len(text) > LARGEST:
        raise Failure(f"{path} is longer than an issue can be")
    if path.suffix != ".json":
        return text
    try:
        issue = json.loads(text)["issue"]
        return str(issue["body"] or "")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Failure(f"{path} is not the event of an issue") from None


def write_outputs(file: Path, **values: str) -> None:
    """Adds to the file in which a step of a workflow says what follows. All values are ours: words, ids and paths."""
    try:
        with file.open("a", encoding="utf-8", newline="\n") as lines:
            lines.writelines(f"{name}={value}\n" for name, value in values.items())
    except OSError as error:
        raise Failure(f"cannot write {file}: {error.strerror}") from None
