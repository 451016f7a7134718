"""Proposed ids: what a new file could be called."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.rules import ID_LENGTH, ID_PATTERN
from clearinghouse.records.written.proposed_ids import proposed_id, unused

CASES = json.loads((Path(__file__).parent / "proposed_ids_cases.json").read_text(encoding="utf-8"))
"""What the twin in the browser is held against as well."""


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_record_is_proposed_this_id(case: dict[str, Any]) -> None:
    """From what it says."""
    assert proposed_id(case["collection"], case["data"], case.get("owner", "")) == case["id"]


@given(
    st.sampled_from([name for name in COLLECTIONS if name != "legislation"]),
    st.fixed_dictionaries(
        {}, optional={"title": st.text(), "kind": st.text(), "acronym": st.text(), "host": st.sampled_from(["TH", "JP", "x"])}
    ),
)
def test_whatever_the_title_the_id_is_legal(collection: str, data: dict[str, str]) -> None:
    """So nobody is told that the proposal itself is wrong."""
    proposed = proposed_id(collection, data)
    assert re.fullmatch(ID_PATTERN, proposed)
    assert len(proposed) <= ID_LENGTH


def test_an_id_that_is_taken_gets_a_number() -> None:
    """The first that is free, and never a name that is too long."""
    assert unused("th-2026-x", {"th-2026-y"}) == "th-2026-x"
    assert unused("th-2026-x", {"th-2026-x", "th-2026-x-2"}) == "th-2026-x-3"
    assert len(unused("x" * ID_LENGTH, {"x" * ID_LENGTH})) <= ID_LENGTH
