"""Pace: limits hold, for one address and for all, and what is remembered of them is bounded."""

from clearinghouse.world.relay.pace import MOST_KNOWN, WINDOW, Pace, network_of


def test_all_together_have_a_limit_as_well() -> None:
    """Whatever addresses they have."""
    pace = Pace(10, 3, lambda: 0.0)
    assert [pace.wait_for(f"192.0.2.{number}") for number in range(4)] == [0, 0, 0, WINDOW // 3]


def test_what_is_remembered_is_bounded() -> None:
    """The one that was silent longest goes first, and a clock that goes back does no harm."""
    seconds = iter(range(10**6, 0, -1))
    pace = Pace(1, 10**6, lambda: float(next(seconds)))
    for number in range(MOST_KNOWN + 5):
        assert pace.wait_for(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}") == 0
    assert len(pace._known) == MOST_KNOWN
    assert pace.wait_for("10.0.39.20") > 0


def test_a_network_of_ipv6_counts_as_one_sender() -> None:
    """And what is no address as one as well."""
    assert network_of("2001:db8::1%eth0") == network_of("2001:db8::ffff") != network_of("2001:db8:0:1::1")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1")
    assert network_of("unix") == network_of("") == ""
