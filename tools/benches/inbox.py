"""The bench of the inbox: a data folder comes in; how long `chm inbox` takes for 500 mails of all sorts, and how much memory, leaves.

python -m tools.benches.inbox [data]
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from clearinghouse.world.root import ROOT
from tools.benches.relay import texts_of

MAILS, PER_FILE = 500, 10
_HEADINGS = "title,kind,starts,status,summary,sources.0.url,sources.0.publisher,sources.0.kind,sources.0.accessed,confidence"
_ROW = "Course {},training,2027-0{}-0{},announced,Officers learn to read tracks.,https://example.org/,Office,official page,2026-11-01,high"


def mails_of(data: Path) -> Iterator[bytes]:
    """In turn a message in plain text, one in HTML alone, a spreadsheet, and words alone; every message stands quoted below itself."""
    texts = (text for texts in texts_of(data, MAILS) for text in texts)
    for number in range(MAILS):
        mail = EmailMessage()
        mail["From"], mail["Subject"] = f'"An Office" <office{number}@example.org>', "A request"
        mail["Message-ID"], mail["Date"] = f"<{number}@example.org>", "Fri, 27 Nov 2026 09:00:00 +0700"
        kind = number % 5
        if kind < 2:
            text = next(texts)
            mail.set_content(text + "\n" + "".join(f"> {line}\n" for line in text.split("\n")))
        elif kind == 2:
            mail.set_content(f"<html><body>{next(texts).replace(chr(10), '<br>')}</body></html>", subtype="html")
        elif kind == 3:
            rows = [_ROW.format(f"{number}-{row}", row % 9 + 1, row % 9 + 1) for row in range(PER_FILE)]
            mail.set_content("Please see the file.")
            mail.add_attachment("\n".join([_HEADINGS, *rows]).encode(), "text", "csv", filename="trainings.csv")
        else:
            mail.set_content("When is the next meeting?")
        yield mail.as_bytes()


def main(data: Path) -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "mails").mkdir()
        for number, content in enumerate(mails_of(data)):
            (folder / f"mails/{number:04}.eml").write_bytes(content)
        command = [
            sys.executable,
            "-P",
            "-m",
            "clearinghouse.commands.shell",
            "inbox",
            str(folder / "mails"),
            "--data",
            str(data.absolute()),
        ]
        command += ["--proposals", str(folder / "proposals"), "--outbox", str(folder / "outbox")]
        began = time.perf_counter()
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        seconds, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        line = next(line for line in ran.stdout.splitlines() if line.startswith("mails: "))
        print(f"{line}; {seconds:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of a processor, {used.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data")
