"""Images by URL are never fetched from addresses that are not public, however the URL hides them."""

import ipaddress
import socket
import ssl
from datetime import UTC, datetime, timedelta

import httpcore2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from fetching import assert_failed, edit, fetching_server
from image_host import image_host, redirect, response
from limner.api.fetch.addresses import is_own, is_public
from wire_pictures import picture

PNG = picture(mode="RGBA")
PUBLIC, UNREACHABLE = "93.184.215.14", "2606:2800:21f::1"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with fetching_server(tmp_path_factory.mktemp("guarded"), allow_private=False) as server:
        yield server


@pytest.fixture
def host():
    with image_host() as host:
        host.pages["/a"] = response(PNG)
        yield host


class Names:
    """Replaces the system's resolver for some names: each look-up takes the next answer, and the last one stays."""

    def __init__(self, real):
        self._real = real
        self.answers = {}
        self.asked = []

    def look_up(self, name, *rest, **options):
        key = name.decode() if isinstance(name, bytes) else name
        if key not in self.answers:
            return self._real(name, *rest, **options)
        self.asked.append(key)
        answers = self.answers[key]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in found]


@pytest.fixture
def names(monkeypatch):
    names = Names(socket.getaddrinfo)
    monkeypatch.setattr(socket, "getaddrinfo", names.look_up)
    return names


@pytest.fixture
def connected(monkeypatch, host):
    """The addresses that were connected to. Those to PUBLIC reach `host`, other public ones fail."""
    addresses = []
    connect = httpcore2.AnyIOBackend.connect_tcp

    async def connect_tcp(self, address, port, **options):
        addresses.append(address)
        if address != PUBLIC:
            raise httpcore2.ConnectError
        return await connect(self, "127.0.0.1", host.port, **options)

    monkeypatch.setattr(httpcore2.AnyIOBackend, "connect_tcp", connect_tcp)
    return addresses


DENIED = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255",
    "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255",
    "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254", "64:ff9b:1::8.8.8.8", "64:ff9b:1::10.0.0.1", "100::1", "2001::1",
    "2001:0:7f00:1::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1",
    "2002:a9fe:a9fe::1", "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fdff::1",
    "fe80::1", "fe80::1%2", "febf::1", "fec0::1", "feff::1", "ff02::1", "ff0e::1",
]  # fmt: skip
ALLOWED = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1",
    "169.253.255.255", "169.255.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255", "192.169.0.1",
    "198.17.255.255", "198.20.0.1", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:200::1",
    "2001:4860:4860::8888", "2003::1", "2606:4700::1111", "2a00:1450::1",
]  # fmt: skip


@pytest.mark.parametrize("address", DENIED)
def test_address_is_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ALLOWED)
def test_address_is_public(address):
    assert is_public(ipaddress.ip_address(address))


def test_own_addresses_are_recognized():
    """Those of other machines are not; connecting there needs a route, which this machine may lack."""
    assert is_own(ipaddress.ip_address("127.0.0.1"))
    assert is_own(ipaddress.ip_address("::ffff:127.0.0.1"))
    assert not is_own(ipaddress.ip_address("192.0.2.1"))
    assert not is_own(ipaddress.ip_address("2001:db8::1"))


def test_own_address_is_refused_even_if_it_is_public(server, host, connected, monkeypatch):
    monkeypatch.setattr("limner.api.fetch.connection.is_public", lambda address: True)
    url = host.url("/a")

    assert_failed(edit(server, url), url)
    assert connected == []


@pytest.mark.parametrize("address", DENIED)
def test_name_with_such_an_address_is_refused(server, host, names, connected, address):
    names.answers["images.test"] = [[address]]
    url = host.url("/a", host="images.test")

    assert_failed(edit(server, url), url)
    assert connected == []
    assert host.num_connections == 0


@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.255.255.254",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0x7f.0x0.0x0.0x1",
        "017700000001",
        "0177.1",
        "0",
        "0.0.0.0",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "[::1]",
        "[::]",
        "[::127.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:7f00:0001]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "169.254.169.254",
        "0xa9fea9fe",
        "2852039166",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "168.63.129.16",
    ],
)
def test_address_in_the_url_is_refused(server, host, connected, name):
    url = host.url("/a", host=name)

    assert_failed(edit(server, url), url.lower())
    assert connected == []
    assert host.num_connections == 0


@pytest.mark.parametrize(
    "name",
    [
        "0177.0.0.1",
        "127.0.0.01",
        "[fe80::1%25lo]",
        "[::ffff:127.0.0.1",
        "\uff11\uff12\uff17.0.0.1",
        "\u2460\u2461\u2466.1",
    ],
)
def test_unusual_form_of_a_private_address_is_refused(server, host, connected, name):
    answer = edit(server, host.url("/a", host=name))

    assert (answer.status, answer.error["code"]) == (400, "invalid_image_url")
    assert connected == []
    assert host.num_connections == 0


def test_denied_closed_and_unknown_hosts_get_the_same_error(server, host, names):
    """An answer tells neither whether a port is open, nor whether an internal name exists."""
    with image_host() as other:
        closed = other.url("/a")
    names.answers["unknown.test"] = [[]]
    urls = [host.url("/a"), closed, "http://10.0.0.1/a", "http://unknown.test/a", host.url("/missing")]

    for url in urls:
        assert_failed(edit(server, url), url)
    assert host.num_connections == 0


@pytest.mark.parametrize("found", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], [PUBLIC] * 20 + ["10.0.0.1"]])
def test_name_with_a_private_address_beside_public_ones_is_refused(server, host, names, connected, found):
    names.answers["images.test"] = [found]
    url = host.url("/a", host="images.test")

    assert_failed(edit(server, url), url)
    assert connected == []


def test_name_is_resolved_once_and_its_checked_address_is_used(server, host, names, connected):
    """DNS rebinding: a second look-up would find the private address."""
    names.answers["images.test"] = [[PUBLIC], ["127.0.0.1"]]

    assert edit(server, host.url("/a", host="images.test")).status == 200
    assert names.asked == ["images.test"]
    assert connected == [PUBLIC]
    assert f"\r\nHost: images.test:{host.port}\r\n" in host.heads[0]


def test_each_redirect_is_resolved_and_checked_again(server, host, names, connected):
    names.answers["images.test"] = [[PUBLIC], ["127.0.0.1"]]
    host.pages["/from"] = redirect("/a")
    url = host.url("/from", host="images.test")

    assert_failed(edit(server, url), url)
    assert connected == [PUBLIC]
    assert host.paths == ["/from"]


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:{port}/a", "//localhost:{port}/a", "http://169.254.169.254/latest"]
)
def test_redirect_to_a_private_address_is_refused(server, host, names, connected, target):
    names.answers["images.test"] = [[PUBLIC]]
    host.pages["/from"] = redirect(target.format(port=host.port))
    url = host.url("/from", host="images.test")

    assert_failed(edit(server, url), url)
    assert connected == [PUBLIC]


def test_next_address_is_tried_if_one_does_not_answer(server, host, names, connected):
    names.answers["images.test"] = [[UNREACHABLE, PUBLIC]]

    assert edit(server, host.url("/a", host="images.test")).status == 200
    assert connected == [UNREACHABLE, PUBLIC]


def test_few_addresses_of_a_name_are_tried(server, host, names, connected):
    names.answers["images.test"] = [[f"{UNREACHABLE}{digit}" for digit in range(10)]]
    url = host.url("/a", host="images.test")

    assert_failed(edit(server, url), url)
    assert len(connected) == 4


def certificate(tmp_path, name):
    """A server's TLS context for `name`, and the file of the authority that signed it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = tmp_path / "public.pem", tmp_path / "private.pem"
    public.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public


@pytest.fixture
def secure(tmp_path, monkeypatch, names):
    """A server that trusts the certificate of `images.test`, and the host that has it."""
    context, authority = certificate(tmp_path, "images.test")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    names.answers |= {name: [["127.0.0.1"]] for name in ("images.test", "other.test")}
    asked = []
    context.sni_callback = lambda _, name, __: asked.append(name)
    with image_host(tls=context) as host, fetching_server(tmp_path) as server:
        host.pages["/a"] = response(PNG)
        yield server, host, asked


def test_certificate_is_checked_for_the_name(secure):
    server, host, asked = secure
    wrong = host.url("/a", host="other.test", scheme="https")

    assert edit(server, host.url("/a", host="images.test", scheme="https")).status == 200
    assert_failed(edit(server, wrong), wrong)
    assert asked == ["images.test", "other.test"]
    assert len(host.heads) == 1


@pytest.mark.parametrize("name", [".images.test", "images..test", "a_b.test", "-.test", "*.test", "a" * 64 + ".test"])
def test_name_that_no_certificate_can_have_is_refused(secure, names, name):
    server, host, _ = secure
    names.answers[name] = [["127.0.0.1"]]
    url = host.url("/a", host=name, scheme="https")

    assert_failed(edit(server, url), url)
    assert host.heads == []


def test_unknown_authority_is_refused(tmp_path, names):
    context, _ = certificate(tmp_path, "images.test")
    names.answers["images.test"] = [["127.0.0.1"]]
    with image_host(tls=context) as host, fetching_server(tmp_path) as server:
        url = host.url("/a", host="images.test", scheme="https")

        assert_failed(edit(server, url), url)
        assert host.heads == []


def test_redirect_from_https_to_http_is_refused(secure, host):
    server, tls_host, _ = secure
    tls_host.pages |= {"/down": redirect(host.url("/a")), "/same": redirect("/a")}
    host.pages["/up"] = redirect(tls_host.url("/a", host="images.test", scheme="https"))
    down = tls_host.url("/down", host="images.test", scheme="https")

    assert_failed(edit(server, down), down)
    assert host.num_connections == 0
    assert edit(server, tls_host.url("/same", host="images.test", scheme="https")).status == 200
    assert edit(server, host.url("/up")).status == 200
