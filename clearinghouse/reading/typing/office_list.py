"""The list of offices: data/offices.yml becomes the offices with their domains, or problems, all of them at once."""

import re
from collections.abc import Iterable, Iterator

from clearinghouse.problems.intake.offices import OFFICE_001, OFFICE_002, OFFICE_003, OFFICE_003_TWICE
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import OFFICES, DataFile, link_problem, unread_problem
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.office_list import SendingOffices

_DOMAIN = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_ENDING = re.compile(r"(?:ac|co|com|edu|go|gob|gov|gouv|mil|net|or|org)\.[a-z]{2}")
"""Below such an ending lie the domains of many."""
_SERVICES = frozenset((
    "aol.com", "fastmail.com", "gmail.com", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com",
    "live.com", "mail.com", "mail.ru", "me.com", "msn.com", "onmicrosoft.com", "outlook.com", "outlook.sg", "outlook.co.th",
    "proton.me", "protonmail.com", "qq.com", "rocketmail.com", "tutanota.com", "yahoo.com", "yahoo.co.id", "yahoo.co.th",
    "yahoo.com.my", "yahoo.com.ph", "yahoo.com.sg", "yahoo.com.vn", "yandex.com", "ymail.com", "zoho.com", "163.com",
))  # fmt: skip
"""Where everybody may have an address."""


def office_list(files: Iterable[DataFile]) -> SendingOffices | list[Problem]:
    """What the file says, or what is wrong with it. Where there is none, no office is known."""
    file = next((file for file in files if file.path == OFFICES), None)
    if file is None:
        return SendingOffices()
    if not file.is_read:
        return [link_problem(file) if file.is_link else unread_problem(file)]
    document = read_yaml(file.name, file.content)
    if not isinstance(document, Document):
        return document
    offices = typed(SendingOffices, document, {})
    if isinstance(offices, list):
        return offices
    return list(_problems(document, offices)) or offices


def _problems(document: Document, offices: SendingOffices) -> Iterator[Problem]:
    ids: set[str] = set()
    domains: set[str] = set()
    for number, office in enumerate(offices.offices):
        if office.id in ids:
            yield OFFICE_001.at(document.place(("offices", number, "id")), found=office.id)
        ids.add(office.id)
        for place, domain in enumerate(office.domains):
            at = document.place(("offices", number, "domains", place))
            if not _DOMAIN.fullmatch(domain):
                yield OFFICE_002.at(at, found=domain)
            elif domain in _SERVICES or _ENDING.fullmatch(domain):
                yield OFFICE_003.at(at, found=domain)
            elif domain in domains:
                yield OFFICE_003_TWICE.at(at, found=domain)
            domains.add(domain)
