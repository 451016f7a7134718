"""Script texts: the translations that scripts need come out as one small script, which the pages of their language load."""

import json

from clearinghouse.publications.translation.language import Language

NAME = "texts.js"


def address_of(language: Language) -> str:
    """Where the script of a language lies: `th/texts.js`."""
    return language.prefix + NAME


def script_of(language: Language) -> str:
    """The script: it leaves the texts where overrides/assets/site/words.js looks for them. ASCII alone, `<` escaped."""
    texts = json.dumps(dict(sorted(language.of_scripts.items())), ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"((globalThis.clearingHouse??={{}}).texts??={{}})[{json.dumps(language.tag)}]={texts}\n"
