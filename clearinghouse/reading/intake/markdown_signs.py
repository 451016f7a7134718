"""Markdown signs: what GitHub would show in another form than it was typed."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

A_LIST = "a list"
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_SIGNS = {
    "image": "an image",
    "link_open": "a link",
    "table_open": "a table",
    "heading_open": "a heading",
    "bullet_list_open": A_LIST,
    "ordered_list_open": A_LIST,
    "blockquote_open": "a quotation",
    "fence": "code",
    "code_inline": "code",
    "strong_open": "bold",
    "em_open": "italics",
    "s_open": "struck text",
    "hr": "a rule",
    "html_block": "HTML",
    "html_inline": "HTML",
}
"""What each token of Markdown is called; the others change nothing that one sees."""


def markdown_signs(text: str) -> Sequence[str]:
    """What of Markdown a text holds, in words, in the order in which it stands there; nothing where it is plain."""
    return list(dict.fromkeys(_signs(_MARKDOWN.parse(text))))


def _signs(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _SIGNS:
            yield _SIGNS[token.type]
        yield from _signs(token.children or ())
