"""Hosts: whether an address leads into a private network, however it is written, and whether a host's name may mislead."""

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_PUBLIC = IPv6Network("2000::/3")
"""All of IPv6 that is given out to networks (RFC 4291 §2.4): what is local, for groups, or for nobody lies outside."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 behind a translator (RFC 6052): where a network has IPv6 alone, every host of IPv4 is found there."""
_TUNNELLED = IPv6Network("2001::/32")
"""Teredo (RFC 4380): it leads through the router of somebody's home, and no host is published there."""
_RESERVED = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"), IPv6Network("3fff::/20"))
"""Reserved for protocols and for examples (RFC 6890, RFC 7526, RFC 9637), which not every Python knows."""
_PRIVATE_NAMES = re.compile(r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|lan|corp|home|home\.arpa)|[^.]*")
"""Names that only a private network or the reader's own machine has (RFC 6761, RFC 6762, RFC 8375), and names without a dot."""
_NUMBER = re.compile(r"0[Xx][0-9A-Fa-f]*|[0-9]+")
_LOOK_ALIKE = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "GEORGIAN"}
"""Writing systems with letters that look like those of Latin."""
_EAST_ASIAN = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"}
"""Writing systems that are written together, and with Latin."""


def is_public(text: str) -> bool:
    """Whether the address of a machine leads into no private network: neither itself, nor by an IPv4 address that it holds."""
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


def is_private(host: str) -> bool:
    """Whether a host, as an address names it, can only be found in a private network, on the reader's own machine or nowhere."""
    name = host.casefold().removesuffix(".")
    try:
        if name.startswith("["):
            return not is_public(name.strip("[]"))
        if _NUMBER.fullmatch(name.rpartition(".")[2]):
            return not is_public(str(_numeric(name)))
    except ValueError:
        return True
    return bool(_PRIVATE_NAMES.fullmatch(name))


def writing_systems(host: str) -> tuple[str, ...]:
    """The names of the writing systems that a host mixes so that its name may mislead; none where it does not.

    One part of a name may not mix them, East Asian ones apart; and none that looks like Latin may stand beside Latin.
    """
    parts = [_systems(_readable(part)) for part in host.split(".")]
    all_of_them = set[str]().union(*parts)
    is_mixed = any(len(part) > 1 and not part <= _EAST_ASIAN | {"LATIN"} for part in parts)
    if is_mixed or ("LATIN" in all_of_them and all_of_them & _LOOK_ALIKE):
        return tuple(sorted(name.capitalize() for name in all_of_them))
    return ()


def _last(address: IPv6Address) -> IPv4Address:
    """The IPv4 address in the last four bytes."""
    return IPv4Address(address.packed[-4:])


def _is_tunnel_inside(address: IPv6Address) -> bool:
    """Whether it is one of ISATAP (RFC 5214 §6.1), which leads to an IPv4 address of a private network."""
    return address.packed[8:12] in (b"\0\0\x5e\xfe", b"\2\0\x5e\xfe") and not is_public(str(_last(address)))


def _numeric(name: str) -> IPv4Address:
    """The machine of a host that is a number, as browsers read it (WHATWG URL §3.5): up to four parts, the last of which fills
    up; octal after 0, hexadecimal after 0x. Raises ValueError."""
    *first, last = [int(part, 16) if part[:2] == "0x" else int(part, 8 if part.startswith("0") else 10) for part in name.split(".")]
    if len(first) > 3 or any(part > 255 for part in first) or last >= 256 ** (4 - len(first)):
        raise AddressValueError(name)
    return IPv4Address(sum(part << 8 * (3 - place) for place, part in enumerate(first)) + last)


def _readable(part: str) -> str:
    """A part of a name in its own letters, where it is written in ASCII (RFC 3492)."""
    try:
        return part[4:].encode("ascii").decode("punycode") if part[:4].casefold() == "xn--" else part
    except UnicodeError:
        return part


def _systems(text: str) -> set[str]:
    """The names of the writing systems of its letters, as Unicode names them."""
    return {unicodedata.name(letter, "?").split()[0].partition("-")[0] for letter in text if letter.isalpha()}
