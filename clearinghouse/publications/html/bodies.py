"""Bodies: the Markdown of strangers becomes HTML that can do no harm and asks no other host for anything."""

from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

_HIGHEST, _LOWEST = 3, 6
"""A record's title is h1 and its sections are h2, so a body's own headings begin at h3."""
_TAGS = {"p", "br", "em", "strong", "s", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "h3", "h4", "h5", "h6", "a"}

# Images would be fetched from other hosts, on every page view, by every reader.
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("strikethrough").disable(["image", "html_block", "html_inline"])
)


def body_html(markdown: str) -> str:
    """CommonMark without raw HTML and without images as clean HTML; headings begin at h3, outward links are marked."""
    tokens = _MARKDOWN.parse(markdown)
    _lower_headings(tokens)
    html: str = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        attribute_filter=_safe,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        set_tag_attribute_values={"a": {"rel": "external nofollow"}},
    )


def _safe(tag: str, attribute: str, value: str) -> str | None:
    # A link without a scheme leads into this site, or, from a USB stick, into the reader's own computer or network.
    return value if attribute != "href" or value.casefold().startswith(("https://", "http://", "mailto:")) else None


def _lower_headings(tokens: Sequence[Token]) -> None:
    """The body's highest headings become h3, whatever level the author began with, and none skips a level."""
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    level = _HIGHEST - 1
    for token in tokens:
        if token.type == "heading_open":
            level = min(_HIGHEST + used.index(token.tag), level + 1, _LOWEST)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"
