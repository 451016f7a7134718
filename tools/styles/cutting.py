"""Cutting: a style sheet and the names that pages bear come in; it leaves without the rules that can never apply to such pages.

Whatever is in doubt stays: elements, states such as `:hover`, and what stands in `:not()` decide nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial
from typing import Any

import tinycss2

_WITHIN = ("media", "supports")
"""Rules that hold rules."""
_ANY_OF = ("is", "where", "has")
"""Selectors that apply where one of theirs does."""
_READ = re.compile(r"var\(\s*(--[\w-]+)")


def cut(style: str, names: Set[str], beside: str = "") -> str:
    """What of a style can apply. names: those that names_of gives, of which pages bear no others; beside: the styles that pages
    have besides, which may read its properties. Raises ValueError."""
    kept = _changed(style, partial(_for_names, names=names))
    while True:
        read = set(_READ.findall(kept + beside))
        shorter = _changed(kept, partial(_that_is_read, read=read))
        if shorter == kept:
            return kept
        kept = shorter


def names_of(style: str) -> frozenset[str]:
    """The names by which a style chooses elements: `.class`, `#id`, and those of attributes and their values, in brackets."""
    return frozenset(name for selector in _selectors(_parsed(style)) for name in _names(selector))


def _parsed(style: str | Sequence[Any]) -> list[Any]:
    rules: list[Any] = tinycss2.parse_rule_list(style, skip_comments=True, skip_whitespace=True)
    return rules


def _selectors(rules: Iterable[Any]) -> Iterator[list[Any]]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _with_choices(_parted(rule.prelude))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _WITHIN:
            yield from _selectors(_parsed(rule.content))


def _with_choices(selectors: Iterable[list[Any]]) -> Iterator[list[Any]]:
    for selector in selectors:
        yield selector
        for choice in _choices(selector):
            yield from _with_choices(choice)


def _changed(style: str, change: Callable[[Any], str]) -> str:
    """A style, a rule in a line, with its rules changed; a rule that becomes nothing goes, and so does what held it."""
    return "".join(f"{rule}\n" for rule in _rules(_parsed(style), change))


def _rules(rules: Iterable[Any], change: Callable[[Any], str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "error":
            raise ValueError(f"line {rule.source_line}: {rule.message}")
        if rule.type == "qualified-rule":
            inner = change(rule)
        elif rule.content is None:  # what is imported, or the letters in which the file is written
            continue
        else:
            within = rule.lower_at_keyword in _WITHIN
            content = "".join(_rules(_parsed(rule.content), change)) if within else _text(rule.content)
            head = f"@{rule.at_keyword} {_text(rule.prelude)}".strip()
            inner = content and f"{head}{{{content}}}"
        if inner:
            yield inner


def _for_names(rule: Any, names: Set[str]) -> str:
    selectors = [_text(selector) for selector in _parted(rule.prelude) if _can_apply(selector, names)]
    return f"{','.join(selectors)}{{{_text(rule.content)}}}" if selectors else ""


def _that_is_read(rule: Any, read: Set[str]) -> str:
    """A rule without the properties of the style's own that nothing reads; most of them are pictures."""
    every = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
    of_use = [own.serialize() for own in every if own.type != "declaration" or not own.name.startswith("--") or own.name in read]
    return f"{_text(rule.prelude)}{{{';'.join(of_use)}}}" if of_use else ""


def _can_apply(selector: Sequence[Any], names: Set[str]) -> bool:
    here = names >= set(_names(selector))
    return here and all(any(_can_apply(one, names) for one in choice) for choice in _choices(selector))


def _choices(selector: Sequence[Any]) -> Iterator[list[list[Any]]]:
    return (_parted(token.arguments) for token in selector if token.type == "function" and token.lower_name in _ANY_OF)


def _names(selector: Sequence[Any]) -> Iterator[str]:
    """The names in a selector, but for those inside of its functions."""
    for before, token in zip((None, *selector), selector, strict=False):
        if token.type == "hash":
            yield f"#{token.value}"
        elif token.type == "ident" and before == ".":
            yield f".{token.value}"
        elif token.type == "[] block":
            yield from _names_of_attribute([part for part in token.content if part.type != "whitespace"])


def _names_of_attribute(parts: Sequence[Any]) -> Iterator[str]:
    """Of attributes that the theme alone knows, and of the direction of writing; any page may bear the others."""
    name = parts[0].lower_value
    if name == "dir" or name.startswith("data-"):
        yield f"[{name}]"
        if len(parts) == 3 and parts[1] == "=":
            yield f"[{name}={parts[2].value}]"


def _parted(tokens: Iterable[Any]) -> list[list[Any]]:
    """Selectors, at the commas between them."""
    selectors: list[list[Any]] = [[]]
    for token in tokens:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _text(tokens: Sequence[Any]) -> str:
    text: str = tinycss2.serialize(tokens)
    return text.strip()
