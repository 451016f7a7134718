"""Activities: the plan's own words, who and when, and every record that serves it as evidence."""

from clearinghouse.publications.collections.delivery.evidence import FULL, LATER, NONE, counts, mark, mark_words, period_badge, sections
from clearinghouse.publications.collections.delivery.indicators import indicators_section
from clearinghouse.publications.collections.delivery.log import delivery_facts, delivery_words, log_section
from clearinghouse.publications.collections.edits import edits
from clearinghouse.publications.collections.view import Setting, View
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.lines import separated, state_lines
from clearinghouse.publications.html.parts import Badge, Bit, Fact, Head, Line, Section, Tools
from clearinghouse.publications.words import capital
from clearinghouse.records.collections.activity import Activity, Commitment
from clearinghouse.records.collections.plan import Plan

NONE_IN_PLAN = "none in the plan"
IN_PARTS = "see the sub-activities"


def view(activity: Activity, plan: Plan, setting: Setting) -> View:
    """The page of an activity."""
    evidence = setting.catalogue.evidence(activity)
    programme = plan.programmes[activity.programme]
    badge = Badge({FULL: "done", LATER: "plain", NONE: "heed"}[mark(evidence)], mark_words(evidence))
    head = Head(
        f"{activity.number} {activity.label}",
        f"{delivery_words(activity.delivery)}. {capital(counts(evidence, plan))}.",
        badges=(Badge("kind", plan.label), period_badge(plan, setting.catalogue.as_of), badge),
        crumbs=(("Home", ""), ("Plans", "plans/"), (plan.label, f"plans/{plan.id}/")),
        tools=Tools(edits=edits(activity, setting.site, "activity")),
    )
    rows = (
        *delivery_facts(activity),
        fact("Plan", Bit(plan.label, to=f"plans/{plan.id}/")),
        fact("Programme", f"{programme.number} {programme.title}"),
        *_who_and_when(activity, IN_PARTS if activity.sub_activities and not activity.responsible else NONE_IN_PLAN),
        fact("Empty in the plan", ", ".join(activity.source_gap) or None, silent=None),
    )
    catalogue = setting.catalogue
    return View(
        head,
        facts(*rows),
        (
            *_parts(activity),
            indicators_section(activity, catalogue),
            log_section(activity, plan, catalogue),
            *sections(activity, plan, catalogue),
        ),
    )


def _who_and_when(part: Commitment, silent: str | None) -> tuple[Fact | None, ...]:
    return (
        fact("Responsible", *part.responsible, silent=silent),
        fact("Lead country", *state_lines(*part.lead), silent=silent),
        fact("Partners", *part.partners, silent=None),
        fact("Timeline", str(part.timeline) if part.timeline else None, silent=silent),
    )


def _quoted(text: str) -> Line:
    return (Bit(f"“{text}”"),)


def _parts(activity: Activity) -> tuple[Section, ...]:
    quoted = Bit("Quoted from the plan.", small=True)
    parts = [Section("wording", "What the plan says", paragraphs=(_quoted(activity.wording), (quoted,)))]
    rows = []
    for part in activity.sub_activities:
        delivery = delivery_words(part.delivery) if part.log else "not logged apart from the activity"
        below = [row for row in (fact("Delivery", delivery), *_who_and_when(part, None)) if row]
        lines: list[Line] = [_quoted(part.wording)]
        lines += [
            (Bit(f"{row.label}: ", small=True), *separated(bit for line in row.lines for bit in line if bit.text.strip())) for row in below
        ]
        rows.append(fact(part.id, *lines))
    if rows:
        parts.append(Section("sub-activities", "Sub-activities", facts=facts(*rows)))
    if activity.note:
        parts.append(Section("note", "Notes on the source", paragraphs=((Bit(activity.note),),)))
    return tuple(parts)
