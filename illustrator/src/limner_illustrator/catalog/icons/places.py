"""Landscapes, buildings and sights."""

from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon("bank", nouns="bank building", height=9, home="city")
icon("barber-pole", nouns="barber pole", height=1.4, home="street")
icon("beach-with-umbrella", home="beach")
icon("brick", nouns="brick, brick wall, wall", kinds=frozenset(), materials={"brick"}, height=0.08, support=0.1)
icon("bridge-at-night", height=16, home="skyline")
icon("building-construction", nouns="construction site", kinds=frozenset())
icon("camping", height=3, home="forest")
icon(
    "carousel-horse",
    nouns="rocking horse, carousel horse",
    near="carousel, merry-go-round",
    kinds={"vehicle"},
    height=1.7,
    support=0.4,
    seat=(0.5, 0.45),
)
icon(
    "church",
    nouns="church, cathedral, chapel, abbey, monastery",
    near="church steeple",
    height=14,
    part_areas=(
        PartArea("roof", at=(64, 36), box=(8, 14, 120, 100)),
        PartArea("door", at=(64, 106), box=(46, 84, 82, 126)),
        PartArea("wall, facade", at=(40, 96), is_main=True),
    ),
)
icon("circus-tent", kinds={"building"}, height=8, home="circus")
icon(
    "classical-building",
    nouns=(
        "temple, courthouse, museum, parthenon, greek temple, palace, library building, city hall, pantheon, "
        "capitol, theater, theatre, gallery"
    ),
    near="movie theater, cinema, opera house",
    height=12,
)
icon("compass", nouns="compass", height=0.1, home="table")
icon(
    "convenience-store",
    parts=(*range(12), 14),
    nouns=(
        "store, shop, convenience store, grocery store, supermarket, bakery, cafe, café, pub, bistro, cafe building, "
        "bookstore, bookshop, coffee shop, boutique, restaurant, diner, pharmacy"
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
        "house, home, bungalow, villa, building, townhouse, farmhouse, haunted house, 房屋, いえ, 집, домик, "
        "häuser, haus, casita"
    ),
    near="garage, dollhouse, mansion",
    height=6.5,
    part_areas=(
        PartArea("roof", at=(32, 40), box=(0, 0, 128, 74)),
        PartArea("door, front door", at=(66, 85), box=(44, 58, 88, 116)),
        PartArea("window", at=(29, 78), box=(8, 62, 120, 108)),
        PartArea("wall, facade", at=(64, 50), is_main=True),
        PartArea("chimney", at=(25, 30), box=(8, 0, 44, 64)),
    ),
)
icon(
    "house-with-garden",
    nouns="cottage, country house",
    parts=(0, 1, *range(4, 19)),
    height=6.5,
    part_areas=(
        PartArea("roof", at=(34, 64), box=(10, 20, 118, 80)),
        PartArea("door, front door", at=(64, 94), box=(46, 74, 82, 124)),
        PartArea("wall, facade", at=(64, 62), is_main=True),
    ),
)
icon("houses", nouns="houses, row of houses, village houses", height=7)
icon("hut", nouns="hut", near="hobbit house", height=3.6)
icon("japanese-castle", nouns="japanese castle", height=18)
icon("mosque", nouns="mosque, taj mahal", height=15)
icon("mount-fuji", nouns="mount fuji, mt fuji, fuji", height=60, home="mountains")
icon(
    "office-building",
    nouns="office building, apartment building, apartment block, condo, office block, apartment",
    height=22,
    home="city",
)
icon("playground-slide", nouns="slide, playground slide", near="playground", height=2.4, home="playground")
icon(
    "rock",
    nouns="rock, stone, boulder, pebble",
    home="meadow",
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
    nouns="wood, plank",
    near="tree stump, stump",
    kinds=frozenset(),
    traits={"buoyant", "sit_on", "surface"},
    materials={"wood"},
    height=0.4,
    support=0.1,
)
icon("world-map", nouns="map, world map, treasure map, atlas", height=0.4, home="table")
