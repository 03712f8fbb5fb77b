"""A bare noun draws that thing alone, not the second thing of its icon."""

import pytest

from limner_illustrator.catalog import art, records
from limner_illustrator.language import lexicon
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.objects.planets import _planet
from limner_illustrator.subjects.subject import Subject


@pytest.mark.parametrize(
    ("noun", "drawing"),
    [
        ("tennis ball", "noto:tennis-ball"),
        ("tennis racket", "noto:tennis-racket"),
        ("shuttlecock", "noto:shuttlecock"),
        ("hockey puck", "noto:hockey-puck"),
        ("bowling pins", "noto:bowling-pin"),
        ("arrow", "noto:arrow"),
        ("golf ball", "own:golf-ball"),
        ("mug", "own:mug"),
        ("jupiter", "own:planet"),
        ("saturn", "noto:ringed-planet"),
        ("marbles", "own:marble"),
        ("towel", "own:folded-cloth"),
        ("jetty", "own:pier"),
    ],
)
def test_noun_has_a_drawing_of_its_own(noun, drawing):
    found = lexicon.find(noun)

    assert found.drawing == drawing


@pytest.mark.parametrize("name", ["bowl-with-spoon", "dove", "fishing-pole", "house-with-garden", "parachute"])
def test_second_thing_of_an_icon_is_left_out(name):
    records.load()

    shown = art.icon_svg(name)

    assert shown.count("<path") < art._packed_svg(name).count("<path")


def test_parts_of_an_icon_share_its_elements():
    records.load()

    ball, racket, both = (art.icon_svg(name) for name in ("tennis-ball", "tennis-racket", "tennis"))

    assert ball.count("<path") + racket.count("<path") == both.count("<path")
    assert art.icon_group("tennis-ball") == art.icon_group("tennis")


def test_parts_of_a_missing_icon_are_an_error():
    with pytest.raises(records.RecordError, match="base: there is no icon 'nothing'"):
        records.icon("half-of-nothing", base="nothing", parts=(0,))


def test_unnamed_planets_differ():
    entity = Entity(id="e1", noun="planet", drawing="own:planet", count=2)
    scene = Scene(prompt="planets", seed=0, entities=(entity,))
    grounds = []

    class Pen:
        def shape(self, _path, paint):
            grounds.append(paint.getColor())

        def __getattr__(self, _name):
            raise StopIteration

    for copy in (0, 1):
        with pytest.raises(StopIteration):
            _planet(Pen(), Subject(entity, scene, copy))

    assert len(set(grounds)) == 2
