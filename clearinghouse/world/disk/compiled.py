"""Compiled: templates as Python's byte code, which lies where the set-up has put the libraries, as the byte code of these does.

What a template becomes depends on its text and on how its environment reads texts; the sum of both is kept with it. Nothing is worked
out beforehand (`Environment.optimized`), which would depend on what filters do as well.
"""

import contextlib
import sys
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from clearinghouse.world.disk.memory import with_sum, without_sum
from clearinghouse.world.disk.whole_files import whole_file
from clearinghouse.world.failure import Failure

FOLDER = "compiled-templates"
_OPTIONS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string",
    "comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence",
    "keep_trailing_newline", "autoescape", "is_async", "newstyle_gettext",
)  # fmt: skip
"""The attributes of an environment that say how it reads a text."""


def compiled_templates(prefix: str = sys.prefix) -> BytecodeCache | None:
    """Where compiled templates are kept; None outside of an environment of our own, or where nothing may be written there.

    prefix: where the running Python has its libraries.
    """
    if prefix == sys.base_prefix:
        return None
    folder = Path(prefix) / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return _Compiled(folder)


class _Compiled(BytecodeCache):
    """A file for each template, which another text takes over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is kept of a template, if it would become the same again."""
        return super().get_bucket(environment, name, filename, f"{_way_of_reading(environment)}\n{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills in what is kept, unless it is damaged."""
        with contextlib.suppress(OSError):
            known = without_sum((self._folder / bucket.key).read_bytes())
            if known is not None:
                bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template, whole or not at all; it is compiled again where that cannot be."""
        with contextlib.suppress(Failure), whole_file(self._folder / bucket.key) as file:
            file.write(with_sum(bucket.bytecode_to_string()))


def _way_of_reading(environment: Environment) -> str:
    if environment.optimized:
        raise ValueError("what is worked out beforehand depends on more than is known here")
    options = [getattr(environment, name, None) for name in _OPTIONS]
    functions = [_passed_to(group) for group in (environment.filters, environment.tests)]
    return repr([options, sorted(environment.extensions), functions, sorted(environment.policies.items(), key=str)])


def _passed_to(functions: dict[str, Any]) -> list[tuple[str, str]]:
    """What each is called with, which stands in the code."""
    return sorted((name, str(getattr(function, "jinja_pass_arg", ""))) for name, function in functions.items())
