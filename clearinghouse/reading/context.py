"""Context: which files must be read besides those asked for, so that a few can be checked among ten thousand.

What a record's problems depend on: the names of all files, which cost nothing; the plans, and the activities for
their wording; and the records that had other ids. All else stays unread.
"""

from collections.abc import Collection, Iterable

from clearinghouse.reading.folder import DataFile

_ALWAYS = ("plans/", "activities/")
_FORMER = b"former_ids"


def with_context(files: Iterable[DataFile], asked: Collection[str], naming: Collection[str] = ()) -> frozenset[str]:
    """The paths asked for, and those of the files on which their problems depend.

    naming: texts; files that hold one of them anywhere are among the context as well.
    """
    sought = [_FORMER, *(name.encode() for name in naming)]
    return frozenset(asked) | {file.path for file in files if file.path.startswith(_ALWAYS) or any(text in file.content for text in sought)}
