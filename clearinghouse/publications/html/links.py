"""Links: the one function that makes every link between pages, in the form that a web server or a USB stick needs."""

INDEX = "index.html"


def link(to: str, from_page: str, as_file: bool = False) -> str:
    """The relative link to an address from a page.

    Both are relative to the site's root: a page's address ends in a slash (`trainings/x/`, the front page is the
    empty text), a file's does not (`feeds/updates.rss`); `to` may carry `#part` or `?query`. With as_file every
    link ends in a file (`../x/index.html`), as file:// needs, since no server looks for the index there.
    """
    address, mark, rest = _parted(to)
    if address == from_page and rest and not as_file:
        return mark + rest
    is_page = not address or address.endswith("/")
    target = address + INDEX if as_file and is_page else address
    climb, steps = _relative(target.split("/"), from_page.split("/"))
    return (climb + steps or "./") + mark + rest


def _relative(to: list[str], at: list[str]) -> tuple[str, str]:
    """The way up and the way down between two addresses; the last piece of each is a file's name, or empty for a page."""
    shared = 0
    for one, other in zip(to[:-1], at[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(at) - 1 - shared), "/".join(to[shared:])


def _parted(to: str) -> tuple[str, str, str]:
    if "#" not in to and "?" not in to:
        return to, "", ""
    cut = min(place for place in (to.find("#"), to.find("?")) if place >= 0)
    return to[:cut], to[cut : cut + 1], to[cut + 1 :]
