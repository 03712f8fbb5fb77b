"""Contents that designs were asked for and lost: quoted titles, listed things, letters, tiles, garments."""

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.graphics.registry import GRAPHICS
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary.tiles import TILES


def scene_of(prompt):
    return read(prompt, seed=1).scene


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ('badge "Level 10 Master" with a dragon, gold and purple', "Level 10 Master"),
        ("ios app icon, letter M, minimal", "M"),
        ('social media carousel slide: "5 tips for better sleep", navy, moon', "5 tips for better sleep"),
    ],
)
def test_text_of_a_design_is_its_title(prompt, title):
    assert scene_of(prompt).graphic.title == title


def test_sticker_sheet_has_the_listed_things_only():
    prompt = "sticker sheet with 6 cute vegetables: carrot, broccoli, tomato, corn, pea, eggplant"
    assert [one.noun for one in scene_of(prompt).entities] == [
        "carrot",
        "broccoli",
        "tomato",
        "corn",
        "pea",
        "eggplant",
    ]


def test_tile_set_has_its_grounds_and_notes_others():
    reading = read("game tileset with grass, water and unicorn tiles, pixel art", seed=1)
    tiles = [item.label for item in reading.scene.graphic.items if item.role == "tile"]
    assert tiles == ["grass", "water"]
    assert "unicorn" in reading.omissions.note()


def test_every_ground_has_a_tile():
    prompt = f"tileset: {', '.join(sorted(TILES))}"
    assert draw(prompt, size=(128, 128), seed=1).pixels.std() > 20
    assert "tile-set" in GRAPHICS


def test_color_of_a_garment_is_no_thing_in_its_print():
    scene = scene_of('t-shirt mockup with coffee cup and text "But first coffee", black shirt')
    assert scene.graphic.colors == ("black",)
    assert [one.noun for one in scene.entities] == ["coffee cup"]


def test_lettering_is_no_thing():
    assert read('logo "NORDWIND" wind turbine, bold sans serif', seed=1).omissions.note() is None


def test_team_of_a_hero_image_is_people():
    scene = scene_of("hero illustration of a team working remotely, flat vector, blue and orange")
    assert scene.entities[0].drawing.startswith("figure:")


def test_color_is_no_plan_of_a_pricing_table():
    graphic = scene_of("pricing table: Basic $9, Plus $19, Max $49, teal").graphic
    assert [item.label for item in graphic.items] == ["Basic", "Plus", "Max"]
    assert graphic.colors == ("teal",)


def test_avatars_are_a_set_of_round_icons():
    scene = scene_of("avatar set of 4 animals in circles: fox, bear, rabbit, owl")
    assert scene.graphic.kind == "icon-set"
    assert [one.noun for one in scene.entities] == ["fox", "bear", "rabbit", "owl"]


def test_title_slide_has_its_quoted_title():
    graphic = scene_of('pitch deck title slide, "Orbit AI", dark, purple gradient').graphic
    assert graphic.title == "Orbit AI"
    assert "dark" in graphic.looks


def test_page_with_a_gradient_background_stays_a_page():
    assert scene_of("login page mobile, gradient background blue to purple").graphic.kind == "login-screen"


def test_color_that_a_cover_does_not_take_on_is_noted():
    note = read('podcast cover "Night Shift" with a moon and microphone, dark blue and yellow', seed=1).omissions.note()
    assert "dark blue" in note


def test_round_logo_is_a_badge():
    assert scene_of('logo for "Pine & Pour" coffee, pine tree, round badge').graphic.kind == "badge"


def test_columns_of_a_screen_are_noted():
    assert "two columns" in read("signup form, two columns, purple accent", seed=1).omissions.note()


def test_price_of_a_product_page_is_that_of_the_prompt():
    prompt = "product page for a running shoe, price {}, add to cart button"
    first, second = (draw(prompt.format(one), size=(160, 160), seed=1).pixels for one in ("$89", "$12"))
    assert (first != second).any()


def test_infographic_with_icons_draws_glyphs():
    with_icons = "infographic with icons: save water, plant trees, recycle"
    assert "icons" in scene_of(with_icons).graphic.options
    plain = draw(with_icons.replace("with icons", "of steps"), size=(160, 160), seed=1).pixels
    assert (draw(with_icons, size=(160, 160), seed=1).pixels != plain).any()


def test_icon_set_with_a_missing_name_has_no_other_icon():
    items = scene_of("set of 5 outline icons: shield, key, fingerprint, lock, eye").graphic.items
    assert [item.label for item in items] == ["shield", "key", "lock", "eye"]


def test_sticker_sheet_has_as_many_as_it_lists():
    items = scene_of("sticker sheet: cat, moon, star, mushroom").graphic.items
    assert [item.value for item in items if item.role == "count"] == [4.0]


def test_number_of_connected_parts_is_theirs():
    graphic = scene_of("isometric illustration of a server connected to three laptops and a cloud").graphic
    assert [item.label for item in graphic.items] == ["Server", "Laptop 1", "Laptop 2", "Laptop 3", "Cloud"]


def test_part_that_is_named_again_is_the_same():
    prompt = "diagram showing a phone connected to wifi router and router connected to internet"
    graphic = scene_of(prompt).graphic
    assert [item.label for item in graphic.items] == ["Phone", "Wifi router", "Internet"]
    assert len(graphic.links) == 2


def test_flash_cards_of_a_range_have_each_sign():
    items = scene_of("flash cards for numbers 1 to 5").graphic.items
    assert [item.label for item in items if item.role == "sign"] == ["1", "2", "3", "4", "5"]


def test_named_background_of_a_banner_is_plain():
    pixels = draw("hero image with a coffee cup on the left, cream background", size=(160, 96), seed=1).pixels
    assert (pixels[:, -30:, :3] > 200).all()


def test_plural_in_a_flyer_is_no_omission():
    assert read("flyer for a winter market with snowflakes, red", seed=1).omissions.note() is None


def test_pattern_of_things_keeps_them_beside_a_shape_word():
    scene = scene_of("seamless pattern of bees and honeycomb, yellow")
    assert "hexagons" not in scene.graphic.options
    assert "bee" in [one.noun for one in scene.entities]


def test_named_color_is_the_ink_of_a_dark_banner():
    pixels = (
        draw('email header "Black Friday", black and neon green', size=(160, 96), seed=1).pixels[..., :3].astype(int)
    )
    assert (np.abs(pixels - np.array((0x39, 0xFF, 0x5A))).sum(axis=-1) < 60).mean() > 0.03


def test_onboarding_pages_show_the_topic():
    graphic = scene_of("onboarding 3 screens for a travel app").graphic
    pages = [scene_of(item.label) for item in graphic.items]
    assert len({page.graphic.title for page in pages}) == 3
    assert all(page.entities or page.backdrop for page in pages)
