"""What happens before Ray is started or joined: addresses and tokens."""

import os
import stat

import pytest

from limner.engines.ray import connection
from limner.engines.ray.connection import RaySetupError, check_address


@pytest.mark.parametrize("address", ["local", "auto", "10.0.0.5:6379", "head.cluster.local:6379", "[::1]:6379"])
def test_addresses_of_ray_are_accepted(address):
    check_address(address)


@pytest.mark.parametrize("address", ["ray://10.0.0.5:10001", "http://10.0.0.5:8265"])
def test_ray_client_is_refused_with_the_reason(address):
    with pytest.raises(RaySetupError, match="images are streamed, which Ray Client does not support"):
        check_address(address)


@pytest.mark.parametrize("address", ["", "somewhere", "10.0.0.5", "a b:1", ":6379"])
def test_other_texts_are_no_addresses(address):
    with pytest.raises(RaySetupError, match=r"Use 'local', 'auto', or 'host:port'"):
        check_address(address)


@pytest.fixture
def environment(monkeypatch):
    for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "RAY_AUTH_TOKEN_PATH"):
        monkeypatch.setenv(name, "")  # so that it is restored
        monkeypatch.delenv(name)
    return monkeypatch


def set_up(token_file, default, *, may_create):
    return connection._set_up_token(token_file, default, may_create=may_create)


def test_started_ray_gets_a_token_that_others_cannot_read(environment, tmp_path):
    path = tmp_path / "storage" / "ray-token"

    used = set_up(None, path, may_create=True)

    assert used == path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_text()) == 64
    assert [one.name for one in path.parent.iterdir()] == ["ray-token"]
    assert (os.environ["RAY_AUTH_MODE"], os.environ["RAY_AUTH_TOKEN_PATH"]) == ("token", str(path))


def test_second_start_keeps_the_token(environment, tmp_path):
    path = tmp_path / "ray-token"
    path.write_text("t" * 64)

    connection._create_token(path)

    assert path.read_text() == "t" * 64


def test_joining_uses_the_token_in_the_storage_folder_if_there_is_one(environment, tmp_path):
    path = tmp_path / "ray-token"

    assert set_up(None, path, may_create=False) is None
    assert "RAY_AUTH_MODE" not in os.environ
    path.write_text("t" * 64)
    assert set_up(None, path, may_create=False) == path


def test_variables_of_ray_override_the_storage_folder(environment, tmp_path):
    environment.setenv("RAY_AUTH_TOKEN_PATH", "/elsewhere")

    assert set_up(None, tmp_path / "ray-token", may_create=True) is None
    assert os.environ.get("RAY_AUTH_TOKEN_PATH") == "/elsewhere"
    assert not list(tmp_path.iterdir())


def test_token_file_of_the_settings_overrides_variables(environment, tmp_path):
    environment.setenv("RAY_AUTH_TOKEN_PATH", "/elsewhere")
    path = tmp_path / "mine"
    path.write_text("t" * 64)

    assert set_up(path, tmp_path / "ray-token", may_create=False) == path
    assert os.environ["RAY_AUTH_TOKEN_PATH"] == str(path)


def test_missing_token_file_of_the_settings_is_named(environment, tmp_path):
    with pytest.raises(RaySetupError, match=r"There is no file '.*/mine', which ray\.token_file names"):
        set_up(tmp_path / "mine", None, may_create=False)
