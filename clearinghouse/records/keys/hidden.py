"""Hidden characters: what cannot be seen but can mislead; the form in the browser looks for the same."""

import unicodedata
from collections.abc import Mapping

RANGES: tuple[tuple[int, int], ...] = (
    # Controls, but for tab and line ends.
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F),
    # Format characters, the overrides of direction among them.
    (0x600, 0x605), (0x61C, 0x61C), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891), (0x8E2, 0x8E2), (0x180E, 0x180E),
    (0x200E, 0x200F), (0x202A, 0x202E), (0x2061, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
    (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    # Separators of lines, surrogates, private use, what is no character, and all above.
    (0x2028, 0x2029), (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF), (0xE0000, 0x10FFFF),
)  # fmt: skip
"""First and last code points. Spaces without width and joiners are none: Khmer, Lao, Burmese and Thai need them."""
PATTERN = f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in RANGES)}]"
"""The same as a regular expression of Python."""


_SPACES = "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000"
_NAMES = {space: unicodedata.name(space).lower() for space in _SPACES}
ODD_SPACES: Mapping[str, str] = {space: f"{'an' if name[0] in 'aeio' else 'a'} {name}" for space, name in _NAMES.items()}
"""What looks like a space, or like nothing, and is no space to those who read a file; with its name. In prose they may
stand: scripts that write no spaces need them."""
ODD_SPACE = f"[{_SPACES}]"
"""The same as a regular expression."""


def name_of(character: str) -> str:
    """`U+202E`."""
    return f"U+{ord(character):04X}"
