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
        ("cafe menu with espresso 3.50, latte 4.50, croissant 3.00", "Latte"),
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


@pytest.mark.parametrize("kind", sorted(DESIGNS.keys() - {"abstract"}))
def test_every_design_is_read_without_content(kind):
    phrase = DESIGNS[kind].phrases.split(",")[0]
    reading = read_graphic(phrase, seed=1)

    assert reading is not None
    assert reading.graphic.kind == kind
    assert reading.rest is not None


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("flag with a green stripe and a white stripe", "flag"),
        ("coat of arms with a lion", "coat-of-arms"),
        ("queen of hearts playing card", "playing-card"),
        ("diploma for Ana Silva", "certificate"),
        ("concert ticket for The Paper Foxes", "ticket"),
        ('newspaper front page with the headline "RAIN"', "newspaper"),
        ("emoji set of a fox: happy, sad", "emoji-set"),
        ("tote bag design with sunflowers", "tote-bag"),
        ("instagram post for a shoe sale", "flyer"),
    ],
)
def test_papers_emblems_and_sets_are_designs(prompt, kind):
    assert scene_of(prompt).graphic.kind == kind
    assert draw(prompt, size=SIZE).pixels.shape == (*SIZE, 3)


def test_parts_of_a_flag_are_read_with_their_colors():
    items = scene_of("flag with three vertical stripes purple, gold and white and a red star").graphic.items
    assert [(one.role, one.label) for one in items] == [
        ("star", "red"),
        ("stripe", "purple"),
        ("stripe", "gold"),
        ("stripe", "white"),
    ]
    known = scene_of("flag of Sweden").graphic.items
    assert [(one.role, one.label, one.detail) for one in known] == [
        ("field", "blue", None),
        ("cross", "yellow", "nordic"),
    ]


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ("flyer for a yard sale on Saturday June 14, 8am-2pm, 22 Oak Street", {"Yard Sale", "22 Oak Street"}),
        ("poster for a jazz night at the Blue Moon Club, May 9, tickets $15", {"Blue Moon Club", "Tickets $15"}),
        ('poster "Concierto" 20 julio, Plaza Mayor', {"Concierto", "20 julio", "Plaza Mayor"}),
        ("YouTube thumbnail: I tried cooking for 30 days", {"I tried cooking for 30 days"}),
        ("Plakat für ein Sommerfest am 12. Juli", {"Sommerfest", "12. Juli"}),
        ("gig flyer: jazz night friday 8pm at Blue Note", {"Jazz Night", "Friday 8pm", "Blue Note"}),
        ("wedding invitation for Emma and Luca, June 14 2025, Villa Rosa", {"Emma and Luca", "Villa Rosa"}),
        ("trading card of a fire dragon, 120 HP", {"120"}),
        ("Logo für eine Bäckerei namens Brotzeit", {"Brotzeit"}),
        (
            "invitation à un mariage, Claire et Hugo, 12 septembre",
            {"Vous êtes invités au mariage de", "Claire et Hugo", "12 septembre"},
        ),
        ("poster for a book club meeting, Thursday 7pm at the library", {"Book Club Meeting", "At the library"}),
        ("certificate for best employee of the month, John Smith", {"John Smith"}),
        ("business card for a yoga teacher, Lily Chen, lily@yoga.com", {"Lily Chen", "Yoga Teacher"}),
        ("flyer for a kids summer camp, July 7-11, ages 6 to 12", {"Kids Summer Camp", "July 7-11"}),
        ("carte d'anniversaire avec un gâteau", {"Joyeux anniversaire"}),
        ("flyer for a lost cat named Milo, call 555-0199", {"Lost Cat", "Milo", "555-0199"}),
    ],
)
def test_dates_places_prices_and_calls_are_written(prompt, texts):
    assert texts <= set(texts_of(prompt))


def test_a_smiling_thing_has_a_face_and_no_note():
    face, plain = draw("sticker of a smiling avocado", size=SIZE), draw("sticker of an avocado", size=SIZE)
    assert face.note is None
    assert (face.pixels != plain.pixels).any()
    assert "face-happy" not in scene_of("happy birthday card with a cake").graphic.options


def test_words_that_a_design_leaves_out_are_noted():
    assert "unicycling" in (draw("logo for a bakery, unicycling walrus", size=SIZE).note or "")


@pytest.mark.parametrize(
    ("prompt", "panels"),
    [
        (
            "4-panel comic: a cat learning to swim",
            ["a cat standing", "a cat thinking", "a cat swimming", "a cat cheering"],
        ),
        (
            "three panel comic about a dog stealing a sausage, running away, sleeping",
            ["a dog stealing a sausage", "a dog running away", "a dog sleeping"],
        ),
        (
            "3 panel comic: a girl planting a seed, watering it, finding a flower",
            ["a girl planting a seed", "a girl watering the seed", "a girl finding a flower"],
        ),
    ],
)
def test_panels_of_a_comic_tell_what_its_hero_does(prompt, panels):
    items = scene_of(prompt).graphic.items
    assert [one.detail for one in items if one.role == "panel"] == panels


@pytest.mark.parametrize(
    ("prompt", "drawings"),
    [
        ("sticker of a slime monster", ["own:slime"]),
        ("scout badge with a mountain and pine trees", ["own:mountain", "noto:evergreen-tree"]),
        ("fox logo with a crown", ["noto:fox", "noto:crown"]),
        (
            "hero image for a plant delivery service website",
            ["noto:potted-plant", "noto:delivery-truck", "noto:package"],
        ),
        ("logo para una panadería llamada 'El Trigo'", ["noto:croissant"]),
        ('t-shirt that says "Namaste in bed" with a sloth', ["noto:sloth"]),
        ('logo with a bear and a mountain for an outdoor brand "Peak"', ["noto:bear", "own:mountain"]),
        ("children's book cover 'Benny the Brave Bunny'", ["noto:rabbit"]),
        ("favicon for a coffee blog", ["noto:hot-beverage"]),
        ("album cover for a heavy metal band called Iron Wolf", ["noto:skull", "own:volcano"]),
        ("postcard from Lisbon with a yellow tram", ["noto:tram"]),
        ("pixel art sprite sheet of a wizard casting a spell", ["figure:wizard"]),
        ('vintage movie poster "The Last Lighthouse"', ["own:lighthouse"]),
        ("coloring page of a unicorn for kids", ["noto:unicorn"]),
        ("sticker of a rose, a tulip and a daisy", ["noto:rose", "noto:tulip", "noto:blossom"]),
    ],
)
def test_a_design_shows_what_it_is_asked_for(prompt, drawings):
    assert [entity.drawing for entity in scene_of(prompt).entities] == drawings


def test_places_that_are_cut_out_of_nothing_are_noted():
    assert "isometric view" in read("isometric icon of a house", seed=0).omissions.missing
    assert "volcano" in read("treasure map with a volcano", seed=0).omissions.missing
    assert "lake" in read("badge with a tent and a lake", seed=0).omissions.missing
