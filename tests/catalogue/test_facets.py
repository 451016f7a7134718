"""Facets: the ways in which a list is narrowed."""

from clearinghouse.catalogue.facets import Facet, activity_term, facets, kind_term
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.kinds import TRAINING_KINDS, WORKSHOP_KINDS
from clearinghouse.vocabulary.languages import LANGUAGES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.vocabulary.trade.units import UNIT_KINDS
from tests.support.examples import catalogue, yaml

EVERY = catalogue(
    {
        "plans/poe-2026": yaml("plans"),
        "activities/poe-2026/1.1.1": yaml("activities"),
        "activities/poe-2026/1.1.2": yaml("activities"),
        "trainings/th-2026-03-a": yaml("trainings", host="TH", audience="[rangers, police]", serves="[poe-2026/1.1.1]", kind="e-learning"),
        "trainings/th-2026-03-b": yaml(
            "trainings", host="CN", starts="2024-12-30", ends="2026-01-02", audience="[police]", topics="[timber]"
        ),
        "trainings/th-2026-03-c": yaml("trainings", host="AU", starts="2026-05", kind="training of trainers"),
        "trainings/th-undated-d": yaml("trainings", starts=None, undated="true", note="No date."),
    }
)


FIGURES = catalogue(
    {
        "species/sp-pangolins": yaml("species", title="Pangolins"),
        "species/sp-tiger": yaml("species", title="Tiger"),
        "figures/fig-a": yaml("figures", measure="seized", unit="kg", from_="2016", until="2018-03", species="[sp-pangolins]"),
        "figures/fig-b": yaml("figures", measure="convicted", unit="years", until="2020"),
    }
)


def facet(facet_id: str, collection: str = "trainings") -> Facet:
    """A facet of a collection."""
    return next(item for item in facets(EVERY, collection) if item.id == facet_id)


def chosen(facet_id: str) -> dict[str, list[str]]:
    """The records behind each term that has any."""
    return {choice.id: [record.id for record in choice.records] for choice in facet(facet_id).choices if choice.records}


def test_every_term_of_a_closed_list_is_there() -> None:
    """Empty or not, in the list's own order, under its own headings: a feed and a list exist for each."""
    for name, terms in (("audience", AUDIENCES), ("topics", TOPICS)):
        assert [(choice.id, choice.label, choice.group) for choice in facet(name).choices] == [
            (term.id, term.label, term.group) for term in terms
        ]
    assert [choice.id for choice in facet("kinds").choices] == [kind_term(kind) for kind in TRAINING_KINDS]
    assert [choice.id for choice in facet("kinds", "workshops").choices] == [kind_term(kind) for kind in WORKSHOP_KINDS]
    assert [choice.id for choice in facet("activities").choices] == ["poe-1.1.1", "poe-1.1.2"]
    assert [choice.id for choice in facet("countries", "networks").choices] == [state.address for state in MEMBER_STATES.values()]


def test_other_states_stand_behind_the_members() -> None:
    """By name, and only those that occur."""
    choices = facet("countries").choices
    assert [choice.id for choice in choices][:11] == [state.address for state in MEMBER_STATES.values()]
    assert [(choice.id, choice.group) for choice in choices][11:] == [("au", "Other states"), ("cn", "Other states")]


def test_an_event_stands_under_every_year_in_which_it_falls() -> None:
    """The latest year first; the undated under none."""
    assert chosen("years") == {
        "2026": ["th-2026-03-c", "th-2026-03-a", "th-2026-03-b"], "2025": ["th-2026-03-b"], "2024": ["th-2026-03-b"],
    }  # fmt: skip
    assert list(chosen("years")) == ["2026", "2025", "2024"]


def test_a_record_stands_under_each_of_its_terms() -> None:
    """In the order of the collection."""
    assert chosen("audience") == {"rangers": ["th-2026-03-a"], "police": ["th-2026-03-a", "th-2026-03-b"]}
    assert chosen("topics") == {"timber": ["th-2026-03-b"]}
    assert chosen("kinds") == {
        "e-learning": ["th-2026-03-a"], "training-of-trainers": ["th-2026-03-c"], "training": ["th-2026-03-b", "th-undated-d"],
    }  # fmt: skip
    assert chosen("activities") == {"poe-1.1.1": ["th-2026-03-a"]}
    assert chosen("countries") == {"th": ["th-2026-03-a"], "cn": ["th-2026-03-b"], "au": ["th-2026-03-c"]}


def test_programmes_are_narrowed_by_what_whoever_joins_asks() -> None:
    """Whether it still runs, what it costs, and in which language; what is not stated stands under none, what has ended does not run."""
    programmes = catalogue(
        {
            "programmes/a": yaml("programmes", running="yes", access="{fee: free}", languages="[th, en]"),
            "programmes/b": yaml("programmes", running="yes", until="2026-02", access="{fee: not free}"),
            "programmes/c": yaml("programmes", running="unsure", until="2026-03", languages="[en]"),
            "programmes/d": yaml("programmes"),
        }
    )
    terms = {
        facet.id: {choice.id: [record.id for record in choice.records] for choice in facet.choices}
        for facet in facets(programmes, "programmes")
    }
    assert terms["running"] == {"yes": ["a"], "no": ["b"], "unsure": ["c"]}
    assert terms["cost"] == {"free": ["a"], "not-free": ["b"]}
    assert {tag: ids for tag, ids in terms["languages"].items() if ids} == {"en": ["a", "c"], "th": ["a"]}
    assert list(terms["languages"]) == list(LANGUAGES)


def test_terms_are_addresses() -> None:
    """Lower case, and the number of an activity with its dots, since 4.1.2 is its name."""
    activity = EVERY.activity("poe-2026/1.1.2")
    assert activity is not None
    assert activity_term(EVERY, activity) == "poe-1.1.2"
    assert kind_term("training of trainers") == "training-of-trainers"
    assert kind_term("NGO") == "ngo"


def test_collections_without_facets_have_none() -> None:
    """Legislation has one page for each state, and no list to narrow."""
    assert facets(EVERY, "legislation") == ()


def test_figures_are_narrowed_by_their_true_years_their_species_what_they_measure_and_the_kind_of_their_unit() -> None:
    """Years from the first to the last; of species those that occur, of measures and kinds of units all that there are."""
    by_facet = {facet.id: facet.choices for facet in facets(FIGURES, "figures")}
    chosen = {
        name: {choice.id: [record.id for record in choice.records] for choice in by_facet[name] if choice.records} for name in by_facet
    }
    assert chosen == {
        "countries": {},
        "years": {"2020": ["fig-b"], "2018": ["fig-a"], "2017": ["fig-a"], "2016": ["fig-a"]},
        "species": {"sp-pangolins": ["fig-a"]},
        "measures": {"seized": ["fig-a"], "convicted": ["fig-b"]},
        "units": {"mass": ["fig-a"], "time": ["fig-b"]},
    }
    assert [choice.label for choice in by_facet["species"]] == ["Pangolins"]
    assert len(by_facet["units"]) == len(UNIT_KINDS)
