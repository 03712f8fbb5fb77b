"""`limner ray` and `limner serve --ray` without a cluster: options, and what is refused."""

import pytest

from limner.engines.ray import connection


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
