"""Evidence: the records that name an activity come in, sorted by the plan's years leave those that count, and the others with reasons."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.exchange.offer import Offer
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import Span

Group = Literal["during", "after", "before", "undated"]
GROUPS: tuple[Group, ...] = ("during", "after", "before", "undated")
"""Against the years of the plan. Only what falls into them shows that the plan was carried out."""


@dataclass(frozen=True)
class Reason:
    """Why a record does not count. one, several: how such records are counted: `2 observances`."""

    one: str
    several: str

    @classmethod
    def of(cls, words: str) -> "Reason":
        """One that is said the same of one and of several."""
        return cls(words, words)


WITHDRAWN = Reason.of("withdrawn")
PLAN_ITSELF = Reason.of("the text of the plan itself")
OBSERVANCE = Reason("observance", "observances")
EXCHANGED = Reason("offer or request", "offers and requests")
CANCELLED = Reason.of("cancelled")
POSTPONED = Reason.of("postponed")
TO_COME = Reason.of("still to come")
NOT_REPORTED = Reason.of("without a report that it was held")
LOW = Reason.of("of low confidence")
SECONDARY = Reason.of("from secondary sources alone")


def _is_to_come(record: Record, as_of: date) -> bool:
    return isinstance(record, Event) and record.status != "held" and (record.last_day or date.max) >= as_of


def _begins_later(record: Record, as_of: date) -> bool:
    return bool(record.spans) and all(span.first > as_of for span in record.spans)


_Test = Callable[[Record, Plan | None, date], bool]
_LEFT_OUT: tuple[tuple[Reason, _Test], ...] = (
    (WITHDRAWN, lambda record, plan, as_of: record.withdrawn is not None),
    (PLAN_ITSELF, lambda record, plan, as_of: plan is not None and record.key == plan.document),
    (OBSERVANCE, lambda record, plan, as_of: getattr(record, "kind", "") == "observance"),
    (EXCHANGED, lambda record, plan, as_of: isinstance(record, Offer)),
    (CANCELLED, lambda record, plan, as_of: isinstance(record, Event) and record.status == "cancelled"),
    (POSTPONED, lambda record, plan, as_of: isinstance(record, Event) and record.status == "postponed"),
    (TO_COME, lambda record, plan, as_of: _is_to_come(record, as_of) or _begins_later(record, as_of)),
    (NOT_REPORTED, lambda record, plan, as_of: isinstance(record, Event) and record.status != "held"),
    (LOW, lambda record, plan, as_of: record.confidence == "low"),
    (SECONDARY, lambda record, plan, as_of: record.rests_on_secondary_alone),
)
REASONS = tuple(reason for reason, _ in _LEFT_OUT)
"""The rule, in its order: of a record to which several apply, the first is said."""


@dataclass(frozen=True)
class Evidence:
    """All records that name an activity: those that count by group, those that do not by reason; each in exactly one place."""

    groups: Mapping[Group, tuple[Record, ...]]
    left_out: Mapping[Reason, tuple[Record, ...]]

    @property
    def during(self) -> tuple[Record, ...]:
        """What happened or was published in the years of the plan."""
        return self.groups["during"]

    @property
    def after(self) -> tuple[Record, ...]:
        """What happened after them: the work went on."""
        return self.groups["after"]

    @property
    def counted(self) -> tuple[Record, ...]:
        """All that counts, whenever it was."""
        return tuple(record for group in GROUPS for record in self.groups[group])


def evidence_of(records: Iterable[Record], plan: Plan, as_of: date) -> Evidence:
    """The evidence among the records that name an activity of a plan.

    A record counts when that of which it tells happened or was published, up to a day: no observance, no offer, not the plan itself,
    not withdrawn, of high or medium confidence, from more than secondary sources. It falls into the plan's years when a part of it does.
    """
    groups: dict[Group, list[Record]] = {group: [] for group in GROUPS}
    left_out: dict[Reason, list[Record]] = {reason: [] for reason in REASONS}
    for record in records:
        reason = reason_left_out(record, plan, as_of)
        (left_out[reason] if reason else groups[group_of(record, plan)]).append(record)
    return Evidence(
        {group: tuple(members) for group, members in groups.items()},
        {reason: tuple(members) for reason, members in left_out.items() if members},
    )


def reason_left_out(record: Record, plan: Plan | None, as_of: date) -> Reason | None:
    """Why a record does not count by the rule, or None where it does. plan: None where no plan is asked about."""
    return next((reason for reason, applies in _LEFT_OUT if applies(record, plan, as_of)), None)


def group_of(record: Record, plan: Plan) -> Group:
    """When a record falls against the years of a plan."""
    period = Span.of_years(plan.period.from_, plan.period.to)
    if not record.spans:
        return "undated"
    if any(span.overlaps(period) for span in record.spans):
        return "during"
    return "after" if any(span.first > period.last for span in record.spans) else "before"
