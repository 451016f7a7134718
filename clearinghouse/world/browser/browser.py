"""The browser: finds a Chromium, Chrome or Edge that the tests can drive, and gets one where that is possible."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.world.failure import Failure

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge", "msedge")
FOLDERS = {
    "darwin": ("/Applications", "~/Applications"),
    "win32": ("${ProgramFiles}", "${ProgramFiles(x86)}", "${LocalAppData}"),
}
PLACES = {
    "darwin": tuple(f"{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium", "Microsoft Edge")),
    "win32": ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"),
}


def browser() -> Path:
    """The program of a browser that runs: the one of CHM_BROWSER, of the system, of Playwright, or one installed for the purpose.

    Raises Failure when there is none to be had, or when CHM_BROWSER names none.
    """
    if named := os.environ.get("CHM_BROWSER"):
        if program := shutil.which(named):
            return Path(program)
        raise Failure(f"CHM_BROWSER names {named}, which is no program; correct it or unset it")
    # Playwright comes with the tests; whoever prints has a browser, or is told to get one.
    ways = (_of_system, _of_playwright, _from_apt, _from_playwright) if importlib.util.find_spec("playwright") else (_of_system,)
    for look in ways:
        if found_one := look():
            return found_one
    raise Failure("a browser is needed: install Chromium, Chrome or Edge, or name one in CHM_BROWSER")


def _of_system() -> Path | None:
    return next((path for path in _usual_places() if _runs(path)), None)


def _usual_places() -> Iterator[Path]:
    for name in NAMES:
        if program := shutil.which(name):
            yield Path(program)
    for folder in FOLDERS.get(sys.platform, ()):
        for place in PLACES[sys.platform]:
            yield Path(os.path.expandvars(folder)).expanduser() / place


def _runs(path: Path) -> bool:
    """Whether this is a browser. Some systems have a stub by that name that only tells where to get one."""
    if not path.is_file():
        return False
    if sys.platform == "win32":
        return True  # asked for its version, a browser of Windows opens a window
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright  # slow to import, and seldom wanted

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if _runs(path) else None


def _from_apt() -> Path | None:
    if not (is_root() and shutil.which("apt-get")):
        return None
    _say("no browser found; installing Chromium with apt-get, about a minute")
    if _succeeds("apt-get", "update") and _succeeds("apt-get", "install", "-y", "--no-install-recommends", "chromium"):
        return _of_system()
    return None


def _from_playwright() -> Path | None:
    _say("no browser found; fetching Playwright's Chromium, about 200 MB")
    extra = ("--with-deps",) if is_root() and sys.platform == "linux" else ()
    return _of_playwright() if _succeeds(sys.executable, "-m", "playwright", "install", *extra, "chromium") else None


def is_root() -> bool:
    """Whether the system lets this process do everything; then no browser can shut itself into its sandbox."""
    return sys.platform != "win32" and os.geteuid() == 0


def _succeeds(*command: str) -> bool:
    """Runs the command without a question to anybody; its words are shown when it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    ran = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False)
    if ran.returncode:
        last = (ran.stdout + ran.stderr).strip().splitlines() or ["no message"]
        _say(f"{command[0]} failed: {last[-1]}")
    return ran.returncode == 0


def _say(message: str) -> None:
    print(f"chm: {message}", file=sys.stderr, flush=True)
