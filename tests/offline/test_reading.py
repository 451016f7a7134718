"""Reading a copy from file://, in a browser whose network is watched: all works as it does online, and nothing leaves the folder."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext

from tests.support.browser.kinds import file_of, page_of, sampled
from tests.support.browser.visit import Visit
from tests.support.running import LIVING, ROOT, TRUE
from tests.support.search.asking import Asking

Begin = Callable[..., Visit]
Server = Callable[[Path], str]
QUESTIONS: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "search" / "questions.yaml").read_text("utf-8"), yaml.CSafeLoader)
FEW: dict[str, Any] = {"ask": "And who else, where few have all of it?", "type": "trainings customs Viet Nam since 2022", "is_wider": True}
"""A question below whose few hits those stand that have most of it."""
NOON = f"{TRUE[-1]}T05:00:00Z"
"""Of the true site's day, in Bangkok: what comes next depends on it."""
IN_SCRIPTS = ("สัตว์ป่า", "ລາວ", "កម្ពុជា", "မြန်မာ")


class FromDisk(Asking):
    """Somebody who searches a copy."""

    def open(self, **query: str | list[str]) -> "Asking":
        """On a disk the search page is a file."""
        return self.opened("search/index.html", **query)

    @property
    def hits(self) -> list[str]:
        """As they are named online."""
        return [hit.replace("index.html", "", 1) for hit in super().hits]

    @property
    def wider(self) -> list[str]:
        """As they are named online."""
        return [hit.replace("index.html", "", 1) for hit in super().wider]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A profile that was never online: every request to a host fails."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", timezone_id="Asia/Bangkok", offline=True
    )
    yield context
    context.close()


@pytest.fixture(scope="module")
def asking(true_site: Path, server: Server, browser: Browser) -> Iterator[Asking]:
    """Somebody who searches the site online."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", timezone_id="Asia/Bangkok")
    page = context.new_page()
    page.clock.set_system_time(NOON)
    yield Asking(page, server(true_site))
    context.close()


def root_of(copy: Path) -> str:
    """The address of a copy's folder."""
    return copy.as_uri() + "/"


def outside(requests: list[str], copy: Path) -> list[str]:
    """Requests for anything that does not lie in the copy. What is made in the page itself (data:, blob:) is asked of nobody."""
    return [url for url in requests if not url.startswith(root_of(copy)) and urlsplit(url).scheme not in ("data", "blob")]


@pytest.fixture(scope="module")
def watched(reader: BrowserContext) -> Visit:
    """A page that tests share, watched from its first moment."""
    return Visit.begun(reader)


@pytest.mark.parametrize("kind", [kind for kind in sampled("search", "offline") if kind.values[0] != "page that is not there"])
def test_a_page_of_each_kind_is_whole_and_asks_for_nothing_outside(kind: str, living_site: Path, living_copy: Path, watched: Visit) -> None:
    """No fault, no failed request, and its foot says of when it is."""
    watched.to(root_of(living_copy) + file_of(page_of(kind, living_site)))
    assert watched.troubles == []
    assert outside(watched.requests, living_copy) == []
    assert watched.page.locator(".ch-copy").inner_text().startswith("Copy of the whole site, made on 10 March 2026, ")


@pytest.mark.long
def test_no_page_asks_for_anything_outside(true_copy: Path, watched: Visit) -> None:
    """Every page of the whole copy; what a page asks for once the next is opened is not forgotten either."""
    requests: list[str] = []
    watched.page.context.on("request", lambda request: requests.append(request.url))
    pages = sorted(true_copy.rglob("*.html"))
    assert len(pages) > 1000
    for page in pages:
        watched.to(page.as_uri())
        assert watched.troubles == []
    assert len(requests) > len(pages)
    assert outside(requests, true_copy) == []


@pytest.mark.long
def test_one_can_click_through_it(true_copy: Path, watched: Visit) -> None:
    """From page to page as online; each click ends at a file."""
    page = watched.to(root_of(true_copy) + "index.html").page
    for address in ("plans/", "plans/poa-2016-2020/", "plans/poa-2016-2020/4.1.2/"):
        page.locator(f"a[href$='{address.split('/')[-2]}/index.html']:visible").first.click()
        page.wait_for_url(f"{root_of(true_copy)}{address}index.html")
    page.locator(".ch-brand").click()
    page.wait_for_url(f"{root_of(true_copy)}index.html")
    assert watched.troubles == []
    assert outside(watched.requests, true_copy) == []


@pytest.fixture(scope="module")
def from_disk(watched: Visit, true_copy: Path) -> Asking:
    """Somebody who searches the copy, on the same day."""
    watched.page.clock.set_system_time(NOON)
    return FromDisk(watched.page, root_of(true_copy))


def answers(asking: Asking, question: dict[str, Any]) -> tuple[str, list[str]]:
    """What is told and found, asked by an address, with facets and order in it. What else may have been meant is looked for a moment
    later, and is waited for where the question says that there is more."""
    query: dict[str, Any] = {"q": question["type"], **question.get("facets", {})}
    query |= {name: question[key] for name, key in (("since", "since"), ("sort", "order")) if question.get(key)}
    answer = asking.open(**query)
    wider = answer.wider if question.get("is_wider") else []
    status = answer.status if wider else answer.first_status
    return status, answer.hits + wider


SOME = 6
"""Of so many questions one is asked in every run, and all of them in the long one."""


@pytest.mark.long
@pytest.mark.parametrize(
    "question",
    [
        pytest.param(question, marks=() if number % SOME == 0 else pytest.mark.long, id=question["ask"])
        for number, question in enumerate([FEW, *QUESTIONS])
    ],
)
def test_a_question_has_the_same_answer_as_online(
    question: dict[str, Any], from_disk: Asking, asking: Asking, watched: Visit, true_copy: Path
) -> None:
    """The same hits in the same order, and as many."""
    watched.requests.clear()
    watched.troubles.clear()
    online = answers(asking, question)
    assert online[1]
    assert ("More results, without" in online[0]) == question.get("is_wider", False)
    assert answers(from_disk, question) == online
    assert outside(watched.requests, true_copy) == []
    assert watched.troubles == []


@pytest.mark.long
@pytest.mark.parametrize("word", IN_SCRIPTS)
def test_words_in_scripts_of_the_region_are_found_as_online(word: str, from_disk: Asking, asking: Asking) -> None:
    """Which are found by an index of our own."""
    online = answers(asking, {"type": word})
    assert online[1]
    assert answers(from_disk, {"type": word}) == online


@pytest.mark.long
def test_facets_narrow_and_count_as_online(from_disk: Asking, asking: Asking) -> None:
    """With boxes that are ticked one after the other, and Back."""
    counted = []
    for searcher in (asking, from_disk):
        searcher.open(q="training").tick("Country", "th")
        counted.append((searcher.counts("Topic"), searcher.close().status, searcher.hits))
        assert searcher.question == [("q", "training"), ("country", "th")]
    assert counted[0] == counted[1]
    assert counted[0][0]


def test_the_dialog_of_every_page_searches_too(living_copy: Path, watched: Visit) -> None:
    """And leads to a file."""
    page = watched.to(root_of(living_copy) + "about/index.html").page
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("ivory")
    page.locator("dialog .ch-hits a").first.click()
    page.wait_for_url(lambda url: url.startswith(root_of(living_copy)) and url.endswith("/index.html") and "about" not in url)
    assert watched.troubles == []


@pytest.mark.long
def test_a_list_narrows_and_sorts_in_place(living_copy: Path, watched: Visit) -> None:
    """Its words are boxes to tick."""
    page = watched.to(root_of(living_copy) + "trainings/index.html").page
    page.locator("[data-ch-narrow] summary", has_text="Country").click()
    page.locator("[data-ch-narrow] li", has_text="Viet Nam").locator("input").check()
    page.wait_for_selector(".ch-chip")
    status = page.locator(".ch-narrowed__status").inner_text()
    assert int(status.split()[0]) == page.locator("table.ch-cards tbody tr").count() > 0
    assert watched.troubles == []


@pytest.mark.long
def test_two_days_are_compared(living_copy: Path, watched: Visit) -> None:
    """From the pages of the years between them, which the copy holds."""
    page = watched.to(root_of(living_copy) + "changes/index.html?from=2025-06-30&to=2026-03-05").page
    page.wait_for_function("() => document.querySelector('[data-ch-words]').textContent.includes('entries')")
    assert f": {page.locator('[data-ch-half] li').count()} entries." in page.locator("[data-ch-words]").inner_text()
    assert page.locator("[data-ch-half] li").count() > 1
    assert watched.troubles == []


@pytest.mark.long
def test_agendas_can_be_saved_and_feeds_opened(living_copy: Path, watched: Visit) -> None:
    """They lie in the copy, and are those of the site."""
    page = watched.to(root_of(living_copy) + "subscribe/index.html").page
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    with page.expect_download() as saving:
        page.locator("a[href='../agendas/all.ics']").first.click()
    assert Path(saving.value.path()).read_bytes() == (living_copy / "agendas" / "all.ics").read_bytes()
    page.locator("a[href='../feeds/trainings.rss']").first.click()
    page.wait_for_url(root_of(living_copy) + "feeds/trainings.rss")
    assert page.locator("item title").count() > 0


@pytest.mark.parametrize(
    ("days", "age", "is_old"),
    [(0, "today", False), (90, "90 days ago", False), (91, "91 days ago", True), (-3, None, False)],
)
def test_a_copy_tells_its_age_by_the_readers_clock_and_warns_after_90_days(
    days: int, age: str | None, is_old: bool, living_copy: Path, watched: Visit
) -> None:
    """A clock that stands before the day of the copy is wrong, and tells no age."""
    page = watched.page
    page.clock.set_system_time(f"{date.fromisoformat(LIVING[-1]) + timedelta(days)}T05:00:00Z")
    page.goto(root_of(living_copy) + "trainings/index.html")
    words = "Copy of the whole site, made on 10 March 2026"
    assert page.locator(".ch-copy").inner_text() == (f"{words}, {age}." if age else f"{words}.")
    assert page.locator(".ch-copy-old").count() == is_old
    if is_old:
        assert (
            page.locator(".ch-copy-old").text_content()
            == f"This copy is {days} days old. Much may have changed since. When you are online: get a newer one."
        )


@pytest.mark.long
def test_what_comes_next_is_that_of_the_readers_day(living_copy: Path, watched: Visit) -> None:
    """A copy that lies in a drawer until all is over says so."""
    page, coming = watched.page, ".ch-next h3:visible, [aria-labelledby=next] .ch-columns > :first-child .ch-event h3:visible"
    counts = {}
    for day in ("2026-03-10", "2031-01-01"):
        page.clock.set_system_time(f"{day}T05:00:00Z")
        page.goto(root_of(living_copy) + "index.html")
        counts[day] = page.locator(coming).count()
    assert counts["2026-03-10"] > 0
    assert counts["2031-01-01"] == 0


@pytest.mark.long
def test_a_pack_searches_what_concerns_its_state_alone(pack: Path, watched: Visit) -> None:
    """Every hit lies in the pack, whatever else is chosen, also of words in Latin letters that other states share."""
    watched.to(root_of(pack) + "search/index.html")  # which forgets what the page before has asked for late
    asking = FromDisk(watched.page, root_of(pack))
    asking.open(q="training")
    assert asking.total > 10
    first = asking.hits
    asking.tick("Country", "la").close()
    for hit in (*first, *asking.hits):
        assert (pack / hit.partition("#")[0] / "index.html").is_file(), hit
    assert 0 < asking.total < asking.open(q="training").total
    assert outside(watched.requests, pack) == []


@pytest.mark.long
def test_a_pack_begins_with_its_state_and_leads_on_inside(pack: Path, watched: Visit) -> None:
    """The list of a collection is that of the state; what the pack does not hold is named by its address online."""
    page = watched.to(root_of(pack) + "index.html").page
    page.wait_for_url(root_of(pack) + "countries/vn/index.html")
    assert "Copy of what concerns Viet Nam, made on" in page.locator(".ch-copy").inner_text()
    assert page.locator(".md-tabs a", has_text="Trainings").get_attribute("href") == "../../trainings/by/countries/vn/index.html"
    assert page.locator(".md-tabs a", has_text="Plans").get_attribute("href") == "https://awg-cites-we.github.io/clearing-house/plans/"
    assert outside(watched.requests, pack) == []
    assert watched.troubles == []
