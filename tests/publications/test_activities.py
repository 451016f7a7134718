"""Pages of activities and plans: what is known of an activity is never denied beside it."""

from tests.support.examples import SOURCE, catalogue, yaml
from tests.support.publications.rendering import pages_of

SOURCED = f"[{{on: 2026-03-02, delivery: under way, by: public sources, evidence: {{sources: [{SOURCE}]}}, confidence: medium}}]"


def page(address: str, activity: str, plan: str = yaml("plans")) -> str:
    """The page of a plan with one activity, or of that activity."""
    files = {"plans/poe-2026": plan} | ({"activities/poe-2026/1.1.1": activity} if activity else {})
    return next(page.html for page in pages_of(catalogue(files)).all() if page.address == address)


def test_an_activity_without_records_says_whether_its_log_names_sources() -> None:
    """Its badge speaks of records: how far it has come is another matter."""
    silent, sourced = (page("plans/poe-2026/1.1.1/", yaml("activities", log=log)) for log in (None, SOURCED))
    assert "No public source was found that names it." in silent
    assert "No public source was found" not in sourced
    assert "Its log names what was found elsewhere." in sourced
    assert "No record found</span>" in silent
    assert "Under way." in sourced


def test_a_sub_activity_says_how_far_it_has_come() -> None:
    """By its own log, or that it has none."""
    parts = f"[{{id: a, wording: First., log: {SOURCED}}}, {{id: b, wording: Second.}}]"
    html = page("plans/poe-2026/1.1.1/", yaml("activities", sub_activities=parts))
    assert [words in html for words in ("Under way", "not logged apart from the activity")] == [True, True]


def test_a_plan_whose_text_was_not_found_leads_to_no_text() -> None:
    """And says why once."""
    html = page("plans/poe-2026/", "", yaml("plans", thrusts=None, note="Nobody has it."))
    assert html.count("Nobody has it.") == 1
    assert "Open the plan" not in html
