"""Values: what a text of a record may be, and what it becomes."""

from datetime import time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys import values
from tests.support.examples import problems, record


def become(kind: Any, text: object) -> object:
    """What a text becomes as a value of a type of `values`."""
    return TypeAdapter[object](kind).validate_python(text)


def code_of(kind: Any, text: object) -> str:
    """The code of the problem that a text is."""
    with pytest.raises(ValidationError) as raised:
        become(kind, text)
    (error,) = raised.value.errors()
    return error["type"]


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("32", 32), ("007", 7), ("123456789012", 123456789012)])
def test_a_whole_number_is_digits(text: str, number: int) -> None:
    """Leading noughts are none."""
    assert become(values.Whole, text) == number


@pytest.mark.parametrize("text", ["", " ", "-1", "1.0", "1,200", "1 200", "about 30", "1e3", "0x10", "٣", "²", "1_000", "1234567890123"])
def test_what_is_not_digits_is_no_whole_number(text: str) -> None:
    """Nor are the digits of other scripts, which Python would take."""
    assert code_of(values.Whole, text) == "TYPE-002"


@pytest.mark.parametrize(("text", "number"), [("206.4", "206.4"), ("-3", "-3"), ("12.50", "12.50"), ("0.000001", "0.000001")])
def test_a_quantity_keeps_its_precision(text: str, number: str) -> None:
    """12.50 tonnes are not 12.5 tonnes."""
    become_ = become(values.Quantity, text)
    assert isinstance(become_, Decimal)
    assert str(become_) == number


@pytest.mark.parametrize("text", ["", "12,5", "1.", ".5", "NaN", "Infinity", "1e9", "+3", "1 000", "1.2345678"])
def test_what_is_no_decimal_is_no_quantity(text: str) -> None:
    """NaN above all."""
    assert code_of(values.Quantity, text) == "TYPE-002"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8080/a/b?c=d&e=f#g",
        "https://ประเทศไทย.th/ข่าว",
        "https://xn--o3cw4h.th/",
        "https://example.org/a(b)",
        "https://example.org/%20",
        "mailto:training@office.example",
        "mailto:training@office.example?subject=Course",
    ],
)
def test_an_address_of_the_web_or_of_mail_is_a_link(text: str) -> None:
    """Also in other scripts."""
    assert become(values.Link, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "file:///etc/passwd",
        "ftp://example.org/",
        "blob:https://example.org/x",
        "//example.org/",
        "/local",
        "example.org",
        "https:",
        "https://",
        "https:///path",
        "http://[::1",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/\u00a0b",
        'https://example.org/"onmouseover="alert(1)',
        "https://example.org/<script>",
        "https://example.org/`x`",
        "https://example.org\\@elsewhere.example/",
        "https://example.org@elsewhere.example/",
        "https://user:password@example.org/",
        "mailto:",
        "mailto:nobody",
        "tel:+66",
    ],
)
def test_what_could_run_or_mislead_is_no_link(text: str) -> None:
    """Scripts, files, addresses without a host, hosts behind a user's name, and what breaks out of an attribute."""
    assert code_of(values.Link, text) == "LINK-001"


@pytest.mark.parametrize("text", ["training@office.example", "wildlife.crime+courses@dnp.go.th"])
def test_a_mailbox_is_an_address_of_mail(text: str) -> None:
    """Of an office."""
    assert become(values.Mailbox, text) == text


@pytest.mark.parametrize(
    "text", ["office.example", "@office.example", "a@b", "a b@office.example", "mailto:a@office.example", "a@b@c.example"]
)
def test_what_is_no_address_of_mail_is_no_mailbox(text: str) -> None:
    """Without `mailto:`, since pages write it."""
    assert code_of(values.Mailbox, text) == "LINK-001"


@pytest.mark.parametrize("code", ["TH", "LA", "TL", "CN", "US", "GB"])
def test_a_state_is_named_by_its_code(code: str) -> None:
    """Of ISO 3166-1, any state's."""
    assert become(values.StateCode, code) == code


@pytest.mark.parametrize("text", ["th", "Thailand", "THA", "UK", "EU", "UN", "XK", "ZZ", "ASEAN", "T1"])
def test_what_is_no_code_of_a_state_is_refused(text: str) -> None:
    """The Union and the Nations are no states either."""
    assert code_of(values.StateCode, text) == "TERM-003"


def test_norway_is_no_no() -> None:
    """YAML 1.1 would read NO as false."""
    event = record("trainings/asean-2026-03-x", host="NO", countries="[NO, TH]")
    assert (event.host, event.countries) == ("NO", ("NO", "TH"))


@pytest.mark.parametrize("text", ["Asia/Bangkok", "Asia/Ho_Chi_Minh", "America/Argentina/Ushuaia", "UTC"])
def test_a_zone_is_a_name_of_iana(text: str) -> None:
    """Of a place, or UTC."""
    assert become(values.Zone, text) == text


@pytest.mark.parametrize(
    "text", ["ICT", "+7", "GMT+7", "EST", "Etc/GMT-7", "asia/bangkok", "Asia", "Asia/", "posix/Asia/Bangkok", "../UTC", "localtime"]
)
def test_what_names_no_place_is_no_zone(text: str) -> None:
    """Also where some system's database holds it."""
    assert code_of(values.Zone, text) == "DATE-008"


@pytest.mark.parametrize(("text", "hours"), [("00:00", time(0, 0)), ("09:05", time(9, 5)), ("23:59", time(23, 59))])
def test_a_time_is_hours_and_minutes(text: str, hours: time) -> None:
    """Of 24 hours."""
    assert become(values.ClockTime, text) == hours


@pytest.mark.parametrize("text", ["9:00", "24:00", "23:60", "09:00:00", "9 am", "0900", "०९:००"])
def test_what_is_not_hours_and_minutes_is_no_time(text: str) -> None:
    """Two digits each."""
    assert code_of(values.ClockTime, text) == "DATE-007"


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(text: str, flag: bool) -> None:
    """In these words."""
    assert become(values.Flag, text) is flag


@pytest.mark.parametrize("text", ["yes", "no", "True", "1", "on", "y", ""])
def test_other_words_for_yes_and_no_are_refused(text: str) -> None:
    """Readers of YAML do not agree on them."""
    assert code_of(values.Flag, text) == "TYPE-003"


@pytest.mark.parametrize("text", ["a", "2", "th-2026-03-crime-scene", "a" * 80])
def test_an_id_is_letters_digits_and_hyphens(text: str) -> None:
    """At most eighty."""
    assert become(values.Id, text) == text


@pytest.mark.parametrize("text", ["A", "a_b", "-a", "a-", "a--b", "a.b", "a b", "ก", "é", "a" * 81, "a/b", ".."])
def test_what_could_not_stand_in_an_address_is_no_id(text: str) -> None:
    """Nor in a file's name on every system."""
    assert code_of(values.Id, text) == "ID-001"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "TEXT-001"),
        ("  ", "TEXT-001"),
        ("\u200b\u200d", "TEXT-001"),
        ("a\nb", "TEXT-004"),
        ("x" * 301, "TEXT-002"),
        (["x"], "TYPE-001"),
    ],
)
def test_a_line_is_one_line_of_text(text: object, code: str) -> None:
    """Not empty, not many lines, not long."""
    assert code_of(values.Line, text) == code


def test_texts_lose_the_space_around_them() -> None:
    """And nothing else: 4.10 stays 4.10, 010 stays 010."""
    assert become(values.Line, "  4.10 ") == "4.10"
    assert become(values.Line, "010") == "010"


@pytest.mark.parametrize(
    "body", ["<b>", "a <script>", "</p>", "<!-- x -->", "<?php", "<a href=x>", "<ftp://example.org>", "x<svg/onload=alert(1)>"]
)
def test_a_body_holds_no_html(body: str) -> None:
    """Nor what could be taken for it."""
    assert code_of(values.Body, body) == "TEXT-003"


@pytest.mark.parametrize(
    "body", ["3 < 4 > 2", "<5 kg", "a <- b", "<https://example.org/x>", "<mailto:training@office.example>", "&lt;b&gt;"]
)
def test_a_body_may_compare_and_link(body: str) -> None:
    """Lesser-than signs and Markdown's autolinks are no HTML."""
    assert become(values.Body, body) == body


def test_a_list_has_a_bound() -> None:
    """Two hundred, which no record needs."""
    assert problems("trainings", organisers=f"[{', '.join(['Office'] * 200)}]") == []
    assert problems("trainings", organisers=f"[{', '.join(['Office'] * 201)}]") == [("TYPE-001", "organisers")]


def test_records_are_frozen() -> None:
    """And sound by construction: what cannot change cannot become wrong."""
    one = record("networks/net-x")
    assert isinstance(one, Record)
    with pytest.raises(ValidationError):
        one.title = "Another"  # type: ignore[misc]  # that is the point
