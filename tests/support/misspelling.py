"""Misspelling: the ways in which fingers and spreadsheets spoil a word."""

from collections.abc import Iterable, Iterator


def misspellings(word: str) -> Iterator[str]:
    """A word spoilt in each way."""
    middle = len(word) // 2
    yield word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    yield word[:-2] + word[-1] + word[-2]
    yield word[:middle] + word[middle + 1 :]
    yield word[:middle] + word[middle] + word[middle:]
    yield word[:middle] + "x" + word[middle + 1 :]
    yield word[1:]
    yield word[:-1]
    yield f"{word}s"
    yield word.upper()
    yield word.replace("-", "_")
    yield word.replace("-", " ")
    yield word.replace("/", "-")


def misspelt(words: Iterable[str]) -> list[tuple[str, str]]:
    """Each word spoilt in each way that makes no other word of them, with the word that was meant."""
    known = list(words)
    return [(spoilt, word) for word in known if len(word) > 2 for spoilt in dict.fromkeys(misspellings(word)) if spoilt not in known]
