"""Riders, rowers, hunters and scouts: people who are known by what they sit on or carry."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, NAVY, RED, WHITE, Outfit, figure

_MOSS = (96, 112, 66)

figure(
    "cyclist",
    Outfit(
        top=((250, 210, 60), (60, 150, 220)), bottom=(NAVY,), sleeves="short", legs="shorts", hat="cycling", trim=RED
    ),
    nouns="cyclist, mountain biker, bike rider, bicycle rider, bicyclist, bmx rider",
)
figure(
    "jockey",
    Outfit(top=(RED, (60, 120, 200)), bottom=(WHITE,), extras=("stripe",), hat="cycling", shoes=BLACK, trim=NAVY),
    nouns="jockey, horse rider, horseback rider, horsewoman, horseman, equestrian",
)
figure(
    "biker",
    Outfit(top=(BLACK,), bottom=((62, 82, 130),), hat="cycling", shoes=BLACK, trim=(70, 72, 84)),
    home="highway",
    nouns="biker, motorcyclist, motorcycle rider, motorbike rider, motocross rider",
)
figure(
    "skateboarder",
    Outfit(top=((240, 150, 60), (90, 160, 118), (214, 84, 76)), hat="cap", legs="shorts", shoes=(230, 230, 234)),
    home="street",
    nouns="skateboarder",
)
figure(
    "scout",
    Outfit(
        top=((196, 176, 120),),
        bottom=((106, 112, 76),),
        age="child",
        sleeves="short",
        legs="shorts",
        hat="hunting",
        extras=("scarf",),
        trim=(206, 80, 60),
        shoes=BROWN,
    ),
    nouns="scout, boy scout, girl scout, cub scout",
    home="forest",
)
figure(
    "surfer",
    Outfit(top=((52, 60, 84),), bottom=((52, 60, 84),), garment="bodysuit", shoes=(228, 180, 146)),
    nouns="surfer girl, surfer boy, surfer dude",
    home="beach",
)
figure(
    "rower",
    Outfit(top=((240, 120, 50),), sleeves="none", legs="shorts", garment="vest", trim=(90, 150, 200)),
    nouns="rower, oarsman, kayaker, canoeist, paddler, gondolier",
)
figure(
    "hunter",
    Outfit(
        top=(_MOSS,),
        bottom=((92, 82, 60),),
        garment="coat",
        hat="hunting",
        extras=("belt",),
        prop="rifle",
        trim=BROWN,
        shoes=BROWN,
    ),
    nouns="hunter, huntsman, gamekeeper, trapper, deer hunter",
    home="forest",
)
