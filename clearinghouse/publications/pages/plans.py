"""Plans as pages: every activity beside the records that serve it."""

from collections.abc import Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.channels import channels
from clearinghouse.publications.collections.delivery.evidence import (
    FULL,
    LATER,
    NONE,
    RULE,
    counts,
    later_words,
    mark,
    period_badge,
    tally,
    years,
)
from clearinghouse.publications.collections.delivery.indicators import answers_words
from clearinghouse.publications.collections.delivery.log import delivery_words
from clearinghouse.publications.collections.edits import edits
from clearinghouse.publications.collections.view import Setting, note_section, sources_section
from clearinghouse.publications.downloads.plain_tables import plain_table
from clearinghouse.publications.feeds.following import following
from clearinghouse.publications.html.charts import period_chart
from clearinghouse.publications.html.parts import Action, Bit, Cell, Column, Head, Notice, Table, Tools
from clearinghouse.publications.pages.groupings import groupings
from clearinghouse.publications.pages.news import reports
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, counted, listed, state_names
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.vocabulary.states import name_of

_MARKS = {"delivered": FULL, "partly delivered": LATER, "under way": LATER}


def squares(plan: Plan, catalogue: Catalogue) -> list[tuple[str, list[dict[str, Any]]]]:
    """A plan at a glance: per thrust its activities, each with its mark and what was counted."""
    rows = []
    for thrust in plan.thrusts:
        activities = [activity for programme in thrust.programmes for activity in catalogue.activities_of(plan, programme.number)]
        if activities:
            rows.append((gettext("Thrust {number}", number=thrust.number), [_square(activity, plan, catalogue) for activity in activities]))
    return rows


def gap_words(plan: Plan) -> str:
    """Which thrusts the plan's own numbers leave out; empty where they run through."""
    numbers = [int(thrust.number) for thrust in plan.thrusts if thrust.number.isdigit()]
    left_out = [str(number) for number in range(1, max(numbers, default=0)) if number not in numbers]
    if not left_out:
        return ""
    return ngettext("The plan has no Thrust {numbers}.", "The plan has no Thrusts {numbers}.", len(left_out), numbers=listed(left_out))


def _square(activity: Activity, plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    evidence = catalogue.evidence(activity)
    return {"number": activity.number, "to": activity.address, "mark": mark(evidence), "words": counts(evidence, plan)}


def _at_a_glance(plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    """What is said of a plan wherever it stands: whether it runs, its tally and its squares."""
    activities = catalogue.activities_of(plan)
    marks = [mark(catalogue.evidence(activity)) for activity in activities]
    return {
        "badge": period_badge(plan, catalogue.as_of),
        "tally": tally(plan, marks.count(FULL), len(activities)) if activities else None,
        "later": later_words(plan, marks.count(LATER)),
        "silent": "" if activities else gettext("The text of this plan was not found, so its activities are not listed."),
        "squares": squares(plan, catalogue),
        "gap": gap_words(plan) if activities else "",
        "rule": RULE,
    }


def summary(plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    """A plan on the front page and in the list of plans."""
    return {
        "id": plan.id,
        "label": plan.label,
        "to": f"plans/{plan.id}/",
        "summary": plan.summary,
        "thrusts": f"{years(plan)}, {counted(len(plan.thrusts), 'strategic thrust')}" if plan.thrusts else years(plan),
        **_at_a_glance(plan, catalogue),
    }


def periods(catalogue: Catalogue) -> Mapping[str, Any]:
    """When the plans run, as a chart and as a table."""
    chart = period_chart("When the plans run", {plan.label: (plan.period.from_, plan.period.to) for plan in catalogue.plans})
    columns = (Column("Plan"), Column("From", is_number=True), Column("To", is_number=True), Column("Years", is_number=True))
    rows = [
        (
            Cell(((Bit(plan.label, to=f"plans/{plan.id}/"),),), is_heading=True),
            Cell(((Bit(str(plan.period.from_)),),), "From", is_number=True),
            Cell(((Bit(str(plan.period.to)),),), "To", is_number=True),
            Cell(((Bit(str(plan.period.to - plan.period.from_ + 1)),),), "Years", is_number=True),
        )
        for plan in catalogue.plans
    ]
    return {"periods": chart, "table": Table("The periods of the plans, first and last year included", columns, tuple(rows))}


def context(plan: Plan, setting: Setting) -> Mapping[str, Any]:
    """What the page of a plan lays out."""
    catalogue = setting.catalogue
    activities = catalogue.activities_of(plan)
    actions = [*following(channels(catalogue)[f"plans/{plan.id}"], setting.site)]
    actions += (
        [Action("Open the plan", to=text.address)] if activities and plan.document and (text := catalogue.record(plan.document)) else []
    )
    actions.append(Action("Annual reports", to=reports.ADDRESS))
    sizes = (
        counted(len(plan.thrusts), "strategic thrust"),
        counted(len(plan.programmes), "action programme"),
        counted(len(activities), "activity", "activities"),
    )
    lead = f"{capital(listed(sizes))}. Each activity is shown with the records that name it." if activities else plan.summary
    return {
        "head": Head(
            plan.title,
            lead,
            tuple(plan.title_local.items()),
            badges=(period_badge(plan, catalogue.as_of),),
            actions=tuple(actions),
            crumbs=(("Home", ""), ("Plans", "plans/"), (plan.label, None)),
            tools=Tools(edits=edits(plan, setting.site, "plan")),
        ),
        **_at_a_glance(plan, catalogue),
        "missing": _missing(activities, catalogue),
        "groupings": groupings(activities),
        "file": _file(plan, catalogue),
        "thrusts": [_thrust(thrust, plan, catalogue) for thrust in plan.thrusts],
        "sections": (*note_section(plan), sources_section(plan)),
    }


def _missing(activities: tuple[Activity, ...], catalogue: Catalogue) -> Notice | None:
    without = [activity for activity in activities if not catalogue.serving(activity)]
    if not without:
        return None
    numbers = listed([activity.number for activity in without])
    strong = f"Activity {numbers} has no record." if len(without) == 1 else f"{len(without)} activities have no record."
    words = (Bit(f"They are {numbers}. "),) if len(without) > 1 else ()
    return Notice(strong, (*words, Bit("Suggest a source", to="contribute/")))


def _file(plan: Plan, catalogue: Catalogue) -> Table:
    """The matrix as a table of its activities."""
    rows = []
    for activity in catalogue.activities_of(plan):
        known, programme = _activity(activity, plan, catalogue), plan.programmes[activity.programme]
        words = (known["wording"], f"{programme.number} {programme.title}", known["delivery"], state_names(activity.all_leads))
        numbers = (str(known["during"]), str(known["after"]))
        rows.append([(Bit(activity.number, to=activity.address),), *((Bit(text),) for text in (*words, known["indicators"], *numbers))])
    labels = ("No.", "Activity", "Programme", "Delivery", "Lead", "Indicators", f"Records from {years(plan)}", "Records from later years")
    return plain_table(f"{plan.label}: activities", labels, rows, numbers=(6, 7))


def _thrust(thrust: Any, plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    programmes = [
        {
            "number": programme.number,
            "title": programme.title,
            "activities": [_activity(activity, plan, catalogue) for activity in catalogue.activities_of(plan, programme.number)],
        }
        for programme in thrust.programmes
    ]
    return {"id": f"thrust-{thrust.number}", "number": thrust.number, "title": thrust.title, "programmes": programmes}


def _activity(activity: Activity, plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    evidence = catalogue.evidence(activity)
    return {
        "number": activity.number,
        "to": activity.address,
        "wording": activity.wording,
        "delivery": delivery_words(activity.delivery),
        "mark": _MARKS.get(activity.delivery or "", NONE),
        "lead": [Bit(name_of(code), code=code) for code in activity.all_leads],
        "indicators": answers_words(activity, catalogue),
        "during": len(evidence.during),
        "after": len(evidence.after),
    }
