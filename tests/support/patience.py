"""Patience: how much longer than on a quiet machine a wait may last here, measured once a run and handed to every process of it."""

import os
import time

_USUAL = 0.2
"""How many seconds the work below takes on a quiet machine of the slower kind."""
_MEASURED = "CHM_TEST_PATIENCE"


def _slowness() -> float:
    """How many times longer a small piece of work takes here, by the clock on the wall; never under 1."""
    began = time.perf_counter()
    sum(number * number for number in range(2_000_000))
    return max(1.0, (time.perf_counter() - began) / _USUAL)


PATIENCE = float(os.environ.get(_MEASURED) or _slowness())
os.environ[_MEASURED] = str(PATIENCE)  # workers, and what they start, inherit it


def patient(seconds: float) -> float:
    """So many seconds of a quiet machine, in seconds of this one."""
    return seconds * PATIENCE
