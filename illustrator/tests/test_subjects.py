"""Subjects: entities as lit sprites. Pixel statistics, never golden bytes."""

import random

import numpy as np
import pytest

from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.canvas.light import make_light
from limner_illustrator.catalog import records
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.anchors import hand_of, head_of, seat_of, support_of
from limner_illustrator.subjects.features import FEATURES
from limner_illustrator.subjects.figures.hats import HATS
from limner_illustrator.subjects.figures.outfits import outfit_of
from limner_illustrator.subjects.figures.props import PROPS
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.raster import paint_raster
from limner_illustrator.subjects.registry import draw_function
from limner_illustrator.subjects.sprite import sprite
from limner_illustrator.subjects.subject import OUTSIDE, Subject

OWN = [name for name, _ in records.drawings("own")]
FIGURES = [name for name, _ in records.drawings("figure")]
DAY = make_light("day", "clear", random.Random(1))
NIGHT = make_light("night", "clear", random.Random(1))


def entity(drawing, **more):
    return Entity(**{"id": "e1", "noun": drawing.partition(":")[2], "drawing": drawing, **more})


def draw(drawing, size=120, light=DAY, pose=None, copy=0, view="normal", seed=7, **more):
    one = entity(drawing, **more)
    return sprite(one, size, light, Scene(prompt="", seed=seed, entities=(one,), view=view), pose=pose, copy=copy)


def seen(pixels):
    return pixels[pixels[..., 3] > 200][:, :3].astype(float)


SOLID = [name for name in OWN if name != "wire"]  # which is thinner than a pixel in a small drawing


NAMED = [*(f"own:{name}" for name in SOLID), *(f"figure:{name}" for name in FIGURES)]
INITIALS = sorted({name[0] for name in (*OWN, *FIGURES)})
"""A test for each thing would take longer to start and report than to draw."""


@pytest.mark.parametrize("initial", INITIALS)
def test_everything_the_lexicon_can_name_is_drawn(initial):
    names = [name for name in NAMED if name.partition(":")[2].startswith(initial)]

    assert [name for name in names if not is_drawn(name)] == []


def is_drawn(name):
    pixels = draw(name, 90)

    return (
        pixels.dtype == np.uint8
        and pixels.shape[2] == 4
        and 80 <= max(pixels.shape[:2]) <= 96
        and (pixels[..., 3] > 200).mean() > (0.03 if name == "own:generic-celestial" else 0.08)  # a star is thin
        and pixels[..., 3].any(axis=1).all()
        and seen(pixels).std() > 8
    )


@pytest.mark.parametrize("initial", sorted({name[0] for name in OWN}))
def test_an_own_thing_is_clean_and_not_cut_at_the_border_of_its_frame(initial):
    assert [name for name in OWN if name.startswith(initial) and not is_within_its_frame(name)] == []


def is_within_its_frame(name):
    thing, function = records.thing_of(f"own:{name}"), draw_function(name)
    width, height = thing.size
    subject = Subject(entity(f"own:{name}"), Scene(prompt=""))

    longest = max(thing.size)
    pixels = paint_raster(
        lambda pen: function(pen, subject), (-longest, -longest, 2 * longest, 2 * longest), 40 / longest
    )

    spare = OUTSIDE * 40
    visible = pixels[..., 3] > 12
    rows, columns = np.flatnonzero(visible.any(axis=1)), np.flatnonzero(visible.any(axis=0))
    return (
        40 - spare < rows[0] < rows[-1] < 40 + spare + 40 * height / longest
        and 40 - spare < columns[0] < columns[-1] < 40 + spare + 40 * width / longest
        and (pixels[..., 3] == 0).mean() > 0.5
    )


def related(kind, drawing, other, noun="", **more):
    """The first thing's sprite, fused with another."""
    one, two = entity(drawing, **({"noun": noun} if noun else {}), **more), entity(other, id="e2")
    scene = Scene(prompt="", seed=7, entities=(one, two), relations=(Relation("e1", kind, "e2"),))
    return sprite(one, 160, DAY, scene)


def test_avocado_armchair_is_green_and_still_an_armchair():
    armchair = related("shaped_like", "own:armchair", "noto:avocado", "armchair")

    avocado = draw("noto:avocado", 160)
    _, green, blue = seen(armchair).mean(axis=0)
    assert green > blue + 30
    assert armchair.shape != avocado.shape


@pytest.mark.parametrize("noun", sorted(FEATURES))
def test_every_feature_changes_the_form_and_stays_whole(noun):
    plain = draw("noto:pear", 160)

    fused = related("shaped_like", "noto:cat-face" if noun == "creature" else "noto:teapot", "noto:pear", noun)

    if fused.shape == plain.shape:
        assert (np.abs(fused.astype(int) - plain).max(axis=2) > 24).mean() > 0.05
    assert (fused[..., 3] > 200).mean() > 0.1


def test_a_guitar_in_the_shape_of_a_carrot_has_the_carrots_outline():
    guitar, carrot = related("shaped_like", "own:guitar", "noto:carrot", "guitar"), draw("noto:carrot", 160)

    assert abs(guitar.shape[0] / guitar.shape[1] - carrot.shape[0] / carrot.shape[1]) < 0.1
    assert not np.array_equal(guitar, carrot)


@pytest.mark.parametrize(
    ("stuff", "is_so"),
    [
        pytest.param("noto:cheese-wedge", lambda r, g, b: r > g > b + 50, id="cheese"),
        pytest.param("noto:leaf-fluttering-in-wind", lambda r, g, b: g > r and g > b, id="leaves"),
        pytest.param("noto:brick", lambda r, g, b: r > b + 20, id="bricks"),
    ],
)
def test_material_gives_a_house_its_colour_and_keeps_the_outline(stuff, is_so):
    house, plain = related("made_of", "noto:house", stuff), draw("noto:house", 160)

    assert is_so(*seen(house).mean(axis=0))
    assert abs(house.shape[1] / house.shape[0] - plain.shape[1] / plain.shape[0]) < 0.15


@pytest.mark.parametrize("material", ["candy", "leaves", "fire", "brick", "water", "straw", "leather"])
def test_a_material_changes_a_scooter(material):
    made_of_it, plain = (seen(draw("noto:motor-scooter", **more)) for more in ({"material": material}, {}))

    assert np.abs(made_of_it.mean(axis=0) - plain.mean(axis=0)).max() > 15


def test_a_wooden_table_is_as_it_is():
    assert np.array_equal(draw("own:table", material="wood"), draw("own:table"))


def test_two_swans_that_form_a_heart_stay_swans():
    assert np.array_equal(
        related("shaped_like", "noto:swan", "noto:red-heart", count=2), draw("noto:swan", 160, count=2)
    )


def test_a_stop_sign_of_another_colour_keeps_its_letters():
    blue = seen(draw("own:stop-sign", 240, color="blue"))

    white = (blue.min(axis=1) > 200).mean()
    assert blue.mean(axis=0).argmax() == 2
    assert white > 0.06


@pytest.mark.parametrize("drawing", ["noto:horse", "noto:elephant", "noto:cow"])
def test_a_sleeping_animal_lies_down_and_is_lower(drawing):
    awake, asleep = draw(drawing), draw(drawing, action="sleeping")

    assert asleep.shape[0] / asleep.shape[1] < awake.shape[0] / awake.shape[1]
    assert natural_height(entity(drawing, action="sleeping")) < natural_height(entity(drawing))


def test_a_sleeping_owl_shuts_its_eyes():
    awake, asleep = draw("noto:owl"), draw("noto:owl", action="sleeping")

    differs = (np.abs(awake.astype(int) - asleep).max(axis=2) > 24).astype(float)
    head, body = np.array_split(differs, 2)
    assert head.mean() > max(0.05, 2 * body.mean())


def test_a_moose_stands_on_four_legs():
    moose = draw("noto:moose", 200)

    feet = moose[-8, :, 3] > 128
    assert np.count_nonzero(np.diff(feet.astype(int)) == 1) >= 2


def test_a_plate_is_round_from_above_and_flat_from_the_side():
    above, aside = draw("own:sushi", view="top"), draw("own:sushi")

    assert abs(above.shape[0] - above.shape[1]) < 12
    assert aside.shape[0] < 0.7 * aside.shape[1]


def test_a_cabin_has_snow_on_its_roof_in_winter():
    summer, winter = (
        sprite(cabin, 160, DAY, Scene(prompt="", entities=(cabin,), season=season))
        for cabin in (entity("own:cabin"),)
        for season in ("summer", "winter")
    )

    assert seen(winter).mean() > seen(summer).mean() + 8


@pytest.mark.parametrize("drawing", ["noto:fox", "own:sofa", "figure:woman", "noto:red-apple"])
@pytest.mark.parametrize("size", [40, 300])
def test_a_sprite_has_the_size_that_was_asked_for(drawing, size):
    pixels = draw(drawing, size)

    assert abs(max(pixels.shape[:2]) - size) <= max(2, 0.03 * size)


@pytest.mark.parametrize(
    ("color", "channel"),
    [pytest.param("red", 0, id="red"), pytest.param("green", 1, id="green"), pytest.param("blue", 2, id="blue")],
)
@pytest.mark.parametrize("drawing", ["noto:red-apple", "noto:automobile", "own:sofa", "own:balloon"])
def test_a_thing_takes_the_colour_that_was_asked_for(drawing, color, channel):
    mean = seen(draw(drawing, color=color)).mean(axis=0)

    assert mean.argmax() == channel


def test_recolouring_an_apple_leaves_its_leaf_green():
    pixels = draw("noto:red-apple", 200, color="blue")

    colors = seen(pixels)
    leaf = colors[(colors[:, 1] > colors[:, 2] + 50) & (colors[:, 1] > colors[:, 0])]
    assert len(leaf) > 0.02 * len(colors)


def test_a_black_apple_is_dark_and_a_white_car_is_bright():
    apple, car = draw("noto:red-apple", color="black"), draw("noto:automobile", color="white")

    assert np.median(seen(apple)) < 80
    assert np.median(seen(car)) > 190


@pytest.mark.parametrize("drawing", ["noto:cat", "noto:cat-face"])
def test_a_black_cat_is_dark_but_its_eyes_shine(drawing):
    colors = seen(draw(drawing, 240, color="black"))

    bright = (colors[:, 0] > 170) & (colors[:, 1] > 130) & (colors[:, 2] < 140)
    assert np.median(colors) < 90
    assert 10 < bright.sum() < 0.05 * len(colors)


def test_a_red_fox_is_a_fox_as_it_is():
    assert np.array_equal(draw("noto:fox", color="red"), draw("noto:fox"))


def test_heads_get_a_body_but_not_in_a_portrait():
    whole, head = draw("noto:fox"), draw("noto:fox", view="portrait")

    assert whole.shape[0] > whole.shape[1]
    assert abs(head.shape[0] - head.shape[1]) < 20


def test_the_same_seed_draws_the_same_person():
    assert np.array_equal(draw("figure:woman"), draw("figure:woman"))


@pytest.mark.parametrize("change", [{"id": "e2"}, {"seed": 9}, {"copy": 1}], ids=["entity", "seed", "copy"])
def test_another_person_looks_different(change):
    changes = 0
    for kind in ("woman", "man", "girl", "person"):
        one, other = draw(f"figure:{kind}"), draw(f"figure:{kind}", **change)
        changes += one.shape != other.shape or not np.array_equal(one, other)

    assert changes >= 3


def test_words_about_hair_and_skin_are_obeyed():
    blonde = seen(draw("figure:woman", 200, pose="portrait", attributes=("blonde", "pale")))
    dark = seen(draw("figure:woman", 200, pose="portrait", attributes=("african",)))

    assert blonde.mean() > dark.mean() + 20


def test_a_red_dress_is_red():
    red, blue = (seen(draw("figure:princess", 160, color=color)).mean(axis=0) for color in ("red", "blue"))

    assert red[0] > blue[0] + 20
    assert blue[2] > red[2] + 20


@pytest.mark.parametrize(
    "pose", ["waving", "sitting", "riding", "reading", "running", "dancing", "portrait", "sleeping"]
)
def test_a_pose_changes_the_figure(pose):
    standing, posed = draw("figure:boy"), draw("figure:boy", pose=pose)

    assert standing.shape != posed.shape or not np.array_equal(standing, posed)


def test_who_sleeps_lies_and_who_stands_is_upright():
    asleep, awake = draw("figure:man", action="sleeping"), draw("figure:man")

    assert asleep.shape[1] > asleep.shape[0]
    assert awake.shape[0] > awake.shape[1]


def test_who_holds_something_stretches_out_a_hand():
    boy, kite = entity("figure:boy"), entity("own:kite", id="e2")
    scene = Scene(prompt="", entities=(boy, kite), relations=(Relation("e1", "holding", "e2"),))

    holding = sprite(boy, 120, DAY, scene)

    assert holding.shape[1] > draw("figure:boy", seed=0).shape[1]


@pytest.mark.parametrize(
    "drawing",
    ["own:cake", "own:sign", "own:bottle", "own:balloon", "noto:closed-book", "noto:t-shirt", "noto:fox", "figure:man"],
)
def test_lettering_is_drawn(drawing):
    without, with_text = draw(drawing, 160), draw(drawing, 160, text="Ana")

    assert without.shape != with_text.shape or np.abs(without.astype(int) - with_text.astype(int)).max() > 60


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("مرحبا", "سلام", id="arabic"),
        pytest.param("生日快乐", "新年好吗", id="chinese"),
        pytest.param("こんにちは", "さようなら", id="japanese"),
        pytest.param("안녕하세요", "감사합니다", id="korean"),
        pytest.param("שלום", "תודה", id="hebrew"),
        pytest.param("नमस्ते", "धन्यवाद", id="devanagari"),
        pytest.param("Привет", "Спасибо", id="cyrillic"),
        pytest.param("Γειά", "Ευχή", id="greek"),
    ],
)
def test_letters_of_many_scripts_are_no_empty_boxes(one, other):
    def ink(text):
        sheet = surface(300, 90)
        fit_text(sheet.getCanvas(), text, (0, 0, 300, 90), "round", (0, 0, 0))
        return to_pixels(sheet)[..., 3]

    missing = ink("\U0010fff0" * len(one))  # no face has this one: an empty box, or nothing

    assert (ink(one) > 128).mean() > 0.03
    assert not np.array_equal(ink(one), missing)
    assert np.abs(ink(one).astype(int) - ink(other)).mean() > 4


@pytest.mark.parametrize(
    "text", ["Hi", "Happy Birthday Ana", "a very long sentence that must be broken into several lines", "漢字" * 12]
)
def test_text_stays_in_its_box(text):
    sheet = surface(200, 120)

    fit_text(sheet.getCanvas(), text, (40, 40, 160, 90), "round", (0, 0, 0))

    alpha = to_pixels(sheet)[..., 3]
    assert alpha[36:94, 36:164].sum() > 0.97 * alpha.sum() > 0


def test_a_fire_does_not_go_dark_at_night_but_a_sofa_does():
    fire = seen(draw("own:campfire", light=NIGHT)).mean() / seen(draw("own:campfire")).mean()
    sofa = seen(draw("own:sofa", light=NIGHT)).mean() / seen(draw("own:sofa")).mean()

    assert fire > 0.85
    assert sofa < 0.8


def test_a_golden_apple_is_golden():
    red, green, blue = seen(draw("noto:red-apple", material="golden")).mean(axis=0)

    assert red > green > blue + 60


def test_the_right_hand_is_at_the_right_and_the_head_is_above_it():
    hand, head = hand_of("figure:man"), head_of("figure:man")

    assert hand[0] > head[0]
    assert hand[1] > head[1]
    assert 0.4 < seat_of("figure:man", "sitting")[1] < 0.85


def test_cats_rest_on_sofas_and_not_on_foxes():
    assert support_of("own:sofa") is not None
    assert support_of("noto:fox") is None


def test_every_outfit_names_hats_and_props_that_exist():
    rows = [outfit for name in FIGURES for outfit in (outfit_of(name), outfit_of(name).her) if outfit]
    assert {row.hat for row in rows} - {None} <= set(HATS)
    assert {row.prop for row in rows} - {None} <= set(PROPS)
