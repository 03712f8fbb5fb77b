"""`limner conformance`: what it prints, what it writes, and how it ends."""

import json
import subprocess

import pytest
from serving import MaskingEngine, Meddler, on_json, our_app, saying, serving

from limner.conformance.command import conformance
from limner.conformance.wire import read_address
from limner.settings import Settings, Storage


@pytest.fixture
def said():
    return []


def test_a_server_that_conforms_gives_0_and_a_table(tmp_path, said):
    with serving(our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        code = conformance(url, group=["usage", "errors"], json=tmp_path / "found.json", say=said.append)

    found = json.loads((tmp_path / "found.json").read_text())
    assert code == 0
    assert said[1].splitlines()[:3] == ["errors    26/26  2 skipped", "usage     12/12", "all       38/38  2 skipped"]
    assert "FAILED" not in said[1]
    assert (found["passed"], found["manner"], found["model"]) == (True, "lenient", "gpt-image-1")
    assert found["groups"]["usage"] == {"passed": 12, "failed": 0, "skipped": 0}
    assert {"id", "group", "sentence", "outcome", "took_s", "expected", "got", "reason"} == set(found["checks"][0])


def test_a_fault_gives_1_and_is_told_with_what_was_expected(tmp_path, said):
    app = our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))
    with serving(Meddler(app, on_json(lambda status, body: {"detail": "no"} if status == 404 else None))) as url:
        code = conformance(url, group=["errors.unknown-path"], json=tmp_path / "found.json", say=said.append)

    assert code == 1
    assert "FAILED errors.unknown-path: an unknown path is a 404 in the envelope" in said[1]
    assert '  got       {"detail": "no"}' in said[1]
    assert json.loads((tmp_path / "found.json").read_text())["passed"] is False


def test_nobody_there_gives_2(said):
    assert conformance("http://127.0.0.1:9/v1", say=said.append) == 2
    assert said[0].startswith("The server could not be reached: no connection to 127.0.0.1:9")


def test_a_server_that_speaks_something_else_gives_2(said):
    with saying(b"SSH-2.0-OpenSSH_9.9\r\n\r\n") as url:
        assert conformance(url, say=said.append) == 2
    assert "does not speak HTTP" in said[0]


def test_a_server_that_never_answers_gives_2(said):
    with saying(None) as url:
        assert conformance(url, timeout=0.3, say=said.append) == 2
    assert "nothing more came in time" in said[0]


def test_a_server_that_wants_a_key_gives_2_without_one(tmp_path, said):
    settings = Settings(api_keys=("sk-secret",), storage=Storage(folder=tmp_path))
    with serving(our_app(MaskingEngine(), settings)) as url:
        locked = conformance(url, say=said.append)
        opened = conformance(url, key="sk-secret", group=["usage"], say=said.append)

    assert (locked, opened) == (2, 0)
    assert "lets nobody in without a valid key" in said[0]
    assert "sk-secret" not in "".join(said)


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://x/v1", "http:///v1", ""])
def test_what_is_no_url_gives_2(said, url):
    assert conformance(url, say=said.append) == 2
    assert said == [f"'{url}' is no http or https URL."]


def test_an_unknown_group_gives_2_and_names_the_groups(said):
    assert conformance("http://127.0.0.1:9/v1", group=["nonsense"], say=said.append) == 2
    assert "Unknown group or check: nonsense." in said[0]
    assert "streaming" in said[0]


@pytest.mark.parametrize(
    ("url", "authority", "path"),
    [
        ("http://host/v1", "host", "/v1"),
        ("https://host:443/v1/", "host", "/v1"),
        ("http://[::1]:8000", "[::1]:8000", ""),
        ("https://host:8443/a/v1", "host:8443", "/a/v1"),
    ],
)
def test_an_address_is_read_from_a_url(url, authority, path):
    address = read_address(url)

    assert (address.authority, address.path) == (authority, path)


def test_a_server_behind_tls_is_checked_too(tmp_path, monkeypatch, said):
    certificate, private_key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(private_key), "-out", str(certificate)]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(["openssl", "req", *kind, *files, *subject], check=True, capture_output=True)
    app = our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))

    with serving(app, ssl_certfile=str(certificate), ssl_keyfile=str(private_key)) as url:
        address = url.replace("http:", "https:")
        mistrusted = conformance(address, group=["usage"], say=said.append)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        trusted = conformance(address, group=["usage", "streaming", "cancel"], say=said.append)

    assert (mistrusted, trusted) == (2, 0)
    assert "CERTIFICATE_VERIFY_FAILED" in said[0]
