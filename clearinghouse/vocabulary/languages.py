"""Languages: the tags (BCP 47) that titles and courses may carry, and their English names."""

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "th": "Thai",
        "lo": "Lao",
        "km": "Khmer",
        "my": "Burmese",
        "vi": "Vietnamese",
        "id": "Indonesian",
        "ms": "Malay",
        "fil": "Filipino",
        "tet": "Tetum",
        "pt": "Portuguese",
        "zh": "Chinese",
        "ta": "Tamil",
        "fr": "French",
        "es": "Spanish",
        "ru": "Russian",
        "ar": "Arabic",
        "ja": "Japanese",
        "ko": "Korean",
    }
)
"""By tag; the languages of the member states first, then those of the conventions and partners."""
