"""A real server of mails: what `chm inbox` reads there over TLS, and the replies that a real way of sending takes."""

import smtplib
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.commands.receiving.test_inbox import SENDER, SERVER, VOUCHED, asked, mail, reference
from tests.support.receiving.post_office import PASSWORD, USER, post_office, sink
from tests.support.running import ROOT, chm_here

pytestmark = pytest.mark.long
COMPOSERS = ROOT / "tests/reading/intake/mails/composers"


def test_a_mailbox_on_a_server_is_read_over_tls_and_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mail once; a server that nobody vouches for is refused, and so is a wrong password, which no line repeats."""
    (tmp_path / "data/trainings").mkdir(parents=True)
    (tmp_path / "data/offices.yml").write_text("offices: [{id: forestry, name: F, domains: [forestry.example.org]}]\n", "utf-8")
    places = ("--data", tmp_path / "data", "--proposals", tmp_path / "proposals", "--outbox", tmp_path / "outbox", "--server", SERVER)
    with post_office() as office, sink() as server:
        mails = [mail(number, asked(number), Authentication_Results=VOUCHED) for number in range(1, 4)]
        huge = b"From: x@example.org\r\nMessage-ID: <huge@example.org>\r\n\r\n" + b"x" * 70 * 1_000 + b"\r\n" + b"y" * 25_000_000
        office.deliver([*mails, huge, *(path.read_bytes() for path in sorted(COMPOSERS.glob("*.eml")))])
        before = sorted(path.name for path in (office.folder / "mails/new").iterdir())
        address = f"imaps://127.0.0.1:{office.port}/INBOX"
        monkeypatch.setenv("CHM_INBOX_USER", USER)
        monkeypatch.setenv("CHM_INBOX_PASSWORD", PASSWORD)
        assert "cannot be trusted" in chm_here("inbox", address, *places).stderr
        monkeypatch.setenv("SSL_CERT_FILE", str(office.certificate))
        monkeypatch.setenv("CHM_INBOX_PASSWORD", "another-word")
        refused = chm_here("inbox", address, *places)
        assert refused.returncode == 2
        assert "another-word" not in refused.stderr + refused.stdout
        monkeypatch.setenv("CHM_INBOX_PASSWORD", PASSWORD)
        assert "there is no folder Nowhere" in chm_here("inbox", address.replace("INBOX", "Nowhere"), *places).stderr

        result = chm_here("inbox", address, *places)
        assert result.returncode == 0, result.stderr
        assert "mails: 10, read before: 0, proposals new or corrected: 4" in result.stdout
        assert "larger than 20 MB" in result.stdout
        assert all((tmp_path / "proposals" / reference(number) / "sheet.json").is_file() for number in range(1, 4))
        assert "mails: 0, " in chm_here("inbox", address, *places).stdout
        office.deliver([mail(9, asked(1, seats="30"), Authentication_Results=VOUCHED)])
        assert f"{reference(1)} corrected: " in chm_here("inbox", address, *places).stdout
        after = {path.name.partition(",")[0] for place in ("new", "cur") for path in (office.folder / "mails" / place).iterdir()}
        assert {name.partition(",")[0] for name in before} <= after

        replies = sorted((tmp_path / "outbox").glob("*.eml"))
        assert len(replies) == 11
        with smtplib.SMTP(*server.server_address) as line:
            for reply in replies:
                line.send_message(message_from_bytes(reply.read_bytes()), "editors@editors.example")
        assert sum(f"To: {SENDER}".encode() in content for content in server.mails) >= 4
        assert len(server.mails) == 11
