"""A relay behind Debian's nginx, as HOSTING.md puts it there: both are processes of their own, with TLS between them and the sender."""

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.patience import patient
from tests.support.plain import LIVING_DATA
from tests.support.receiving.certificates import certificate_in
from tests.support.receiving.ports import free_port, wait_for
from tests.support.running import ROOT, command, surroundings
from tools.quality.serving import PLACES

Process = subprocess.Popen[bytes]


@dataclass
class Front:
    """folder: of both; port: of nginx; back: of the relay; options: of `chm relay`; root: of its clearing house."""

    folder: Path
    port: int
    back: int
    options: tuple[str | Path, ...]
    root: Path = ROOT
    processes: dict[str, Process] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where the form sends to."""
        return f"https://127.0.0.1:{self.port}"

    @property
    def proposals(self) -> Path:
        """Where they wait."""
        return self.folder / "proposals"

    def start(self, name: str, *words: str | Path) -> None:
        """Starts the relay, or nginx."""
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(list(words), cwd=self.root, env=surroundings(self.root), stdout=log, stderr=log)

    def start_relay(self) -> None:
        """Starts the relay, and waits until it listens."""
        places = ("--proposals", self.proposals, "--address", f"127.0.0.1:{self.back}")
        self.start("relay", *command("relay", *places, *self.options))
        wait_for(self.back)

    def stop(self, name: str) -> None:
        """Ends one of both, as a person would."""
        process = self.processes.pop(name)
        process.send_signal(signal.SIGINT)
        assert process.wait(patient(20)) == 0, (self.folder / f"{name}.log").read_text("utf-8")


@contextmanager
def behind_nginx(folder: Path, *options: str | Path, more: str = "", port: int = 0, root: Path = ROOT) -> Iterator[Front]:
    """Both, until the end. options: of `chm relay`; more: settings of nginx beside those of HOSTING.md."""
    program = shutil.which("nginx", path=PLACES)
    assert program, "this test needs nginx: `apt install nginx-light`"
    front = Front(folder, port or free_port(), free_port(), options if "--data" in options else ("--data", LIVING_DATA, *options), root)
    certificate, key = certificate_in(folder)
    settings = (ROOT / "HOSTING.md").read_text("utf-8").partition("<!-- relay for nginx -->")[2].split("```")[1]
    for own, here in {
        r"listen 443 ssl;": f"listen 127.0.0.1:{front.port} ssl;",
        r"ssl_certificate [^;]+;": f"ssl_certificate {certificate};",
        r"ssl_certificate_key [^;]+;": f"ssl_certificate_key {key};",
        r"127\.0\.0\.1:8090": f"127.0.0.1:{front.back}",
    }.items():
        settings, count = re.subn(own, here, settings)
        assert count == 1, own
    places = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    conf = folder / "nginx.conf"
    conf.write_text(f"daemon off; pid {folder}/pid; error_log {folder}/errors; events {{}} http {{ {places} {more} {settings} }}", "utf-8")
    try:
        front.start_relay()
        front.start("nginx", program, "-c", conf, "-p", folder)
        wait_for(front.port)
        yield front
    finally:
        for name in list(front.processes):
            front.stop(name)
