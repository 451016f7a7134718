"""Haste: what is tried every day, of parameters and of the examples of hypothesis; a night has time for all, and for more."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

DAY, NIGHT = "day", "night"
_SHARED: dict[str, Any] = {
    "derandomize": True,
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow],
}
settings.register_profile(DAY, max_examples=25, **_SHARED)
settings.register_profile(NIGHT, max_examples=200, **_SHARED)


def daily(parameters: Iterable[str], *chosen: str) -> list[Any]:
    """Parameters of a test: the chosen ones for every day, the rest with --all."""
    return [pytest.param(one, marks=() if one in chosen else pytest.mark.long) for one in parameters]
