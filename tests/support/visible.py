"""Visible: what a terminal shows of a text, and nothing besides."""

import unicodedata


def can_be_seen(text: str) -> bool:
    """Whether a text holds no character that moves the cursor, turns the direction or hides."""
    return all(unicodedata.category(character)[0] != "C" and character not in "\u2028\u2029" for character in text.replace("\n", ""))
