"""Which drawing a noun gets, and what kind of thing a drawing is."""

import pytest

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.parser import parse

COCO = (
    "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic light",
    "fire hydrant", "stop sign", "parking meter", "bench", "bird", "cat", "dog", "horse", "sheep", "cow", "elephant",
    "bear", "zebra", "giraffe", "backpack", "umbrella", "handbag", "tie", "suitcase", "frisbee", "skis", "snowboard",
    "sports ball", "kite", "baseball bat", "baseball glove", "skateboard", "surfboard", "tennis racket", "bottle",
    "wine glass", "cup", "fork", "knife", "spoon", "bowl", "banana", "apple", "sandwich", "orange", "broccoli",
    "carrot", "hot dog", "pizza", "donut", "cake", "chair", "couch", "potted plant", "bed", "dining table", "toilet",
    "tv", "laptop", "mouse", "remote", "keyboard", "cell phone", "microwave", "oven", "toaster", "sink",
    "refrigerator", "book", "clock", "vase", "scissors", "teddy bear", "hair drier", "toothbrush",
)  # fmt: skip

EVERYDAY = (
    "accordion", "airplane", "alligator", "anchor", "apple pie", "aquarium", "armchair", "astronaut", "avocado",
    "bagpipes", "baguette", "bakery", "ballerina", "barista", "barn", "baseball glove", "bathtub", "battery", "bear",
    "beehive", "beekeeper", "beer", "birdcage", "bison", "blacksmith", "blanket", "boat", "bonsai", "bookshelf",
    "boots", "bowling ball", "brick wall", "broom", "bulldozer", "bus", "butterfly", "cabin", "cactus", "calculator",
    "camel", "campfire", "candle", "canoe", "carousel", "carrot", "castle", "caterpillar", "cathedral", "cauldron",
    "cello", "chandelier", "cheetah", "chessboard", "chihuahua", "church", "clarinet", "cobra", "cottage", "crab",
    "crane", "croissant", "crow", "crown", "cruise ship", "curtain", "daisy", "deer", "diver", "dolphin", "donkey",
    "doorbell", "dragonfly", "drone", "eagle", "easel", "elephant", "escalator", "falcon", "fence", "ferris wheel",
    "firefly", "fireplace", "fishbowl", "fishing boat", "flashlight", "flute", "fountain", "gazelle", "ghost",
    "giraffe", "globe", "goat", "gondola", "gorilla", "grandmother", "grapes", "greenhouse", "guitar", "hammock",
    "hamster", "harmonica", "harpsichord", "hedgehog", "helicopter", "hippo", "honeycomb", "hot air balloon",
    "hot tub", "hourglass", "hut", "igloo", "iguana", "jacket", "jaguar", "jet ski", "kayak", "kettle", "kimono",
    "koala", "ladder", "lantern", "laptop", "lasagna", "lemur", "lighthouse", "lizard", "llama", "lobster",
    "magician", "mailbox", "mammoth", "marble", "maze", "meerkat", "mermaid", "microscope", "mirror", "monkey",
    "moose", "motorcycle", "narwhal", "necklace", "notebook", "nurse", "octopus", "orchid", "ostrich", "otter", "owl",
    "paintbrush", "palm tree", "pancake", "panther", "parachute", "peacock", "pelican", "piano", "pillow",
    "pineapple", "pirate ship", "pocket watch", "polar bear", "popcorn", "pterodactyl", "pumpkin", "pyramid", "queen",
    "quilt", "raccoon", "rainbow", "ramen", "reindeer", "rhino", "robot", "rocking chair", "roller coaster", "rose",
    "sailboat", "sandcastle", "saxophone", "scarecrow", "scooter", "seahorse", "seal", "sewing machine", "shark",
    "sheep", "shield", "skeleton", "skyscraper", "sloth", "smartphone", "snail", "snake", "snowboard", "snowman",
    "sofa", "sombrero", "spider", "squirrel", "starfish", "strawberry", "stroller", "submarine", "suitcase",
    "sunflower", "surfboard", "sushi", "swan", "swing", "sycamore", "teapot", "telescope", "tent", "throne", "tiger",
    "toaster", "tortoise", "tractor", "train", "treasure chest", "trumpet", "turtle", "typewriter", "ukulele",
    "umbrella", "unicorn", "vampire", "vase", "violin", "violinist", "volcano", "waffle", "walrus", "wardrobe",
    "waterfall", "werewolf", "whale", "wheelbarrow", "windmill", "witch", "wolf", "wreath", "xylophone", "yacht",
    "zebra", "zeppelin",
)  # fmt: skip

DRAWN = {
    "sofa": "own:sofa",
    "couches": "own:sofa",
    "Birthday Cake": "own:cake",
    "old woman": "figure:old-woman",
    "wizards": "figure:wizard",
    "veterinarian": "figure:health-worker",
    "kitten": "noto:cat-face",
    "golden retriever": "noto:guide-dog",
    "mouse": "noto:mouse",
    "computer mouse": "noto:computer-mouse",
    "bat": "noto:bat",
    "baseball bat": "own:bat",
    "water gun": "noto:water-pistol",
    "bath bombs": "noto:soap",
    "dining table": "own:table",
    "pirate ship": "own:pirate-ship",
    "plate of sushi": "own:sushi",
    "pumpkins": "own:pumpkin",
    "jack-o'-lantern": "noto:jack-o-lantern",
    "hair drier": "own:hair-dryer",
    "treasure chest": "own:treasure",
    "wine bottle": "own:wine",
    "orange": "noto:tangerine",
    "glasses": "noto:glasses",
    "wolves": "noto:wolf",
    "cherries": "noto:cherries",
    "jack-o’-lantern": "noto:jack-o-lantern",
    "chihuahua": "noto:dog-face",
    "anaconda": "noto:snake",
    "barracuda": "own:generic-fish",
    "mulligatawny": "own:generic-soup",
    "Hund": "noto:dog-face",
    "gato": "noto:cat-face",
    "Katzen": "noto:cat-face",
    "кошка": "noto:cat-face",
    "собаки": "noto:dog-face",
    "gatti": "noto:cat-face",
    "犬": "noto:dog-face",
    "リンゴ": "noto:red-apple",
    "고양이": "noto:cat-face",
    "bicicleta": "noto:bicycle",
    "leuchtturm": "own:lighthouse",
    "robot": "noto:robot",
}

NO_THINGS = (
    "run", "walk", "jump", "holding", "wearing", "quickly", "beautiful", "wooden", "red", "old", "tiny", "happy",
    "freedom", "idea", "love", "time", "photo", "style", "background", "left", "three", "sunset", "night", "morning",
    "the", "with", "und", "les", "it", "running", "glowing", "japanese", "zorgly", "gold", "leather",
)  # fmt: skip


@pytest.mark.parametrize("noun", COCO)
def test_everyday_things_have_a_drawing(noun):
    found = lexicon.find(noun)

    assert found is not None


def test_hardly_an_everyday_noun_is_without_a_drawing():
    unknown = [noun for noun in EVERYDAY if lexicon.find(noun) is None]

    assert len(unknown) <= 0.03 * len(EVERYDAY), unknown


@pytest.mark.parametrize(("noun", "drawing"), DRAWN.items(), ids=DRAWN)
def test_a_noun_gets_the_drawing_that_one_expects(noun, drawing):
    found = lexicon.find(noun)

    assert found is not None
    assert found.drawing == drawing


@pytest.mark.parametrize("word", NO_THINGS)
def test_a_word_that_is_no_thing_has_no_drawing(word):
    found = lexicon.find(word)

    assert found is None


def test_the_source_tells_how_sure_a_drawing_is():
    sources = {noun: found.how for noun in ("sofa", "cat", "abacus", "chihuahua") if (found := lexicon.find(noun))}

    assert sources == {"sofa": "own", "cat": "record", "abacus": "record", "chihuahua": "record"}


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("dogs", "dog"),
        ("boxes", "box"),
        ("ponies", "pony"),
        ("knives", "knife"),
        ("mice", "mouse"),
        ("tomatoes", "tomato"),
        ("old women", "old woman"),
        ("bus", "bus"),
        ("glass", "glass"),
        ("octopus", "octopus"),
        ("glasses", "glasses"),
        ("cookies", "cookie"),
        ("horses", "horse"),
        ("peaches", "peach"),
        ("houses", "houses"),
    ],
)
def test_the_singular(plural, singular):
    found = lexicon.singular(plural)

    assert found == singular


@pytest.mark.parametrize(
    ("predicate", "members", "strangers"),
    [
        (
            kinds.is_person,
            ["figure:wizard", "noto:people-holding-hands"],
            ["noto:fox", "own:sofa", "noto:person-surfing"],
        ),
        (
            kinds.is_animal,
            ["noto:fox", "noto:snail", "own:seahorse", "noto:dragon"],
            ["figure:man", "noto:feather", "noto:coral"],
        ),
        (kinds.is_animate, ["figure:elf", "noto:robot", "noto:owl", "own:plush"], ["own:sofa", "noto:automobile"]),
        (kinds.is_food, ["noto:pizza", "own:cake", "own:sushi", "noto:hot-beverage"], ["noto:spoon", "own:bottle"]),
        (
            kinds.is_vehicle,
            ["noto:bus", "own:hotair", "own:pirate-ship", "noto:rocket"],
            ["noto:fuel-pump", "noto:anchor"],
        ),
        (kinds.is_plant, ["noto:rose", "noto:deciduous-tree"], ["noto:nest-with-eggs", "noto:broccoli"]),
        (kinds.is_wearable, ["noto:top-hat", "noto:scarf", "own:beret", "noto:glasses"], ["noto:gem-stone", "own:rug"]),
        (kinds.is_building, ["noto:house", "own:lighthouse", "own:igloo", "noto:church"], ["noto:brick", "noto:rock"]),
        (kinds.lives_in_water, ["noto:shark", "own:submarine", "figure:mermaid"], ["noto:duck", "noto:sailboat"]),
        (
            kinds.flies,
            ["noto:butterfly", "noto:eagle", "own:balloon", "noto:helicopter", "own:cable-car"],
            ["noto:chicken", "noto:bird", "own:bat", "figure:superhero"],
        ),
        (kinds.belongs_in_sky, ["noto:sun", "noto:full-moon", "noto:cloud-with-rain"], ["noto:moon-cake", "noto:fox"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_kinds_of_things(predicate, members, strangers):
    matching = [drawing for drawing in members + strangers if predicate(drawing)]

    assert matching == members


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a man with a bowler", "wearing"),
        ("a boy with a snorkel", "wearing"),
        ("a woman with a hairbrush", "holding"),
        ("a girl with a handbag", "holding"),
        ("a girl in a rocking chair", "on"),
        ("a man on a snowboard", "riding"),
    ],
)
def test_records_say_what_a_preposition_means(prompt, kind):
    [relation] = parse(prompt, seed=1).relations

    assert relation.kind == kind


@pytest.mark.parametrize(
    "noun",
    [
        "crosswalk", "wine cork", "electric fan", "handcuff", "crack cocaine", "mankind", "superstar", "pole",
        "cliff", "flush toilet", "speaker", "shower curtain", "dental floss", "microscope slide",
    ],
)  # fmt: skip
def test_noun_of_another_sense_is_not_drawn(noun):
    assert lexicon.find(noun) is None or lexicon.find(noun).how == "class"


@pytest.mark.parametrize(
    ("noun", "drawing"),
    [
        ("mountain range", "own:mountain"),
        ("dining car", "noto:railway-car"),
        ("trolley car", "noto:tram-car"),
        ("graduate student", "figure:student"),
        ("hacker", "figure:programmer"),
        ("musk ox", "noto:bison"),
        ("car engine", "own:generic-machine"),
        ("privet hedge", "own:hedge"),
        ("bobolink", "own:generic-bird"),
        ("cape buffalo", "noto:water-buffalo"),
    ],
)
def test_noun_of_wordnet_takes_the_nearest_look(noun, drawing):
    assert lexicon.find(noun).drawing == drawing


def test_counter_of_a_named_room_is_furniture():
    scene = parse("a cozy bookstore with a cat on the counter", seed=0)

    assert [one.drawing for one in scene.entities] == ["noto:cat-face", "own:counter"]
    assert [(one.kind, one.object) for one in scene.relations] == [("on", "e2")]
    assert scene.backdrop == "library"
    assert parse("a cat on the kitchen counter", seed=0).backdrop == "table"


@pytest.mark.parametrize(
    ("prompt", "num"),
    [
        ("a crowded beach", 12),
        ("a busy Tokyo street at night", 8),
        ("a crowded beach without people", 0),
        ("a beach", 0),
    ],
)
def test_busy_place_has_people(prompt, num):
    scene = parse(prompt, seed=0)

    assert sum(one.count for one in scene.entities if one.drawing == "figure:person") == num


def test_named_people_are_those_of_a_busy_place():
    assert [one.noun for one in parse("a busy kitchen with two cooks", seed=0).entities] == ["cook"]


def test_recorded_compound_that_ends_like_a_verb_is_a_noun():
    assert [one.noun for one in parse("an antique pocket watch on a book", seed=0).entities] == ["pocket watch", "book"]
    assert [one.noun for one in parse("three owls watch over a village", seed=0).entities] == ["owl"]
