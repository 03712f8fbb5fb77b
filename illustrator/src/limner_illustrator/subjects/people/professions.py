"""Professions and trades."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, GOLD, NAVY, RED, WHITE, Outfit, figure

figure(
    "astronaut",
    Outfit(
        top=((238, 240, 246),),
        bottom=((238, 240, 246),),
        garment="bodysuit",
        hat="space",
        extras=("spacesuit",),
        behind=("lifepack",),
        shoes=(120, 126, 144),
        trim=(60, 110, 190),
    ),
    nouns=(
        "astronaut, cosmonaut, spaceman, space explorer, spacewalker, "
        "宇航员, 宇宙飛行士, 우주비행사, космонавт, астронавт, astronauta, astronaute"
    ),
    home="moon",
)
figure(
    "firefighter",
    Outfit(
        top=((196, 150, 60),),
        bottom=((176, 134, 56),),
        garment="coat",
        hat="fire",
        extras=("reflectors",),
        trim=(240, 240, 170),
        shoes=BLACK,
    ),
    nouns="firefighter, fireman, fire fighter",
    home="street",
)
figure(
    "police-officer",
    Outfit(
        top=((52, 78, 140),),
        bottom=((40, 48, 84),),
        hat="police",
        extras=("badge", "belt", "tie"),
        trim=GOLD,
        shoes=BLACK,
    ),
    nouns="police officer, policeman, cop, policewoman, guard, security guard, sheriff",
    home="street",
)
figure(
    "scientist",
    Outfit(top=(WHITE,), garment="coat", extras=("lapels", "goggles"), prop="flask", trim=(120, 190, 220)),
    nouns="scientist, chemist, physicist, mad scientist, biologist, researcher, inventor, einstein, albert einstein",
    home="laboratory",
)
figure(
    "cook",
    Outfit(
        top=(WHITE,),
        garment="shirt",
        hat="toque",
        extras=("buttons", "apron", "scarf"),
        prop="spoon",
        trim=RED,
        bottom=((66, 70, 84),),
    ),
    nouns="cook, chef, sushi chef",
    home="kitchen",
)
figure(
    "health-worker",
    Outfit(
        top=(WHITE,), garment="coat", extras=("lapels", "stethoscope"), trim=(90, 170, 190), bottom=((90, 160, 176),)
    ),
    nouns="doctor, veterinarian, vet, physician, paramedic, health worker, medic, masseuse, masseur",
    home="hospital",
)
figure(
    "teacher",
    Outfit(
        top=((110, 140, 100), (150, 90, 80), (80, 110, 150)),
        garment="vest",
        extras=("glasses", "tie"),
        trim=WHITE,
        prop="book",
    ),
    nouns="teacher, professor, tutor, lecturer, schoolteacher",
    home="classroom",
)
figure(
    "farmer",
    Outfit(
        top=((206, 80, 70), (226, 180, 80)),
        bottom=((70, 100, 160),),
        garment="overalls",
        hat="straw",
        prop="pitchfork",
        shoes=BROWN,
    ),
    nouns="farmer, milkmaid, rancher, peasant",
    home="farm",
)
figure(
    "detective",
    Outfit(
        top=((190, 150, 100),),
        garment="coat",
        hat="fedora",
        extras=("lapels", "belt"),
        prop="magnifier",
        trim=(120, 86, 56),
    ),
    home="alley",
    nouns="detective, sherlock holmes, spy, private eye, secret agent, investigator",
)
figure(
    "dancer",
    Outfit(
        top=((70, 70, 90), (206, 60, 90)),
        extras=("belt",),
        bottom=(BLACK,),
        shoes=BLACK,
        activity="dancing",
        her=Outfit(
            top=((214, 50, 60),),
            garment="gown",
            sleeves="none",
            haircut="bun",
            extras=("sash",),
            trim=(250, 190, 90),
            activity="dancing",
        ),
    ),
    nouns="dancer, breakdancer, flamenco dancer, tango dancer, belly dancer, hula dancer",
    home="stage",
)
figure(
    "ballerina",
    Outfit(
        gender="female",
        her=Outfit(
            top=((250, 170, 196), (190, 170, 240), (250, 250, 252)),
            bottom=((252, 226, 226),),
            garment="tutu",
            legs="tights",
            sleeves="none",
            haircut="bun",
            shoes=(246, 160, 180),
        ),
    ),
    nouns="ballerina, ballet dancer",
    home="stage",
)
figure(
    "singer",
    Outfit(
        top=((110, 60, 160), (40, 40, 56)),
        garment="suit",
        prop="microphone",
        trim=(250, 200, 90),
        bottom=((50, 44, 64),),
        her=Outfit(
            top=((190, 50, 110), (110, 60, 160)),
            garment="gown",
            sleeves="none",
            prop="microphone",
            haircut="curly-long",
        ),
    ),
    nouns="singer, pop star, rock star, opera singer, rapper, vocalist, karaoke singer",
    home="stage",
)
figure(
    "musician",
    Outfit(top=((60, 64, 84), (150, 60, 60)), garment="vest", activity="playing-guitar", trim=(240, 236, 226)),
    nouns="musician, bassist, composer",
    home="stage",
)
figure(
    "street-musician",
    Outfit(top=((96, 110, 80), (150, 96, 60)), hat="beanie", activity="playing-guitar", trim=(190, 80, 70)),
    nouns="street musician, busker",
    home="street",
)
figure(
    "painter",
    Outfit(
        top=((90, 130, 180), (240, 236, 226)),
        hat="beret",
        extras=("apron", "splashes", "scarf"),
        prop="palette",
        trim=RED,
    ),
    nouns="painter, artist, sculptor, illustrator",
)
figure(
    "construction-worker",
    Outfit(
        top=((240, 130, 50),),
        garment="vest",
        hat="hard",
        extras=("reflectors", "belt"),
        trim=(250, 240, 140),
        prop="hammer",
        shoes=BROWN,
    ),
    home="buildingsite",
    nouns="construction worker, builder, bricklayer",
)
figure(
    "pilot",
    Outfit(
        top=((40, 48, 84),),
        bottom=((40, 48, 84),),
        garment="suit",
        hat="pilot",
        trim=GOLD,
        shoes=BLACK,
        extras=("wings-badge",),
    ),
    home="airport",
    nouns="pilot, aviator",
)
figure(
    "sailor",
    Outfit(top=(WHITE,), bottom=(NAVY,), hat="sailor", extras=("sailor-collar",), trim=NAVY, shoes=BLACK),
    home="harbour",
    nouns="sailor, captain, sea captain, seaman",
)
figure(
    "cowboy",
    Outfit(
        gender="male",
        top=((170, 80, 60), (80, 110, 160)),
        garment="vest",
        hat="cowboy",
        extras=("scarf", "belt"),
        trim=(240, 226, 200),
        shoes=BROWN,
    ),
    home="desert",
    nouns="cowboy, gunslinger, bandit, outlaw",
)
figure(
    "businessman",
    Outfit(
        top=((60, 70, 100), (80, 80, 90)),
        bottom=((56, 64, 92),),
        garment="suit",
        extras=("tie",),
        trim=RED,
        prop="briefcase",
        shoes=BLACK,
    ),
    nouns=(
        "businessman, business person, business people, businessperson, office worker, salesman, banker, lawyer, "
        "consultant, air traffic controller, "
        "politician, president, boss, manager, ceo, "
        "accountant, diplomat, editor, director, official"
    ),
    home="office",
)
figure(
    "bride",
    Outfit(
        gender="female",
        her=Outfit(
            top=((252, 250, 248),),
            garment="gown",
            sleeves="short",
            hat="veil",
            haircut="bun",
            prop="bouquet",
            trim=(240, 220, 226),
            extras=("sash",),
        ),
    ),
    home="church",
    nouns="bride",
)
figure(
    "groom",
    Outfit(gender="male", top=(BLACK,), bottom=(BLACK,), garment="suit", extras=("bowtie",), trim=WHITE, shoes=BLACK),
    home="church",
    nouns="groom, bridegroom",
)
figure(
    "monk",
    Outfit(
        gender="male",
        top=((214, 120, 50), (120, 84, 60)),
        garment="robe",
        haircut="bald",
        extras=("belt",),
        trim=(160, 76, 36),
        shoes=BROWN,
    ),
    nouns="monk, buddhist monk, friar, buddha, druid",
)
figure(
    "athlete",
    Outfit(
        top=((220, 60, 60), (50, 120, 200)),
        bottom=((50, 54, 80),),
        sleeves="none",
        legs="shorts",
        extras=("number",),
        trim=WHITE,
        shoes=(240, 240, 245),
        hat="headband",
    ),
    home="stadium",
    nouns="athlete, runner, acrobat, marathon runner",
)
figure(
    "soldier",
    Outfit(
        top=((104, 116, 76),),
        bottom=((92, 102, 70),),
        hat="soldier",
        extras=("belt", "pockets", "camouflage"),
        trim=(70, 78, 52),
        shoes=(60, 50, 44),
    ),
    nouns="soldier, warlord, general, marine, army officer, veteran, sniper",
)
