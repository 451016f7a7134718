"""A post office on this machine: a real Dovecot with one mailbox over TLS, and a server that takes mails (RFC 5321) and keeps them."""

import contextlib
import getpass
import grp
import mailbox
import os
import pwd
import shutil
import socket
import socketserver
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.patience import patient
from tests.support.receiving.certificates import certificate_in
from tests.support.receiving.ports import free_port

USER, PASSWORD = "editors", "not-a-secret"


@dataclass(frozen=True)
class PostOffice:
    """A server of mails. port: where it answers; certificate: of the authority that vouches for it."""

    port: int
    certificate: Path
    folder: Path

    def deliver(self, mails: Iterable[bytes]) -> None:
        """Puts mails into the mailbox."""
        owner = (self.folder / "mails").stat()
        box = mailbox.Maildir(self.folder / "mails")
        for content in mails:
            box.add(content)
        box.close()
        for path in (self.folder / "mails").rglob("*"):
            os.chown(path, owner.st_uid, owner.st_gid)


@contextlib.contextmanager
def post_office() -> Iterator[PostOffice]:
    """A running server, which ends with the block."""
    program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")
    assert program, "this test needs Dovecot: `apt install --no-install-recommends dovecot-imapd`"
    folder = Path(tempfile.mkdtemp(prefix="post-"))  # pytest's own folders are closed to the user as whom Dovecot reads
    try:
        folder.chmod(0o755)
        reader = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        for name in ("mails", "mails/cur", "mails/new", "mails/tmp", "home"):
            (folder / name).mkdir()
            os.chown(folder / name, reader.pw_uid, reader.pw_gid)
        certificate, _ = certificate_in(folder)
        port = free_port()
        (folder / "dovecot.conf").write_text(_settings(folder, port, reader), "utf-8")
        server = subprocess.Popen([program, "-F", "-c", str(folder / "dovecot.conf")])
        try:
            _wait_for(port, folder)
            yield PostOffice(port, certificate, folder)
        finally:
            server.terminate()
            server.wait(patient(20))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settings(folder: Path, port: int, reader: pwd.struct_passwd) -> str:
    me = getpass.getuser()
    rootless = f"default_internal_user = {me}\ndefault_login_user = {me}\ndefault_internal_group = {_group()}\n" if os.getuid() else ""
    return f"""\
base_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
{rootless}ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/mails
first_valid_uid = 1
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={reader.pw_uid} gid={reader.pw_gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"""


def _group() -> str:
    return grp.getgrgid(os.getgid()).gr_name


def _wait_for(port: int, folder: Path) -> None:
    until = time.monotonic() + patient(20)
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert time.monotonic() < until, (folder / "log").read_text("utf-8") if (folder / "log").exists() else "Dovecot does not answer"
        time.sleep(0.1)


class Sink(socketserver.ThreadingTCPServer):
    """A server that takes all mails."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mails: list[bytes] = []


class _Session(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        """Answers one sender."""
        self._say("220 sink.example")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self._say("354 go on")
                lines = list(iter(self.rfile.readline, b".\r\n"))
                self.server.mails.append(b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines))
            self._say("221 bye" if verb == b"QUIT" else "250 sink.example")
            if verb == b"QUIT":
                return

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextlib.contextmanager
def sink() -> Iterator[Sink]:
    """A running server that takes mails."""
    with Sink() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
