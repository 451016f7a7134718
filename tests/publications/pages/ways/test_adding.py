"""Adding: the button above a list leads to a way by which its records can be added."""

from lxml import html as lxml_html

from clearinghouse.publications.form_links import FORMS
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.presentations import LISTED, PRESENTATIONS
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import COLLECTIONS
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import PROSE, templates, words

PUBLIC = Site("Examples", "https://site.example/", "site.example", "https://github.example/o/r")
PRIVATE = Site("Examples", "https://site.example/", "site.example")


def buttons(site: Site, collection: str) -> dict[str, str]:
    """The words of the buttons above a list, and where they lead."""
    html = Pages(living(), site, templates()).below_prose(f"{collection}/", PROSE) or ""
    (bar,) = lxml_html.fragment_fromstring(html, create_parent="article").xpath("//*[contains(@class, 'ch-toolbar')]")
    return {words(link): link.get("href") for link in bar.xpath(".//a")}


def test_a_list_offers_only_what_leads_on() -> None:
    """The form where it knows the collection, else the template of its files; nothing where there is neither."""
    for collection in LISTED:
        presentation = PRESENTATIONS[collection]
        open_to_all, closed = (buttons(site, collection) for site in (PUBLIC, PRIVATE))
        is_asked = bool(presentation.add_at) or collection in FORMS
        assert (presentation.add in open_to_all) == (presentation.add in closed) == is_asked, collection
        if COLLECTIONS[collection].is_event:
            assert open_to_all[presentation.add].endswith("&status=announced")  # it sets what it says
        by_file = [to for text, to in open_to_all.items() if "template" in text]
        assert by_file == ([PUBLIC.sample_link(collection)] if presentation.add and not is_asked else []), collection
        assert not [text for text in closed if "template" in text], collection
