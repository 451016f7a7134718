"""Markup: pages of a built site come in; what the Nu HTML checker calls an error leaves. It runs on Java."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from clearinghouse.world.failure import Failure
from tools.quality.kinds import file_of
from tools.quality.locked_tools import program
from tools.quality.verdict import Fault

NAME = "html"
CHECKER = Path("vnu-jar", "build", "dist", "vnu.jar")


def faults_of(name: str, site: Path, kinds: Mapping[str, str], packages: Path) -> Iterator[Fault]:
    """What is wrong with the page of each kind. name: of the site; kinds: their addresses; packages: where the checker lies."""
    java = program("java", "to check the HTML")
    of_file = {urlsplit((site / file_of(address)).resolve().as_uri()).path: (kind, address) for kind, address in kinds.items()}
    command = [java, "-jar", str(packages / CHECKER), "--format", "json", "--errors-only", "--exit-zero-always"]
    ran = subprocess.run(
        [*command, *(str((site / file_of(address)).resolve()) for address in kinds.values())],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        messages = json.loads(ran.stderr)["messages"]
    except (ValueError, KeyError):
        raise Failure(f"the checker of HTML failed: {ran.stderr.strip()[:300]}") from None
    for message in messages:
        kind, address = of_file[urlsplit(message["url"]).path]  # with one slash or three
        text = f"{message['message']}: {message.get('extract', '').strip()}"
        yield Fault(name, kind, address, NAME, "as it is", text)
