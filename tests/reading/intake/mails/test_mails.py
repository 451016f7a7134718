"""Mails: what people's programs make of a message of the form is read back; what is spoilt or hostile ends in a plain reason."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.reading.intake.mails.authentication import vouching
from clearinghouse.reading.intake.mails.bounds import LARGEST_MAIL
from clearinghouse.reading.intake.mails.mail import Mail, mail_of, number_of
from clearinghouse.reading.intake.mails.trust import confirmation
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.records.office_list import SendingOffices
from tests.support.running import ROOT

COMPOSERS = Path(__file__).parent / "composers"
CASE = json.loads((ROOT / "tests/records/written/message_cases.json").read_text(encoding="utf-8"))["messages"][0]
SERVER = "mx.editors.example"
OFFICES = SendingOffices.model_validate(
    {"offices": [{"id": "forestry", "name": "Forestry", "domains": ["forestry.example.org"]}, {"id": "parks", "name": "Parks"}]}
)


def composed(name: str) -> Mail:
    """A mail as a program composes it, its structure written by hand."""
    return mail_of((COMPOSERS / f"{name}.eml").read_bytes(), SERVER)


@pytest.mark.parametrize("name", sorted(path.stem for path in COMPOSERS.glob("*.eml")))
def test_what_the_form_wrote_is_read_whatever_composed_the_mail(name: str) -> None:
    """Once, with its words as they were, and from whom the server saw that it is."""
    mail = composed(name)
    (arrival,) = (arrival for text in mail.texts for arrival in arrivals(text))
    assert isinstance(arrival, Arrival)
    assert (arrival.message.reference, arrival.problems) == (CASE["message"]["reference"], ())
    sure = confirmation(mail.sender, mail.seen, OFFICES)
    assert sure
    assert (sure.office.id, sure.by, mail.reply_to, mail.sent) == ("forestry", "dkim", "office@forestry.example.org", "2026-11-27")
    assert not mail.is_automatic
    assert not any("alert" in text for text in mail.texts)


def test_what_else_a_mail_brings_is_named() -> None:
    """Files by their names, in any writing system; what is not read, with the reason; the mails that it answers."""
    assert [file.name for file in composed("apple-mail").attachments] == ["បញ្ជី.csv"]
    assert composed("outlook").subject == "Anfrage für eine Schulung"
    assert [what for what, _ in composed("outlook").left_out] == ["1 picture"]
    assert [what for what, _ in composed("forwarded").left_out] == ["winmail.dat", "all.zip"]
    assert composed("thunderbird").thread == (number_of("zero@editors.example"), number_of("first@editors.example"))


def mail(head: str, body: str = "", sender: str = "office@forestry.example.org") -> bytes:
    """A small mail."""
    return f"From: {sender}\r\nMessage-ID: <1@example.org>\r\n{head}\r\n\r\n{body}".encode()


LINES = {
    "the signature": ("dkim=pass header.d=forestry.example.org", "dkim"),
    "a domain below it": ("dkim=pass (2048-bit key; x) header.d=mail.forestry.example.org", "dkim"),
    "as Gmail writes it": ("dkim=pass header.i=@forestry.example.org header.s=a header.b=x=", "dkim"),
    "the network": ("spf=pass smtp.mailfrom=a@forestry.example.org", "spf"),
    "several signatures": ("dkim=pass header.d=list.example.net; dkim=pass header.d=forestry.example.org", "dkim"),
    "it failed": ("dkim=fail header.d=forestry.example.org; spf=softfail smtp.mailfrom=forestry.example.org", ""),
    "another domain": ("dkim=pass header.d=example.org; spf=pass smtp.mailfrom=forestry.example.org.evil.example", ""),
    "a name that ends alike": ("dkim=pass header.d=evilforestry.example.org", ""),
    "two domains in one result": ("dkim=pass header.d=evil.example header.d=forestry.example.org", ""),
    "a comment": ("dkim=fail (dkim=pass header.d=forestry.example.org; dkim=pass header.d=forestry.example.org)", ""),
    "a quoted part": ('spf=pass smtp.mailfrom="; dkim=pass header.d=forestry.example.org ;"@evil.example', ""),
    "a name before the @": ('spf=pass smtp.mailfrom="forestry.example.org"@evil.example', ""),
    "nothing": ("none", ""),
}


@pytest.mark.parametrize("name", LINES)
def test_a_mail_is_confirmed_where_the_server_vouches_for_the_domain_of_its_sender(name: str) -> None:
    """By signature or network; whatever else stands there confirms nothing."""
    line, by = LINES[name]
    read = mail_of(mail(f"Authentication-Results: {SERVER} 1; {line}"), SERVER)
    sure = confirmation(read.sender, read.seen, OFFICES)
    assert (sure.by if sure else "") == by


PASS = "dkim=pass header.d=forestry.example.org"


@pytest.mark.parametrize(
    ("head", "sender"),
    [
        (f"Authentication-Results: mx.evil.example; {PASS}", "office@forestry.example.org"),
        (f"Authentication-Results: {SERVER}; none\r\nAuthentication-Results: {SERVER}; {PASS}", "office@forestry.example.org"),
        (f"Authentication-Results: {SERVER}; {PASS}", "office@parks.example.org"),
        (f"Authentication-Results: {SERVER}; {PASS}", "a@evil.example, office@forestry.example.org"),
        (f"Authentication-Results: {SERVER}; {PASS}\r\nFrom: x@evil.example", "office@forestry.example.org"),
        (f"Authentication-Results: {SERVER}; {PASS}", '"office@forestry.example.org" <x@evil.example>'),
    ],
)
def test_a_mail_that_only_says_who_it_is_from_is_not_confirmed(head: str, sender: str) -> None:
    """Another server's word, one below the topmost, another sender, or several of them."""
    read = mail_of(mail(head, sender=sender), SERVER)
    assert confirmation(read.sender, read.seen, OFFICES) is None


def test_without_the_name_of_a_server_nothing_is_confirmed() -> None:
    """Else anybody's word would do."""
    assert not vouching([f"x; {PASS}", f"; {PASS}"], "").dkim


def nested(depth: int) -> bytes:
    """A mail in a mail in a mail."""
    return b"From: a@example.org\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"x"


def with_parts(count: int) -> bytes:
    """A mail of very many parts."""
    return mail("Content-Type: multipart/mixed; boundary=b", "\r\n--b\r\n\r\nx" * count)


HOSTILE = {
    "larger than 20 MB": b"Subject: x\r\n\r\n" + b"x" * LARGEST_MAIL,
    "the lines above its text never end": b"Subject: x\r\n" * 200_000,
    "more than 400,000 lines": mail("Subject: x", "\n" * 500_000),
    "more than 400 parts": with_parts(10_000),
}


@pytest.mark.parametrize("why", HOSTILE)
def test_a_hostile_mail_is_not_taken_apart(why: str) -> None:
    """A reason, and nothing else."""
    read = mail_of(HOSTILE[why])
    assert (read.fault, read.texts, read.attachments) == (why, (), ())


@pytest.mark.parametrize(
    "content",
    [nested(300), with_parts(1_500), mail(f"Content-Type: text/plain; charset={'x' * 9_000}", "x"),
     mail("Content-Type: " + "(" * 3_000),
     mail("Content-Type: multipart/mixed; boundary=\"\"", "x"), mail("Content-Type: text/html", "<div>" * 100_000 + "x"),
     mail("Content-Type: text/plain; charset=idna", "x" * 100_000), b"", b"\0" * 1000, b"\xff" * 1000,
     mail("Content-Transfer-Encoding: base64", "=" * 1000), mail("Subject: " + "=?utf-8?Q??= " * 300)],
    ids=range(12),
)  # fmt: skip
def test_odd_mails_are_read_as_far_as_they_can_be(content: bytes) -> None:
    """No error, and an end."""
    assert isinstance(mail_of(content), Mail)


@given(st.sampled_from(sorted(COMPOSERS.glob("*.eml"))), st.integers(0, 3000), st.binary(max_size=40))
def test_whatever_is_changed_in_a_mail_it_is_read(path: Path, place: int, letters: bytes) -> None:
    """Nothing fails."""
    content = path.read_bytes()
    mail_of(content[:place] + letters + content[place + len(letters) :], SERVER)


@pytest.mark.parametrize("head", ["Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>"])
def test_a_mail_of_a_machine_is_known(head: str) -> None:
    """It must not be answered."""
    assert mail_of(mail(head)).is_automatic


def test_attachments_have_bounds() -> None:
    """What is too large or too many is named; names have no folders."""
    message = EmailMessage()
    message.set_content("x")
    for number in range(22):
        message.add_attachment(b"a", "application", "octet-stream", filename=f"../{number}.csv")
    message.add_attachment(b"a" * 6_000_000, "application", "octet-stream", filename="large.csv")
    read = mail_of(message.as_bytes())
    assert [file.name for file in read.attachments] == [f"{number}.csv" for number in range(20)]
    assert [what for what, _ in read.left_out] == ["20.csv", "21.csv", "large.csv"]
