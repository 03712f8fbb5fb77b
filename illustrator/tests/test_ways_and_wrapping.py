"""Roads and rails, things wrapped around others, keys in doors, and places seen from outside."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.layout.containers import place_in_lock, wrap_around
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Entity


def part(drawing, width, height, **fields):
    entity = Entity(id=drawing, noun="thing", drawing=drawing, **fields)
    return Cluster((Part(entity=entity, copy=0, x=0, bottom=0, width=width, height=height),))


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a railway track in the grass", "own:rails"),
        ("a frog on a lily pad", "noto:frog"),
        ("a paper boat on a pond", "own:paper-boat"),
        ("a small bakery on a corner", "noto:convenience-store"),
        ("a pile of autumn leaves", "own:leaf-pile"),
    ],
)
def test_noun_is_a_thing_of_its_own(prompt, drawing):
    assert parse(prompt, seed=1).entities[0].drawing == drawing


def test_bakery_without_a_street_is_seen_from_inside():
    assert parse("a bakery with a cat", seed=1).backdrop is not None


def test_tracks_lead_into_a_tunnel_and_no_dungeon():
    assert parse("railway tracks leading into a dark tunnel", seed=1).backdrop == "tunnelmouth"


def test_snow_on_the_roof_adds_no_second_house():
    assert [one.noun for one in parse("a cabin at night, snow on the roof", seed=1).entities] == ["cabin"]


def test_sand_in_an_hourglass_is_no_beach():
    assert parse("an hourglass with blue sand", seed=1).backdrop is None


def test_wrapped_animal_is_before_the_middle_of_the_tower():
    wrapped, rest = wrap_around(part("own:lighthouse", 1, 5), [part("noto:octopus", 1, 1, attributes=("wrapped",))])
    octopus = wrapped.parts[1]

    assert rest == []

    assert octopus.width > 1.5
    assert 0.2 < (octopus.bottom + octopus.height / 2) / 5 < 0.6


def test_key_in_a_door_is_small_and_at_its_edge():
    door, key = place_in_lock(part("own:door", 1, 2), [part("noto:key", 1, 1)]).parts

    assert key.width < 0.3 * door.width
    assert key.x > 0.2 * door.width
