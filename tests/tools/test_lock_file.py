"""Lock files: packages with versions, markers, hashes, and who asked for them."""

import pytest

from tools.lock_file import Locked, locked

ONE, TWO = "0" * 64, "1" * 64
TEXT = f"""\
# A head.
backrefs==8.3 \\
    --hash=sha256:{ONE} \\
    --hash=sha256:{TWO}
    # via mkdocs-material
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:{TWO}
    # via
    #   clearing-house (pyproject.toml)
    #   mkdocs
"""


def test_a_lock_is_read_package_by_package() -> None:
    """As uv writes it."""
    assert locked(TEXT) == [
        Locked("backrefs", "8.3", "", (ONE, TWO), ("mkdocs-material",)),
        Locked("colorama", "0.4.6", "sys_platform == 'win32'", (TWO,), ("clearing-house", "mkdocs")),
    ]


@pytest.mark.parametrize("line", ["-r other.txt", "backrefs>=8", "./backrefs.whl", "--index-url https://example.org/"])
def test_a_line_of_another_kind_is_not_passed_over(line: str) -> None:
    """It could name what nobody reviewed."""
    with pytest.raises(ValueError, match="line 11 is neither"):
        locked(f"{TEXT}{line}\n")
