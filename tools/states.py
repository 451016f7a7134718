"""Writes clearinghouse/vocabulary/names/english_names.py, the names of states in English as Unicode CLDR has them: after another version of
Babel `.venv/bin/python -m tools.states` (on Windows `.venv\\Scripts\\python -m tools.states`)."""

from collections.abc import Mapping

from babel import Locale

from clearinghouse.world.root import ROOT

TABLE = ROOT / "clearinghouse" / "vocabulary" / "names" / "english_names.py"
NOT_STATES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})
"""Two-letter codes of Unicode CLDR that are no ISO 3166-1 country codes."""
_HEAD = '''"""English names: what states are called in English, as Unicode CLDR has it. `tools/states.py` writes it.

A table, so that a command that looks at one file need not read all that Babel knows of English.
"""

'''


def names() -> Mapping[str, str]:
    """English names by ISO 3166-1 alpha-2 code."""
    cldr = Locale("en").territories
    return {code: name for code, name in cldr.items() if len(code) == 2 and code.isalpha() and code not in NOT_STATES}


def table() -> str:
    """The module that holds them."""
    lines = "\n".join(f"{code} {name}" for code, name in names().items())
    body = 'ENGLISH_NAMES = dict(line.split(" ", 1) for line in _TABLE.splitlines())\n"""Names by ISO 3166-1 alpha-2 code."""\n'
    return f'{_HEAD}_TABLE = """\\\n{lines}\n"""\n{body}'


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
