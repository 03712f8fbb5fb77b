"""Players in helmets, and others whom their clothes alone tell: bullfighters, rabbis, craftspeople."""

from limner_illustrator.subjects.figures.outfits import BLACK, GOLD, WHITE, Outfit, figure

_LEATHER = (132, 92, 60)

figure(
    "hockey-player",
    Outfit(
        top=((196, 44, 52), (40, 84, 160)),
        bottom=(BLACK,),
        extras=("number",),
        gloves=BLACK,
        hat="hockey",
        trim=WHITE,
        prop="hockey-stick",
        shoes=BLACK,
    ),
    nouns="hockey player, ice hockey player, hockey goalie",
    home="icerink",
)
figure(
    "football-player",
    Outfit(
        top=((40, 70, 140), (150, 36, 44)),
        bottom=((236, 236, 240),),
        sleeves="short",
        extras=("number",),
        hat="gridiron",
        trim=WHITE,
        prop="gridiron-ball",
        shoes=BLACK,
    ),
    nouns="american football player, quarterback, linebacker, rugby player, nfl player",
    home="stadium",
)
figure(
    "matador",
    Outfit(
        top=((176, 36, 52), (40, 60, 120)),
        bottom=((176, 36, 52),),
        garment="suit",
        extras=("buttons",),
        hat="montera",
        trim=GOLD,
        prop="muleta",
        shoes=BLACK,
        gender="male",
    ),
    nouns="matador, bullfighter, toreador, torero",
)
figure(
    "rabbi",
    Outfit(top=(BLACK,), bottom=(BLACK,), garment="coat", hat="fedora", trim=BLACK, beard="full", shoes=BLACK,
        gender="male", prop="book"),
    nouns="rabbi",
)  # fmt: skip
figure(
    "artisan",
    Outfit(sleeves="short", extras=("red-apron",), trim=_LEATHER),
    nouns="artisan, craftsman, craftswoman, craftsperson",
    near="weaver, glassblower, glass blower, stonemason, stone mason, locksmith, upholsterer, miller, brewer, tanner, "
    "saddler, basket weaver, candle maker, soap maker, chocolatier, cheesemaker, bookbinder, printer's apprentice, "
    "cobbler, luthier, brewmaster",
    home="workshop",
)
figure(
    "rock-climber",
    Outfit(sleeves="short", extras=("belt",), hat="cycling", trim=(230, 120, 40), activity="rock-climbing"),
    nouns="rock climber, boulderer, cliff climber",
)
