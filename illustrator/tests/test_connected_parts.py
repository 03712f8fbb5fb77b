"""Drawings of connected parts."""

import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.language.parser import read


def parts_of(prompt):
    graphic = read(prompt, seed=1).scene.graphic
    assert graphic.kind == "connection-diagram"
    names = [item.label for item in graphic.items]
    return names, [(names[link.source], names[link.target]) for link in graphic.links]


def test_hub_is_linked_to_each_part():
    names, links = parts_of("isometric illustration of a laptop connected to a cloud, a database and a phone")
    assert names == ["Laptop", "Cloud", "Database", "Phone"]
    assert links == [("Laptop", "Cloud"), ("Laptop", "Database"), ("Laptop", "Phone")]


def test_arrows_make_a_chain():
    names, links = parts_of("isometric diagram: sensor -> gateway -> cloud, dark background")
    assert names == ["Sensor", "Gateway", "Cloud"]
    assert links == [("Sensor", "Gateway"), ("Gateway", "Cloud")]


@pytest.mark.parametrize(
    "prompt",
    [
        "diagram of a user connected to an API, a server and a database with arrows",
        "infographic of a smart home hub connected to a thermostat, a camera and a door lock",
        "flat vector icons of phone, tablet and laptop connected by lines",
    ],
)
def test_every_named_part_is_there(prompt):
    reading = read(prompt, seed=1)
    assert reading.scene.graphic.kind == "connection-diagram"
    assert reading.omissions.note() is None


@pytest.mark.parametrize(
    "prompt",
    ["a laptop connected to a projector in a classroom", "two railway cars connected to a locomotive", "set of icons"],
)
def test_scene_of_connected_things_is_no_diagram(prompt):
    graphic = read(prompt, seed=1).scene.graphic
    assert graphic is None or graphic.kind != "connection-diagram"


@pytest.mark.parametrize("style", ["isometric", "flat"])
def test_connections_are_drawn_at_small_sizes(style):
    prompt = f"{style} diagram of a cloud connected to a server, a robot and a phone"
    assert draw(prompt, size=(96, 96), seed=1).pixels.std() > 8
