"""Turns: of what is too much for one run comes the part whose turn it is, and the one after which the next run goes on."""

from collections.abc import Sequence


def turn(addresses: Sequence[str], reached: str, most: int) -> tuple[Sequence[str], str]:
    """As many as one run takes, from after the one that the last run reached, from the start again after the end; and the one that
    this run reaches, or nothing where all have their turn in it."""
    if len(addresses) <= most:
        return addresses, ""
    start = addresses.index(reached) + 1 if reached in addresses else 0
    chosen = [*addresses[start:], *addresses[:start]][:most]
    return chosen, chosen[-1]
