"""Policy: nothing runs or loads but what a page's policy names, whether it stands in the page alone or in a header too."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import Visit
from tests.support.haste import daily
from tests.support.serving import served

Server = Callable[[Path], str]
VIOLATIONS = """() => { window.barred = []; addEventListener("securitypolicyviolation",
  event => window.barred.push(event.effectiveDirective), true) }"""
ATTACKS = {
    "script-src-elem": "const one = document.createElement('script'); one.textContent = 'window.ran = true'; document.body.append(one)",
    "script-src-attr": "document.body.insertAdjacentHTML('beforeend', '<i onclick=\"window.ran = true\">x</i>'); "
    "document.body.lastElementChild.click()",
    "style-src-attr": "document.body.insertAdjacentHTML('beforeend', '<i style=\"color: red\">x</i>')",
    "style-src-elem": "document.body.insertAdjacentHTML('beforeend', '<style>i { color: red }</style>')",
    "img-src": "document.body.insertAdjacentHTML('beforeend', '<img alt=\"\" src=\"https://example.net/x.png\">')",
    "connect-src": "fetch('https://example.net/').catch(() => {})",
    "frame-src": "document.body.insertAdjacentHTML('beforeend', '<iframe src=\"https://example.net/\"></iframe>')",
    "object-src": "document.body.insertAdjacentHTML('beforeend', '<object data=\"https://example.net/x\"></object>')",
    "base-uri": "document.head.insertAdjacentHTML('beforeend', '<base href=\"https://example.net/\">')",
    "form-action": "document.body.insertAdjacentHTML('beforeend', '<form action=\"https://example.net/\"></form>'); "
    "document.body.lastElementChild.submit()",
}
"""What each attack is barred by, and what it does."""


@pytest.fixture(scope="module")
def plain(living_site: Path) -> Iterator[str]:
    """The living site on a host that tells no headers: GitHub Pages, a USB stick's server."""
    with served(living_site, tells_headers=False) as url:
        yield url


@pytest.mark.parametrize("page", daily(PAGES, "front page", "training", "search"))
def test_the_policy_in_a_page_bars_nothing_of_it(page: str, plain: str, living_site: Path, visit: Callable[..., Visit]) -> None:
    """That in the header is held by all other tests, whose server tells it. It differs by how deep a page lies. Linked data is no script:
    no hash names it, nothing runs it, and nothing bars it."""
    tab = visit(plain + page_of(page, living_site))
    tab.page.wait_for_load_state("networkidle")
    linked = tab.page.locator("head > script[type='application/ld+json']")
    assert json.loads(linked.inner_text())["@graph"]
    assert tab.faults == []


@pytest.mark.long
@pytest.mark.parametrize("tells_headers", [pytest.param(False, marks=pytest.mark.long), True])
def test_one_clicks_and_searches_through_all_depths(
    tells_headers: bool, plain: str, living_site: Path, server: Server, begun: Callable[..., Visit]
) -> None:
    """Instant navigation brings the policy of each page along; the search starts a worker and a program of its own."""
    tab = begun().to(server(living_site) if tells_headers else plain)
    page = tab.page
    page.evaluate("window.isStillThere = true")
    for address in ("plans/", "plans/poa-2016-2020/", "plans/poa-2016-2020/4.1.2/", "trainings/"):
        page.locator(f"a[href$='{address}']:visible").first.click()
        page.wait_for_selector(f"link[rel=canonical][href$='/{address}']", state="attached")
    assert page.evaluate("window.isStillThere")
    page.keyboard.press("/")
    page.locator("#ch-dialog-q").fill("ivory")
    page.wait_for_selector("dialog[open] .ch-hits[aria-busy=false] > li")
    page.wait_for_load_state("networkidle")
    assert any("pagefind/fragment/" in url for url in tab.requests)
    assert tab.faults == []


@pytest.mark.parametrize("tells_headers", [pytest.param(False, marks=pytest.mark.long), True])
def test_what_slipped_through_all_escaping_is_barred(
    tells_headers: bool, plain: str, living_site: Path, server: Server, begun: Callable[..., Visit]
) -> None:
    """Every way in which text could become active, by the directive that is there for it."""
    tab = begun().to((server(living_site) if tells_headers else plain) + "trainings/")
    tab.page.evaluate(VIOLATIONS)
    for attack in ATTACKS.values():
        tab.page.evaluate(f"() => {{ {attack} }}")
    tab.page.wait_for_function("count => new Set(window.barred).size >= count", arg=len(ATTACKS))
    assert set(tab.page.evaluate("window.barred")) == set(ATTACKS)
    assert tab.page.evaluate("window.ran") is None
    assert [trouble for trouble in tab.troubles if "Content Security Policy" not in trouble and not trouble.endswith(": csp")] == []


def test_a_script_in_a_page_of_a_record_is_barred_though_the_page_was_made_with_it(
    living_site: Path, tmp_path: Path, begun: Callable[..., Visit]
) -> None:
    """The hashes are those of the theme; a record can add none."""
    page = (living_site / "trainings/th-2026-02-forensics/index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(page.replace("<h1", "<script>window.ran = true</script><h1", 1), "utf-8")
    with served(tmp_path, tells_headers=False) as url:
        tab = begun()
        tab.page.goto(url)
        assert tab.page.evaluate("window.ran") is None
        assert any("Content Security Policy" in trouble for trouble in tab.troubles)


@pytest.mark.long
def test_only_the_small_pages_are_shown_in_frames_of_others(
    living_site: Path, server: Server, tmp_path: Path, begun: Callable[..., Visit]
) -> None:
    """By the header: a page itself cannot say so."""
    url = server(living_site)
    (tmp_path / "index.html").write_text(
        f'<!doctype html><iframe name="front" src="{url}"></iframe><iframe name="embed" src="{url}embed/upcoming/"></iframe>'
    )
    with served(tmp_path) as other:
        page: Any = begun().page
        page.goto(other)
        page.wait_for_load_state("networkidle")
        assert "What comes next" in page.frame(name="embed").locator("h1").inner_text()
        assert page.frame(name="front").url.startswith("chrome-error://")


@pytest.mark.long
def test_whoever_is_linked_to_learns_nothing_of_the_reader(
    living_site: Path, server: Server, tmp_path: Path, begun: Callable[..., Visit]
) -> None:
    """No address of the page as referrer, and no handle on its window."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Other</title>")
    with served(tmp_path) as other:
        page = begun().to(server(living_site) + "embed/upcoming/").page
        page.locator("a").first.evaluate("(link, to) => { link.href = to }", other)
        with page.context.expect_page() as opened:
            page.locator("a").first.click()
        opened.value.wait_for_load_state()
        assert opened.value.title() == "Other"
        assert opened.value.evaluate("[document.referrer, window.opener]") == ["", None]
