"""Modules: the scripts' own modules, for tests that ask one of them by itself; pages hold them linked into one."""

from playwright.sync_api import Page, Route

from tests.support.running import ROOT

_LOADED = """async addresses => {
  window.modules = Object.assign({}, ...await Promise.all(addresses.map(address => import(address))))
}"""


def load_modules(page: Page, root: str, *names: str) -> None:
    """Lets a page of the site at `root` ask what modules export, as `modules.find`. names: such as `search/find/find.js`.

    What they fetch of the site, which they take to be where they are, is the site's own.
    """
    address = f"{root}modules/"

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(address)
        source = ROOT / "overrides" / name
        if name.startswith("assets/") and source.is_file():
            route.fulfill(path=source, content_type="text/javascript")
        else:
            route.continue_(url=root + name)

    page.route(f"{address}**", answer)
    page.evaluate(_LOADED, [f"{address}assets/{name}" for name in names])
