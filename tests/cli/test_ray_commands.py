"""`limner ray` and `limner serve --ray` without a cluster: options, and what is refused."""

import socket
from contextlib import nullcontext

import pytest

from limner.cli.checks import run_checks
from limner.engines.ray import connection
from limner.ray_settings import RaySettings
from limner.settings import Defaults, Settings, SettingsError, Storage


@pytest.fixture
def served(monkeypatch):
    """The settings that the server would run with."""
    served = []
    monkeypatch.setattr("limner.server.serve", lambda settings, on_ready: served.append(settings))
    return served


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        ((), None),
        (("--ray",), "local"),
        (("--ray", "--port", "9000"), "local"),
        (("--port", "9000", "--ray", "auto"), "auto"),
        (("--ray", "10.0.0.5:6379", "--strict"), "10.0.0.5:6379"),
        (("--ray=auto",), "auto"),
    ],
)
def test_serve_takes_ray_with_and_without_an_address(limner, served, arguments, address):
    assert limner("serve", *arguments).code == 0
    assert served[0].ray.address == address


def test_flag_keeps_the_other_settings_of_ray(limner, served, monkeypatch):
    monkeypatch.setenv("LIMNER_RAY__APP_PREFIX", "blue")
    monkeypatch.setenv("LIMNER_RAY__ADDRESS", "10.0.0.5:6379")

    limner("serve", "--ray", "auto")

    assert (served[0].ray.address, served[0].ray.app_prefix) == ("auto", "blue")


@pytest.mark.parametrize("command", [("serve", "--port", "0", "--ray"), ("ray", "status", "--address")])
def test_ray_client_address_is_wrong_use(limner, command):
    result = limner(*command, "ray://10.0.0.5:10001")

    assert result.code == 2
    assert "images are streamed, which Ray Client does not support" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("command", [("serve", "--port", "0", "--ray"), ("ray", "deploy"), ("ray", "status")])
def test_command_names_the_extra_that_is_missing(limner, monkeypatch, command):
    monkeypatch.setattr(connection, "is_installed", lambda: False)

    result = limner(*command)

    assert result.code == 2
    assert "Ray is not installed. Run: pip install 'limner[ray]'" in result.err


def test_commands_do_not_start_ray(limner):
    result = limner("ray", "status", "--address", "local")

    assert result.code == 2
    assert "This command joins a cluster that runs" in result.err


def test_delete_needs_names_or_all(limner):
    assert limner("ray", "delete").code == 2
    assert limner("ray", "delete", "limner-flux", "--all").code == 2


def test_wrong_models_are_refused_before_anything_is_deployed(monkeypatch, tmp_path):
    from limner import server

    def connect(settings):
        raise AssertionError("connected")

    monkeypatch.setattr(server, "connected_gateway", connect)
    settings = Settings(
        ray=RaySettings(address="local"), storage=Storage(folder=tmp_path), defaults=Defaults(edit="nothing")
    )

    with pytest.raises(SettingsError, match=r"'defaults.edit' names the model 'nothing'"):
        server.serve(settings, on_ready=lambda address: None)


def test_status_says_what_to_do_without_applications(limner, monkeypatch):
    monkeypatch.setattr("limner.ray_cluster.connected", lambda settings, address: nullcontext())
    monkeypatch.setattr("limner.engines.ray.status.read_statuses", lambda prefix: {})

    status = limner("ray", "status")

    assert (status.code, status.out.count("There are no applications 'limner-...'. 'limner ray deploy'")) == (0, 1)


def test_doctor_names_a_cluster_that_does_not_answer(monkeypatch, tmp_path):
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path))
    pytest.importorskip("ray_imports", reason="needs limner[ray]")  # its own warnings are no errors
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unused.getsockname()[1]}"
        monkeypatch.setenv("LIMNER_RAY__ADDRESS", address)

        finding = next(one for one in run_checks(None) if one.name == "ray")

    assert finding.status == "missing"
    assert f"Nothing answers at '{address}': Connection refused" in finding.detail


def test_doctor_does_not_ask_for_engines_that_ray_draws_with(monkeypatch, tmp_path):
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path))
    monkeypatch.setattr("limner.engines.registry.is_installed", lambda name: False)
    path = tmp_path / "limner.toml"
    path.write_text('[ray]\naddress = "local"\n[models.flux]\nengine = "diffusers"\ncheckpoint = "x/y"\n')

    statuses = {one.name: one.status for one in run_checks(path)}

    assert (statuses["ray"], statuses["illustrator"]) == ("ok", "optional")
    assert statuses["engine diffusers"] == "optional"
