"""Series: bodies whose meetings are counted, each series a page. A new one is a line here."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Series:
    """Meetings that are counted.

    id: its slug in addresses; title: what readers see; bodies: ids of BODIES, the present one first, then those before it;
    first: the number of a body's first meeting, where that is not 1; networks: ids of the records of these bodies.
    """

    id: str
    title: str
    bodies: tuple[str, ...]
    first: Mapping[str, int] = field(default_factory=dict)
    networks: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"series/{self.id}/"


SERIES = (
    Series(
        "awg-cites-we",
        "Meetings of the ASEAN Working Group on CITES and Wildlife Enforcement",
        ("awg-cites-we", "asean-wen", "aeg-cites"),
        {"awg-cites-we": 13},
        ("net-awg", "net-asean-wen"),
    ),
    Series("somtc-wg", "Meetings of the SOMTC Working Group on wildlife and timber", ("somtc-wg",), networks=("net-somtc-wg",)),
    Series("enforcement-networks", "Global meetings of wildlife enforcement networks", ("iccwc",), networks=("net-iccwc",)),
    Series("china-viet-nam-customs", "Workshops of the customs of China and Viet Nam on endangered species", ("china-viet-nam-customs",)),
)


def series_of_body(body: str | None) -> Series | None:
    """The series to which the meetings of a body belong."""
    return next((series for series in SERIES if body in series.bodies), None)
