"""API words: where the files of the JSON API lie and how its version is written, so that they can be read back.

`publications/data` writes them, `reading/intake/api` reads them.
"""

VERSION = "1"
"""Of the shapes. Fields may be added, and closed lists may grow; when a field goes or means something else, it is another one."""
ROOT = f"api/v{VERSION}/"
"""Below the address of a site."""
INDEX, ABOUT = f"{ROOT}index.json", f"{ROOT}about.json"
"""The way in, and what is said of no single record."""


def part_address(name: str, page: int) -> str:
    """Where a part of a list is, relative to the site. page: from 1."""
    return f"{ROOT}{name}.json" if page == 1 else f"{ROOT}{name}/page/{page}.json"


def record_address(key: str) -> str:
    """Where the document of a record is, relative to the site. key: its collection/id."""
    return f"{ROOT}{key}.json"
