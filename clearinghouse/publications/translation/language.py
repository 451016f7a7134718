"""Language: in which language the page that is being made is; it is set around the making of a page (`speaking`).

So no function between a page and its words must hand it on, as with every translator that follows GNU gettext.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from gettext import NullTranslations
from io import BytesIO
from types import MappingProxyType

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

ENGLISH = "en"
_FIXED = re.compile(r"`[^`]*`|\{\w*\}|%\(\w+\)[sd]|</?\w[^>]*>|<")
"""What a translation must keep as it is: gaps, tags, and what is written into files."""


def _several(texts: object) -> list[str]:
    return [text for text in texts if isinstance(text, str)] if isinstance(texts, list | tuple) else [str(texts)]


@dataclass(frozen=True)
class Language:
    """A language of the interface. tag: BCP 47; texts: its translations, none for English; of_scripts: those that scripts use, by
    the English text, several forms where it counts."""

    tag: str = ENGLISH
    texts: NullTranslations = field(default_factory=NullTranslations, compare=False)
    of_scripts: Mapping[str, str | list[str]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, tag: str, po: bytes) -> "Language":
        """The language of a PO file (GNU gettext); texts marked fuzzy are left out. Raises ValueError where it is none, and where a
        translation has other gaps or tags than its text: it could not be filled, or would bring in markup of its own."""
        try:
            catalog = read_po(BytesIO(po), locale=tag, abort_invalid=True)
        except PoFileError as error:
            raise ValueError(str(error)) from None
        for message in catalog:
            ids, texts = _several(message.id), _several(message.string)
            allowed = [sorted(_FIXED.findall(text)) for text in ids]
            for text in texts:
                if message.id and text and sorted(_FIXED.findall(text)) not in allowed:
                    raise ValueError(f'"{text}" must hold what "{ids[0]}" holds: {", ".join(allowed[0]) or "no gaps and no tags"}')
        of_scripts = {
            _several(message.id)[0]: list(message.string) if isinstance(message.string, list | tuple) else str(message.string)
            for message in catalog
            if message.string and all(_several(message.string)) and any(path.endswith(".js") for path, _ in message.locations)
        }
        packed = BytesIO()
        write_mo(packed, catalog)
        packed.seek(0)
        return cls(tag, Translations(packed), of_scripts)

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with: `th/`, empty for English."""
        return "" if self.tag == ENGLISH else f"{self.tag}/"


NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "id": "Bahasa Indonesia",
        "km": "ខ្មែរ",
        "lo": "ລາວ",
        "ms": "Bahasa Melayu",
        "my": "မြန်မာ",
        "fil": "Filipino",
        "ta": "தமிழ்",
        "tet": "Tetun",
        "pt": "Português",
        "th": "ไทย",
        "vi": "Tiếng Việt",
        "zh": "中文",
    }
)
"""The languages of ASEAN into which the interface may be translated, by tag, as each calls itself."""

_ENGLISH = Language()
_current: ContextVar[Language] = ContextVar("language", default=_ENGLISH)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Makes all pages within in a language. Nothing may be handed out by `yield` within it: it would change the language of others."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def speak(language: Language) -> None:
    """Makes all that follows in a language, where no block of code can stand around it."""
    _current.set(language)


def language() -> Language:
    """The language of the page that is being made."""
    return _current.get()
