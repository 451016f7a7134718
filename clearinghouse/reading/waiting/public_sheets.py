"""Public sheets: files of a data folder come in, what the public may know of proposals leaves, and what is wrong with the files."""

from collections.abc import Iterable

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile, link_problem, unread_problem
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.proposal_sheet import ACCEPTED, ASKED, IN_REVIEW, Sheet
from clearinghouse.records.proposal_sheet import DECLINED as TURNED_DOWN
from clearinghouse.records.public_sheet import DECLINED, FOLDER, PUBLISHED, RECEIVED, REVIEW, PublicSheet
from clearinghouse.records.written.messages.reference_numbers import reference_in
from clearinghouse.records.written.yaml_text import group_text

_SAID = {IN_REVIEW: REVIEW, ASKED: REVIEW, ACCEPTED: PUBLISHED, TURNED_DOWN: DECLINED}


def public_sheets(files: Iterable[DataFile]) -> tuple[dict[str, PublicSheet], list[Problem]]:
    """Those of a data folder by reference number. A file whose name is no such number is none of them."""
    sheets: dict[str, PublicSheet] = {}
    problems: list[Problem] = []
    for file in sorted(files, key=lambda file: file.path):
        reference = file.path.removeprefix(FOLDER).removesuffix(".yml")
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


def path_of(reference: str) -> str:
    """The path of a sheet in the data folder."""
    return f"{FOLDER}{reference}.yml"


def public_text(sheet: Sheet, since: str) -> str:
    """The public sheet of a proposal. Which record it is about is nobody's business before it is published. since: the day."""
    said: dict[str, object] = {"state": _SAID.get(sheet.state, RECEIVED), "received": sheet.received, "since": since}
    if sheet.state == ACCEPTED:
        said["records"] = list(sheet.records)
    if sheet.state == TURNED_DOWN:
        said["reason"] = sheet.answer
    return group_text(keys_of(PublicSheet), said)
