"""Public sheets: files of a data folder come in, what the public may know of proposals leaves, and what is wrong with the files."""

from collections.abc import Iterable

from clearinghouse.problems.files import FILE_009
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile, link_problem, unread_problem
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.public_sheet import FOLDER, PublicSheet, path_of
from clearinghouse.records.written.messages.reference_numbers import reference_in


def public_sheets(files: Iterable[DataFile]) -> tuple[dict[str, PublicSheet], list[Problem]]:
    """Those of a data folder by reference number. One whose name is no such number is a problem: nobody would find its page."""
    sheets: dict[str, PublicSheet] = {}
    problems: list[Problem] = []
    for file in sorted((file for file in files if file.path.startswith(FOLDER)), key=lambda file: file.path):
        reference = file.path.rpartition("/")[2].removesuffix(".yml")
        if not file.path.casefold().endswith((".yml", ".yaml")) or reference.startswith("."):
            continue
        if file.path != path_of(reference) or reference_in(reference) != reference:
            known = reference_in(reference)
            problems.append(FILE_009.at(file.place, found=file.path, name=path_of(known) if known else ""))
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
