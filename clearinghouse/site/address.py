"""Address: where the site will be and where its records are edited, when the environment says so instead of mkdocs.yml."""

import os
from urllib.parse import urlsplit

import yaml

from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

SITE_URL, REPOSITORY = "CHM_SITE_URL", "CHM_REPOSITORY"
FORKED_FROM = "forked_from"
"""The setting that holds the repository in whose place that of the environment stands."""


def own_address() -> str | None:
    """The site's address from the environment, ending in a slash, or None. Raises Failure for what is no address."""
    url = _address(SITE_URL)
    return url.rstrip("/") + "/" if url else None


def site_address() -> str:
    """The same, or else the one in mkdocs.yml, without the second that MkDocs takes to be loaded; empty where neither says one."""
    if url := own_address():
        return url
    try:
        settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    except (OSError, yaml.YAMLError):
        return ""
    return str(settings.get("site_url") or "") if isinstance(settings, dict) else ""


def own_repository(written: str) -> dict[str, str]:
    """The settings that name the repository, when the environment names one. written: the one in mkdocs.yml, which prose names too."""
    url = _address(REPOSITORY)
    return {"repository": url.rstrip("/"), FORKED_FROM: written} if url else {}


def _address(variable: str) -> str:
    url = os.environ.get(variable, "").strip()
    parts = urlsplit(url)
    if url and (
        parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or not url.isprintable() or " " in url
    ):
        raise Failure(f"{variable} is no address of a site: write e.g. https://example.org/clearing-house/, or leave it out")
    return url
