"""Hats sit on heads, glasses before eyes: also where the head is tilted, or does not lie at the top."""

import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.catalog import records
from limner_illustrator.catalog.art import icon_svg
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.layout import layout
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.figures import animal_heads
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.icon import FRAME, icon_sample
from limner_illustrator.subjects.raster import paint_raster

GROUND = Ground(y=900, horizon=600)


def worn(drawing, thing, pose=None):
    wearer = Entity(id="e1", noun="one", drawing=drawing, action=pose)
    item = Entity(id="e2", noun="thing", drawing=thing)
    scene = Scene(prompt="", seed=1, entities=(wearer, item), relations=(Relation("e1", "wearing", "e2"),))
    placements = {one.entity_id: one for one in layout(scene, 1000, 1000, GROUND, lambda entity, pose: 1.2)}
    return placements["e1"], placements["e2"]


def share(host, item):
    """The middle of the item, as parts of the host's box."""
    x = (item.x + item.width / 2 - host.x) / host.width
    y = (item.y + item.height / 2 - host.y) / host.height
    return x, y


@pytest.mark.parametrize("name", [name for name, thing in records.drawings("noto") if thing.head])
def test_every_measured_head_lies_within_its_icon(name):
    head = head_at(f"noto:{name}", None, 100, 100)

    for x, y in (head.crown, head.eyes, head.neck):
        assert -5 <= x <= 105
        assert -5 <= y <= 108
    assert 5 < head.width < 90


def test_hat_of_a_floating_otter_is_tilted_on_its_head():
    otter, hat = worn("noto:otter", "noto:top-hat")

    x, y = share(otter, hat)
    assert x < 0.25
    assert y < 0.15
    assert hat.tilt < -10
    assert hat.width < 0.45 * otter.width


@pytest.mark.parametrize("drawing", ["noto:cat-face", "noto:fox", "noto:owl", "figure:man", "noto:robot", "own:plush"])
def test_hat_glasses_and_scarf_lie_one_below_the_other(drawing):
    levels = [share(*worn(drawing, f"noto:{thing}"))[1] for thing in ("top-hat", "sunglasses", "scarf")]

    assert levels == sorted(levels)
    assert levels[0] < 0.15


def test_the_hat_of_a_running_tiger_leans_with_it():
    standing, running = (worn("noto:tiger", "noto:top-hat", pose)[1] for pose in (None, "running"))

    assert running.tilt < standing.tilt - 4


def test_the_hat_of_one_asleep_lies_where_its_head_is():
    awake, asleep = (worn("noto:cat-face", "noto:top-hat", pose) for pose in (None, "sleeping"))

    assert share(*asleep)[0] < share(*awake)[0]
    assert share(*asleep)[1] > share(*awake)[1] - 0.05


@pytest.mark.parametrize("name", sorted(animal_heads.BACKS))
def test_cut_head_has_the_eyes_and_leaves_a_body(name):
    head = animal_heads.cut_head(name)
    face = thing_of(f"noto:{name}").head
    left, top, right, bottom = head.box

    assert left < face.eyes[0] < right
    assert top < face.eyes[1] < bottom
    drawn = paint_raster(lambda pen: head.draw(pen, icon_svg(name)), FRAME, 1)[..., 3] > 100
    assert 0 < drawn.sum() < (icon_sample(icon_svg(name))[..., 3] > 100).sum()
