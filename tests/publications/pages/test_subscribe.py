"""Subscribe: what the page offers, and which feeds a page names in its head."""

import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.channels import channels
from clearinghouse.publications.feeds.autodiscovery import autodiscovery, fitting
from clearinghouse.publications.pages.subscribe import CALENDARS, READERS, choice, context, qr_files
from tests.support.publications.giving_out import SITE, fragment, living, living_agendas, living_feeds

PROSE = '<h1 id="subscribe">Subscribe</h1>\n<p>Be told.</p>\n<h2 id="feed">What a feed is</h2>\n<p>A list.</p>'


def test_every_channel_is_offered_once() -> None:
    """In a list of its kind, with a part of the page of its own that a link can name."""
    offered = [offer for group in context(living(), SITE, PROSE)["groups"] for offer in group["choices"]]
    assert {offer.channel.id for offer in offered} == set(channels(living()))
    assert len({offer.id for offer in offered}) == len(offered)
    assert all(re.fullmatch(r"[a-z0-9-]+", offer.id) for offer in offered)


def test_every_address_that_is_offered_is_given_out() -> None:
    """Feeds, agendas and QR codes; webcal: differs in nothing but its name."""
    given = {**living_feeds(), **living_agendas(), **dict(qr_files(living(), SITE))}
    for channel in channels(living()).values():
        offered = choice(channel, SITE)
        assert offered.feed or offered.agenda
        assert not offered.feed or offered.feed.removeprefix(SITE.url) in given
        assert not offered.agenda or offered.agenda.removeprefix(SITE.url) in given
        assert offered.webcal == offered.agenda.replace("https://", "webcal://")
        assert offered.qr in given


def test_others_are_given_the_whole_address() -> None:
    """As one part of their query, so that nothing of it is taken for theirs."""
    page = context(living(), SITE, PROSE)
    for (name, href, form), (own, of) in zip([*page["ways"]["readers"], *page["ways"]["calendars"]], [*READERS, *CALENDARS], strict=True):
        assert (name, form) == (own, of)
        parts = urlsplit(href)
        values = [value for _, value in parse_qsl(parts.query)] or [unquote(parts.path)]
        assert any(re.search(r"(https|webcal)://site\.example/chm/(feeds|agendas)/\w+\.(rss|ics)$", value) for value in values), href


def test_a_qr_code_is_a_picture_that_needs_nothing_else() -> None:
    """SVG with a title, its own name space, black on white, and no script or link."""
    for address, content in qr_files(living(), SITE):
        picture = lxml_html.fragment_fromstring(content)
        assert 'xmlns="http://www.w3.org/2000/svg"' in content, address
        assert picture.findtext("title", "").startswith(SITE.name)
        assert {element.tag for element in picture.iter()} == {"svg", "title", "path"}
        assert 'fill="#fff"' in content


@pytest.mark.parametrize(
    ("address", "fit"),
    [
        ("", ["all"]),
        ("about/", ["all"]),
        ("updates/digest/2026-w10/", ["all"]),
        ("trainings/", ["trainings", "all"]),
        ("trainings/th-2026-03-x/", ["trainings", "all"]),
        ("trainings/page/2/", ["trainings", "all"]),
        ("trainings/by/countries/la/", ["countries/la", "trainings", "all"]),
        ("trainings/by/countries/jp/", ["trainings", "all"]),
        ("workshops/by/topics/evidence/page/2/", ["topics/evidence", "workshops", "all"]),
        ("programmes/by/audience/rangers/", ["audiences/rangers", "programmes", "all"]),
        ("documents/by/years/2020/", ["documents", "all"]),
        ("countries/la/", ["countries/la", "all"]),
        ("legislation/la/", ["legislation", "countries/la", "all"]),
        ("plans/poa-2016-2020/", ["plans/poa-2016-2020", "plans", "all"]),
        ("plans/poa-2016-2020/4.1.2/", ["plans/poa-2016-2020", "plans", "all"]),
    ],
)
def test_a_page_names_the_feeds_that_fit_it(address: str, fit: list[str]) -> None:
    """The closest first, all updates last."""
    known = channels(living())
    assert [channel.id for channel in fitting(address, known)] == fit
    head = fragment(autodiscovery(address, known, SITE))
    given = {**living_feeds(), **living_agendas()}
    links = head.xpath("//link")
    assert {link.get("rel") for link in links} == {"alternate"}  # many finders know no more than that word
    assert all(urljoin(SITE.url + address, link.get("href")).removeprefix(SITE.url) in given for link in links)
    assert [link.get("title") for link in links].count(SITE.name) == 4
    kinds = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json", "ics": "text/calendar"}
    assert all(kinds[link.get("href").rpartition(".")[2]] == link.get("type") for link in links)
