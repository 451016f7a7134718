"""Modules: the scripts' own modules, for tests that ask one of them by itself; pages hold them linked into one."""

from playwright.sync_api import Page, Route

from tests.support.running import ROOT

_FOLDER = "modules/"


def modules(page: Page, root: str) -> str:
    """Where the modules stand, as `assets/search/find.js` below this address, for a page of the site at `root`.

    What they fetch of the site, which they take to be there as well, is the site's own.
    """
    address = root + _FOLDER

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(address)
        source = ROOT / "overrides" / name
        if source.match("overrides/assets/*/*.js"):
            route.fulfill(path=source, content_type="text/javascript")
        else:
            route.continue_(url=root + name)

    page.route(f"{address}**", answer)
    return address
