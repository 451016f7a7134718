"""Activities: the plan's own words, who and when, and every record that serves it as evidence."""

from clearinghouse.catalogue.facets import activity_term
from clearinghouse.publications.collections.delivery.log import delivery_facts, log_section
from clearinghouse.publications.collections.view import Setting, View, fact, facts, record_item, separated, state_line
from clearinghouse.publications.form_links import to_add
from clearinghouse.publications.html.parts import Action, Badge, Bit, Fact, Head, Line, Notice, Section
from clearinghouse.publications.narrowed import list_under
from clearinghouse.publications.words import counted, plural_of, records_counted
from clearinghouse.records.collections.activity import Activity, Commitment
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.training import Training

NONE_IN_PLAN = "none in the plan"
IN_PARTS = "see the sub-activities"
MOST_RECORDS = 20
"""So many of a collection are shown where a list holds them all."""


def view(activity: Activity, plan: Plan, setting: Setting) -> View:
    """The page of an activity."""
    evidence, serving = setting.catalogue.evidence_for(activity), setting.catalogue.serving(activity)
    edit = setting.site.edit_link(activity.path)
    programme = plan.programmes[activity.programme]
    badge = Badge("done", counted(len(evidence), "record")) if evidence else Badge("heed", "No evidence" if serving else "No record")
    head = Head(
        f"{activity.number} {activity.label}",
        badges=(Badge("kind", plan.label), badge),
        actions=(Action("Copy link", copies=True), *([Action("Edit this activity", href=edit)] if edit else [])),
        crumbs=(("Home", ""), ("Plans", "plans/"), (plan.label, f"plans/{plan.id}/")),
    )
    rows = (
        *delivery_facts(activity),
        fact("Plan", Bit(plan.label, to=f"plans/{plan.id}/")),
        fact("Programme", f"{programme.number} {programme.title}"),
        *_who_and_when(activity, IN_PARTS if activity.sub_activities and not activity.responsible else NONE_IN_PLAN),
        fact("Empty in the plan", ", ".join(activity.source_gap) or None, silent=None),
    )
    return View(
        head,
        facts(*rows),
        (*_parts(activity), log_section(activity, plan, setting.catalogue), *_evidence(activity, serving, evidence, setting)),
    )


def _who_and_when(part: Commitment, silent: str | None) -> tuple[Fact | None, ...]:
    return (
        fact("Responsible", *part.responsible, silent=silent),
        fact("Lead country", *(state_line(code) for code in part.lead), silent=silent),
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
        below = [row for row in _who_and_when(part, None) if row]
        lines: list[Line] = [_quoted(part.wording)]
        lines += [
            (Bit(f"{row.label}: ", small=True), *separated(bit for line in row.lines for bit in line if bit.text.strip())) for row in below
        ]
        lines += [(Bit("Indicator: ", small=True), *_quoted(indicator.wording)) for indicator in part.indicators]
        rows.append(fact(part.id, *lines))
    if rows:
        parts.append(Section("sub-activities", "Sub-activities", facts=facts(*rows)))
    indicators = tuple(_quoted(indicator.wording) for indicator in activity.indicators)
    missing = (
        None
        if activity.all_indicators
        else Notice("The plan gives no indicator.", (Bit("So nothing says how this activity would be measured."),))
    )
    if indicators or missing:
        parts.append(Section("indicators", "Indicators", paragraphs=indicators, empty=missing))
    if activity.note:
        parts.append(Section("note", "What to know about the source", paragraphs=((Bit(activity.note),),)))
    return tuple(parts)


def _evidence(activity: Activity, serving: tuple[Record, ...], evidence: tuple[Record, ...], setting: Setting) -> tuple[Section, ...]:
    if not serving:
        words = (
            Bit("No public source was found that names it. "),
            Bit("Tell us of one", to=to_add(Training.collection, serves=activity.id)),
        )
        empty = Notice(f"Activity {activity.number} has no record.", words)
        return (Section("evidence", "Records that serve it", empty=empty, is_searched=False),)
    left_out = len(serving) - len(evidence)
    tally = f"{counted(len(serving), 'record')}. Evidence says that something was done, not how well, nor that the activity is finished."
    tally += f" {left_out} of low confidence or withdrawn: shown here, not counted as evidence." if left_out else ""
    sections = [Section("evidence", "Records that serve it", paragraphs=((Bit(tally),),), is_searched=False)]
    for collection in dict.fromkeys(record.collection for record in serving):
        records = [record for record in serving if record.collection == collection]
        whole = list_under(collection, "activities", activity_term(setting.catalogue, activity))
        is_cut = whole is not None and len(records) > MOST_RECORDS
        more: tuple[Line, ...] = ((Bit(f"All {records_counted(len(records), collection)}", to=whole),),) if is_cut else ()
        items = tuple(record_item(record) for record in (records[:MOST_RECORDS] if is_cut else records))
        sections.append(Section(f"evidence-{collection}", plural_of(collection), items, paragraphs=more, is_searched=False))
    return tuple(sections)
