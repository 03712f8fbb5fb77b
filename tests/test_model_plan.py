"""The settings of Ray, and which application draws each model."""

import pytest

from limner.engines.illustrator.engine import IllustratorEngine
from limner.engines.ray.engine import RayEngine
from limner.families.registry import PUBLISHED_MODELS
from limner.model_plan import find_needed, plan_deployments
from limner.models import build_models
from limner.settings import Settings, SettingsError, load_settings

EVERY_MODEL = "".join(
    f"[models.'{name}']\nengine = 'openai'\nbase_url = 'http://127.0.0.1:1/v1'\n" for name in (*PUBLISHED_MODELS, "*")
)


@pytest.fixture
def load(tmp_path):
    def load(text, **environment) -> Settings:
        path = tmp_path / "limner.toml"
        path.write_text(text, encoding="utf-8")
        return load_settings(path, environment=environment)

    return load


@pytest.fixture
def plan(load):
    return lambda text: {one.app: one for one in plan_deployments(load(text))}


def test_published_models_share_the_illustrator(plan):
    (one,) = plan("").values()

    assert (one.app, one.engine, one.options) == ("limner-illustrator", "illustrator", {})
    assert {"dall-e-2", "gpt-image-1", "illustrator"} <= set(one.models)
    assert one.serve_options["num_replicas"] == 1
    assert one.actor_options == {"num_cpus": 1}


def test_deployment_options_keep_the_names_of_ray(plan):
    apps = plan(
        """
        [models.flux]
        engine = "diffusers"
        checkpoint = "x/flux"
        [models.flux.ray]
        num_gpus = 0.5
        num_cpus = 2
        memory = 8_000_000_000
        resources = {ssd = 1}
        accelerator_type = "H100"
        runtime_env = {env_vars = {HF_HOME = "/models"}}
        max_ongoing_requests = 4
        max_queued_requests = 8
        graceful_shutdown_timeout_s = 900
        autoscaling_config = {min_replicas = 1, max_replicas = 3, target_ongoing_requests = 2.5, downscale_delay_s = 60}
        """
    )

    one = apps["limner-flux"]
    assert (one.options, one.models) == ({"checkpoint": "x/flux"}, ("flux",))
    assert one.actor_options == {
        "num_cpus": 2,
        "num_gpus": 0.5,
        "memory": 8_000_000_000,
        "resources": {"ssd": 1},
        "accelerator_type": "H100",
        "runtime_env": {"env_vars": {"HF_HOME": "/models"}},
    }
    assert "num_replicas" not in one.serve_options
    assert one.serve_options["autoscaling_config"] == {
        "min_replicas": 1,
        "max_replicas": 3,
        "target_ongoing_requests": 2.5,
        "upscale_delay_s": 30,
        "downscale_delay_s": 60,
        "look_back_period_s": 30,
    }
    assert one.serve_options["graceful_shutdown_timeout_s"] == 900
    assert (one.serve_options["max_ongoing_requests"], one.serve_options["max_queued_requests"]) == (4, 8)
    assert "max_surge_percent" not in one.serve_options


def test_models_with_equal_options_share_an_application(plan):
    text = """
        [engines.diffusers]
        device = "cpu"
        [models.dall-e-3]
        engine = "diffusers"
        checkpoint = "x/flux"
        [models.mine]
        engine = "diffusers"
        checkpoint = "x/flux"
        [models.other]
        engine = "diffusers"
        checkpoint = "x/other"
        """

    apps = plan(text)
    separate = plan(text + "ray = {num_gpus = 1}\n")

    assert apps["limner-mine"].models == ("dall-e-3", "mine")
    assert apps["limner-mine"].options == {"device": "cpu", "checkpoint": "x/flux"}
    assert apps["limner-other"].models == ("other",)
    assert separate["limner-other"].actor_options["num_gpus"] == 1


def test_table_of_an_engine_applies_to_models_without_their_own(plan):
    apps = plan(
        """
        [ray.engines.illustrator]
        num_replicas = 3
        num_cpus = 2
        [models.sketch.ray]
        num_replicas = 1
        """
    )

    assert apps["limner-illustrator"].serve_options["num_replicas"] == 3
    assert apps["limner-illustrator"].options == {"processes": 2}
    assert apps["limner-sketch"].serve_options["num_replicas"] == 1
    assert apps["limner-sketch"].actor_options["num_cpus"] == 1


def test_models_that_opt_out_are_drawn_by_gateways(plan):
    apps = plan(
        """
        [models.here]
        scenes_folder = "/tmp/x"
        ray = {enabled = false}
        [models.upstream]
        engine = "openai"
        """
    )

    assert {name for one in apps.values() for name in one.models}.isdisjoint({"here", "upstream"})


def test_names_of_applications_are_valid_and_distinct(plan):
    models = ("Black-Forest/FLUX.1 schnell", "black-forest-flux-1-schnell", "ほげ", "*", "illustrator", "x" * 300)
    apps = plan(
        "\n".join(f'[models."{name}"]\ntimeout_s = {number + 1}' for number, name in enumerate(models))
        + '\n[ray]\napp_prefix = "blue"'
    )

    assert {name for one in apps.values() for name in one.models} >= set(models)
    assert apps["blue-black-forest-flux-1-schnell"].models == (models[0],)
    assert all(name.startswith("blue-") and len(name) < 60 for name in apps)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in apps)


def test_address_comes_from_the_environment(load):
    assert load("", LIMNER_RAY__ADDRESS="auto").ray.address == "auto"
    assert load("").ray.address is None


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param("[ray]\nadress = 'auto'", "Unknown setting 'ray.adress'", id="ray"),
        pytest.param("[models.x.ray]\ngpus = 1", "Unknown setting 'models.x.ray.gpus'", id="model"),
        pytest.param(
            "[[models.x.routes]]\nengine = 'illustrator'\nray = {gpus = 1}",
            r"Unknown setting 'models.x.routes\[0\].ray.gpus'",
            id="route",
        ),
        pytest.param("[ray.engines.x]\ngpus = 1", "Unknown setting 'ray.engines.x.gpus'", id="engine"),
        pytest.param(
            "[models.x.ray.autoscaling_config]\nmax = 1",
            "Unknown setting 'models.x.ray.autoscaling_config.max'",
            id="autoscaling",
        ),
        pytest.param("[models.x.ray]\nnum_gpus = -1", "num_gpus|>= 0", id="negative"),
        pytest.param(
            "[models.x.ray.autoscaling_config]\nmin_replicas = 4\nmax_replicas = 2",
            "min_replicas <= initial_replicas <= max_replicas",
            id="order",
        ),
        pytest.param("[ray]\napp_prefix = 'A#b'", "app_prefix", id="prefix"),
    ],
)
def test_wrong_ray_setting_is_named(load, toml, message):
    with pytest.raises(SettingsError, match=message):
        load(toml)


def test_models_on_ray_need_no_engine_here(load, monkeypatch):
    monkeypatch.setattr("limner.engines.registry.is_installed", lambda name: False)
    settings = load('[models.flux]\nengine = "diffusers"\ncheckpoint = "x/y"')

    models = {model.id: model for model in build_models(settings, on_ray=True)}

    assert all(isinstance(model.engine, RayEngine) for model in models.values())
    assert (models["flux"].engine.app, models["flux"].engine_name) == ("limner-flux", "diffusers")
    assert models["dall-e-2"].engine is models["gpt-image-1"].engine
    assert models["dall-e-2"].engine_name == "illustrator"


def test_model_that_opts_out_keeps_its_engine(load):
    settings = load("[models.here]\nprocesses = 1\nray = {enabled = false}")

    models = {model.id: model for model in build_models(settings, on_ray=True)}

    assert isinstance(models["here"].engine, IllustratorEngine)


def test_without_a_cluster_nothing_is_on_ray(load):
    settings = load('[ray]\naddress = "auto"')

    assert not any(isinstance(model.engine, RayEngine) for model in build_models(settings))


def test_routes_are_deployed_like_models(plan):
    apps = plan(
        """
        [models.flux]
        engine = "diffusers"
        checkpoint = "x/flux"
        [[models.mine.routes]]
        name = "gpu"
        engine = "diffusers"
        checkpoint = "x/flux"
        [[models.mine.routes]]
        name = "other"
        engine = "diffusers"
        checkpoint = "x/other"
        ray = {num_replicas = 3}
        [[models.mine.routes]]
        engine = "openai"
        base_url = "http://127.0.0.1:1/v1"
        """
    )

    other = apps["limner-mine-other"]
    assert set(apps) == {"limner-illustrator", "limner-flux", "limner-mine-other"}
    assert apps["limner-flux"].models == ("flux", "mine")
    assert (other.options, other.serve_options["num_replicas"]) == ({"checkpoint": "x/other"}, 3)


@pytest.mark.parametrize(
    "routes",
    [
        pytest.param(("one", "other"), id="as it was"),
        pytest.param(("other", "one"), id="in another order"),
        pytest.param(("new", "one", "other"), id="with one more"),
    ],
)
def test_routes_keep_their_applications(plan, routes):
    """A gateway that joins would draw with the engine of another route if the names moved."""
    text = "".join(
        f'[[models."gpt-image-1".routes]]\nname = "{name}"\nengine = "diffusers"\ncheckpoint = "x/{name}"\n'
        for name in routes
    )

    apps = plan('[models."gpt-image-1"]\nfamily = "gpt-image-1"\n' + text)

    for name in routes:
        assert apps[f"limner-gpt-image-1-{name}"].options == {"checkpoint": f"x/{name}"}


def test_one_application_of_each_model_is_needed(load):
    """A server that restarts while others are broken serves with the other routes."""
    route = "[[models.{}.routes]]\nname = '{}'\nengine = 'diffusers'\ncheckpoint = 'x/{}'\n"
    upstream = "[[models.mine.routes]]\nengine = 'openai'\nbase_url = 'http://127.0.0.1:1/v1'\n"
    text = route.format("mine", "gpu", "a") + upstream

    def needed(text):
        return find_needed(load(text)) - {frozenset({"limner-illustrator"})}

    assert needed(text) == set()
    assert needed(text + route.format("other", "gpu", "a")) == {frozenset({"limner-mine-gpu"})}
    plain = "[models.plain]\nengine = 'diffusers'\ncheckpoint = 'x/a'\n"
    assert needed(text + plain) == {frozenset({"limner-mine-gpu"})}
    assert needed(route.format("mine", "one", "a") + route.format("mine", "two", "a")) == {
        frozenset({"limner-mine-one"})
    }
    two_applications = route.format("mine", "one", "a") + route.format("mine", "two", "b")
    assert needed(two_applications) == {frozenset({"limner-mine-one", "limner-mine-two"})}


def test_application_keeps_its_name_when_options_change(plan):
    names = [f"{'x' * 50}-{number}" for number in range(2)]

    def apps(steps):
        return set(
            plan("".join(f'[models."{name}"]\nengine = "diffusers"\nsteps = {steps}{name[-1]}\n' for name in names))
        )

    assert len(apps(1)) == 3
    assert apps(1) == apps(2)


def test_routes_on_ray_draw_by_their_applications(load):
    settings = load(
        """
        [[models.mine.routes]]
        name = "cluster"
        engine = "illustrator"
        [[models.mine.routes]]
        name = "here"
        engine = "illustrator"
        ray = {enabled = false}
        """
    )

    engines = {model.id: model.engine for model in build_models(settings, on_ray=True)}

    cluster, here = engines["mine"]._routes.values()
    assert cluster.target.engine is engines["dall-e-2"]
    assert isinstance(here.target.engine, IllustratorEngine)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="draws-the-published-models"),
        pytest.param(EVERY_MODEL, ["illustrator"], id="replaced"),
        pytest.param(EVERY_MODEL + "[models.illustrator]\n", [], id="configured"),
        pytest.param(EVERY_MODEL + "[defaults]\nedit = 'illustrator'\n", [], id="default"),
    ],
)
def test_unused_illustrator_does_not_start_with_the_server(load, text, expected):
    models = build_models(load(text))
    started = {id(model.engine) for model in models if not model.starts_late}

    assert [model.id for model in models if id(model.engine) not in started] == expected
