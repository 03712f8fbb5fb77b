"""What the check of a finished layout finds."""

import pytest

from limner_illustrator import draw
from limner_illustrator.language.layout_notes import note_faults
from limner_illustrator.language.parser import parse
from limner_illustrator.layout.faults import find_faults
from limner_illustrator.layout.placement import Placement
from limner_illustrator.layout.relations_held import judge_relations
from limner_illustrator.render.paint import judge_layout
from limner_illustrator.scene import Entity, Relation, Scene

EDGE = 400


def place(entity_id, x, y, width, height, *, depth=0.0, copy=0, ground=False, pose=None, flip=False):
    """By the middle of its foot."""
    return Placement(
        entity_id=entity_id,
        copy=copy,
        x=x - width / 2,
        y=y - height,
        width=width,
        height=height,
        depth=depth,
        ground_y=y if ground else None,
        shadow="none",
        pose=pose,
        flip=flip,
    )


def relate(kind, subject="noto:cat", target="own:table"):
    entities = (Entity(id="e1", noun="subject", drawing=subject), Entity(id="e2", noun="object", drawing=target))
    return Scene(prompt="", entities=entities, relations=(Relation("e1", kind, "e2"),))


TABLE = place("e2", 200, 360, 200, 120, depth=1)
ON, UNDER, LEFT, FAR_LEFT = (200, 245), (200, 355), (60, 360), (20, 360)


@pytest.mark.parametrize(
    ("kind", "foot", "depth", "expected"),
    [
        ("on", ON, 2, True),
        ("on", UNDER, 2, False),
        ("on", LEFT, 2, False),
        ("under", UNDER, 2, True),
        ("under", ON, 2, False),
        ("left", LEFT, 2, True),
        ("right", LEFT, 2, False),
        ("above", (200, 200), 2, True),
        ("above", LEFT, 2, False),
        ("below", LEFT, 2, False),
        ("beside", LEFT, 2, True),
        ("beside", (200, 60), 2, False),
        ("behind", (150, 330), 0, True),
        ("behind", (150, 330), 2, False),
        ("front", (150, 370), 2, True),
        ("front", FAR_LEFT, 2, False),
        ("holding", LEFT, 2, False),
        ("in", LEFT, 2, False),
        ("in", UNDER, 2, True),
    ],
)
def test_relation_is_judged_by_the_boxes(kind, foot, depth, expected):
    cat = place("e1", *foot, 50, 50, depth=depth)

    (held,) = judge_relations(relate(kind), [cat, TABLE], EDGE).values()

    assert held is expected


def test_pets_before_a_house_are_not_in_it():
    cat = place("e1", 200, 370, 50, 50, depth=2, ground=True)

    assert not any(judge_relations(relate("in", target="noto:house"), [cat, TABLE], EDGE).values())


@pytest.mark.parametrize(("flip", "expected"), [(False, True), (True, False)])
def test_side_views_see_what_they_face(flip, expected):
    horse = place("e1", 300, 360, 80, 80, flip=flip)
    goal = place("e2", 100, 360, 80, 80)

    (held,) = judge_relations(relate("looking_at", "noto:horse"), [horse, goal], EDGE).values()

    assert held is expected


def test_flowers_in_a_vase_on_a_table_are_on_the_table():
    kinds = ("noto:tulip", "own:vase", "own:table")
    scene = Scene(
        prompt="",
        entities=tuple(Entity(id=f"e{at}", noun="thing", drawing=one) for at, one in enumerate(kinds, 1)),
        relations=(Relation("e1", "in", "e2"), Relation("e2", "on", "e3"), Relation("e1", "on", "e3")),
    )
    placements = [
        place("e1", 200, 150, 40, 40, depth=3),
        place("e2", 200, 245, 30, 50, depth=2),
        place("e3", 200, 360, 200, 120, depth=1),
    ]

    assert all(judge_relations(scene, placements, EDGE).values())


def test_note_names_what_is_hidden_misplaced_and_missing():
    entities = (
        Entity(id="e1", noun="cat", drawing="noto:cat"),
        Entity(id="e2", noun="house", drawing="noto:house"),
        Entity(id="e3", noun="duck", drawing="noto:duck", count=3),
    )
    scene = Scene(
        prompt="a cat beside a house and three ducks above the house",
        entities=entities,
        relations=(Relation("e1", "beside", "e2"), Relation("e3", "above", "e2")),
    )
    placements = [
        place("e1", 200, 350, 40, 40, depth=0),
        place("e2", 200, 380, 200, 200, depth=1),
        *(place("e3", 200 + 40 * copy, 395, 30, 30, depth=2, copy=copy) for copy in range(2)),
    ]

    note = note_faults(scene, find_faults(scene, placements, (EDGE, EDGE), frozenset()))

    assert note == "not placed as described: ducks above the house; not visible: the cat; drawn: 2 of 3 ducks"


def test_covered_faces_are_named():
    scene = Scene(
        prompt="",
        entities=(
            Entity(id="e1", noun="girl", drawing="figure:girl"),
            Entity(id="e2", noun="box", drawing="own:carton"),
        ),
    )
    girl, box = place("e1", 200, 380, 80, 200), place("e2", 200, 290, 120, 130, depth=1)

    faults = find_faults(scene, [girl, box], (EDGE, EDGE), frozenset())

    assert faults.visibility.faceless == ("e1",)


def test_headphones_of_the_drawing_are_not_called_hidden():
    note = draw("a teenage girl with headphones on a skateboard", size=(96, 96), quality="low").note

    assert note is None


def test_hiding_behind_a_part_of_the_backdrop_is_in_the_note():
    note = draw("a girl hiding behind a curtain", size=(96, 96), quality="low").note

    assert note == "not placed as described: the girl behind the curtain"


@pytest.mark.parametrize(
    "prompt",
    [
        "a mug on a book on a chair",
        "a vase of tulips on a table",
        "a child hiding behind a tree",
        "a bear sleeping under a table",
        "a fireplace between two armchairs",
    ],
)
def test_usual_layouts_hold_their_relations(prompt):
    judged = judge_layout(parse(prompt, seed=0), 128, 128)

    assert judged
    assert all(judged.values())
