"""How evidence is said: the same words and the same numbers wherever a count stands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from clearinghouse.catalogue.catalogue import Catalogue, newest_first
from clearinghouse.catalogue.evidence import GROUPS, Evidence, Group, Reason
from clearinghouse.catalogue.facets import activity_term, years_of
from clearinghouse.publications.collections.view import record_item
from clearinghouse.publications.form_links import to_add
from clearinghouse.publications.html.parts import Badge, Bit, Line, Notice, Section
from clearinghouse.publications.narrowed import ACTIVITIES, list_in_year, list_under
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, listed, plural_of, records_counted
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.training import Training
from clearinghouse.records.collections.workshop import Workshop
from clearinghouse.vocabulary.series import SERIES

METHOD = "method/#evidence"
"""Where the rule stands."""
RULE = Bit("How evidence is counted", to=METHOD)
NONE, LATER, FULL = "none", "later", "full"
MARK_WORDS = {FULL: "Evidence", LATER: "Work went on", NONE: "No record found"}
"""The marks of an activity: evidence from the plan's years, from later years alone, none from either."""
MOST_RECORDS = 20
"""So many of a group are shown where lists hold them all."""


def mark(evidence: Evidence) -> str:
    """The mark of an activity."""
    return FULL if evidence.during else LATER if evidence.after else NONE


def mark_words(evidence: Evidence) -> str:
    """What the mark means, in two words or three."""
    return MARK_WORDS[mark(evidence)]


def years(plan: Plan) -> str:
    """`2016 to 2020`."""
    return gettext("{first} to {last}", first=plan.period.from_, last=plan.period.to)


def counts(evidence: Evidence, plan: Plan) -> str:
    """`41 records from 2016 to 2020, 35 from later years and 1 without a date`; that there are none, where there are none."""
    parts = [
        _records_from(len(evidence.during), plan),
        *([gettext("{number} from later years", number=f"{len(evidence.after):,}")] if evidence.after else []),
        *([gettext("{number} from earlier years", number=f"{len(before):,}")] if (before := evidence.groups["before"]) else []),
        *([gettext("{number} without a date", number=f"{len(undated):,}")] if (undated := evidence.groups["undated"]) else []),
    ]
    return listed(parts)


def _records_from(number: int, plan: Plan) -> str:
    if not number:
        return gettext("no records from {years}", years=years(plan))
    return ngettext("{number} record from {years}", "{number} records from {years}", number, years=years(plan))


def not_counted(left_out: Mapping[Reason, Sequence[Record]]) -> str:
    """`Not counted: 3 observances and 1 of low confidence.`; empty where all counts."""
    parts = [_number_of(reason, len(records)) for reason, records in left_out.items()]
    return f"Not counted: {listed(parts)}." if parts else ""


def _number_of(reason: Reason, number: int) -> str:
    return f"{number:,} {reason.one if number == 1 else reason.several}"


def tally(plan: Plan, full: int, activities: int) -> tuple[str, str]:
    """`14 of 16`, and of what: `activities have evidence from 2016 to 2020`."""
    number = gettext("{number} of {total}", number=full, total=activities)
    if activities == 1:
        return number, ngettext("activity has evidence from {years}", "activity have evidence from {years}", full, years=years(plan))
    return number, ngettext("activities has evidence from {years}", "activities have evidence from {years}", full, years=years(plan))


def state_of(plan: Plan, as_of: date) -> str:
    """Whether a plan runs on a day: `Ended in 2020`."""
    if as_of.year > plan.period.to:
        return gettext("Ended in {year}", year=plan.period.to)
    if as_of.year < plan.period.from_:
        return gettext("Begins in {year}", year=plan.period.from_)
    return gettext("In force until {year}", year=plan.period.to)


def period_badge(plan: Plan, as_of: date) -> Badge:
    """The same as a badge, which asks for attention where the plan has ended."""
    return Badge("heed" if as_of.year > plan.period.to else "plain", state_of(plan, as_of))


def later_words(plan: Plan, number: int) -> str:
    """That work on some activities is only known from later years; empty where that is so for none."""
    if not number:
        return ""
    return ngettext(
        "{number} more activity has records from after {year} only.",
        "{number} more activities have records from after {year} only.",
        number,
        year=plan.period.to,
    )


def titles_of(plan: Plan) -> Mapping[Group, str]:
    """What the records of each group are called."""
    return {
        "during": f"Evidence from {years(plan)}",
        "after": f"After {plan.period.to}: the work went on",
        "before": f"Before {plan.period.from_}",
        "undated": "Without a date",
    }


def sections(activity: Activity, plan: Plan, catalogue: Catalogue) -> tuple[Section, ...]:
    """All records that name an activity: those that count by group, then those that do not and why."""
    evidence = catalogue.evidence(activity)
    titles = titles_of(plan)
    groups = [_group(f"evidence-{group}", titles[group], evidence.groups[group]) for group in GROUPS if evidence.groups[group]]
    if not groups and not evidence.left_out:
        silence = "Its log names what was found elsewhere. " if _has_evidence(activity) else "No public source was found that names it. "
        words = (Bit(silence), Bit("Suggest a source", to=to_add(Training.collection, serves=activity.id)))
        return (Section("evidence", "Records", empty=Notice(f"Activity {activity.number} has no record.", words), is_searched=False),)
    lines: list[Line] = [(Bit(f"{capital(counts(evidence, plan))}. {not_counted(evidence.left_out)} "), RULE)]
    lines += [line for line in (_lists(activity, plan, catalogue), *_by_year(activity, catalogue), _series(evidence)) if line]
    return (
        Section("evidence", "Records", paragraphs=tuple(lines), is_searched=False),
        *groups,
        *(
            _group(f"not-counted-{number}", f"Not counted: {reason.one if len(records) == 1 else reason.several}", records)
            for number, (reason, records) in enumerate(evidence.left_out.items(), start=1)
        ),
    )


def _has_evidence(activity: Activity) -> bool:
    """Whether an entry of its log, or of a part's, says what shows it."""
    return any(entry.evidence for log in (activity.log, *(part.log for part in activity.sub_activities)) for entry in log)


def _group(id_: str, title: str, records: Sequence[Record]) -> Section:
    """The newest of some records; those that no list holds are all shown, since nothing else would lead to them."""
    ordered = newest_first(records)
    newest = [record for place, record in enumerate(ordered) if place < MOST_RECORDS or not list_under(record.collection, "activities", "")]
    dated = ", the newest first" if any(record.sort_date for record in newest) else ""
    words = f"{len(newest)} of {len(records)} are shown{dated}."
    more: tuple[Line, ...] = ((Bit(words, small=True),),) if len(newest) < len(records) else ()
    return Section(id_, f"{title} ({len(records)})", tuple(map(record_item, newest)), paragraphs=more, is_searched=False)


def _series(evidence: Evidence) -> Line:
    """The series to which meetings among the evidence belong: their pages show the other meetings, and gaps."""
    bits: list[Bit] = []
    for series in SERIES:
        if number := sum(isinstance(record, Workshop) and record.body_of in series.bodies for record in evidence.counted):
            bits += [Bit(", " if bits else "Series: "), Bit(series.title, to=series.address), Bit(f" ({number} of these records)")]
    return (*bits, Bit(".")) if bits else ()


def _by_year(activity: Activity, catalogue: Catalogue) -> Iterator[Line]:
    """Of each collection whose list has years, the years in which its records for the activity fall; each is a list of its own."""
    term = activity_term(catalogue, activity)
    numbers: dict[str, Counter[str]] = {}
    for record in catalogue.serving(activity):
        if {"years", ACTIVITIES} <= set(COLLECTIONS[record.collection].facets):
            numbers.setdefault(record.collection, Counter()).update(years_of(record))
    for collection, by_year in numbers.items():
        bits = [
            bit
            for year in sorted(by_year, reverse=True)
            for bit in (Bit(", "), Bit(year, to=list_in_year(collection, term, year)), Bit(f" ({by_year[year]})"))
        ]
        if bits:
            yield (Bit(f"{plural_of(collection)} by year: "), *bits[1:], Bit("."))


def _lists(activity: Activity, plan: Plan, catalogue: Catalogue) -> Line:
    """The lists that hold all records that name the activity; where a list has years, also with those of the plan, which a reader
    may change."""
    term = activity_term(catalogue, activity)
    bits: list[Bit] = []
    for collection, number in Counter(record.collection for record in catalogue.serving(activity)).items():
        if not (whole := list_under(collection, "activities", term)):
            continue
        bits += [Bit(", " if bits else "As lists: "), Bit(f"{'all ' if number > 1 else ''}{records_counted(number, collection)}", to=whole)]
        if "years" in COLLECTIONS[collection].facets:
            chosen = [("activities", term), *(("years", year) for year in range(plan.period.from_, plan.period.to + 1))]
            bits += [Bit(" ("), Bit(years(plan), to=f"{collection}/?{urlencode(chosen)}"), Bit(")")]
    return (*bits, Bit(".")) if bits else ()
