"""Programmes: what a page says to whoever wants to join, and what it leaves out."""

from datetime import date

from clearinghouse.publications.collections.programme import LONGEST, joining
from tests.support import examples
from tests.support.publications.rendering import living_pages, words

DAY = date(2026, 3, 10)


def sentences(**keys: str) -> str:
    """What is said of a programme with these keys."""
    return joining(examples.record("programmes/x", **keys), DAY)


def test_only_what_is_stated_is_said() -> None:
    """Each answer is a sentence of its own."""
    assert sentences() == ""
    assert sentences(access="{apply: by letter}", running="unsure") == "How to apply: by letter. Not certain that it still runs."
    whole = sentences(
        access="{who: officers, apply: by letter, cost: travel alone, fee: free}",
        languages="[en, fr, es]",
        running="yes",
        audience="[police]",
    )
    assert whole == "Open to: officers. How to apply: by letter. Cost: travel alone. In English, French and Spanish. Still running."


def test_audiences_say_who_where_no_words_do() -> None:
    """That a course is for somebody is not yet that it is open to them."""
    assert sentences(audience="[police, customs]", access="{fee: free}") == "For: Police, Customs. Cost: free."


def test_what_has_ended_no_longer_runs() -> None:
    """Whatever was known before."""
    assert sentences(running="yes", until="2026-02") == "No longer running."
    assert sentences(running="yes", until="2026-03") == "Still running."


def test_a_long_answer_is_cut_after_a_clause() -> None:
    """Or after a word, where it has no clauses; the facts have it whole."""
    clauses = "officers of all member states; others"
    assert sentences(access=f"{{who: '{clauses} {'and others ' * 9}'}}") == "Open to: officers of all member states …"
    assert len(sentences(access=f"{{who: {'word ' * 30}}}")) < LONGEST + len("Open to: .") + 1


def test_the_page_begins_with_who_can_use_it_and_names_what_is_not_stated_once() -> None:
    """Instead of a row for each, and at the end of the facts."""
    page = living_pages()["programmes/permit-course-online/"]
    first = [(words(row.find("dt")), words(row.find("dd"))) for row in page.xpath("//header//dl[@class='ch-first']/div")]
    assert first == [("Audience", "CITES authorities"), ("Languages", "English, Burmese")]
    facts = {words(row.find("dt")): words(row.find("dd")) for row in page.xpath("//dl[@class='ch-facts']/div")}
    assert list(facts)[-1] == "Not stated"
    assert facts["Not stated"].startswith("who can use it, how to apply, cost")
    assert not {"Cost", "How to apply", "Who can use it"} & facts.keys()
