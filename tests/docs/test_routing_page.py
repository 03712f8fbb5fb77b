"""docs/routing.md: its examples are valid, and it names every setting of a route."""

import re
import tomllib
from dataclasses import MISSING, fields

import pytest
from fenced import PAGES, all_blocks

from limner import engine_loader
from limner.engines.routing.engine import RoutingEngine
from limner.models import build_models
from limner.route_settings import RouteConditions, RouteSettings
from limner.settings import load_settings
from route_fixtures import QueueEngine, make_request, make_route

PAGE = (PAGES / "routing.md").read_text(encoding="utf-8")
EXAMPLES = [block for block in all_blocks("routing") if block.language == "toml"]


def rows_of(section):
    """The names in the first column of the section's table, with the second one."""
    table = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    return {
        name: second.strip()
        for names, second in re.findall(r"^\| (`[^|]*) \|([^|]*)\|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", names)
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda block: block.where)
def test_example_is_loaded_with_all_its_routes(example, tmp_path, monkeypatch):
    """Their engines need checkpoints and other servers: they are replaced."""
    loaded = []
    monkeypatch.setattr(
        engine_loader, "load_engine", lambda name, options: loaded.append((name, options)) or QueueEngine()
    )
    path = tmp_path / "limner.toml"
    path.write_text(example.text, encoding="utf-8")
    written = tomllib.loads(example.text)["models"]

    models = {model.id: model.engine for model in build_models(load_settings(path, environment={}))}

    for name, model in written.items():
        assert isinstance(models[name], RoutingEngine)
        assert [state.route for state in models[name].states()] == [route["name"] for route in model["routes"]]
        for route in model["routes"]:
            assert any(engine == route["engine"] and options for engine, options in loaded)


def test_page_names_every_setting_of_a_route():
    documented = rows_of("Settings of a route")

    assert documented.keys() == {one.name for one in fields(RouteSettings)} - {"options"}
    for one in fields(RouteSettings):
        if isinstance(one.default, int | float):
            assert documented[one.name] == f"{one.default:g}"
        assert one.default is not MISSING or one.name in {"name", "engine", "when", "options"}


def test_page_names_every_condition():
    assert rows_of("Conditions").keys() == {one.name for one in fields(RouteConditions)}


def test_example_of_weights_is_what_the_balancer_does():
    engine = RoutingEngine("tiny", [make_route("first", weight=3), make_route("second")])
    names = []
    for _ in range(8):
        request = make_request()
        names.append(engine.choose(request))
        engine.forget(request.id)

    assert (names.count("first"), names.count("second")) == (6, 2)
    assert "of eight requests in a row, six go to the first and two to the second" in " ".join(PAGE.split())
