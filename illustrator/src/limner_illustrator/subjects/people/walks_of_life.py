"""People of all walks of life who have clothes or a habit of their own: thieves, trainers, knitters, bird watchers."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, DRESSES, NAVY, WHITE, Outfit, figure

figure(
    "thief",
    Outfit(
        top=((226, 226, 232),),
        bottom=(BLACK,),
        extras=("stripe", "mask"),
        hat="beanie",
        prop="sack",
        trim=BLACK,
        shoes=BLACK,
    ),
    nouns="thief, burglar, robber, bank robber, bandit with a mask, pickpocket, cat burglar",
    home="city",
)
figure(
    "prisoner",
    Outfit(top=((240, 130, 50),), bottom=((240, 130, 50),), shoes=WHITE, extras=("number",), trim=BLACK),
    home="prison",
    nouns="prisoner, convict, inmate, jailbird",
)
figure(
    "fortune-teller",
    Outfit(
        top=((120, 70, 150),),
        garment="robe",
        hat="turban",
        extras=("earrings", "necklace", "sash"),
        trim=(206, 60, 90),
        gender="female",
    ),
    nouns="fortune teller, fortune-teller, psychic, clairvoyant, palm reader, soothsayer",
)
figure(
    "gangster",
    Outfit(top=((56, 54, 66),), bottom=((56, 54, 66),), garment="suit", hat="fedora", extras=("tie",), trim=WHITE),
    nouns="gangster, mobster, mafia boss, mafioso, crime boss, bodyguard",
    home="city",
)
figure(
    "coach",
    Outfit(top=((60, 120, 190), (206, 70, 66)), bottom=(NAVY,), hat="cap", extras=("whistle",), shoes=WHITE, trim=NAVY),
    home="stadium",
    nouns="coach, trainer, personal trainer, fitness trainer, fitness instructor, fitness coach, football coach, "
    "soccer coach, basketball coach, swimming coach, tennis coach, ski instructor, swimming instructor, "
    "surf instructor, dance instructor, dance teacher, riding instructor, diving instructor, golf instructor, "
    "gym teacher",
)
figure(
    "fencer",
    Outfit(top=(WHITE,), bottom=(WHITE,), shoes=WHITE, activity="fencing", gloves=(226, 226, 230)),
    home="gym",
    nouns="fencer, swordsman, swordswoman, swordfighter",
)
figure(
    "skydiver",
    Outfit(
        top=((240, 140, 60), (90, 160, 210)),
        bottom=((70, 80, 110),),
        garment="bodysuit",
        hat="cycling",
        extras=("straps",),
        behind=("backpack",),
        trim=(250, 220, 90),
    ),
    nouns="skydiver, parachutist, paraglider pilot, base jumper",
)
figure(
    "knitter",
    Outfit(
        age="adult", her=Outfit(top=DRESSES, garment="skirt", legs="bare", activity="knitting"), activity="knitting"
    ),
    nouns="knitter",
    home="livingroom",
)
figure(
    "birdwatcher",
    Outfit(
        top=((120, 140, 96), (150, 124, 90)),
        bottom=((110, 96, 76),),
        garment="vest",
        hat="bucket-hat",
        activity="spying",
        trim=(226, 218, 196),
        shoes=BROWN,
    ),
    nouns="birdwatcher, bird watcher, birder, ornithologist",
    home="meadow",
)
figure(
    "yogi",
    Outfit(top=((150, 110, 180), (90, 170, 160)), bottom=((70, 70, 90),), sleeves="none", activity="meditating"),
    nouns="yogi, yoga teacher, yoga instructor",
)
figure(
    "potter",
    Outfit(top=((150, 124, 100),), sleeves="short", extras=("apron",), trim=(206, 190, 160), activity="pottery"),
    home="workshop",
    nouns="potter, ceramist, ceramicist",
)
figure(
    "animal-keeper",
    Outfit(top=((90, 140, 110), (206, 130, 70)), bottom=((110, 96, 76),), sleeves="short", trim=BROWN),
    home="zoo",
    nouns="dog walker, dog groomer, dog trainer, dog sitter, cat sitter, cat lady, horse trainer, lion tamer, "
    "snake charmer, elephant trainer, falcon trainer",
)
figure(
    "chess-player",
    Outfit(top=((80, 90, 120),), garment="vest", trim=WHITE, extras=("glasses",)),
    nouns="chess player, chess master, chess grandmaster, grandmaster",
    home="livingroom",
)
figure(
    "watchmaker",
    Outfit(
        top=((110, 96, 86),), garment="vest", extras=("monocle", "apron"), trim=(226, 218, 200), activity="repairing"
    ),
    home="workshop",
    nouns="watchmaker, clockmaker, jeweler, jeweller, goldsmith, silversmith, engraver",
)
figure(
    "influencer",
    Outfit(
        top=((244, 150, 180), (120, 190, 210)),
        activity="selfie",
        her=Outfit(top=DRESSES, garment="dress", legs="bare", sleeves="short", activity="selfie"),
    ),
    nouns="influencer, blogger, vlogger, youtuber, tiktoker",
)
figure(
    "goalkeeper",
    Outfit(
        top=((240, 196, 60), (236, 120, 60)),
        bottom=(BLACK,),
        legs="shorts",
        extras=("number",),
        trim=WHITE,
        activity="stretching",
        gloves=(246, 246, 246),
        shoes=BLACK,
    ),
    nouns="goalkeeper, goalie, keeper",
    home="stadium",
)
figure(
    "tour-guide",
    Outfit(top=((70, 130, 160), (200, 90, 70)), sleeves="short", extras=("badge",), trim=WHITE, activity="pointing"),
    nouns="tour guide, tourist guide, city guide, museum guide",
    home="street",
)
