"""Texts of cells: what spreadsheet programs and wrong encodings made of what people wrote."""

import re

from clearinghouse.problems.intake.tables import TABLE_003, TABLE_003_ERROR, TABLE_007
from clearinghouse.problems.kind import Fault
from clearinghouse.problems.problem import excerpt

_CONSTANT = re.compile(r'="((?:[^"]|"")*)"')
"""A formula that is nothing but a text: people write `="007"`, so that a spreadsheet keeps the zeros."""
_FORMULA = re.compile(r"""=(?:[-+(@'"$0-9]|[A-Za-z][\w.]*[(!0-9:])""")
_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|GETTING_DATA)|#{3,}|Err:5\d\d"
)
"""What a spreadsheet shows where a formula fails, or where a column is too narrow for a day."""

_BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
"""The byte of each character of Windows-1252; the five that it lacks are controls, as browsers have it."""
_FOLLOWING = "".join(re.escape(character) for character, byte in _BYTES.items() if byte < 0xC0)
_CLOSING = "\xa0”’»›–—…"
"""What may rightly follow an accented letter: the ends of quotations, dashes and spaces."""
_MISREAD = re.compile(
    f"[ÂÃÄÅÆ](?![{_CLOSING}])[{_FOLLOWING}]|[à-ï](?![{_CLOSING}]{{2}})[{_FOLLOWING}]{{2}}|[ð-ô](?![{_CLOSING}]{{3}})[{_FOLLOWING}]{{3}}"
)
"""Characters of UTF-8 as Windows-1252 shows their bytes: letters of Latin alphabets in two, those of all others in three."""
_BYTES_OF_ONE = re.compile(f"[Â-ô][{_FOLLOWING}]{{1,3}}")


def constant(text: str) -> str:
    """The text that a formula without any reckoning stands for; every other text as it is."""
    match = _CONSTANT.fullmatch(text)
    return match[1].replace('""', '"').strip() if match else text


def fault_of(text: str) -> Fault | None:
    """What is wrong with a text before anybody knows its key: it is a formula, an error value, or was read in another
    encoding than it was written in."""
    if _ERROR.fullmatch(text):
        return Fault(TABLE_003_ERROR)
    if _FORMULA.match(text):
        return Fault(TABLE_003)
    if (meant := meant_by(text)) != text:
        return Fault(TABLE_007, {"meant": excerpt(meant)})
    return None


def meant_by(text: str) -> str:
    """What a text probably was before UTF-8 was read as Windows-1252 (`Viá»‡t Nam`); the same text where it was not."""
    return _BYTES_OF_ONE.sub(_as_utf_8, text) if _MISREAD.search(text) else text


def _as_utf_8(match: re.Match[str]) -> str:
    content = bytes(_BYTES[character] for character in match[0])
    for length in range(len(content), 1, -1):
        try:
            return content[:length].decode("utf-8") + match[0][length:]
        except UnicodeDecodeError:
            continue
    return match[0]
