"""The launcher in trouble: what it says when it cannot make `.venv`, and what it leaves behind."""

import ast
import errno
import subprocess
import sys

import pytest

from tests.support.scripts.repository import SCRIPT, Repository


def test_an_old_python_is_told_what_is_missing() -> None:
    """One line on stderr and exit status 2, before anything that an old Python does not have."""
    old = f"import sys; sys.version_info = (3, 6, 15); exec(compile(open({str(SCRIPT)!r}).read(), 'chm.py', 'exec'))"
    ran = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "needs Python 3.11 or newer, this is 3.6: install" in ran.stderr


def test_an_old_python_can_read_it() -> None:
    """No syntax younger than Python 2.7, and ASCII alone; a SyntaxError would hide what the script has to say."""
    source = SCRIPT.read_text(encoding="utf-8")
    young = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.Await, ast.MatMult, ast.Match)
    for node in ast.walk(ast.parse(source)):
        assert not isinstance(node, young), node
        assert not (isinstance(node, ast.FunctionDef) and (node.returns or node.args.kwonlyargs)), node
        assert not (isinstance(node, ast.arg) and node.annotation), node
        assert not (isinstance(node, ast.Raise) and node.cause), node
        assert not (isinstance(node, ast.List | ast.Set | ast.Tuple) and any(isinstance(element, ast.Starred) for element in node.elts)), (
            node
        )
    assert source.isascii()


def test_a_failed_download_leaves_what_there_was(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Who is offline and asks for the tests can still build."""
    repository.script.set_up("build.txt")
    repository.fails = RuntimeError("ERROR: nothing found")
    assert repository.script.main(["test"]) == 2
    repository.script.set_up("build.txt")
    assert repository.installed == ["build.txt"]
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"chm: cannot set up {repository.script.VENV}: ERROR: nothing found")


@pytest.mark.parametrize(
    ("words", "stays"),
    [("Collecting a==1", "a key"), ("Installing collected packages: a", "")],
)
def test_the_stamp_is_emptied_when_packages_begin_to_change(repository: Repository, words: str, stays: str) -> None:
    """And not before: so a killed download is harmless, and a killed installation is noticed."""
    repository.script.VENV.mkdir()
    repository.script.STAMP.write_text("a key")
    repository.script.PYTHON = sys.executable
    with repository.script.STAMP.open("a") as stamp, pytest.raises(RuntimeError, match=words):
        repository.really_run(["-c", f"print({words!r}); raise SystemExit(1)"], stamp)
    assert repository.script.STAMP.read_text() == stays
    assert repository.script.LOG.read_text() == f"{words}\n"


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full: free about 600 MB"),
        (RuntimeError("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"), "the disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "no leave to write"),
        (PermissionError(errno.EACCES, "Permission denied"), "no leave to write"),
        (RuntimeError("WARNING: Retrying (Retry(total=0)) after\nERROR: No matching distribution found for a==1"), "go online"),
        (RuntimeError("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM\n    Expected sha256 0"), "not the one that was locked"),
        (RuntimeError("Looking\nERROR: something new\nnotice"), "ERROR: something new (try again; all is in"),
    ],
)
def test_trouble_is_one_line_that_says_what_to_do(
    repository: Repository, capsys: pytest.CaptureFixture[str], error: Exception, advice: str
) -> None:
    """Whatever the disk, the network or pip says, and exit status 2."""
    repository.fails = error
    assert repository.script.main([]) == 2
    assert advice in capsys.readouterr().err.splitlines()[-1]


def test_a_python_without_venv_is_told_which_package_to_install(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian and Ubuntu keep ensurepip in a package of its own."""

    class WithoutEnsurepip:
        """A place to import from that says of ensurepip what such a Python says."""

        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "ensurepip":
                raise ModuleNotFoundError("No module named 'ensurepip'")

    monkeypatch.delitem(sys.modules, "ensurepip", raising=False)
    monkeypatch.setattr(sys, "meta_path", [WithoutEnsurepip, *sys.meta_path])
    assert repository.script.main([]) == 2
    assert "apt install python3-venv" in capsys.readouterr().err
    assert not repository.script.VENV.exists()


def test_ctrl_c_is_quiet(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 130, as shells have it, and no traceback."""

    def stop(arguments: list[str], stamp: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(repository.script, "run", stop)
    assert repository.script.main([]) == 130
