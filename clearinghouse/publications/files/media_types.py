"""Media types: what a file is, by the ending of its name, for servers and for everybody who takes a site along (RFC 6838)."""

from collections.abc import Mapping

MEDIA_TYPES: Mapping[str, str] = {
    "html": "text/html", "css": "text/css", "txt": "text/plain", "csv": "text/csv", "ics": "text/calendar", "js": "text/javascript",
    "json": "application/json", "map": "application/json", "rss": "application/rss+xml", "atom": "application/atom+xml",
    "xml": "text/xml", "opml": "text/x-opml", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "webp": "image/webp", "zip": "application/zip",
    "yml": "application/yaml", "yaml": "application/yaml", "jsonld": "application/ld+json", "webmanifest": "application/manifest+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "wasm": "application/wasm",
    "sqlite": "application/vnd.sqlite3", "ttl": "text/turtle",
}  # fmt: skip
UNKNOWN = "application/octet-stream"
"""The type of everything else, as HTTP has it (RFC 9110 §8.3)."""
PACKED = frozenset(MEDIA_TYPES[ending] for ending in ("png", "jpg", "webp", "zip", "xlsx", "docx"))
"""The types of files that are compressed in themselves."""


def media_type_of(address: str) -> str:
    """The media type of what lies at an address; one that ends in a slash is a page."""
    if not address or address.endswith("/"):
        return MEDIA_TYPES["html"]
    return MEDIA_TYPES.get(address.rpartition(".")[2], UNKNOWN)
