#!/usr/bin/env python3
"""chm: makes `.venv` from the hash-locked requirements, then hands over to the real command there.

The exit status is that of the command, or 2 when `.venv` cannot be made. A changed lock, another Python or an interrupted
set-up make `.venv` anew; one that was made by hand is added to. Every Python since 2.7 can read this, to say that it is too old.
"""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write("chm: needs Python 3.11 or newer, this is %d.%d: install one from https://www.python.org/downloads/ "
                     "or your system's packages, and call it by name: python3.12 scripts/chm.py\n" % tuple(sys.version_info[:2]))
    sys.exit(2)

import contextlib, hashlib, os, pathlib, re, shutil, signal, subprocess, time  # only once the version is known to be right

WINDOWS = os.name == "nt"
ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCKS, VENV = ROOT / "requirements", ROOT / ".venv"
PYTHON = VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"
STAMP, LOG = VENV / "chm-stamp", VENV / "chm-setup.log"  # the keys of installed locks; empty while packages change, locked by a set-up
# feedgen is published as source alone: setuptools, locked in before.txt, makes a wheel of it, and nothing else is ever built.
PIP = ("-m pip install --require-hashes --no-deps --only-binary=:all: --no-binary=feedgen --no-build-isolation --use-pep517 --no-compile "
       "--no-user --no-input --disable-pip-version-check --progress-bar=off --retries=3 -r").split()
REMEDIES = [
    (r"No module named '?(venv|ensurepip)", "this Python has no venv: on Debian or Ubuntu run `apt install python3-venv`, then try again"),
    (r"No space left|Disk quota", "the disk is full: free about 600 MB, then try again"),
    (r"Read-only file system|Permission denied|WinError (5|32)\]", "no leave to write: end other chm commands or copy the folder to yours"),
    (r"DO NOT MATCH THE HASHES", "a package is not the one that was locked: try again, and report it if that repeats"),
    (r"Retrying \(|Max retries|timed out|CERTIFICATE_VERIFY", "no package index in reach: go online (or set HTTPS_PROXY), then try again"),
]


def say(line):
    """Progress and trouble go to stderr: stdout is the command's alone."""
    sys.stderr.write("chm: %s\n" % line)


def remedy(text):
    """One line that says what to do, from all that was said when the set-up failed."""
    errors = [line for line in text.splitlines() if line.startswith("ERROR")] or text.split("\n")[-1:]
    return next((advice for pattern, advice in REMEDIES if re.search(pattern, text)), "%s (try again; all is in %s)" % (errors[-1], LOG))


def key(lock):
    """What tells an installed lock: its name, the Python that it was installed for, and its SHA-256."""
    return "%s %s-%d.%d %s" % ((lock, sys.platform) + sys.version_info[:2] + (hashlib.sha256((LOCKS / lock).read_bytes()).hexdigest(),))


def installed():
    """The keys of the locks that `.venv` holds."""
    return STAMP.read_text().splitlines() if STAMP.exists() and PYTHON.exists() else []


def run(arguments, stamp):
    """Run the new Python, tell how far it is, keep its words in the log, and raise them if it fails."""
    words = ""
    held = {} if WINDOWS else {"pass_fds": [stamp.fileno()]}  # if this script is killed, its pip holds the stamp until it has ended too
    with LOG.open("a", encoding="utf-8") as log, subprocess.Popen(
        [str(PYTHON), "-I"] + arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", **held) as child:
        for line in child.stdout:
            log.write(line)
            words += line
            if line.startswith("Collecting ") and words.count("Collecting ") % 10 == 0:
                say("%d packages so far" % words.count("Collecting "))
            if line.startswith("Installing "):
                say("unpacking")
                stamp.truncate(0)  # not before: a failed download leaves what there was as it was
    if child.returncode:
        raise RuntimeError(words.strip())


def set_up(lock):
    """Make `.venv` hold what the lock names, unless it does already. Two at once wait for each other, but not on Windows."""
    if key(lock) in installed():
        return
    import ensurepip, venv  # noqa: F401 - Debian keeps them in a package of their own
    by_hand, began = PYTHON.exists() and not STAMP.exists(), time.time()
    say("setting up .venv from requirements/%s, once; this may take a minute" % lock)
    VENV.mkdir(exist_ok=True)
    with STAMP.open("a") as stamp:
        with contextlib.suppress(ImportError, OSError):  # Windows, or a file system without locks
            import fcntl
            fcntl.flock(stamp, fcntl.LOCK_EX)  # the system lets go however the holder ends; who waited finds pip with nothing to do
        have = installed() if key("build.txt") in installed() else []
        if not have:
            stamp.truncate(0)
            for path in [] if by_hand else VENV.iterdir():
                if path != STAMP:
                    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
                venv.EnvBuilder(symlinks=not WINDOWS).create(VENV)
            run(["-m", "ensurepip", "--default-pip"], stamp)
            run(PIP + [str(LOCKS / "before.txt")], stamp)
        run(PIP + [str(LOCKS / lock)], stamp)
        # Every lock holds all of build.txt in the same versions, so what the others put there stays true.
        stamp.write("\n" + "\n".join({key("build.txt"), key(lock)}.union(line for line in have if not line.startswith(lock))))
        say(".venv is ready after %d seconds" % (time.time() - began))


def main(arguments):
    """Set up what the command needs, then become the command."""
    others = {"export": "test" if "--print" in arguments else "export", "sbom": "export", "relay": "relay"}
    own = {**others, **dict.fromkeys(("test", "quality", "shots"), "test")}.get("".join(arguments[:1]), "build")
    try:
        set_up(own + ".txt" if (LOCKS / (own + ".txt")).exists() else "build.txt")  # Playwright, which prints, is with the tests
    except KeyboardInterrupt:
        return 130
    except (ImportError, OSError, RuntimeError) as error:
        say("cannot set up %s: %s" % (VENV, remedy(str(error))))
        return 2
    os.environ["PYTHONPATH"], command = str(ROOT), [str(PYTHON), "-P", "-m", "clearinghouse.commands.shell"] + arguments
    if not WINDOWS:
        os.execv(PYTHON, command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the command too, which is the one to answer
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
