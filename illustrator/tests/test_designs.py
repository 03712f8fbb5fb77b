"""Designs: what a prompt's words become in them, and how they are drawn."""

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary.design_genres import GENRES, HERO_PLACES, ICON_SETS
from limner_illustrator.language.vocabulary.design_themes import OCCASIONS, THEMES
from limner_illustrator.language.vocabulary.designs import DESIGNS

SIZE = (192, 192)


def scene_of(prompt):
    return read(prompt, seed=2).scene


def texts_of(prompt):
    graphic = scene_of(prompt).graphic
    return [graphic.title, *(item.label for item in graphic.items)]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a sticker of a fox", "sticker"),
        ("stickers of cats", "sticker-sheet"),
        ("app icon with a rocket", "app-icon"),
        ("weather app icon", "app-icon"),
        ("poster for a jazz concert", "poster"),
        ("a business card for a photographer named Jane Doe", "business-card"),
        ("a hero image for a gardening website", "banner"),
        ("seamless pattern of lemons on navy", "pattern"),
        ("four-panel comic of a cat", "comic"),
        ("architectural blueprint of a two-bedroom apartment", "floor-plan"),
        ("mockup of a white mug with a sunflower", "mug"),
        ("hand holding a phone showing a beach", "phone-mockup"),
    ],
)
def test_a_prompt_chooses_its_design(prompt, kind):
    assert scene_of(prompt).graphic.kind == kind


@pytest.mark.parametrize(
    "prompt",
    ["a woman holding a poster", "a laptop covered with stickers", "a room with a movie poster", "a phone on a table"],
)
def test_a_design_within_a_scene_is_no_design(prompt):
    assert scene_of(prompt).graphic is None


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("logo for a coffee shop called Ember & Oak", "Ember & Oak"),
        ('movie poster titled "Red Silence" with an astronaut', "Red Silence"),
        ("logo for Blue Harbor, a seafood restaurant", "Blue Harbor"),
        ("birthday card for Anna with a cake", "Happy Birthday, Anna!"),
        ("poster for a jazz concert", "Jazz Concert"),
        ("poster that says Keep Calm", "Keep Calm"),
        ("book cover called 'The Last Dragon' by Mara Quinn", "Mara Quinn"),
        ("postcard from Paris", "Greetings from Paris"),
        ("flyer for a bake sale on Saturday, May 3 at 10 am", "Saturday, May 3 at 10 am"),
        ("business card: John Smith, Software Engineer, john@smith.dev", "john@smith.dev"),
        ("business card: John Smith, Software Engineer, john@smith.dev", "Software Engineer"),
        ("business card for a bakery called Sweet Crumbs", "Bakery"),
        ("coffee menu called Bean There with espresso $3, latte $4.50 and mocha $5", "Espresso"),
        ("monogram logo for the initials JK", "JK"),
        ('banner for a startup with the headline "Ship faster"', "Ship faster"),
    ],
)
def test_a_text_of_the_prompt_is_written_exactly(prompt, text):
    assert text in texts_of(prompt)


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("poster for a jazz concert", "noto:saxophone"),
        ("logo for a coffee shop called Ember & Oak", "noto:hot-beverage"),
        ("a business card for a photographer named Jane Doe", "noto:camera"),
        ("logo for a bakery with a fox", "noto:fox"),
        ("logo with a mountain", "own:mountain"),
        ("app icon for a meditation app", "noto:lotus"),
    ],
)
def test_a_trade_is_shown_by_its_thing_unless_one_is_named(prompt, drawing):
    assert [entity.drawing for entity in scene_of(prompt).entities] == [drawing]


@pytest.mark.parametrize(
    "prompt", ["movie poster for a sci-fi film", "poster for a rock concert", "sticker", "t-shirt design with a skull"]
)
def test_genre_words_are_no_things(prompt):
    drawings = {entity.drawing for entity in scene_of(prompt).entities}

    assert not drawings & {"own:skis", "noto:rock", "noto:t-shirt", "noto:film-frames", "own:sign", "noto:placard"}


def test_made_up_content_is_named_in_the_note():
    assert "contact details are made up" in (draw("business card for Jane Doe", size=SIZE).note or "")
    assert "dishes and prices are made up" in (draw("menu for a diner", size=SIZE).note or "")
    assert draw('logo "Ember" with a fox', size=SIZE).note is None


@pytest.mark.parametrize(
    ("prompt", "rooms"),
    [
        ("floor plan with two bedrooms, a kitchen and a bath", {"Bedroom 1", "Bedroom 2", "Kitchen", "Bath"}),
        ("floor plan of a house with a garage, a kitchen and a home office", {"Garage", "Kitchen", "Office"}),
        ("floor plan for a studio apartment", {"Studio", "Kitchen", "Bath"}),
    ],
)
def test_a_floor_plan_has_the_rooms_asked_for(prompt, rooms):
    assert set(texts_of(prompt)) - {None} == rooms


@pytest.mark.parametrize(
    ("prompt", "count"),
    [("3-panel comic of a dog", 3), ("a comic strip of a cat", 4), ("six panel comic about a robot", 6)],
)
def test_a_comic_has_the_panels_asked_for(prompt, count):
    pixels = draw(prompt, size=(384, 384)).pixels
    white = (pixels > 235).all(axis=2)
    rows = runs(white.mean(axis=1) > 0.97)
    found = sum(len(runs(white[top:bottom].mean(axis=0) > 0.97)) for top, bottom in rows)

    assert found == count


def runs(is_gutter):
    """(start, end) of what lies between the gutters."""
    marks = np.flatnonzero(np.diff(np.concatenate([[True], is_gutter, [True]]).astype(int)))
    return [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=True) if b - a > 20]


def test_what_panels_say_is_written_in_order():
    items = [
        item.label for item in scene_of('3-panel comic of two dogs saying "Hi!", "Hello!" and "Bye!"').graphic.items
    ]

    assert items[1:] == ["Hi!", "Hello!", "Bye!"]


@pytest.mark.parametrize(
    "prompt",
    [
        "seamless pattern of lemons on navy",
        "repeating pattern of cats and fish",
        "polka dot pattern in red and white",
        "plaid pattern in red and black",
        "hexagon pattern in blue",
        "wave pattern in teal",
        "scale pattern in green",
        "triangle pattern in pink",
        "terrazzo pattern",
        "chevron pattern in gray",
        "striped pattern in navy",
    ],
)
@pytest.mark.parametrize("size", [(192, 192), (300, 180)])
def test_a_pattern_has_no_seam_where_it_is_repeated(prompt, size):
    """Neighbours across the edge differ no more than neighbours elsewhere do."""
    pixels = draw(prompt, size=size).pixels.astype(int)
    for axis in (0, 1):
        rolled = np.roll(pixels, pixels.shape[axis] // 2, axis=axis)
        steps = np.abs(np.diff(rolled, axis=axis)).mean(axis=(1 - axis, 2))
        seam = steps[pixels.shape[axis] // 2 - 1]

        assert seam <= np.quantile(steps, 0.98) + 1.5


def test_a_sticker_without_a_background_has_a_white_border():
    pixels = draw("a sticker of a fox", size=(256, 256), transparent=True).pixels
    opaque = pixels[..., 3] > 250
    edge = opaque & ~np.roll(opaque, 2, axis=1)

    assert pixels[2, 2, 3] == 0
    assert pixels[edge][:, :3].mean() > 245


def test_a_background_color_fills_the_pattern():
    pixels = draw("seamless pattern of lemons on navy", size=SIZE).pixels

    assert (pixels == (28, 44, 98)).all(axis=2).mean() > 0.3


def test_a_qr_code_can_be_scanned():
    cv2 = pytest.importorskip("cv2")
    pixels = draw("QR code for https://example.com/page", size=(400, 400)).pixels
    data, _, _ = cv2.QRCodeDetector().detectAndDecode(np.ascontiguousarray(pixels[..., ::-1]))

    assert data == "https://example.com/page"


def test_the_screen_of_a_phone_shows_what_the_prompt_says():
    beach, forest = (
        draw(f"hand holding a phone showing a {place}", size=SIZE).pixels.astype(int) for place in ("beach", "forest")
    )
    middle = np.abs(beach - forest)[60:110, 80:112].mean()

    assert middle > 15


@pytest.mark.parametrize("prompt", ["sprite sheet of a walking knight, 8 frames", "sprite sheet of 8 potions"])
def test_a_sprite_sheet_has_a_figure_in_each_cell(prompt):
    pixels = draw(prompt, size=(256, 128), transparent=True).pixels
    cells = [
        pixels[64 * row : 64 * row + 64, 64 * column : 64 * column + 64, 3] for row in range(2) for column in range(4)
    ]

    assert sum((cell > 128).mean() > 0.05 for cell in cells) == 8


def test_the_frames_of_a_walk_differ():
    pixels = draw("sprite sheet of a walking knight, 4 frames", size=(512, 128), transparent=True).pixels.astype(int)
    frames = [pixels[:, at : at + 128] for at in range(0, 512, 128)]

    assert all(np.abs(a - b).mean() > 3 for a, b in ((frames[0], frames[1]), (frames[0], frames[2])))


@pytest.mark.parametrize("things", [*THEMES, *(shown for _, shown in OCCASIONS.values())])
def test_what_stands_for_a_trade_can_be_drawn(things):
    assert scene_of(f"icon of a {things}").entities


@pytest.mark.parametrize("shown", [*GENRES.values(), *HERO_PLACES.values(), *ICON_SETS.values()])
def test_what_stands_for_a_genre_can_be_drawn(shown):
    scene = scene_of(shown)

    assert scene.entities or scene.backdrop not in (None, "abstract")


def test_the_description_names_the_design_and_its_texts():
    drawing = draw("logo for a coffee shop called Ember & Oak", size=SIZE)

    assert drawing.description == 'A logo with a cup of coffee, with the text "Ember & Oak".'


def test_an_art_style_applies_to_the_picture_within():
    plain, painted = (
        draw(f"{style}seamless pattern of lemons on white", size=SIZE, seed=4).pixels.astype(int)
        for style in ("", "watercolor ")
    )

    assert np.abs(plain - painted).mean() > 1.5


@pytest.mark.parametrize("kind", sorted(DESIGNS))
def test_every_design_is_read_without_content(kind):
    phrase = DESIGNS[kind].phrases.split(",")[0]
    reading = read_graphic(phrase, seed=1)

    assert reading is not None
    assert reading.graphic.kind == kind
    assert reading.rest is not None
