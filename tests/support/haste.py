"""How hard hypothesis looks: the same examples in every run, and no more than a run has time for."""

from hypothesis import HealthCheck, settings

HASTE = settings(max_examples=60, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
