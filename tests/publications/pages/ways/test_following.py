"""Following: pages lead to what a reader can use: the choice of subscriptions and a calendar that learns of changes."""

from tests.support.publications.rendering import led_to, living_pages

RAW = (".rss", ".atom", ".json", ".ics")


def test_no_page_leads_to_a_feed_or_a_calendar_that_is_a_copy() -> None:
    """But the page of subscriptions, whose lists name every address; the dates of one event are a file, as calendars take them."""
    wrong = {
        (address, href)
        for address, page in living_pages().items()
        for href in page.xpath("//a/@href")
        if address != "subscribe/" and ("feeds/" in href or "agendas/" in href) and href.endswith(RAW) and ":" not in href
    }
    assert wrong == set()


def test_the_page_of_a_state_opens_its_choice() -> None:
    """Which is a part of the page of subscriptions, also without a script; its calendar is subscribed to."""
    page = living_pages()["countries/my/"]
    (main,) = page.xpath("//a[contains(@class, 'ch-button--main')]")
    assert (main.text, led_to("countries/my/", main.get("href"))) == ("Get updates", ("subscribe/", "countries-my"))
    assert living_pages()["subscribe/"].xpath("//*[@id='countries-my']")
    assert page.xpath("//a[starts-with(@href, 'webcal://')]/@href") == ["webcal://site.example/chm/agendas/countries/my.ics"]
