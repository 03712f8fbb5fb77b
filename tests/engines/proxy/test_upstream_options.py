"""The options of the engine `openai`: clear errors, and a key that is never shown."""

import logging

import pytest

from limner.engines.proxy.engine import OpenAIEngine
from limner.models import build_models
from limner.settings import SettingsError, load_settings

KEY = "sk-secret-of-the-operator"


def settings_of(environment=None, **options):
    model = {"family": "gpt-image-1", "engine": "openai", "base_url": "http://127.0.0.1:1/v1"} | options
    return load_settings(environment=environment or {}, flags={"models": {"remote": model}})


def engine_of(settings, name="remote"):
    return next(model.engine for model in build_models(settings) if model.id == name)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"base_url": "localhost:8000"}, "'base_url' is not a URL such as"),
        ({"base_url": "http://a/v1?x=1"}, "'base_url' must not have a query"),
        ({"base_url": f"http://user:{KEY}@a/v1"}, "'base_url' is a URL with a user name or password.* Use 'api_key'"),
        ({"base_url": f"http://{KEY}@a/v1"}, "'base_url' is a URL with a user name or password"),
        ({"headers": {"Accept-Encoding": "gzip"}}, "'headers' must not contain 'Accept-Encoding'"),
        ({"base_url": 7}, "'base_url' must be text"),
        ({"profile": "gpt"}, "'profile' must be one of .*limner.*openai.*, not 'gpt'"),
        ({"api_key": "two words"}, "'api_key' must be text: printable ASCII"),
        ({"api_key": f"{KEY}\r\nx: y"}, "'api_key' must be text: printable ASCII"),
        ({"api_key": 12345678}, "'api_key' must be text: printable ASCII"),
        ({"headers": {"x": f"{KEY}\n"}}, "'headers.x' must be printable ASCII"),
        ({"headers": {"Content-Length": "1"}}, "'headers' must not contain 'Content-Length'"),
        ({"headers": {"a b": "1"}}, "'headers' must not contain 'a b'"),
        ({"headers": {"x": 7}}, "'headers' must be a table of names and texts"),
        ({"timeout_s": 0}, "'timeout_s' must be a number of seconds above 0"),
        ({"connections": 0}, "'connections' must be a whole number from 1"),
        ({"api_version": "a&b=c"}, "'api_version' must be text"),
        ({"url_hosts": "a"}, "'url_hosts' must be a list of host names"),
        ({"deterministic": "perhaps"}, "'deterministic' must be true or false"),
        ({"apikey": KEY}, "Unknown option 'apikey'. Known: base_url, api_key"),
    ],
)
def test_wrong_option_is_named_and_secrets_are_not(options, message):
    with pytest.raises(SettingsError, match=message) as caught:
        build_models(settings_of(**options))

    assert "The model 'remote' cannot be served" in str(caught.value)
    assert KEY not in str(caught.value)
    assert "12345678" not in str(caught.value)


def test_missing_base_url_is_named():
    with pytest.raises(ValueError, match="'base_url' is missing: the profile 'limner' has no public address"):
        OpenAIEngine(profile="limner")


def test_openai_needs_only_a_key():
    engine = OpenAIEngine(api_key=KEY)

    assert engine._upstream.base_url == "https://api.openai.com/v1"


def test_key_is_read_from_the_environment():
    engine = engine_of(settings_of({"LIMNER_ENGINES__OPENAI__API_KEY": KEY}))

    assert ("authorization", f"Bearer {KEY}") in engine._upstream.headers


def test_key_is_not_shown(caplog):
    caplog.set_level(logging.DEBUG)
    engine = engine_of(settings_of(api_key=KEY, headers={"x-other": f"{KEY}2"}))

    assert KEY not in f"{engine!r} {engine._upstream!r} {vars(engine)!r}"
    assert KEY not in caplog.text


def test_models_with_equal_options_share_an_engine():
    models = {
        name: {"family": "gpt-image-1", "engine": "openai", "base_url": "http://127.0.0.1:1/v1"}
        for name in ("gpt-image-1", "gpt-image-1.5")
    }
    settings = load_settings(environment={}, flags={"models": models})

    engines = {id(model.engine) for model in build_models(settings) if model.id in models}

    assert len(engines) == 1
