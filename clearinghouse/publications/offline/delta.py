"""Delta: what must be added, changed and removed to turn an older copy into a newer one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.words import counted, date_words

FILES, SUMS, BEFORE, REMOVED, SCRIPT, WORDS = "files/", "sums.txt", "before.txt", "removed.txt", "update.py", "UPDATE.txt"
_UPDATE = """\
{name}: an update
{line}

It turns the copy of {since} into that of {day}:
{changed} new or changed, {removed} to remove.

WITH PYTHON (3.8 or newer; nothing else is needed, nor a network)
  Unzip this update beside your copy, and in its folder run
    python3 update.py FOLDER
  where FOLDER is the folder of your copy, the one that holds copy.js.
  It first looks whether the copy is the right one and nobody has edited
  it, changes nothing if that is not so, and in the end looks at every file.

BY HAND
  1. Copy all that lies in the folder files into the folder of your copy,
     and replace the older files.
  2. Remove from your copy the files that removed.txt lists.
"""


@dataclass(frozen=True)
class Delta:
    """The way from an older copy to a newer one. old, new: the SHA-256 of each file, by path."""

    old: Mapping[str, str]
    new: Mapping[str, str]

    @cached_property
    def changed(self) -> list[str]:
        """The files that are new or differ."""
        return sorted(name for name, known in self.new.items() if self.old.get(name) != known)

    @cached_property
    def removed(self) -> list[str]:
        """The files that are there no more."""
        return sorted(self.old.keys() - self.new.keys())

    def texts(self, about: About, since: str) -> Mapping[str, str]:
        """What lies beside the changed files, but for the script. since: the older copy's day, in words."""
        title = f"{about.name}: an update"
        words = _UPDATE.format(
            name=about.name, line="=" * len(title), since=since, day=date_words(about.day),
            changed=counted(len(self.changed), "file"), removed=len(self.removed),
        )  # fmt: skip
        return {
            WORDS: words.replace("\n", "\r\n"),
            REMOVED: "".join(f"{name}\n" for name in self.removed),
            SUMS: _sums_text(self.new),
            BEFORE: _sums_text({name: known for name, known in self.old.items() if self.new.get(name) != known}),
        }


def _sums_text(sums: Mapping[str, str]) -> str:
    return "".join(f"{known}  {name}\n" for name, known in sorted(sums.items()))
