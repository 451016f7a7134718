"""Scripts: in which language a text is most likely written, judged by its letters."""

_RANGES = (("th", 0x0E00, 0x0E7F), ("lo", 0x0E80, 0x0EFF), ("my", 0x1000, 0x109F), ("km", 0x1780, 0x17FF))


def language_by_script(text: str) -> str | None:
    """The BCP 47 tag th, lo, my or km where at least a third of the letters are of that script; None otherwise.

    Languages in Latin letters cannot be told apart this way, and are not guessed at.
    """
    if text.isascii():
        return None
    letters = [ord(character) for character in text if character > "\u007f" or character.isalpha()]
    for tag, first, last in _RANGES:
        if sum(first <= letter <= last for letter in letters) * 3 >= len(letters) > 0:
            return tag
    return None
