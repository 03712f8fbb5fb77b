"""Settings from a file, the environment and flags: precedence and error messages."""

from pathlib import Path

import pytest

from limner.models import build_models
from limner.settings import Settings, SettingsError, load_settings


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "limner.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def load(path=None, *, environment=None, flags=None):
    return load_settings(path, environment=environment or {}, flags=flags)


def test_defaults_apply_without_any_source():
    assert load() == Settings()
    assert (load().host, load().port, load().strict, load().api_keys) == ("127.0.0.1", 8000, False, ())


def test_flags_override_environment_overrides_file(write):
    path = write('port = 1\nhost = "file"\nheartbeat_s = 3\n[storage]\nfolder = "/file"\nlifetime_s = 7\n')
    environment = {"LIMNER_PORT": "2", "LIMNER_HOST": "environment", "LIMNER_STORAGE__FOLDER": "/environment"}

    settings = load(path, environment=environment, flags={"port": 3, "strict": None})

    assert (settings.port, settings.host, settings.heartbeat_s, settings.strict) == (3, "environment", 3.0, False)
    assert settings.storage.folder == Path("/environment")
    assert settings.storage.lifetime_s == 7


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("LIMNER_PORT", "80", lambda settings: settings.port == 80),
        ("LIMNER_STRICT", "true", lambda settings: settings.strict is True),
        ("LIMNER_STRICT", "1", lambda settings: settings.strict is True),
        ("LIMNER_STRICT", "false", lambda settings: settings.strict is False),
        ("LIMNER_API_KEYS", "a, b,,c ", lambda settings: settings.api_keys == ("a", "b", "c")),
        ("LIMNER_API_KEYS", "", lambda settings: settings.api_keys == ()),
        ("LIMNER_API_KEYS", "123", lambda settings: settings.api_keys == ("123",)),
        ("LIMNER_HEARTBEAT_S", "0.5", lambda settings: settings.heartbeat_s == 0.5),
        ("LIMNER_STORAGE__FOLDER", "/x", lambda settings: settings.storage.folder == Path("/x")),
        ("LIMNER_LIMITS__MAX_WAITING", "4", lambda settings: settings.limits.max_waiting == 4),
        ("LIMNER_DEFAULTS__EDIT", "dall-e-2", lambda settings: settings.defaults.edit == "dall-e-2"),
        ("LIMNER_PUBLIC_URL", "https://x", lambda settings: settings.public_url == "https://x"),
        (
            "LIMNER_ENGINES__ILLUSTRATOR__PROCESSES",
            "2",
            lambda settings: settings.engines["illustrator"]["processes"] == 2,
        ),
        ("PORT", "80", lambda settings: settings.port == 8000),
    ],
)
def test_environment_sets_every_type(name, text, found):
    assert found(load(environment={name: text}))


def test_model_keeps_its_engine_options(write):
    path = write('[models."gpt-image-1"]\nfamily = "gpt-image-1"\nprocesses = 2\n[models.mine]\n')

    settings = load(path)

    assert settings.models["gpt-image-1"].options == {"processes": 2}
    assert settings.models["gpt-image-1"].family == "gpt-image-1"
    assert (settings.models["mine"].family, settings.models["mine"].engine) == ("native", "illustrator")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param("prot = 1", "Unknown setting 'prot'. Known: host, port, strict,", id="unknown"),
        pytest.param(
            "[storage]\nfoldr = 'x'",
            "Unknown setting 'storage.foldr'. Known: folder, spool_folder, lifetime_s",
            id="unknown in a table",
        ),
        pytest.param("[limits]\nx = 1", "Unknown setting 'limits.x'. Known: max_file_bytes,", id="unknown limit"),
        pytest.param("port = 'x'", "port", id="a word for a number"),
        pytest.param("port = [1]", "port", id="a list for a number"),
        pytest.param("port = 70000", "port", id="port out of range"),
        pytest.param("heartbeat_s = 0", "heartbeat_s", id="zero heartbeat interval"),
        pytest.param("strict = 'maybe'", "strict", id="not a boolean"),
        pytest.param("api_keys = 'secret'", "api_keys", id="one key that is no list"),
        pytest.param("api_keys = [['a']]", "api_keys", id="lists of keys"),
        pytest.param("api_keys = ['']", "api_keys", id="empty key"),
        pytest.param('api_keys = ["a\\n"]', "api_keys", id="key with a line break"),
        pytest.param("shutdown_s = -1", "shutdown_s", id="negative time"),
        pytest.param("[storage]\nlifetime_s = inf", "lifetime_s", id="infinite lifetime"),
        pytest.param("[limits]\nstream_timeout_s = inf", "stream_timeout_s", id="infinite timeout"),
        pytest.param("[access]\nmonthly_budget = inf", "monthly_budget", id="infinite budget"),
        pytest.param("[prices.a]\nimage = 1e10", "image", id="price beyond 64 bits"),
        pytest.param("[limits]\nkeep_alive_s = 0", "keep_alive_s", id="no keep-alive"),
        pytest.param("[limits]\nupload_memory_bytes = -1", "upload_memory_bytes", id="negative bytes"),
        pytest.param("storage = 'x'", "storage", id="a word for a table"),
        pytest.param("models = 1", "models", id="a number for the models"),
        pytest.param("[models]\nmine = 'x'", "models", id="a word for a model"),
        pytest.param("[models.mine]\nfamily = 1", "models", id="a number for a family"),
        pytest.param("engines = 'x'", "engines", id="a word for the engines"),
        pytest.param("[limits]\nmax_waiting = 0", "max_waiting", id="zero capacity"),
        pytest.param("= 1", "is not valid TOML", id="not TOML"),
    ],
)
def test_invalid_setting_is_named(write, toml, message):
    with pytest.raises(SettingsError) as raised:
        load(write(toml))

    assert message in str(raised.value)


def test_binary_settings_file_is_rejected(tmp_path):
    path = tmp_path / "limner.toml"
    path.write_bytes(b"\xff\xfe")

    with pytest.raises(SettingsError, match="is not valid TOML"):
        load(path)


def test_missing_settings_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match="There is no settings file"):
        load(tmp_path / "nothing.toml")


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        pytest.param({"LIMNER_PROT": "1"}, "Unknown setting 'prot'", id="unknown"),
        pytest.param({"LIMNER_STORAGE__X": "1"}, "Unknown setting 'storage.x'", id="unknown in a table"),
        pytest.param({"LIMNER_PORT__X": "1"}, "port", id="a table where a value belongs"),
        pytest.param(
            {"LIMNER_STORAGE": "x", "LIMNER_STORAGE__FOLDER": "/x"}, "storage", id="a value where a table belongs"
        ),
        pytest.param({"LIMNER_STORAGE__FOLDER": "/x", "LIMNER_STORAGE": "x"}, "storage", id="a value after its table"),
        pytest.param({"LIMNER_PORT": "many"}, "port", id="a word for a number"),
    ],
)
def test_invalid_environment_variable_is_named(environment, message):
    with pytest.raises(SettingsError) as raised:
        load(environment=environment)

    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param(
            "[models.mine]\nfamily = 'x'", "Unknown family 'x' in 'models.mine.family'. Known: dall-e-2,", id="family"
        ),
        pytest.param("[models.mine]\nengine = 'x'", "Unknown engine 'x'. Known: comfyui, diffusers, ", id="engine"),
        pytest.param("[models.mine]\ncolour = 'red'", "The engine 'illustrator' was given wrong options", id="option"),
        pytest.param(
            "[defaults]\nedit = 'x'", "'defaults.edit' names the model 'x', which is not there.", id="default"
        ),
    ],
)
def test_models_that_cannot_be_built_are_rejected(write, toml, message):
    with pytest.raises(ValueError) as raised:
        build_models(load(write(toml)))

    assert message in str(raised.value)
