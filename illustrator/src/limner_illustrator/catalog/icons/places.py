"""Landscapes, buildings and sights."""

from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon("bank", nouns="bank building", height=9, home="city")
icon("barber-pole", nouns="barber pole", height=1.4, home="street")
icon("beach-with-umbrella", home="beach")
icon("brick", nouns="brick, brick wall, wall", kinds=frozenset(), materials={"brick"}, height=0.08, support=0.1)
icon("bridge-at-night", height=16, home="skyline")
icon("building-construction", nouns="construction site, crane, construction crane", kinds=frozenset())
icon("camping", height=3, home="forest")
icon(
    "carousel-horse",
    nouns="carousel, merry-go-round, rocking horse, carousel horse",
    kinds={"vehicle"},
    height=1.7,
    support=0.4,
    seat=(0.5, 0.45),
)
icon("church", nouns="church, cathedral, chapel, abbey, monastery", height=14)
icon("circus-tent", kinds={"building"}, height=8, home="circus")
icon(
    "classical-building",
    nouns=(
        "temple, courthouse, museum, parthenon, greek temple, palace, library building, city hall, pantheon, "
        "capitol, theater, theatre, cinema, opera house, movie theater, gallery"
    ),
    height=12,
)
icon("compass", nouns="compass")
icon(
    "convenience-store",
    nouns=(
        "store, shop, convenience store, grocery store, supermarket, bakery, cafe building, bookstore, "
        "bookshop, coffee shop, boutique, restaurant, diner, pharmacy, market stall, kiosk"
    ),
    inscription=Inscription(box=(10, 8, 78, 46), color=(255, 255, 255), patch=(238, 108, 60)),
)
icon("department-store", nouns="department store, mall, shopping mall", height=14, home="city")
icon("derelict-house", nouns="derelict house, abandoned house, ruin, ruins, ruined house", height=6.5)
icon("desert-island", nouns="island, desert island, tropical island", height=7, home="beach", support=0.7)
icon("factory", nouns="factory, power plant, plant factory, refinery", height=11)
icon("ferris-wheel", nouns="ferris wheel, big wheel", height=24)
icon("globe-showing-americas", traits={"celestial"}, height=30)
icon("globe-showing-asia-australia", traits={"celestial"})
icon("globe-showing-europe-africa", nouns="earth, planet earth", traits={"celestial"}, height=30)
icon("globe-with-meridians", traits={"flies"})
icon("hindu-temple", nouns="hindu temple", height=15)
icon("hospital", nouns="hospital, clinic", height=14, home="city")
icon("hotel", nouns="hotel, motel, inn", height=18, home="city")
icon(
    "house",
    nouns=(
        "house, home, bungalow, mansion, villa, building, townhouse, farmhouse, barn, shed, garage, "
        "haunted house, doghouse, greenhouse, birdhouse, dollhouse, "
        "房屋, いえ, 집, домик, häuser, haus, casita"
    ),
    height=6.5,
)
icon("house-with-garden", nouns="cottage, country house", height=6.5)
icon("houses", nouns="houses, row of houses, village houses", height=7)
icon("hut", nouns="hut, wigwam, teepee, tipi, yurt, hobbit house", height=3.6)
icon("japanese-castle", nouns="japanese castle, pagoda", height=18)
icon("mosque", nouns="mosque, taj mahal", height=15)
icon("mount-fuji", nouns="mount fuji, mt fuji, fuji", height=60, home="mountains")
icon(
    "office-building",
    nouns="office building, apartment building, apartment block, condo, office block, apartment",
    height=22,
    home="city",
)
icon("playground-slide", nouns="slide, playground, playground slide, seesaw", height=2.4, home="playground")
icon(
    "rock",
    nouns="rock, stone, boulder, pebble",
    kinds=frozenset(),
    traits={"buoyant", "sit_on", "surface"},
    materials={"stone"},
    height=0.6,
    support=0.1,
)
icon("roller-coaster", nouns="roller coaster, rollercoaster", height=18)
icon("school", nouns="school, schoolhouse, university", height=9, home="classroom")
icon("shinto-shrine", nouns="torii gate, shrine, torii, shinto shrine", height=6)
icon("snow-capped-mountain", height=60, home="mountains")
icon("stadium", nouns="stadium, arena, colosseum, amphitheater", kinds=frozenset(), height=18)
icon("statue-of-liberty", nouns="statue of liberty", kinds=frozenset(), height=30, home="city")
icon("synagogue", nouns="synagogue", height=12)
icon("tokyo-tower", nouns="tokyo tower", height=40)
icon("wedding", kinds=frozenset())
icon(
    "wood",
    nouns="wood, firewood, lumber, plank, tree stump, stump",
    kinds=frozenset(),
    traits={"buoyant", "sit_on", "surface"},
    materials={"wood"},
    height=0.4,
    support=0.1,
)
icon("world-map", nouns="map, world map, treasure map, atlas")
