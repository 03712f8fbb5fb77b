"""Royalty, heroes and creatures of tales in human form."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, GOLD, RED, WHITE, Outfit, figure
from limner_illustrator.subjects.figures.skeleton import DWARF, STOUT

figure(
    "wizard",
    Outfit(
        gender="male",
        top=((58, 62, 140), (78, 56, 140), (44, 92, 132)),
        garment="robe",
        hat="wizard",
        extras=("stars", "belt"),
        beard="long",
        age="old",
        prop="staff",
        hair=(226, 228, 236),
        shoes=(70, 50, 60),
    ),
    nouns=(
        "wizard, sorcerer, mage, warlock, merlin, gandalf, alchemist, necromancer, shaman, 巫师, 魔法使い, 마법사, "
        "волшебник, zauberer, mago, sorcier"
    ),
)
figure(
    "witch",
    Outfit(
        gender="female",
        garment="robe",
        hat="wizard",
        her=Outfit(
            top=((74, 50, 96), (60, 56, 70)),
            garment="gown",
            hat="wizard",
            extras=("belt",),
            prop="broom",
            trim=(150, 206, 90),
            haircut="long",
            hair=(206, 96, 40),
            shoes=BLACK,
        ),
    ),
    nouns="witch, sorceress, enchantress",
    home="forest",
)
figure(
    "knight",
    Outfit(
        gender="male",
        top=((176, 184, 198),),
        bottom=((150, 158, 174),),
        garment="armor",
        hat="knight",
        prop="sword",
        behind=("cape",),
        trim=RED,
        shoes=(120, 126, 142),
    ),
    nouns=(
        "knight, crusader, paladin, warrior, medieval knight, 骑士, 騎士, 기사, рыцарь, ritter, caballero, chevalier, "
        "cavaleiro, cavaliere"
    ),
)
figure(
    "king",
    Outfit(
        gender="male",
        top=((176, 40, 56),),
        garment="robe",
        hat="crown",
        extras=("ermine", "belt"),
        behind=("cape",),
        beard="full",
        trim=GOLD,
        build=STOUT,
        prop="scepter",
    ),
    nouns="king, emperor, monarch ruler, sultan, tsar, 国王, 王様, 왕, король, könig, rey, roi",
    home="castlehall",
)
figure(
    "queen",
    Outfit(
        gender="female",
        her=Outfit(
            top=((150, 50, 120), (60, 80, 170)),
            garment="gown",
            hat="crown",
            extras=("ermine", "sash"),
            behind=("cape",),
            trim=GOLD,
            haircut="bun",
            prop="scepter",
        ),
    ),
    nouns="queen, empress, cleopatra",
    home="castlehall",
)
figure(
    "prince",
    Outfit(
        gender="male",
        top=((66, 96, 180),),
        bottom=(WHITE,),
        garment="coat",
        hat="crown",
        extras=("belt", "buttons"),
        behind=("cape",),
        trim=GOLD,
        shoes=BROWN,
    ),
    nouns="prince",
)
figure(
    "princess",
    Outfit(
        gender="female",
        her=Outfit(
            top=((246, 150, 190), (150, 190, 246), (190, 150, 230)),
            garment="gown",
            sleeves="short",
            hat="tiara",
            extras=("sash",),
            trim=(255, 226, 236),
            haircut="long",
        ),
    ),
    nouns=(
        "princess, cinderella, snow white, rapunzel, "
        "公主, お姫様, 공주, принцесса, prinzessin, princesa, princesse, principessa"
    ),
)
figure(
    "pirate",
    Outfit(
        gender="male",
        top=((170, 44, 50),),
        bottom=((60, 54, 64),),
        garment="coat",
        hat="pirate",
        extras=("eyepatch", "belt"),
        prop="cutlass",
        trim=GOLD,
        beard="full",
        shoes=BLACK,
    ),
    nouns="pirate, buccaneer, pirate captain, corsair",
    home="beach",
)
figure(
    "ninja",
    Outfit(
        top=((50, 52, 66),),
        bottom=((50, 52, 66),),
        hat="ninja",
        extras=("wrap", "belt"),
        prop="katana",
        trim=RED,
        shoes=(40, 42, 54),
    ),
    nouns="ninja, assassin",
)
figure(
    "samurai",
    Outfit(
        gender="male",
        top=((150, 40, 46),),
        bottom=((60, 56, 74),),
        garment="armor",
        hat="samurai",
        prop="katana",
        trim=GOLD,
        shoes=(60, 50, 50),
    ),
    home="cherrypark",
    nouns="samurai, ronin, shogun",
)
figure(
    "clown",
    Outfit(
        top=((250, 200, 60), (90, 180, 220)),
        bottom=((230, 80, 90),),
        garment="bodysuit",
        hat="party",
        haircut="clown",
        extras=("polka", "ruff", "clown-face"),
        hair=(240, 90, 50),
        shoes=(220, 50, 60),
        trim=(230, 70, 90),
        prop="balloons",
    ),
    nouns="clown",
    home="circus",
)
figure(
    "superhero",
    Outfit(
        top=((40, 90, 190), (84, 66, 150), (36, 124, 112)),
        bottom=((40, 70, 160),),
        garment="bodysuit",
        extras=("emblem", "belt", "mask"),
        behind=("cape",),
        trim=(220, 50, 50),
        shoes=(210, 50, 50),
    ),
    nouns=(
        "superhero, super hero, superman, batman, hero, superheroine, supergirl, wonder woman, spider-man, "
        "villain, supervillain"
    ),
    home="city",
)
figure(
    "mermaid",
    Outfit(
        gender="female",
        her=Outfit(
            top=((40, 170, 160), (120, 110, 210)),
            garment="bodysuit",
            sleeves="none",
            haircut="long",
            trim=(250, 150, 170),
            hair=(214, 84, 60),
        ),
    ),
    nouns="mermaid, merman, siren, 美人鱼, 人魚, 인어, русалка, meerjungfrau, sirena, sirène, sereia",
    traits={"swims"},
)
figure(
    "elf",
    Outfit(
        top=((84, 150, 84),),
        bottom=((120, 86, 60),),
        garment="shirt",
        hat="elf",
        extras=("belt", "ears"),
        trim=(120, 80, 50),
        shoes=BROWN,
    ),
    nouns="elf, hobbit, woodland elf",
    home="forest",
)
figure(
    "fairy",
    Outfit(
        gender="female",
        her=Outfit(
            top=((180, 220, 130), (246, 170, 210), (160, 200, 246)),
            garment="tutu",
            legs="bare",
            sleeves="none",
            behind=("wings",),
            prop="wand",
            haircut="bun",
            hat="flowers",
        ),
    ),
    nouns="fairy, pixie, tinker bell, nymph, tooth fairy",
    traits={"flies"},
    home="forest",
)
figure(
    "vampire",
    Outfit(
        top=((56, 50, 66),),
        bottom=((44, 40, 54),),
        garment="suit",
        extras=("fangs", "bowtie"),
        behind=("collar-cape",),
        trim=(180, 26, 46),
        skin=(226, 224, 232),
        hair=(40, 36, 46),
        shoes=BLACK,
        haircut="slick",
    ),
    nouns="vampire, dracula",
    home="dungeon",
)
figure(
    "zombie",
    Outfit(
        top=((120, 110, 90), (110, 130, 140)),
        bottom=((84, 80, 74),),
        extras=("tatters", "zombie-face"),
        skin=(150, 186, 120),
        hair=(70, 66, 56),
        haircut="curly",
        shoes=(70, 60, 56),
    ),
    nouns="zombie, mummy, frankenstein, undead",
    home="dungeon",
)
figure(
    "santa",
    Outfit(
        gender="male",
        top=((206, 40, 44),),
        bottom=((206, 40, 44),),
        garment="coat",
        hat="santa",
        extras=("fur", "belt", "buttons"),
        beard="full",
        hair=(244, 244, 248),
        build=STOUT,
        age="old",
        trim=WHITE,
        shoes=BLACK,
        prop="sack",
    ),
    nouns="santa, santa claus, father christmas, saint nicholas, mrs claus",
    home="snow",
)
figure(
    "dwarf",
    Outfit(
        gender="male",
        top=((176, 60, 56), (70, 110, 160), (90, 140, 80)),
        bottom=((110, 84, 62),),
        hat="elf",
        extras=("belt",),
        beard="long",
        hair=(206, 120, 60),
        build=DWARF,
        age="child",
        trim=BROWN,
        shoes=BROWN,
    ),
    nouns="dwarf, gnome, leprechaun, garden gnome",
    home="forest",
)
