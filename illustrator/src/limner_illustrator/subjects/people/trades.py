"""Trades and services: those whose clothes and tools tell what they are."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, GOLD, NAVY, RED, WHITE, Outfit, figure

_GREEN = (64, 120, 84)
_STEEL = (120, 128, 142)
_DENIM = (70, 100, 160)

figure(
    "barista",
    Outfit(top=(BLACK, (90, 70, 60)), sleeves="short", extras=("apron",), trim=(94, 66, 48), activity="pouring"),
    nouns="barista, coffee maker, coffee shop worker",
    home="cafe",
)
figure(
    "waiter",
    Outfit(
        top=(BLACK,), bottom=(BLACK,), garment="vest", extras=("bowtie",), trim=WHITE, shoes=BLACK, activity="serving"
    ),
    nouns="waiter, waitress, server, maitre d",
    home="restaurant",
)
figure(
    "bartender",
    Outfit(top=((120, 40, 50),), bottom=(BLACK,), garment="vest", extras=("bowtie",), trim=WHITE, activity="pouring"),
    nouns="bartender, barman, barkeeper, mixologist",
)
figure(
    "butler",
    Outfit(
        top=(BLACK,), bottom=(BLACK,), garment="suit", extras=("bowtie",), trim=WHITE, shoes=BLACK, activity="serving"
    ),
    nouns="butler, footman, valet",
)
figure(
    "maid",
    Outfit(
        gender="female",
        her=Outfit(
            top=(BLACK,),
            garment="dress",
            legs="tights",
            bottom=(WHITE,),
            extras=("white-apron",),
            hat="nurse-plain",
            haircut="bun",
            activity="sweeping",
        ),
    ),
    nouns="maid, housemaid, chambermaid",
)
figure(
    "cleaner",
    Outfit(
        top=((70, 150, 190),),
        garment="overalls",
        bottom=((60, 90, 140),),
        hat="cap",
        trim=(60, 90, 140),
        activity="mopping",
    ),
    nouns="cleaner, janitor, cleaning lady, custodian, street sweeper",
)
figure(
    "nurse",
    Outfit(
        top=((110, 190, 200),),
        bottom=((110, 190, 200),),
        sleeves="short",
        extras=("stethoscope", "pocket-cross"),
        hat="nurse",
        shoes=WHITE,
        her=Outfit(
            top=((236, 244, 250), (120, 196, 206)),
            garment="dress",
            legs="tights",
            bottom=(WHITE,),
            sleeves="short",
            extras=("stethoscope", "pocket-cross"),
            hat="nurse",
            shoes=WHITE,
            haircut="bun",
        ),
    ),
    nouns="nurse, midwife, nursing assistant",
    home="hospital",
)
figure(
    "surgeon",
    Outfit(
        top=((84, 160, 140),),
        bottom=((84, 160, 140),),
        sleeves="short",
        extras=("wrap",),
        hat="surgeon",
        shoes=WHITE,
        prop="scalpel",
        beard=None,
    ),
    nouns="surgeon, anesthesiologist",
    home="hospital",
)
figure(
    "dentist",
    Outfit(
        top=(WHITE,),
        garment="coat",
        extras=("lapels",),
        hat="head-mirror",
        trim=(120, 190, 220),
        prop="tooth",
        bottom=((90, 160, 176),),
    ),
    nouns="dentist, orthodontist",
    home="hospital",
)
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
    "mail-carrier",
    Outfit(top=((80, 120, 180),), bottom=(NAVY,), hat="cap", extras=("satchel",), trim=NAVY, prop="letter"),
    nouns="mail carrier, postman, mailman, postwoman, mailwoman, letter carrier",
    home="street",
)
figure(
    "courier",
    Outfit(
        top=((150, 100, 60),),
        bottom=((96, 70, 50),),
        hat="cap",
        trim=(120, 80, 50),
        legs="trousers",
        activity="carrying-box",
    ),
    nouns="courier, delivery man, delivery woman, delivery person, delivery driver, delivery guy, mover",
    home="street",
)
figure(
    "hairdresser",
    Outfit(top=(BLACK, (120, 80, 140)), extras=("apron",), trim=(60, 60, 70), prop="scissors"),
    nouns="hairdresser, barber, hair stylist, hairstylist",
)
figure(
    "tailor",
    Outfit(top=((90, 100, 130),), garment="vest", trim=WHITE, extras=("tape", "glasses"), activity="sewing"),
    nouns="tailor, seamstress, dressmaker",
)
figure(
    "beekeeper",
    Outfit(top=((246, 240, 220),), bottom=((246, 240, 220),), hat="beekeeper", shoes=BROWN, prop="honey"),
    nouns="beekeeper, apiarist",
    home="meadow",
)
figure(
    "librarian",
    Outfit(
        top=((130, 90, 110), (90, 110, 90)),
        garment="vest",
        trim=WHITE,
        extras=("glasses",),
        prop="books",
        her=Outfit(
            top=((130, 80, 100), (84, 110, 120)),
            garment="dress",
            legs="tights",
            bottom=((90, 80, 84),),
            extras=("glasses", "cardigan"),
            haircut="bun",
            prop="books",
        ),
    ),
    nouns="librarian, bookseller, archivist",
    home="library",
)
figure(
    "lifeguard",
    Outfit(
        top=(RED,),
        bottom=(RED,),
        sleeves="none",
        legs="shorts",
        extras=("whistle",),
        prop="ring-buoy",
        shoes=(236, 190, 150),
    ),
    nouns="lifeguard",
    home="beach",
)
figure(
    "photographer",
    Outfit(top=((110, 110, 90), (70, 80, 96)), garment="vest", trim=(226, 224, 216), activity="photographing"),
    nouns="photographer, paparazzi, cameraman, photojournalist",
)
figure(
    "journalist",
    Outfit(top=((90, 110, 150), (150, 70, 80)), garment="suit", extras=("tie",), prop="microphone", trim=RED),
    nouns="journalist, reporter, news anchor, newscaster, tv presenter, talk show host, comedian",
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
    nouns="hiker, backpacker, mountaineer, climber, trekker, mountain climber, rock climber",
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
    "judge",
    Outfit(
        top=((40, 38, 46),),
        garment="robe",
        hat="judge-wig",
        extras=("jabot",),
        trim=WHITE,
        prop="gavel",
        haircut="bald",
    ),
    nouns="judge, magistrate, justice",
)
figure(
    "flight-attendant",
    Outfit(
        top=(NAVY,),
        bottom=(NAVY,),
        garment="suit",
        extras=("scarf",),
        hat="stewardess",
        trim=RED,
        her=Outfit(
            top=((40, 60, 120), (150, 40, 60)),
            garment="dress",
            legs="tights",
            bottom=((220, 190, 170),),
            extras=("scarf",),
            hat="stewardess",
            haircut="bun",
            trim=RED,
            shoes=BLACK,
        ),
    ),
    nouns="flight attendant, stewardess, air hostess, steward",
    home="airport",
)
figure(
    "student",
    Outfit(
        top=((80, 130, 190), (200, 110, 70), (110, 160, 100)),
        behind=("backpack",),
        extras=("straps",),
        prop="books",
        shoes=WHITE,
    ),
    nouns="student, university student, college student, schoolmate",
    home="classroom",
)
figure(
    "graduate",
    Outfit(top=((46, 50, 70),), garment="robe", hat="mortarboard", trim=GOLD, prop="diploma"),
    nouns="graduate, graduating student",
)
figure(
    "teenager",
    Outfit(top=((110, 120, 160), (200, 90, 90), (90, 150, 140)), is_plain=True, extras=("stripe",), shoes=WHITE),
    nouns="teenager, teen, adolescent, teenage boy, teenage girl",
)
figure(
    "writer",
    Outfit(top=((110, 90, 80), (70, 90, 110)), garment="vest", trim=WHITE, extras=("glasses",), activity="writing"),
    nouns="writer, poet, author, novelist, playwright, screenwriter",
)
figure(
    "programmer",
    Outfit(top=((90, 100, 130), (70, 130, 120)), extras=("glasses",), activity="typing"),
    nouns="programmer, software engineer, software developer, developer, coder, hacker, secretary, data scientist",
    home="office",
)
figure(
    "engineer",
    Outfit(top=((240, 150, 50),), garment="vest", hat="hard", trim=WHITE, prop="blueprint", bottom=(NAVY,)),
    nouns="engineer, architect, civil engineer, foreman",
)
figure(
    "gamer",
    Outfit(top=((60, 60, 80),), hat="headphones", trim=(110, 220, 160), activity="gaming"),
    nouns="gamer, esports player, streamer",
)
