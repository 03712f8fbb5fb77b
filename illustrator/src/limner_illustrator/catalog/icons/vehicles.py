"""Vehicles on the ground, on water and in the air."""

from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon(
    "airplane",
    nouns=(
        "airplane, plane, aeroplane, aircraft, jumbo jet, airliner, jet plane, 飞机, 飛行機, "
        "비행기, самолёт, самолет, flugzeug, avión, avion, avião, aereo"
    ),
    traits={"flies"},
    height=6,
    home="sky",
    part_areas=(PartArea("wing, tail", at=(36, 24)), PartArea("body, fuselage", at=(70, 62))),
)
icon("airplane-arrival", traits={"flies"})
icon("airplane-departure", traits={"flies"}, height=6)
icon("ambulance", nouns="ambulance", height=2.5, window=(0.2, 0.26, 0.46, 0.53))
icon("anchor", nouns="anchor", kinds=frozenset(), height=1.2, home="sea")
icon(
    "articulated-lorry",
    nouns="semi truck, articulated lorry, semi, tractor trailer, big rig, eighteen-wheeler, trailer",
    height=3.6,
    window=(0.04, 0.18, 0.32, 0.54),
)
icon("auto-rickshaw", nouns="auto rickshaw, tuk tuk, rickshaw, tuk-tuk", height=1.7)
icon(
    "automobile",
    nouns=(
        "car, automobile, sedan, hatchback, convertible, vintage car, classic car, family car, electric car, "
        "old car, toy car, coupe, vehicle, motor car, 車, 车, くるま, 자동차, 차, машина, coche, carro, macchina, "
        "autos"
    ),
    near="limousine",
    height=1.5,
    window=(0.28, 0.08, 0.58, 0.44),
    rim=0.6,
    part_areas=(
        PartArea("window, windscreen, windshield", at=(60, 64)),
        PartArea("wheel, rim, hubcap", at=(30, 110), box=(10, 90, 118, 128)),
    ),
)
icon(
    "bicycle",
    nouns=(
        "bicycle, bike, mountain bike, racing bike, road bike, 自行车, 自転車, 자전거, велосипед, fahrrad, bicicleta, "
        "vélo"
    ),
    traits={"mount"},
    height=1.05,
    seat=(0.62, 0.3),
)
icon("bullet-train", nouns="bullet train, high speed train", height=3.5)
icon(
    "bus",
    nouns="bus, school bus, city bus, coach bus, double-decker bus, double decker bus",
    height=3,
    window=(0.42, 0.27, 0.68, 0.59),
    inscription=Inscription(box=(16, 92, 100, 108)),
    part_areas=(PartArea("body", at=(80, 96)), PartArea("window", at=(80, 64))),
)
icon("bus-stop", nouns="bus stop", kinds=frozenset(), height=2.4, home="street")
icon(
    "canoe",
    nouns="canoe, kayak, small boat, little boat",
    traits={"container", "sit_on", "watercraft"},
    materials={"wood"},
    height=0.6,
    home="lake",
    support=0.4,
    rim=0.45,
)
icon("construction", nouns="barricade, roadblock, traffic barrier", kinds=frozenset(), height=1.1)
icon(
    "delivery-truck",
    nouns="truck, lorry, delivery truck, moving truck",
    height=2.8,
    window=(0.12, 0.27, 0.38, 0.53),
    inscription=Inscription(box=(64, 36, 118, 74), color=(255, 255, 255), outline=(150, 80, 20)),
    part_areas=(
        PartArea("box, cargo box, container, load, trailer", at=(92, 60)),
        PartArea("cab, cabin", at=(20, 98), box=(0, 40, 56, 118)),
    ),
)
icon("ferry", nouns="ferry", traits={"open_top", "watercraft"}, height=10, home="sea", rim=0.4)
icon("fire-engine", nouns="fire engine, fire truck, firetruck", height=3, window=(0.08, 0.27, 0.3, 0.5))
icon("flying-saucer", traits={"flies"}, height=4, home="space", seat=(0.5, 0.3), window=(0.36, 0.06, 0.78, 0.36))
icon(
    "fuel-pump",
    nouns="gas pump, fuel pump, petrol pump",
    near="gas station, petrol station",
    kinds=frozenset(),
    height=1.8,
    home="street",
)
icon(
    "helicopter",
    nouns="helicopter, chopper",
    traits={"flies"},
    height=3.6,
    home="sky",
    window=(0.16, 0.36, 0.5, 0.62),
    part_areas=(PartArea("body", at=(80, 90)),),
)
icon("high-speed-train", height=3.5, home="station")
icon("horizontal-traffic-light", kinds=frozenset(), height=1, home="street")
icon(
    "kick-scooter",
    nouns="kick scooter, electric scooter, e-scooter",
    traits={"mount", "stand_on"},
    height=1,
    seat=(0.5, 0.88),
    support=0.84,
)
icon(
    "locomotive",
    nouns="train, freight train, 火车, 電車, 列車, 기차, поезд, zug, tren, comboio, treno",
    height=3.8,
    home="mountains",
    window=(0.6, 0.3, 0.98, 0.56),
    part_areas=(
        PartArea("cabin, cab", at=(92, 50), box=(78, 30, 128, 96)),
        PartArea("wheel", at=(66, 112), box=(56, 92, 128, 128)),
        PartArea("boiler", at=(30, 72)),
    ),
)
icon("manual-wheelchair", nouns="wheelchair", height=1.1, seat=(0.56, 0.47))
icon(
    "metro",
    nouns="subway train, metro, subway, metro train, subway car, subway carriage, metro car, tube train",
    parts=range(2, 24),
    height=3.5,
    home="station",
)
icon(
    "minibus",
    nouns="minibus, van, minivan, camper van, campervan, camper, rv, motorhome, caravan, vw bus",
    height=2.4,
    part_areas=(PartArea("window", at=(60, 62)),),
)
icon("monorail", nouns="monorail")
icon("motor-boat", traits={"sit_on", "watercraft"}, height=2, home="sea", support=0.5, rim=0.4)
icon(
    "motor-scooter",
    nouns="scooter, motor scooter, vespa, moped",
    traits={"mount"},
    height=1.15,
    seat=(0.62, 0.45),
)
icon("motorcycle", nouns="motorcycle, motorbike, dirt bike, harley", traits={"mount"}, height=1.15, seat=(0.58, 0.4))
icon("motorized-wheelchair", height=1.3)
icon("motorway", kinds=frozenset())
icon("mountain-railway", kinds=frozenset(), home="mountains")
icon("oil-drum", kinds=frozenset())
icon("oncoming-automobile", height=1.5, window=(0.5, 0.06, 0.86, 0.36))
icon("oncoming-bus", height=3)
icon(
    "parachute",
    nouns="parachute",
    kinds=frozenset(),
    traits={"flies", "held_high"},
    parts=(*range(8), *range(10, 14), *range(17, 32)),
    height=5,
    home="sky",
)
icon("passenger-ship", nouns="cruise ship, passenger ship", traits={"open_top", "watercraft"}, height=16, home="sea")
icon("pickup-truck", nouns="pickup, pickup truck", height=1.8, window=(0.3, 0.06, 0.54, 0.37))
icon("police-car", nouns="police car, squad car, patrol car", height=1.5, window=(0.28, 0.12, 0.58, 0.44))
icon("police-car-light", kinds=frozenset(), home="street", glow=0.6)
icon(
    "racing-car",
    nouns="race car, racing car, sports car, formula 1 car, racecar, f1 car, go-kart, supercar",
    height=1,
    window=(0.42, -0.3, 0.66, 0.42),
)
icon("railway-car", nouns="railway car, train car, railway wagon, boxcar")
icon("railway-track", kinds=frozenset())
icon(
    "ring-buoy",
    nouns="life buoy, lifebuoy, life preserver, inflatable ring, pool float, buoy",
    kinds=frozenset(),
    home="sea",
)
icon(
    "rocket",
    main_color=(236, 240, 242),
    nouns=(
        "rocket, spaceship, spacecraft, starship, rocket ship, rocketship, space ship, "
        "火箭, ロケット, 로켓, ракета, rakete, cohete, fusée, foguete, razzo"
    ),
    traits={"flies", "mount"},
    height=9,
    home="space",
    glow=0.15,
    seat=(0.5, 0.4),
    inscription=Inscription(box=(44, 54, 84, 76), outline=(255, 255, 255)),
    part_areas=(PartArea("fin, wing", at=(26, 66), box=(6, 34, 96, 126)), PartArea("body, hull", at=(70, 52))),
)
icon("roller-skate", nouns="roller skate, rollerblade", kinds=frozenset(), height=0.28, support=0.1)
icon(
    "sailboat",
    nouns=(
        "sailboat, boat, yacht, sailing boat, schooner, catamaran, sail, "
        "船, 小船, ふね, 배, лодка, корабль, schiff, barco, bateau, barca"
    ),
    traits={"open_top", "watercraft"},
    height=6,
    home="sea",
    support=0.72,
    rim=0.24,
    part_areas=(
        PartArea("sail", at=(85, 60), box=(10, 0, 112, 106)),
        PartArea("hull", at=(40, 114), box=(6, 96, 128, 128)),
    ),
)
icon("seat", kinds=frozenset(), traits={"seat"}, support=0.6)
icon(
    "ship",
    nouns="ship, ocean liner, steamship, tanker",
    traits={"open_top", "watercraft"},
    inscription=Inscription(box=(34, 90, 94, 104), color=(255, 255, 255)),
    height=16,
    home="sea",
    rim=0.5,
)
icon("skateboard", height=0.16)
icon(
    "small-airplane",
    nouns="small airplane, propeller plane, cessna",
    traits={"flies"},
    height=3,
    home="sky",
    window=(0.58, 0.33, 0.74, 0.54),
)
icon(
    "speedboat",
    nouns="speedboat, motorboat",
    traits={"sit_on", "watercraft"},
    height=1.6,
    home="sea",
    support=0.5,
    window=(0.34, -0.3, 0.66, 0.34),
    rim=0.4,
)
icon(
    "sport-utility-vehicle",
    nouns="suv, jeep, off-road vehicle, land rover, crossover",
    height=1.8,
    window=(0.34, 0.08, 0.62, 0.4),
)
icon("station", kinds=frozenset(), home="station")
icon("taxi", nouns="taxi, cab, yellow cab, taxicab, taxi cab", height=1.5, window=(0.3, 0.18, 0.6, 0.48))
icon(
    "tractor",
    nouns="tractor",
    main_color=(2, 171, 71),
    height=2.7,
    home="farm",
    seat=(0.6, 0.3),
    window=(0.54, 0.08, 0.8, 0.46),
    part_areas=(
        PartArea("wheel, rim", at=(98, 100), box=(0, 70, 128, 128)),
        PartArea("body, hood, bonnet", at=(30, 76), box=(0, 0, 110, 96)),
    ),
)
icon("train", height=3.6, home="station")
icon("tram", nouns="tram, streetcar", height=3.4, home="station")
icon("tram-car", nouns="tram car, cable car street")
icon("trolleybus", nouns="trolleybus", height=3)
icon("vertical-traffic-light", kinds=frozenset(), height=2.4, home="street", glow=0.3)
icon("wheel", nouns="wheel, tire, tyre, flat tire, spare tire", kinds=frozenset(), height=0.65)
