"""Filling: what people type becomes what a file holds."""

from typing import Any

import pytest

from clearinghouse.records.written.filling import keep_own_words, own_words, put, value_of
from clearinghouse.records.written.keys import key_in


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("title", "  Patrol \n", "Patrol"),
        ("title", "One; two", "One; two"),
        ("note", "One.\r\nTwo.", "One.\nTwo."),
        ("countries", "Thailand; LA ;\nviet nam;", ["TH", "LA", "VN"]),
        ("audience", "Forest rangers; Police", ["rangers", "police"]),
        ("audience", "wizards", ["wizards"]),
        ("languages", "Thai; en", ["th", "en"]),
        ("status", "Held", "held"),
        ("undated", "yes", "true"),
        ("title_local", "th: ไทย: หนึ่ง; Lao: ລາວ", {"th": "ไทย: หนึ่ง", "lo": "ລາວ"}),
        ("title_local", "th：ไทย; สอง\nสาม\nTET : ida", {"th": "ไทย; สอง สาม", "tet": "ida"}),
        ("title_local", "th: หนึ่ง\nth: สอง", {"th": "หนึ่ง\nสอง"}),
        ("title_local", "th: ไทย; xx: ?", {"th": "ไทย", "xx": "?"}),
        ("title_local", "no tag", "no tag"),
        ("title_local", "ไม่มี\nth: ไทย", "ไม่มี\nth: ไทย"),
        ("title_local", "th: ไทย\nหนึ่ง", {"th": "ไทย หนึ่ง"}),
        ("title_local", "th:\nไทย", {"th": "ไทย"}),
        ("title_local", "vi: Tập huấn; khóa 2; lo: ລາວ", {"vi": "Tập huấn; khóa 2", "lo": "ລາວ"}),
        ("title_local", "- th: ไทย\n- lo: ລາວ", {"th": "ไทย", "lo": "ລາວ"}),
        ("title_local", "th: ไทย\nth: ไทย", {"th": "ไทย"}),
        ("title_local", "th - ไทย", "th - ไทย"),
        ("title_local", "ไทย (th)\nlo: ລາວ", "ไทย (th)\nlo: ລາວ"),
        ("title_local", "th:", "th:"),
        ("title_local", "th: ไทย; lo:", "th: ไทย; lo:"),
        ("organisers", "", []),
        (
            "organisers",
            "- Parks\n* Customs\n• Police\n1. CITES office\n2) Port\n-\n-Navy",
            ["Parks", "Customs", "Police", "CITES office", "Port", "Navy"],
        ),
        ("audience", "1. Forest rangers\n2. Police", ["rangers", "police"]),
    ],
)
def test_a_text_becomes_the_value_of_its_key(path: str, text: str, value: object) -> None:
    """Lists are split, spellings are understood, and what is not understood stays."""
    key = key_in("trainings", path)
    assert key
    assert value_of(key, text) == value


def test_own_words_are_kept_where_a_synonym_was_understood() -> None:
    """Not where the term, its name, or something unknown was written."""
    key = key_in("trainings", "audience")
    assert key
    assert own_words(key, "rangers; Forest Rangers; Police; wizards; checkpoint officers") == "Forest Rangers; checkpoint officers"
    data: dict[str, Any] = {"topics_note": "as written"}
    keep_own_words(data, {"audience": "forest rangers", "topics": "dna"})
    assert data == {"topics_note": "as written", "audience_note": "forest rangers"}


def test_values_are_put_where_their_paths_lead() -> None:
    """Groups and lists are made on the way; what is empty leaves no trace."""
    data: dict[str, Any] = {}
    for path, value in {
        "title": "x",
        "place": "",
        "registration.url": "u",
        "sources.0.url": "a",
        "sources.1.url": "b",
        "sources.0.kind": "k",
        "organisers.1": "two",
        "organisers.0": "one",
        "title_local.th": "ไทย",
    }.items():
        put(data, path, value)
    assert data == {
        "title": "x",
        "registration": {"url": "u"},
        "sources": [{"url": "a", "kind": "k"}, {"url": "b"}],
        "organisers": ["one", "two"],
        "title_local": {"th": "ไทย"},
    }
