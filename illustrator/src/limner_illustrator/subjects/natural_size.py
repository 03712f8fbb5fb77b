"""How high things stand in the world, in metres: the relative scale of a picture starts here."""

from limner_illustrator.catalog.art import has_icon, icon_group
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.asleep import LEGS
from limner_illustrator.subjects.bodies import ASLEEP, COATS
from limner_illustrator.subjects.figures.figure import figure_height
from limner_illustrator.subjects.registry import OBJECTS

_HEIGHTS = """
ant .012, honeybee .03, butterfly .09, lady-beetle .02, beetle .03, bug .05, spider .05, cricket .05,
fly .02, mosquito .02, worm .06, snail .06, scorpion .08, cockroach .03, mouse .09, mouse-face .09,
rat .15, hamster .13, frog .12, lizard .12, snake .35, turtle .35, chipmunk .2, hedgehog .18, bat .18, bird .18,
black-bird .2, baby-chick .12, front-facing-baby-chick .12, hatching-chick .12, parrot .35, dove .28,
duck .42, rooster .5, chicken .45, turkey .8, owl .45, eagle .75, swan .9, goose .75, flamingo 1.3, peacock 1.1,
penguin .8, dodo .8, phoenix 1.2, rabbit .38, rabbit-face .42, cat .46, cat-face .46, black-cat .46, dog .58,
dog-face .58, guide-dog .68, service-dog .68, poodle .52, fox .55, wolf .85, raccoon .4, skunk .35, badger .35,
otter .6, beaver .45, sloth .6, koala .65, panda 1.15, bear 1.35, polar-bear 1.5, lion 1.2, tiger 1.05, tiger-face
1.1, leopard .9, horse 1.75, horse-face 1.7, unicorn 1.9, zebra 1.5, deer 1.5, moose 2.0, donkey 1.3, cow 1.5,
cow-face 1.5, ox 1.6, water-buffalo 1.6, bison 1.8, pig .8, pig-face .8, boar .85, ram .95, ewe .95, goat .9, camel
2.1, two-hump-camel 2.1, llama 1.7, giraffe 4.8, elephant 3.0, mammoth 3.4, rhinoceros 1.7, hippopotamus 1.5,
gorilla 1.6, monkey .7, monkey-face .7, orangutan 1.3, kangaroo 1.5, crocodile .7, dragon 4.2, dragon-face 4,
sauropod 6, t-rex 4.2, whale 3.6, spouting-whale 3.6, dolphin 1.1, orca 2.0, shark 1.4, seal .9, fish .25,
tropical-fish .2, blowfish .25, octopus .6, squid .5, jellyfish .5, crab .2, lobster .25, shrimp .08, oyster .1,
spiral-shell .1, coral .5, teddy-bear .45, robot 1.5, alien 1.4, alien-monster 1.2, ghost 1.4, skull .25,
jack-o-lantern .4, snowman 1.6, snowman-without-snow 1.6, ogre 1.2, rose .4, tulip .4, sunflower 1.4, blossom .25,
hibiscus .25, cherry-blossom .2, bouquet .45, potted-plant .6, cactus 1.6, seedling .2, herb .2, four-leaf-clover
.12, shamrock .12, maple-leaf .12, fallen-leaf .12, mushroom .18, brown-mushroom .12, evergreen-tree 6.5,
deciduous-tree 6, palm-tree 7, christmas-tree 2.6, leafless-tree 5, tanabata-tree 3, lotus .2, hyacinth
.35, red-apple .09, green-apple .09, pear .11, tangerine .08, lemon .08, lime .07, banana .17, watermelon .28,
grapes .16, strawberry .05, blueberries .05, cherries .06, peach .08, mango .11, pineapple .3, coconut .13,
kiwi-fruit .06, tomato .08, olive .03, avocado .11, eggplant .2, potato .09, carrot .2, ear-of-corn .22, hot-pepper
.12, bell-pepper .11, cucumber .2, broccoli .16, garlic .06, onion .08, bread .14, croissant .09, baguette-bread .3,
pretzel .12, bagel .09, pancakes .12, waffle .12, cheese-wedge .12, hamburger .12, french-fries .16, pizza .2,
hot-dog .12, sandwich .11, taco .1, burrito .12, egg .06, cooking .1, spaghetti .14, sushi .05, doughnut .09, cookie
.08, birthday-cake .3, shortcake .12, cupcake .11, pie .1, chocolate-bar .15, candy .05, lollipop .18, ice-cream
.16, soft-ice-cream .18, honey-pot .15, glass-of-milk .14, hot-beverage .11, teapot .18, wine-glass .22,
cocktail-glass .18, tropical-drink .22, beer-mug .17, clinking-beer-mugs .2, tumbler-glass .11, cup-with-straw .18,
bubble-tea .17, bottle-with-popping-cork .35, popcorn .22, steaming-bowl .16, pot-of-food .22, green-salad .12,
bento-box .1, fork-and-knife-with-plate .25, automobile 1.5, oncoming-automobile 1.5, sport-utility-vehicle 1.8,
taxi 1.5, police-car 1.5, racing-car 1.0, pickup-truck 1.8, delivery-truck 2.8, articulated-lorry 3.6, bus 3,
oncoming-bus 3, trolleybus 3, minibus 2.4, ambulance 2.5, fire-engine 3, tractor 2.7, motorcycle 1.15, motor-scooter
1.15, bicycle 1.05, kick-scooter 1, skateboard .16, roller-skate .28, locomotive 3.8, train 3.6, high-speed-train
3.5, bullet-train 3.5, tram 3.4, metro 3.5, airplane 6, small-airplane 3, helicopter 3.6, rocket 9, flying-saucer 4,
satellite 3, sailboat 6, canoe .6, speedboat 1.6, motor-boat 2, ferry 10, passenger-ship 16, ship 16, anchor 1.2,
parachute 5, house 6.5, house-with-garden 6.5, derelict-house 6.5, houses 7, hut 3.6,
office-building 22, hospital 14, bank 9, hotel 18, school 9, department-store 14, factory 11, castle 22,
japanese-castle 18, church 14, mosque 15, synagogue 12, hindu-temple 15, shinto-shrine 6, stadium 18,
classical-building 12, tokyo-tower 40, statue-of-liberty 30, fountain 2.6, tent 2.2, camping 3, ferris-wheel 24,
roller-coaster 18, circus-tent 8, carousel-horse 1.7, volcano 60, mountain 60, snow-capped-mountain 60, mount-fuji
60, bridge-at-night 16, desert-island 7, playground-slide 2.4, vertical-traffic-light 2.4, horizontal-traffic-light
1, stop-sign 2.1, bus-stop 2.4, fuel-pump 1.8, barber-pole 1.4, construction 1.1, moai 4, sun 30, crescent-moon 25,
full-moon 25, ringed-planet 30, star 8, glowing-star 8, cloud 12, rainbow 40, comet 14, globe-showing-americas 30,
globe-showing-europe-africa 30, snowflake .12, umbrella .95, umbrella-with-rain-drops .95, fire .7, balloon .35,
wrapped-gift .3, party-popper .2, trophy .42, soccer-ball .23, basketball .25, baseball .08, tennis .5, volleyball
.22, bowling .4, american-football .17, kite 1, yo-yo .08, game-die .04, puzzle-piece .06, crystal-ball .25,
magic-wand .4, joystick .2, video-game .12, guitar 1.0, violin .6, accordion .35, trumpet .35, saxophone .7, drum
.4, musical-keyboard .25, microphone .25, headphone .2, radio .25, camera .12, camera-with-flash .12,
video-camera .2, movie-camera .35, television .6, laptop .26, desktop-computer .5, keyboard .06, printer .3,
mobile-phone .15, telephone .18, watch .06, alarm-clock .15, mantelpiece-clock .4, hourglass-done .2, light-bulb
.11, candle .18, flashlight .18, red-paper-lantern .4, books .18, open-book .22, closed-book .23, notebook .22,
newspaper .3, scroll .3, envelope .12, package .3, pencil .18, pen .15, paintbrush .2, artist-palette .3, crown .2,
top-hat .22, womans-hat .18, billed-cap .15, graduation-cap .15, glasses .06, sunglasses .06, necktie .45, t-shirt
.7, jeans 1, dress 1.1, coat 1.1, running-shoe .12, high-heeled-shoe .14, hiking-boot .2, backpack .48, handbag .32,
luggage .6, ring .03, gem-stone .06, money-bag .35, key .08, locked .1, hammer .32, axe .6, wrench .25, scissors
.18, bow-and-arrow 1.2, crossed-swords .9, dagger .35, shield .7, bomb .3, magnet .15, test-tube .15, telescope .9,
microscope .4, broom 1.3, bucket .3, basket .3, chair .9, bed 1.0, couch-and-lamp 1.4, door 2.1, toilet .8, shower
2, bathtub .7, mirror .6, window 1.2, plunger .5, soap .06, toothbrush .18, framed-picture .6, coffin 1.9,
nazar-amulet .1, moon-cake .06, wood .4, rock .6, brick .08, feather .2, nest-with-eggs
.15, empty-nest .15, spider-web .5, bubbles .3, droplet .1, water-wave 2.5, high-voltage 3, tornado 25, red-heart
.3, sparkling-heart .3, musical-note .3, hundred-points .3, airplane-departure 6, motorized-wheelchair 1.3,
manual-wheelchair 1.1, auto-rickshaw 1.7, military-helmet .2, horse-racing 2.2, boomerang .4, fishing-pole 1.6, sled
.3, ice-skate .25, diving-mask .15, flag-in-hole 1.8, pool-8-ball .06, bell .25
"""
NATURAL: dict[str, float] = {
    name: float(height)
    for name, height in (row.split() for row in _HEIGHTS.replace("\n", " ").split(",") if row.strip())
}

_BY_GROUP: dict[int, float] = {0: 0.6, 1: 1.7, 3: 0.6, 4: 0.14, 5: 3.0, 6: 0.4, 7: 0.35, 8: 0.6, 9: 0.6}


def natural_height(entity: Entity) -> float:
    """Metres, from the ground to the top, in the entity's pose."""
    family, _, name = entity.drawing.partition(":")
    if family == "figure":
        return figure_height(name, entity.action)
    if family == "own" and name in OBJECTS:
        return OBJECTS[name].height_m
    height = NATURAL.get(name)
    if height is None:
        height = _BY_GROUP.get(icon_group(name)[0], 0.5) if has_icon(name) else 0.5
    if entity.action not in ASLEEP:
        return height
    return height * (0.66 if name in COATS else 1 - LEGS.get(name, 0.0))
