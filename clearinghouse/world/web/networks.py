"""Networks: which addresses of machines are public, however they are written."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_PUBLIC = IPv6Network("2000::/3")
"""All of IPv6 that is given out to networks (RFC 4291 §2.4): what is local, for groups, or for nobody lies outside."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 behind a translator (RFC 6052): where a network has IPv6 alone, every host of IPv4 is found there."""
_TUNNELLED = IPv6Network("2001::/32")
"""Teredo (RFC 4380): it leads through the router of somebody's home, and no host is published there."""

_RESERVED = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"), IPv6Network("3fff::/20"))
"""Reserved for protocols and for examples (RFC 6890, RFC 7526, RFC 9637), which not every Python knows."""


def is_public(text: str) -> bool:
    """Whether an address leads into no private network: neither itself, nor by an IPv4 address that it holds."""
    address = ip_address(text.partition("%")[0])
    if any(address in network for network in _RESERVED):
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    if address in _TRANSLATED or address.ipv4_mapped:
        return is_public(str(_last(address)))
    if address.sixtofour:
        return is_public(str(address.sixtofour))
    return address in _PUBLIC and address.is_global and address not in _TUNNELLED and not _is_tunnel_inside(address)


def _last(address: IPv6Address) -> IPv4Address:
    """The IPv4 address in the last four bytes."""
    return IPv4Address(address.packed[-4:])


def _is_tunnel_inside(address: IPv6Address) -> bool:
    """Whether it is one of ISATAP (RFC 5214 §6.1), which leads to an IPv4 address of a private network."""
    return address.packed[8:12] in (b"\0\0\x5e\xfe", b"\2\0\x5e\xfe") and not is_public(str(_last(address)))
