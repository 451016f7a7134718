"""Groupings: the activities of a plan by what they have in common, for readers who ask who leads, who answers, or how far it came."""

from collections.abc import Callable, Sequence
from typing import Any

from clearinghouse.publications.collections.delivery.log import NOT_LOGGED, delivery_words
from clearinghouse.publications.words import capital
from clearinghouse.records.collections.activity import Activity
from clearinghouse.vocabulary.kinds import DELIVERIES
from clearinghouse.vocabulary.states import name_of

_NOT_STATED = "Not stated in the plan"
_DELIVERIES = (*reversed([capital(delivery) for delivery in DELIVERIES]), NOT_LOGGED)


def _leads(activity: Activity) -> Sequence[str]:
    return [name_of(code) for code in activity.all_leads] or [_NOT_STATED]


def _bodies(activity: Activity) -> Sequence[str]:
    parts = (activity, *activity.sub_activities)
    return list(dict.fromkeys(body for part in parts for body in part.responsible)) or [_NOT_STATED]


def _is_last_then_words(title: str) -> tuple[bool, str]:
    return (title == _NOT_STATED, title.casefold())


_Titles = Callable[[Activity], Sequence[str]]
_Order = Callable[[str], Any]
_GROUPINGS: tuple[tuple[str, _Titles, _Order], ...] = (
    ("Lead country", _leads, _is_last_then_words),
    ("Responsible body", _bodies, _is_last_then_words),
    ("Delivery", lambda activity: [delivery_words(activity.delivery)], _DELIVERIES.index),
)


def groupings(activities: Sequence[Activity]) -> list[dict[str, Any]]:
    """Each way to group them: its label, and its groups with the numbers of their activities in the plan's order.

    Every activity is in each grouping; one that two states lead stands under both.
    """
    return [{"label": label, "groups": _groups(activities, titles, order)} for label, titles, order in _GROUPINGS]


def _groups(activities: Sequence[Activity], titles: _Titles, order: _Order) -> list[dict[str, Any]]:
    groups: dict[str, list[str]] = {}
    for activity in activities:
        for title in titles(activity):
            groups.setdefault(title, []).append(activity.number)
    return [{"title": title, "numbers": groups[title]} for title in sorted(groups, key=order)]
