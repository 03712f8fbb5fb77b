import numpy as np
import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.canvas.light import make_light
from limner_illustrator.catalog import records
from limner_illustrator.catalog.art import has_icon
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.clothing import note_undrawn_clothes
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.registry import draw_function
from limner_illustrator.subjects.sprite import sprite
from limner_illustrator.subjects.wardrobe.details import DETAILS
from limner_illustrator.subjects.wardrobe.faces import WORN_ON_FACES
from limner_illustrator.subjects.wardrobe.garments import COSTUMES, CUTS

SEATED = sorted(
    name
    for name, thing in records.drawings("noto")
    if thing.coat and not thing.coat.standing and name not in ("mouse-face", "pig-face", "cow-face")
)
FITS = [name for name, thing in records.drawings("noto") if thing.fit]
SIZE = 240


def drawn(name, *attributes, action=None):
    entity = Entity(id="e1", noun=name, drawing=f"noto:{name}", attributes=attributes, action=action)
    scene = Scene(prompt="", seed=2, entities=(entity,))
    return sprite(entity, SIZE, make_light("day", "clear", scene.random("scene", "light")), scene)


def count_green(pixels):
    red, green, blue = (pixels[..., channel].astype(int) for channel in range(3))
    return (green > red + 40) & (green > blue + 25) & (pixels[..., 3] > 200)


def list_attributes(scene):
    return scene.entities[0].attributes


@pytest.mark.parametrize("name", [name for name in [*SEATED, *FITS] if name not in ("frog", "parrot", "duck")])
def test_coat_covers_the_body_but_not_the_eyes(name):
    plain, dressed = drawn(name, action="sitting"), drawn(name, "green-coat", action="sitting")

    height, width = dressed.shape[:2]
    head = head_at(f"noto:{name}", "sitting", width, height)
    assert plain.shape == dressed.shape
    fresh = count_green(dressed) & ~count_green(plain)
    assert fresh.mean() > 0.06
    assert np.nonzero(fresh)[0].mean() > head.crown[1]
    x, y, reach = round(head.eyes[0]), round(head.eyes[1]), max(3, round(0.4 * head.span))
    around = (slice(max(0, y - 4), y + 4), slice(max(0, x - reach), x + reach))
    assert not fresh[around].any()


@pytest.mark.parametrize("name", [*SEATED, *FITS])
def test_clothes_do_not_move_the_head(name):
    """Hats are placed without regard to clothes."""
    plain, dressed = (drawn(name, *worn, action="sitting")[..., 3].astype(int) for worn in ((), ("coat",)))

    assert plain.shape == dressed.shape
    upper = round(0.45 * len(plain))
    assert np.abs(plain[:upper] - dressed[:upper]).mean() < 1


@pytest.mark.parametrize("animal", ["owl", "cat", "dog", "fox", "penguin", "bear", "lion", "robot"])
def test_scarf_is_below_the_face(animal):
    scene = parse(f"a {animal} wearing a red scarf", seed=1)
    wearer, scarf = scene.entities
    light = make_light("day", "clear", scene.random("scene", "light"))

    def measure(entity, pose):
        height, width = sprite(entity, 72, light, scene, pose=pose).shape[:2]
        return width / height

    spots = {one.entity_id: one for one in layout(scene, 512, 512, Ground(y=460, horizon=300), measure)}

    body, cloth = spots[wearer.id], spots[scarf.id]
    head = head_at(wearer.drawing, body.pose, body.width, body.height)
    eyes, neck = body.y + head.eyes[1], body.y + head.neck[1]
    assert cloth.y > eyes + 0.6 * (neck - eyes)
    assert cloth.y < neck + 0.1 * body.height


def test_scarf_does_not_cover_the_beak_of_an_owl():
    scene, _ = edit_scene(parse("two owls on a branch at night", seed=1), "add a red scarf to the owls")
    scarf = next(one for one in scene.entities if one.noun == "scarf")

    assert scarf.drawing == "own:scarf"
    assert scarf.count == 2 or any(one.object == scarf.id and one.kind == "wearing" for one in scene.relations)
    head = head_at("noto:owl", None, 128, 128)
    assert head.neck[1] > 64  # the beak ends above


@pytest.mark.parametrize(
    ("prompt", "garment", "thing"),
    [
        pytest.param("a dog dressed as a pirate", "pirate", "own:pirate-hat", id="pirate"),
        pytest.param("a dog in a pirate costume", "pirate", "own:pirate-hat", id="in a costume"),
        pytest.param("a pirate cat", "pirate", "own:pirate-hat", id="as an adjective"),
        pytest.param("a panda dressed as a chef", "chef", "own:cook-hat", id="another word"),
        pytest.param("a lion dressed as a king", "king", "noto:crown", id="an icon for a hat"),
    ],
)
def test_costume_adds_its_hat_as_entity(prompt, garment, thing):
    scene = parse(prompt, seed=1)

    animal = scene.entities[0]
    assert garment in animal.attributes
    worn = [scene.entity(one.object).drawing for one in scene.relations if one.kind == "wearing"]
    assert worn == [thing]


def test_requested_hat_replaces_the_hat_of_a_costume():
    scene = parse("a dog dressed as a pirate wearing a top hat", seed=1)

    assert [one.drawing for one in scene.entities[1:]] == ["noto:top-hat"]


@pytest.mark.parametrize("prompt", ["a king penguin", "a queen bee", "a tiger", "a mouse", "a pig on a farm"])
def test_undressed_animal_keeps_its_drawing(prompt):
    scene = parse(prompt, seed=1)

    assert len(scene.entities) == 1
    assert not scene.entities[0].drawing.endswith("-face")
    assert note_undrawn_clothes(scene) is None


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        pytest.param("a tiger in a lab coat", "noto:tiger-face", id="seated"),
        pytest.param("a mouse in a dress", "noto:mouse-face", id="seated for the dress"),
        pytest.param("a running tiger in a coat", "noto:tiger", id="running"),
        pytest.param("an elephant in a red sweater", "noto:elephant", id="whole"),
    ],
)
def test_dressed_animal_sits_by_default(prompt, drawing):
    assert parse(prompt, seed=1).entities[0].drawing == drawing


@pytest.mark.parametrize(
    ("prompt", "instruction", "attributes"),
    [
        pytest.param("a bear wearing a sweater", "make the sweater green", ("green-sweater",), id="dye"),
        pytest.param("a bear wearing a red sweater", "remove the sweater", (), id="take off"),
        pytest.param("a bear wearing a red sweater", "take off the bear's sweater", (), id="take off, with its owner"),
        pytest.param("a rabbit in a coat", "replace the coat with a blue dress", ("blue-dress",), id="exchange"),
        pytest.param("a cat", "dress the cat as a wizard", ("wizard",), id="dress as"),
        pytest.param("a cat", "put a raincoat on the cat", ("raincoat",), id="put on"),
        pytest.param("a fox", "give the fox a striped sweater", ("striped-sweater",), id="give"),
        pytest.param("a dog dressed as a pirate", "take off the costume", (), id="the whole costume"),
        pytest.param("a fox in a suit and yellow boots", "remove the boots", ("suit",), id="one of two"),
    ],
)
def test_edit_of_clothes_keeps_the_wearer(prompt, instruction, attributes):
    before = parse(prompt, seed=1)

    after, note = edit_scene(before, instruction)

    assert note is None
    assert list_attributes(after) == attributes
    assert after.entities[0].noun == before.entities[0].noun
    assert after.entities[0].color == before.entities[0].color


def test_replacing_animal_gets_the_clothes():
    scene, _ = edit_scene(parse("a cat in a red sweater", seed=1), "replace the cat with a tiger")

    assert scene.entities[0].drawing == "noto:tiger-face"
    assert list_attributes(scene) == ("red-sweater",)


def test_removed_costume_removes_its_hat():
    scene, _ = edit_scene(parse("a dog dressed as a pirate", seed=1), "take off the costume")

    assert len(scene.entities) == 1


def test_removed_hat_stays_removed():
    scene, _ = edit_scene(parse("a dog dressed as a pirate", seed=1), "remove the hat")
    scene, _ = edit_scene(scene, "make it night")

    assert [one.noun for one in scene.entities] == ["dog"]
    assert list_attributes(scene) == ("pirate",)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        pytest.param("a fish in a suit", "fish", id="no place for it"),
        pytest.param("a cat sleeping in a sweater", "asleep", id="asleep"),
    ],
)
def test_undrawable_clothes_are_noted(prompt, said):
    note = note_undrawn_clothes(parse(prompt, seed=1))

    assert note is not None
    assert said in note


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        pytest.param("a tiger in a lab coat", "a tiger in a lab coat", id="two words"),
        pytest.param("a fox wearing a backpack", "a fox with a backpack", id="carried"),
        pytest.param("a cat in yellow boots", "a cat in yellow boots", id="a pair"),
        pytest.param("a koala wearing pajamas", "a koala in pajamas", id="plural"),
        pytest.param("a bear in a red sweater", "a bear in a red sweater", id="colour"),
    ],
)
def test_description_names_clothes(prompt, said):
    assert said in describe(parse(prompt, seed=1))


def test_every_garment_has_its_details():
    known = {*DETAILS, *WORN_ON_FACES}

    assert {name for cut in CUTS.values() for name in cut.details} <= known


@pytest.mark.parametrize("costume", COSTUMES)
def test_every_costume_is_drawn(costume):
    garments, hat = COSTUMES[costume]

    assert set(garments) <= CUTS.keys()
    assert hat is None or draw_function(hat) or has_icon(hat.removeprefix("noto:"))


@pytest.mark.parametrize(
    ("prompt", "spot"),
    [
        ("sticker of a lemon wearing sunglasses", "eyes"),
        ("avocado with sunglasses sticker", "eyes"),
        ("a cute pear with a scarf", "neck"),
    ],
)
def test_fruit_has_glasses_and_scarves_on_its_body_not_above_it(prompt, spot):
    scene = parse(prompt, seed=0)
    (fruit, worn) = scene.entities
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [(fruit.id, "wearing", worn.id)]
    height = width = 100.0
    head = head_at(fruit.drawing, None, width, height)
    assert 0.15 * height < getattr(head, spot)[1] < 0.9 * height
    assert head.span > 0.3 * width
