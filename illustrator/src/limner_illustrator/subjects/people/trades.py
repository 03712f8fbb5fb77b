"""Trades: those whose clothes and tools tell what they make."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, NAVY, RED, WHITE, Outfit, figure

_GREEN = (64, 120, 84)
_DENIM = (70, 100, 160)

figure(
    "baker",
    Outfit(
        top=(WHITE,),
        sleeves="short",
        hat="toque",
        extras=("apron",),
        trim=(196, 150, 100),
        bottom=((96, 86, 80),),
        activity="kneading",
    ),
    nouns="baker, pastry chef, pizza maker, pizzaiolo, bread baker",
    home="kitchen",
)
figure(
    "butcher",
    Outfit(
        top=(WHITE,),
        sleeves="short",
        extras=("stripe", "red-apron"),
        hat="cap",
        trim=RED,
        bottom=((66, 70, 84),),
        prop="cleaver",
    ),
    home="market",
    nouns="butcher, fishmonger",
)
figure(
    "florist",
    Outfit(top=((236, 170, 190),), sleeves="short", extras=("green-apron",), trim=_GREEN, prop="bouquet"),
    nouns="florist, flower seller",
    home="garden",
)
figure(
    "gardener",
    Outfit(top=((120, 160, 90),), bottom=(_DENIM,), garment="overalls", hat="straw", shoes=_GREEN, activity="watering"),
    nouns="gardener, landscaper",
    home="garden",
)
figure(
    "shepherd",
    Outfit(
        top=((150, 120, 90),),
        garment="robe",
        extras=("belt",),
        hat="straw",
        trim=BROWN,
        prop="crook",
        beard="full",
        gender="male",
    ),
    nouns="shepherd, goatherd",
    home="meadow",
)
figure(
    "tailor",
    Outfit(top=((90, 100, 130),), garment="vest", trim=WHITE, extras=("tape", "glasses"), activity="sewing"),
    home="workshop",
    nouns="tailor, seamstress, dressmaker, shoemaker, quilter",
)
figure(
    "beekeeper",
    Outfit(top=((246, 240, 220),), bottom=((246, 240, 220),), hat="beekeeper", shoes=BROWN, prop="honey"),
    nouns="beekeeper, apiarist",
    home="meadow",
)
figure(
    "photographer",
    Outfit(top=((110, 110, 90), (70, 80, 96)), garment="vest", trim=(226, 224, 216), activity="photographing"),
    nouns="photographer, paparazzi, cameraman, photojournalist, filmmaker",
)
figure(
    "fisherman",
    Outfit(
        top=((230, 190, 70),),
        bottom=((80, 100, 110),),
        garment="overalls",
        hat="bucket-hat",
        shoes=_GREEN,
        activity="fishing",
    ),
    nouns="fisherman, angler, fisher, fisherwoman",
    home="lake",
)
figure(
    "explorer",
    Outfit(
        top=((206, 184, 136),),
        bottom=((186, 160, 112),),
        hat="pith",
        extras=("belt", "pockets", "scarf"),
        trim=(190, 70, 60),
        prop="map",
        shoes=BROWN,
        legs="shorts",
    ),
    nouns="explorer, adventurer, archaeologist, safari guide, paleontologist, park ranger, zookeeper",
    home="forest",
)
figure(
    "hiker",
    Outfit(
        top=((206, 90, 60), (70, 130, 120)),
        bottom=((110, 96, 76),),
        hat="cap",
        behind=("backpack",),
        extras=("straps",),
        prop="stick",
        trim=(70, 110, 90),
        shoes=BROWN,
    ),
    nouns="hiker, backpacker, mountaineer, climber, trekker, mountain climber",
    home="mountains",
)
figure(
    "lumberjack",
    Outfit(
        gender="male",
        top=((196, 56, 50),),
        bottom=(_DENIM,),
        extras=("plaid", "suspenders"),
        prop="axe",
        beard="full",
        shoes=BROWN,
        hat="beanie",
        trim=(90, 60, 50),
    ),
    nouns="lumberjack, woodcutter, logger, woodsman",
    home="forest",
)
figure(
    "mechanic",
    Outfit(
        top=((80, 110, 150),),
        bottom=((66, 92, 140),),
        garment="overalls",
        hat="cap",
        trim=(66, 92, 140),
        extras=("smudges",),
        prop="wrench",
        shoes=BLACK,
    ),
    home="garage",
    nouns="mechanic, car mechanic, repairman, handyman, machinist",
)
figure(
    "plumber",
    Outfit(
        top=((206, 70, 60),),
        bottom=((60, 90, 170),),
        garment="overalls",
        hat="cap",
        trim=(206, 70, 60),
        prop="plunger",
        shoes=BROWN,
        beard="moustache",
    ),
    home="bathroom",
    nouns="plumber",
)
figure(
    "electrician",
    Outfit(
        top=((240, 190, 60),),
        bottom=(NAVY,),
        hat="hard",
        extras=("belt", "reflectors"),
        garment="vest",
        trim=(250, 240, 140),
        prop="light-bulb",
        shoes=BROWN,
    ),
    nouns="electrician, technician",
)
figure(
    "carpenter",
    Outfit(top=((190, 120, 70), (110, 140, 100)), extras=("apron", "belt"), trim=BROWN, activity="sawing"),
    home="workshop",
    nouns="carpenter, woodworker, joiner",
)
figure(
    "welder",
    Outfit(
        top=((90, 96, 110),),
        bottom=((80, 84, 96),),
        hat="welding-mask",
        extras=("leather-apron",),
        trim=BROWN,
        activity="welding",
        shoes=BLACK,
    ),
    home="factory",
    nouns="welder, metalworker",
)
figure(
    "blacksmith",
    Outfit(
        gender="male",
        top=((150, 130, 110),),
        sleeves="short",
        extras=("leather-apron",),
        trim=BROWN,
        beard="full",
        prop="hammer",
        activity="forging",
        bottom=((80, 72, 70),),
    ),
    home="workshop",
    nouns="blacksmith, smith, farrier",
)
figure(
    "miner",
    Outfit(
        top=((120, 120, 130),),
        bottom=((90, 84, 80),),
        garment="overalls",
        hat="miner",
        extras=("smudges",),
        prop="pickaxe",
        shoes=BLACK,
    ),
    nouns="miner, coal miner, prospector",
    home="cave",
)
figure(
    "writer",
    Outfit(top=((110, 90, 80), (70, 90, 110)), garment="vest", trim=WHITE, extras=("glasses",), activity="writing"),
    home="library",
    nouns="writer, poet, author, novelist, playwright, screenwriter",
)
figure(
    "programmer",
    Outfit(top=((90, 100, 130), (70, 130, 120)), extras=("glasses",), activity="typing"),
    nouns="programmer, software engineer, software developer, developer, web developer, coder, computer programmer",
    home="office",
)
figure(
    "engineer",
    Outfit(top=((240, 150, 50),), garment="vest", hat="hard", trim=WHITE, prop="blueprint", bottom=(NAVY,)),
    home="factory",
    nouns="engineer, architect, civil engineer, foreman",
)
