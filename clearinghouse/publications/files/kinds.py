"""Kinds: what the files of a site are, in the words of `contents.json`."""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a file is. RECORD, LIST: the page of a record, and a list of records, whole or narrowed; PAGE: any other page;
    REDIRECT: a page at an address that a record once had; TEXT: plain words for people; TABLE: a table of a page as a file;
    DATA: other data, for machines and our own scripts; SEARCH: what the search reads; SERVER: for servers and search engines;
    EDITION: an offline edition that the site offers; THEME: whatever the theme brings along."""

    PAGE = "page"
    RECORD = "record"
    LIST = "list"
    REDIRECT = "redirect"
    FEED = "feed"
    AGENDA = "agenda"
    TEXT = "text"
    TABLE = "table"
    DATA = "data"
    IMAGE = "image"
    SCRIPT = "script"
    STYLE = "style"
    SEARCH = "search"
    SERVER = "server"
    EDITION = "edition"
    THEME = "theme"


_BY_MEDIA_TYPE: Mapping[str, Kind] = {
    "text/html": Kind.PAGE,
    "text/css": Kind.STYLE,
    "text/javascript": Kind.SCRIPT,
    "image/svg+xml": Kind.IMAGE,
    "image/png": Kind.IMAGE,
    "image/jpeg": Kind.IMAGE,
    "image/webp": Kind.IMAGE,
}


def kind_by_media_type(media_type: str) -> Kind:
    """What a file is that nobody has declared: one that lies ready in content/ or overrides/."""
    return _BY_MEDIA_TYPE.get(media_type, Kind.DATA)
