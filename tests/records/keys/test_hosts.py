"""Hosts: which lead into a private network however they are written, and whose names may mislead."""

import pytest

from clearinghouse.records.keys.hosts import is_private, is_public, writing_systems

PUBLIC = ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8", "2002:808:808::1"]
PRIVATE = [
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "192.0.0.8",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "::", "::1", "::127.0.0.1", "::8.8.8.8",
    "::ffff:127.0.0.1", "::ffff:100.64.0.1", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::224.0.0.1",
    "64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2002:a00:1::1", "2001:0:808:808:8000:63bf:3fff:fdd2", "2001:db8::1", "3fff::1",
    "2400:cb00::5efe:10.0.0.1", "2400:cb00::200:5efe:10.0.0.1", "fe80::1", "fe80::1%1", "fec0::1", "fc00::1", "fd12::1", "ff02::1",
    "ff0e::1", "100::1", "4000::1",
]  # fmt: skip


def test_no_address_is_public_that_hides_a_private_one() -> None:
    """However it is written: translated, tunnelled, mapped, for groups, or for nobody."""
    assert [address for address in PUBLIC if not is_public(address)] == []
    assert [address for address in PRIVATE if is_public(address)] == []


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST.", "files.localhost", "printer.local", "wiki.internal", "router.home.arpa", "intranet", "127.0.0.1",
        "127.1", "0x7f.1", "2130706433", "017700000001", "169.254.169.254", "1.2.3.4.5", "999.1.1.1", "08.8.8.8", "[::1]", "[x]",
    ],
)  # fmt: skip
def test_a_host_that_nobody_else_reaches_is_private(host: str) -> None:
    """By its name, as a number in any form that browsers take, or because there can be none."""
    assert is_private(host)


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "134744072", "[2001:4860:4860::8888]", "3.example", "localhost.example", "ประเทศไทย.th"]
)
def test_other_hosts_are_not(host: str) -> None:
    """Whatever numbers or private names they hold."""
    assert not is_private(host)


@pytest.mark.parametrize(
    ("host", "systems"),
    [
        ("аррӏе.com", ("Cyrillic", "Latin")),
        ("xn--80ak6aa92e.com", ("Cyrillic", "Latin")),
        ("cіtes.org", ("Cyrillic", "Latin")),
        ("cites.οrg", ("Greek", "Latin")),
        ("citesไทย.org", ("Latin", "Thai")),
        ("cites.org", ()),
        ("việtnam.vn", ()),
        ("ผู้จัดการ.com", ()),
        ("ប្រទេស.kh", ()),
        ("トヨタabc.jp", ()),
        ("пример.рф", ()),
        ("xn--.com", ()),
    ],
)
def test_a_host_that_mixes_writing_systems_may_mislead(host: str, systems: tuple[str, ...]) -> None:
    """Where one part does, or where letters that look like Latin stand beside it; a Thai name below .com is none."""
    assert writing_systems(host) == systems
