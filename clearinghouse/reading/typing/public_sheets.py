"""Public sheets: files of a data folder come in, what the public may know of proposals leaves, and what is wrong with the files."""

from collections.abc import Iterable

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile, link_problem, unread_problem
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.public_sheet import PublicSheet, path_of
from clearinghouse.records.written.messages.reference_numbers import reference_in


def public_sheets(files: Iterable[DataFile]) -> tuple[dict[str, PublicSheet], list[Problem]]:
    """Those of a data folder by reference number. A file whose name is no such number is none of them."""
    sheets: dict[str, PublicSheet] = {}
    problems: list[Problem] = []
    for file in sorted(files, key=lambda file: file.path):
        reference = file.path.rpartition("/")[2].removesuffix(".yml")
        if file.path != path_of(reference) or not reference or reference_in(reference) != reference:
            continue
        if not file.is_read:
            problems.append(link_problem(file) if file.is_link else unread_problem(file))
            continue
        document = read_yaml(file.name, file.content)
        sheet = typed(PublicSheet, document, {}) if isinstance(document, Document) else document
        if isinstance(sheet, PublicSheet):
            sheets[reference] = sheet
        else:
            problems.extend(sheet)
    return sheets, problems
