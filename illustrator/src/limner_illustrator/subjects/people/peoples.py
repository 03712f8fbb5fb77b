"""People of history and of faith."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, GOLD, RED, WHITE, Outfit, figure

figure(
    "viking",
    Outfit(
        gender="male",
        top=((130, 96, 66),),
        bottom=((96, 80, 66),),
        garment="coat",
        hat="horned",
        extras=("belt", "fur-collar"),
        beard="full",
        hair=(206, 120, 50),
        prop="battle-axe",
        shoes=BROWN,
        trim=(90, 64, 44),
        her=Outfit(
            top=((130, 96, 66),),
            garment="coat",
            hat="horned",
            extras=("belt", "fur-collar"),
            haircut="braids",
            hair=(226, 180, 90),
            prop="battle-axe",
            shoes=BROWN,
            trim=(90, 64, 44),
        ),
    ),
    nouns="viking, barbarian, norseman, viking warrior",
    home="mountains",
)
figure(
    "gladiator",
    Outfit(
        gender="male",
        top=((176, 110, 60),),
        bottom=((150, 60, 50),),
        garment="armor",
        hat="crested",
        sleeves="none",
        legs="bare",
        prop="sword",
        behind=("cape",),
        trim=RED,
        shoes=BROWN,
    ),
    nouns="gladiator, spartan, roman soldier, centurion, legionary, trojan, roman legionary, spartan warrior",
)
figure(
    "pharaoh",
    Outfit(
        gender="male",
        top=((250, 240, 214),),
        bottom=((250, 240, 214),),
        garment="robe",
        sleeves="none",
        hat="pharaoh",
        extras=("gold-collar", "sash"),
        trim=GOLD,
        prop="crook",
        skin=(198, 144, 102),
    ),
    nouns="pharaoh, egyptian king",
    home="desert",
)
figure(
    "geisha",
    Outfit(
        gender="female",
        her=Outfit(
            top=((200, 50, 80), (90, 80, 160)),
            garment="gown",
            hat="geisha",
            extras=("kimono", "sash"),
            trim=(250, 214, 120),
            skin=(252, 240, 232),
            haircut="bald",
            prop="fan",
        ),
    ),
    home="cherrypark",
    nouns="geisha",
)
figure(
    "caveman",
    Outfit(
        gender="male",
        top=((176, 120, 66),),
        bottom=((176, 120, 66),),
        garment="bodysuit",
        sleeves="none",
        legs="bare",
        extras=("pelt",),
        beard="full",
        haircut="long",
        hair=(84, 58, 44),
        prop="cudgel",
        shoes=(150, 106, 72),
    ),
    nouns="caveman, neanderthal, cavewoman, prehistoric man, cave man",
    home="cave",
)
figure(
    "priest",
    Outfit(
        gender="male",
        top=((44, 42, 52),),
        garment="robe",
        extras=("clerical-collar", "cross"),
        trim=WHITE,
        prop="book",
        shoes=BLACK,
    ),
    home="church",
    nouns="priest, pastor, reverend, minister, vicar, chaplain",
)
figure(
    "pope",
    Outfit(
        gender="male",
        top=((250, 246, 236),),
        garment="robe",
        hat="mitre",
        extras=("cross",),
        behind=("cape",),
        trim=GOLD,
        age="old",
        prop="crook",
    ),
    home="church",
    nouns="pope, bishop, archbishop, cardinal priest, patriarch",
)
figure(
    "nun",
    Outfit(
        gender="female",
        her=Outfit(
            top=((44, 42, 52),),
            garment="gown",
            hat="nun",
            extras=("cross",),
            trim=(44, 42, 52),
            activity="praying",
            shoes=BLACK,
        ),
    ),
    home="church",
    nouns="nun, mother superior",
)
figure(
    "martial-artist",
    Outfit(
        top=(WHITE,),
        bottom=(WHITE,),
        extras=("wrap", "belt"),
        trim=(250, 250, 252),
        activity="fighting",
        shoes=(236, 190, 150),
    ),
    home="gym",
    nouns="martial artist, judo fighter, karate fighter, judoka, karateka, karate kid, kung fu master",
)
