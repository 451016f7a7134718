"""Links: the one function that makes every link between pages, in the form that a web server or a USB stick needs."""

import posixpath

INDEX = "index.html"


def link(to: str, from_page: str, as_file: bool = False) -> str:
    """The relative link to an address from a page.

    Both are relative to the site's root: a page's address ends in a slash (`trainings/x/`, the front page is the
    empty text), a file's does not (`feeds/updates.rss`); `to` may carry `#part` or `?query`. With as_file every
    link ends in a file (`../x/index.html`), as file:// needs, since no server looks for the index there.
    """
    address, mark, rest = _parted(to)
    folder = from_page.rpartition("/")[0]
    is_page = not address or address.endswith("/")
    target = posixpath.join(address, INDEX) if as_file and is_page else address
    if address == from_page and rest and not as_file:
        return mark + rest
    relative = posixpath.relpath(target or ".", folder or ".")
    if is_page and not as_file:
        relative += "/"
    return relative + mark + rest


def _parted(to: str) -> tuple[str, str, str]:
    cut = min((place for place in (to.find("#"), to.find("?")) if place >= 0), default=len(to))
    return to[:cut], to[cut : cut + 1], to[cut + 1 :]
