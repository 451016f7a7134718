"""Folding: words with letters that are no letter with an accent become words as other keyboards write them.

Pagefind takes accents away, but takes đ for a letter of its own. The browser's twin is assets/search/words/words.js.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize

LETTERS = {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
"""Letters that Unicode does not take apart, in lower case."""
_PLAIN = str.maketrans(LETTERS)
_MARK = re.compile("[\u0300-\u036f]")
_ANY = "[" + "".join(LETTERS) + "".join(letter.upper() for letter in LETTERS if len(letter.upper()) == 1) + "]"
_WORD = re.compile(rf"\w*{_ANY}\w*")
_WHOLE = re.compile(rf"\S*{_ANY}\S*")


def folded(text: str) -> str:
    """A text in small letters without accents; other writing systems keep all their signs."""
    return _MARK.sub("", normalize("NFD", text.lower())).translate(_PLAIN)


def folded_words(texts: Iterable[str]) -> list[str]:
    """The words of texts with such letters, folded; and what stands around them without a space, as in `06/2019/NĐ-CP`, which
    Pagefind takes for one word too."""
    texts = list(texts)
    return list(dict.fromkeys(folded(word) for pattern in (_WORD, _WHOLE) for text in texts for word in pattern.findall(text)))
