"""Haste: how many examples hypothesis tries, the same ones in every run; a night has time for more."""

from typing import Any

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
