"""`[[models.NAME.routes]]`: what it loads, and the errors that name the setting."""

import pytest

from limner.core.picture import Size
from limner.engines.routing.conditions import Conditions
from limner.engines.routing.engine import RoutingEngine
from limner.models import build_models
from limner.settings import SettingsError, load_settings

TWO = """
[models.mine]
family = "gpt-image-1"
[[models.mine.routes]]
name = "near"
engine = "illustrator"
processes = 1
[[models.mine.routes]]
engine = "illustrator"
processes = 2
"""


@pytest.fixture
def load(tmp_path):
    def load(text, **environment):
        path = tmp_path / "limner.toml"
        path.write_text(text, encoding="utf-8")
        return load_settings(path, environment=environment)

    return load


def model_of(settings, name="mine"):
    return next(model for model in build_models(settings) if model.id == name)


def routes_of(settings, name="mine"):
    return list(model_of(settings, name).engine._routes.values())


def test_routes_have_engines_options_and_ranks_in_order(load):
    settings = load(TWO)

    first, second = routes_of(settings)

    assert settings.models["mine"].family == "gpt-image-1"
    assert (first.name, first.rank, second.name, second.rank) == ("near", 1, "illustrator", 2)
    assert [route.target.engine._num_processes for route in (first, second)] == [1, 2]
    assert (first.weight, first.conditions, first.first_event_s) == (1, Conditions(), None)


def test_model_without_routes_has_its_engine(load):
    settings = load("[models.mine]\nengine = 'illustrator'\n")

    assert not isinstance(model_of(settings).engine, RoutingEngine)
    assert settings.models["mine"].engines == (("illustrator", {}, None),)


def test_every_setting_of_a_route_is_read(load):
    text = """
    [[models.mine.routes]]
    engine = "illustrator"
    [[models.mine.routes]]
    name = "second.route_2-b"
    engine = "illustrator"
    rank = 3
    weight = 2
    max_failures = 5
    out_s = 7
    first_event_s = 90
    [models.mine.routes.when]
    queue_s_above = 20
    queue_images_above = 8
    operations = ["generate"]
    sizes = ["1024x1024", "64x96"]
    min_pixels = 1000
    max_pixels = 2000000
    qualities = ["low", "high"]
    keys = ["key_1"]
    projects = ["proj_1"]
    [[models.mine.routes]]
    name = "third"
    engine = "illustrator"
    rank = 3
    """
    _, route, third = routes_of(load(text))

    assert (route.name, route.rank, route.weight, route.first_event_s) == ("second.route_2-b", 3, 2, 90)
    assert (route.target._max_failures, route.target._breaker._pause_s) == (5, 7)
    assert route.conditions == Conditions(
        queue_s_above=20,
        queue_images_above=8,
        operations=frozenset({"generate"}),
        sizes=frozenset({Size(1024, 1024), Size(64, 96)}),
        min_pixels=1000,
        max_pixels=2_000_000,
        qualities=frozenset({"low", "high"}),
        keys=frozenset({"key_1"}),
        projects=frozenset({"proj_1"}),
    )
    assert third.rank == 3


def test_routes_can_be_an_environment_variable(load):
    settings = load("", LIMNER_MODELS__MINE__ROUTES='[{engine = "illustrator"}, {name = "b", engine = "illustrator"}]')

    assert [route.name for route in settings.models["mine"].routes] == ["illustrator", "b"]


def test_equal_engines_of_several_models_are_one(load):
    settings = load(TWO + TWO.replace("mine", "other") + "[models.direct]\nengine = 'illustrator'\nprocesses = 1\n")
    models = {model.id: model for model in build_models(settings)}
    mine, other = (list(models[name].engine._routes.values()) for name in ("mine", "other"))

    assert [route.target for route in mine] == [route.target for route in other]
    assert models["direct"].engine is mine[0].target.engine


def test_engine_options_apply_to_routes(load):
    settings = load("[engines.illustrator]\ntimeout_s = 9\n" + TWO)

    assert [route.target.engine._timeout_s for route in routes_of(settings)] == [9, 9]


ROUTE = "[[models.mine.routes]]\nengine = 'illustrator'\n"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param(
            "[models.mine]\nengine = 'illustrator'\n" + ROUTE,
            "'models.mine.engine' and 'models.mine.routes' cannot be set together",
            id="engine and routes",
        ),
        pytest.param(
            "[models.mine]\nprocesses = 2\n" + ROUTE,
            "'models.mine.processes' and 'models.mine.routes' cannot be set together",
            id="options and routes",
        ),
        pytest.param("[models.mine]\nroutes = []", "'models.mine.routes' must be a list of tables", id="no routes"),
        pytest.param("[models.mine]\nroutes = 'x'", "'models.mine.routes' must be a list of tables", id="a word"),
        pytest.param("[models.mine]\nroutes = ['x']", "'models.mine.routes[0]' must be a table", id="words"),
        pytest.param("[models.mine.routes]\nengine = 'x'", "must be a list of tables", id="one table"),
        pytest.param(
            ROUTE + "[[models.mine.routes]]\nname = 'x'", "'models.mine.routes[1].engine' is missing", id="no engine"
        ),
        pytest.param(
            ROUTE + "when = {queue_s = 3}",
            "Unknown setting 'models.mine.routes[0].when.queue_s'. Known: queue_s_above, queue_images_above,",
            id="unknown condition",
        ),
        pytest.param(ROUTE + "when = {queue_s_above = -1}", "queue_s_above", id="negative time"),
        pytest.param(ROUTE + "when = {queue_s_above = 'x'}", "queue_s_above", id="a word for a time"),
        pytest.param(ROUTE + "when = {sizes = ['big']}", "sizes", id="not a size"),
        pytest.param(ROUTE + "when = {sizes = '1024x1024'}", "sizes", id="a size that is no list"),
        pytest.param(ROUTE + "when = {qualities = ['best']}", "qualities", id="unknown quality"),
        pytest.param(ROUTE + "when = {operations = ['draw']}", "operations", id="unknown operation"),
        pytest.param(ROUTE + "when = 3", "when", id="a number for conditions"),
        pytest.param(ROUTE + "weight = 0", "weight", id="zero weight"),
        pytest.param(ROUTE + "rank = 0", "rank", id="rank zero"),
        pytest.param(ROUTE + "out_s = 0", "out_s", id="no time out"),
        pytest.param(ROUTE + "max_failures = 0", "max_failures", id="no failures"),
        pytest.param(ROUTE + 'name = "a, b"', "name", id="a name that no header can have"),
        pytest.param(ROUTE + 'name = "a\\nb"', "name", id="a name with a line break"),
        pytest.param(ROUTE + ROUTE, "Two routes are called 'illustrator'. Give each a 'name'", id="same name"),
        pytest.param(ROUTE + "weight = 2", "The 'weight' of the route 'illustrator' has no effect", id="weight alone"),
        pytest.param(
            ROUTE + "when = {queue_s_above = 20}",
            "The condition on the queue of the route 'illustrator' has no effect",
            id="queue of nothing",
        ),
        pytest.param(
            "[[models.mine.routes]]\nengine = 'nothing'",
            "The route 'nothing' of the model 'mine' cannot be served. Unknown engine 'nothing'.",
            id="unknown engine",
        ),
        pytest.param(
            ROUTE + "color = 'red'",
            "The route 'illustrator' of the model 'mine' cannot be served. The engine 'illustrator' was given wrong",
            id="unknown option",
        ),
    ],
)
def test_wrong_routes_are_named(load, toml, message):
    with pytest.raises(SettingsError) as raised:
        build_models(load(toml))

    assert message in str(raised.value)


def test_queue_time_needs_an_engine_that_estimates():
    from limner.engines.routing.route import RouteError
    from route_fixtures import make_route

    with pytest.raises(RouteError, match="engine of the route 'gpu' does not estimate waiting times"):
        RoutingEngine("mine", [make_route("gpu"), make_route("upstream", rank=2, queue_s_above=20)])


def test_route_to_an_engine_that_is_not_installed_is_an_error(load, monkeypatch):
    from limner.engines import registry

    monkeypatch.setattr(registry, "is_installed", lambda name: name != "diffusers")

    with pytest.raises(SettingsError, match=r"'gpu' of the model 'mine' cannot be served.*pip install 'limner"):
        build_models(load("[[models.mine.routes]]\nname = 'gpu'\nengine = 'diffusers'\n" + ROUTE))
