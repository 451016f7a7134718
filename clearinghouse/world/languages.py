"""Languages: a checkout comes in, the languages leave in which its site answers those who send something."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from clearinghouse.publications.translation.language import ENGLISH, Language
from clearinghouse.publications.translation.languages import FILE


@cache
def site_languages(root: Path) -> Mapping[str, Language]:
    """Those of the site, English among them, by tag."""
    others = sorted((root / "content").glob(f"*/{FILE}"))
    return {ENGLISH: Language(), **{path.parent.name: Language.of(path.parent.name, path.read_bytes()) for path in others}}


def language_of(root: Path, tag: str) -> Language:
    """The language with a tag, or English, where the site has no such language."""
    return site_languages(root).get(tag.partition("-")[0].casefold()) or Language()
