"""`limner conformance`: what it prints, what it writes, and how it ends."""

import json
import subprocess

import pytest
from serving import MaskingEngine, TamperingProxy, on_json, our_app, raw_server, serving

from limner.conformance.command import conformance
from limner.conformance.wire import parse_address
from limner.settings import Settings, Storage


@pytest.fixture
def output():
    return []


def test_conforming_server_exits_with_0(tmp_path, output):
    with serving(our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        code = conformance(url, group=["usage", "errors"], json=tmp_path / "found.json", say=output.append)

    found = json.loads((tmp_path / "found.json").read_text())
    assert code == 0
    assert output[1].splitlines()[:3] == ["errors    26/26  2 skipped", "usage     12/12", "all       38/38  2 skipped"]
    assert "FAILED" not in output[1]
    assert (found["passed"], found["mode"], found["model"]) == (True, "lenient", "gpt-image-1")
    assert found["groups"]["usage"] == {"passed": 12, "failed": 0, "skipped": 0}
    assert {"id", "group", "sentence", "outcome", "took_s", "expected", "got", "reason"} == set(found["checks"][0])


def test_fault_exits_with_1_and_is_explained(tmp_path, output):
    app = our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))
    with serving(TamperingProxy(app, on_json(lambda status, body: {"detail": "no"} if status == 404 else None))) as url:
        code = conformance(url, group=["errors.unknown-path"], json=tmp_path / "found.json", say=output.append)

    assert code == 1
    assert "FAILED errors.unknown-path: an unknown path is a 404 in the envelope" in output[1]
    assert '  got       {"detail": "no"}' in output[1]
    assert json.loads((tmp_path / "found.json").read_text())["passed"] is False


def test_unreachable_server_exits_with_2(output):
    assert conformance("http://127.0.0.1:9/v1", say=output.append) == 2
    assert output[0].startswith("The server could not be reached: no connection to 127.0.0.1:9")


def test_server_without_http_exits_with_2(output):
    with raw_server(b"SSH-2.0-OpenSSH_9.9\r\n\r\n") as url:
        assert conformance(url, say=output.append) == 2
    assert "does not speak HTTP" in output[0]


def test_server_that_never_responds_exits_with_2(output):
    with raw_server(None) as url:
        assert conformance(url, timeout=0.3, say=output.append) == 2
    assert "nothing more came in time" in output[0]


def test_missing_key_exits_with_2(tmp_path, output):
    settings = Settings(api_keys=("sk-secret",), storage=Storage(folder=tmp_path))
    with serving(our_app(MaskingEngine(), settings)) as url:
        locked = conformance(url, say=output.append)
        opened = conformance(url, key="sk-secret", group=["usage"], say=output.append)

    assert (locked, opened) == (2, 0)
    assert "requires a valid key" in output[0]
    assert "sk-secret" not in "".join(output)


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://x/v1", "http:///v1", ""])
def test_invalid_url_exits_with_2(output, url):
    assert conformance(url, say=output.append) == 2
    assert output == [f"'{url}' is no http or https URL."]


def test_unknown_group_exits_with_2_and_lists_groups(output):
    assert conformance("http://127.0.0.1:9/v1", group=["nonsense"], say=output.append) == 2
    assert "Unknown group or check: nonsense." in output[0]
    assert "streaming" in output[0]


@pytest.mark.parametrize(
    ("url", "authority", "path"),
    [
        ("http://host/v1", "host", "/v1"),
        ("https://host:443/v1/", "host", "/v1"),
        ("http://[::1]:8000", "[::1]:8000", ""),
        ("https://host:8443/a/v1", "host:8443", "/a/v1"),
    ],
)
def test_address_is_parsed_from_url(url, authority, path):
    address = parse_address(url)

    assert (address.authority, address.path) == (authority, path)


def test_tls_server_is_checked(tmp_path, monkeypatch, output):
    certificate, private_key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(private_key), "-out", str(certificate)]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(["openssl", "req", *kind, *files, *subject], check=True, capture_output=True)
    app = our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))

    with serving(app, ssl_certfile=str(certificate), ssl_keyfile=str(private_key)) as url:
        address = url.replace("http:", "https:")
        mistrusted = conformance(address, group=["usage"], say=output.append)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        trusted = conformance(address, group=["usage", "streaming", "cancel"], say=output.append)

    assert (mistrusted, trusted) == (2, 0)
    assert "CERTIFICATE_VERIFY_FAILED" in output[0]
