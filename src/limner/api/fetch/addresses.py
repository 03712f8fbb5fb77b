"""Which IP addresses are on the public internet. A list of our own: what `ipaddress` calls private differs between
Python's releases, and it knows neither tunnels nor the addresses of cloud platforms.
"""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

DENIED_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # Azure's virtual machine agent, reachable only inside Azure
        "169.254.0.0/16",  # link-local, and the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
PUBLIC_V6 = IPv6Network("2000::/3")
"""The only range from which public addresses are given out: loopback, unique local, link-local, site-local, multicast
and the IPv4-compatible addresses are outside.
"""
DENIED_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocol assignments, and Teredo
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)
IPV4_SUFFIXED = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4-mapped addresses, and NAT64: an IPv4 address in the last 32 bits is the one that is reached."""


def is_public(address: Address) -> bool:
    address = _embedded(address)
    if isinstance(address, IPv4Address):
        return not any(address in network for network in DENIED_V4)
    return address in PUBLIC_V6 and not any(address in network for network in DENIED_V6)


def is_own(address: Address) -> bool:
    """Whether it is an address of this machine: connections to it do not pass the firewall in front of the machine.

    Connecting a datagram socket sends nothing; the system chooses the source address, which is the target itself then.
    """
    address = _embedded(address)
    family = socket.AF_INET if isinstance(address, IPv4Address) else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((str(address), 80))
            return ip_address(probe.getsockname()[0]) == address
    except OSError:  # there is no route to it
        return False


def _embedded(address: Address) -> Address:
    if any(address in network for network in IPV4_SUFFIXED):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
