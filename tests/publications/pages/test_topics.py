"""Topics as pages: everything on a topic in one place, and no topic without its page."""

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.pages.topics import MOST_RECORDS, pages
from clearinghouse.vocabulary.topics import TOPICS
from tests.support import examples
from tests.support.publications.giving_out import SITE
from tests.support.publications.rendering import templates


def topic_pages(catalogue: Catalogue) -> dict[str, str]:
    """The pages by their addresses."""
    return {page.address: page.html for page in pages(catalogue, SITE, templates())}


def test_every_topic_has_a_page() -> None:
    """Also one on which there is no record: it says so."""
    html = topic_pages(examples.catalogue({}))
    assert list(html) == ["topics/", *(f"topics/{term.id}/" for term in TOPICS)]
    assert "No record is on this topic yet." in html["topics/evidence/"]


def test_a_topic_counts_what_each_collection_has() -> None:
    """And lists it; what has another topic is not there."""
    records = {
        "trainings/la-2026-03-x": examples.yaml("trainings", title="On evidence", topics="[evidence, cites]"),
        "trainings/la-2026-03-y": examples.yaml("trainings", title="On courts", topics="[courts]"),
        "programmes/x": examples.yaml("programmes", topics="[evidence]"),
    }
    html = topic_pages(examples.catalogue(records))["topics/evidence/"]
    assert "Everything on this site about evidence: 1 training, 1 programme." in html
    assert "On evidence" in html
    assert "On courts" not in html


def test_a_long_list_leads_to_the_whole() -> None:
    """The newest stand here, and the way to all."""
    keys = [f"trainings/la-2026-03-{number}" for number in range(MOST_RECORDS + 1)]
    catalogue = examples.catalogue({key: examples.yaml("trainings", topics="[evidence]") for key in keys})
    html = topic_pages(catalogue)["topics/evidence/"]
    assert f"All {len(keys)} trainings" in html
    assert sum(f"{key}/" in html for key in keys) == MOST_RECORDS


def test_topics_belong_to_the_library() -> None:
    """They gather what all its collections hold, not one of them."""
    assert {page.section for page in pages(examples.catalogue({}), SITE, templates())} == {"library/"}
