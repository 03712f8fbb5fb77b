"""A layout with faults is tried again, and what would still look wrong is left out."""

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.layout.attempts import arrange_surely
from limner_illustrator.layout.placement import Cluster, Part, Spot
from limner_illustrator.scene import Entity, Relation, Scene

GROUND = Ground(y=460.0, horizon=300.0)
SIZE = (512, 512)
CAT = Entity(id="e1", noun="cat", drawing="noto:cat-face")
DOG = Entity(id="e2", noun="dog", drawing="noto:dog-face")
BOX = Entity(id="e3", noun="box", drawing="noto:package")
LEFT = Relation("e1", "left", "e2")


def stand(entity, x, *, size=100.0, depth=1.0, foot=460.0):
    part = Part(entity=entity, copy=0, x=0, bottom=0, width=1, height=1)
    return Spot(Cluster((part,)), x, foot, size, depth=depth)


def arrange_with(attempts, calls):
    def arrange(scene, ground):
        calls.append((scene, ground))
        return attempts[min(len(calls), len(attempts)) - 1]

    return arrange


def test_layout_without_faults_is_made_once():
    calls = []
    spots = [stand(CAT, 100), stand(DOG, 400)]
    scene = Scene(prompt="", entities=(CAT, DOG), relations=(LEFT,))

    assert arrange_surely(scene, SIZE, GROUND, arrange_with([spots], calls)) == spots
    assert len(calls) == 1


def test_attempt_that_holds_the_relation_is_taken():
    calls = []
    wrong, right = [stand(CAT, 400), stand(DOG, 100)], [stand(CAT, 100), stand(DOG, 400)]
    scene = Scene(prompt="", entities=(CAT, DOG), relations=(LEFT,))

    assert arrange_surely(scene, SIZE, GROUND, arrange_with([wrong, wrong, right], calls)) == right


def test_attempts_vary_order_relations_and_size():
    calls = []
    wrong = [stand(CAT, 400), stand(DOG, 100)]
    scene = Scene(prompt="", entities=(CAT, DOG), relations=(LEFT,))

    arrange_surely(scene, SIZE, GROUND, arrange_with([wrong], calls))

    assert {scene.entities for scene, _ in calls} == {(CAT, DOG), (DOG, CAT)}
    assert any(not scene.relations for scene, _ in calls)
    assert any(ground.max_height is not None for _, ground in calls)
    assert len(calls) <= 6


def test_thing_that_covers_a_face_is_left_out():
    covered = [stand(CAT, 250, size=200), stand(BOX, 250, size=180, depth=2.0, foot=400.0)]
    scene = Scene(prompt="", entities=(CAT, BOX))

    spots = arrange_surely(scene, SIZE, GROUND, arrange_with([covered], []))

    assert [one.cluster.parent.entity for one in spots] == [CAT]


def test_subject_that_covers_a_face_stays():
    covered = [stand(BOX, 250, size=180, depth=2.0, foot=400.0), stand(CAT, 250, size=200)]
    scene = Scene(prompt="", entities=(BOX, CAT))

    assert arrange_surely(scene, SIZE, GROUND, arrange_with([covered], [])) == covered
