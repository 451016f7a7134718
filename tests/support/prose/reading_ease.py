"""Reading ease: plain text or Markdown comes in, and leaves as sentences, and as the school grade that they ask for."""

import re
from collections.abc import Iterable, Iterator

import pyphen

from clearinghouse.vocabulary.glossary import GLOSSARY
from clearinghouse.vocabulary.states import MEMBER_STATES

_SYLLABLES = pyphen.Pyphen(lang="en_US", left=1, right=1)
_KEPT = re.compile(
    r"```.*?```|`[^`]*`|<!--.*?-->|\{[^}]*\}|<[^>]*>|\bhttps?://\S+|\"[^\"\n]*\"|“[^”]*”|\*\*?(?=\S)|(?<=\S)\*\*?", re.DOTALL
)
"""Code, comments, gaps, tags, addresses and quotations: they are not our words."""
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\))?")
_OFFICIAL = sorted(
    {name for entry in GLOSSARY for name in (entry.label, entry.long, *entry.spellings) if name}
    | {state.name for state in MEMBER_STATES.values()}, key=len, reverse=True,
)  # fmt: skip
_NAMES = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _OFFICIAL), re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,:/-]*")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )|\n(?=  chm )")
_END = re.compile(r"(?<!\be\.g\.)(?<!\bDoc\.)(?<!\bNo\.)(?<=[.!?])\s+")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text in our own words. What offices call by a name keeps that name, so a name is one short word here, and
    so is each piece of code, address and quotation; headings, tables and labels are no sentences."""
    text = text[text.find("\n---\n", 4) + 5 :] if text.startswith("---\n") else text
    for block in _BLOCK.split(_NAMES.sub("Name", _LINK.sub(r"\1", _KEPT.sub("X", text)))):
        if not block.lstrip().startswith(("#", "|")):
            yield from (sentence for sentence in _END.split(" ".join(block.split())) if len(_WORD.findall(sentence)) > 2)


def grade(texts: Iterable[str]) -> float:
    """How many years of school in English some sentences ask for, by Flesch and Kincaid."""
    words = [_WORD.findall(sentence) for sentence in texts]
    count = sum(map(len, words))
    syllables = sum(map(_syllables, (word for sentence in words for word in sentence)))
    return 0.39 * count / len(words) + 11.8 * syllables / count - 15.59 if count else 0


def _syllables(word: str) -> int:
    return 1 if word[0].isdigit() else sum(len(_SYLLABLES.positions(part)) + 1 for part in word.split("-") if part)
