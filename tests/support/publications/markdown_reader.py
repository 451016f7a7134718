"""Rendered: what a reader sees of Markdown, as CommonMark with GitHub's tables and strikings reads it."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt


class Rendered(HTMLParser):
    """elements: in their order; text: all of it; outside: what stands in no code."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = self.outside = ""
        self._codes = 0
        self.feed(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Notes an element."""
        self.elements.append(tag)
        self._codes += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        """Notes its end."""
        self._codes -= tag == "code"

    def handle_data(self, data: str) -> None:
        """Notes a text."""
        self.text += data
        self.outside += "" if self._codes else data
