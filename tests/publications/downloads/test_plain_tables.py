"""Tables that only files hold: each page that shows a grid, a matrix or lists has one, with as much as the page shows."""

import re

import pytest

from clearinghouse.publications.html.parts import Table
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import pages_of


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (r"months/[0-9-]+/", "month"),
        (r"changes/[0-9]+/", "changes"),
        (r"coverage/[a-z-]+/", "grid"),
        (r"plans/poa-[0-9-]+/", "activities"),
        (r"legislation/penalties/", "penalties"),
        (r"legislation/penalties/by/.+/", "penalties"),
    ],
)
def test_what_pages_show_is_a_table_too(pattern: str, name: str) -> None:
    """Of every page of the kind."""
    kind = {at: named for at, named in tables().items() if re.fullmatch(pattern, at)}
    assert kind
    assert all(name in named for named in kind.values())
    assert all(len(row) == len(table.columns) for named in kind.values() for table in named.values() for row in table.rows)


def tables() -> dict[str, dict[str, Table]]:
    """Those of all pages of the made-up records."""
    if not _TABLES:
        pages = pages_of(living())
        for _ in pages.all():
            pass
        _TABLES.update(pages.templates.tables)
    return _TABLES


_TABLES: dict[str, dict[str, Table]] = {}
