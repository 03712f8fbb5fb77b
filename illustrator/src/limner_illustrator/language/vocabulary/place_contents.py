"""What the drawing of a place has in it by itself, in the words of prompts. Keep it in step with `backdrops/`."""

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.scene import Scene

_CONTENTS_TEXT = """
sky: blue cloudy fluffy
supermarket: shelf aisle products goods food tiled
warehouse: shelf box boxes crates aisle
serverroom: server servers racks cabinets
corridor: long carpet door lamp window
lockerroom: bench locker
arcade: machine machines screens games
underwater: coral plant seaweed light rays sand seabed deep tropical colorful
harbour: boat boats fishing house water lamp quay quiet moored
beach: sand sandy palm wave waves water sea umbrella parasol towel tropical sunny white golden shoreline surf
cave: crystal crystals rock rocky stone entrance dark opening
meadow: grass grassy tree flower wildflower green rolling lush hill flowery
garden: grass lawn fence tree flower bush green lush flowery picket
farm: barn silo fence field tree grass green red rail
city: building buildings road lamp tree bench tall bus modern busy skyscraper sidewalk
street: house building lamp tree shop shops cafe awning bench road sidewalk window paved european
skyline: building buildings tower skyscraper water reflection river tall modern
village: red house cottage church chimney mountain window steeple grass roof quaint alpine
coast: grassy rock rocks rocky cliff sea water wave waves steep rugged grass
court: basketball hoop tree line lines fence
icerink: ice stand stands seat seats
bowling: lane lanes pins ball
crops: wheat golden grain yellow ripe tree
desert: sand sandy dune cactus rock arch stone dry hot rocky
table: wooden wood
tabletop: wooden wood plank
dungeon: stone torch torches dark arch tunnel brick rock
wall: brick red stone
alley: house building narrow cobbled cobblestone brick lantern window laundry lamp
nightmarket: stall stalls lantern food light lights awning crowd
fair: tent tents ferris wheel balloon rollercoaster roller coaster striped flags
poolgarden: pool water grass palm hedge lawn
forest: tree trees trunk grass fern bush dense deep green light tall lush leaf leafy sunlight
bathroom: bathtub tub sink mirror towel window tile tiled rug
nursery: crib bed toy toys rug window curtain mobile flags
attic: beam window rug box boxes armchair dusty wooden
workshop: bench tool tools toolbox lamp wooden workbench
hospital: bed drip window monitor
greenhouse: plant plants palm glass tropical fern
market: fruit vegetable stall bread crates produce
museum: painting paintings frame barrier art
church: window windows candle carpet stained glass
castlehall: throne banner torch carpet window stone
station: train clock platform track roof bench
pool: water lane lanes window tile tiled
hilltop: grass grassy green hill round
livingroom: window curtain rug lamp plant picture wooden
bedroom: bed window curtain rug lamp nightstand
kitchen: window cabinet cabinets cupboard counter stove jar jars lamp tile tiled shelf sink
lake: mountain water reed reeds grass calm still blue tree reflection clear snowy
river: water rock rocks mountain tree grass bank running flowing winding meandering green bend runs flows
waterfall: water rock rocks cliff cliffs pool tall running flowing cascading falling
laboratory: flask flasks beaker beakers shelf bench test tube tubes window equipment
mountains: tree pine forest peak snowy rocky tall high snow grass
snow: tree pine mountain white snowy hill
savanna: tree acacia grass golden dry
park: tree bench path grass green bush lawn
campsite: tent tents pine tree mountain
moat: bridge drawbridge water tree
orchard: tree fruit apple
cherrypark: blossom blossoms pagoda path tree pink petal lantern
vineyard: vine vines grape house cypress row rows
riceterraces: mountain terrace water hut
restaurant: table tables window candle tablecloth picture lamp
gym: mirror weights dumbbell dumbbells bag ball
airport: seat seats plane airplane window sign
zoo: tree fence enclosure palm
suburb: house houses lawn tree sidewalk road
buildingsite: crane scaffolding barrier sand
barbershop: mirror chair
laundry: washing machine machines washer dryer tiles
lobby: desk plant clock clocks rug chandelier key keys
prison: bed bunk bars window
cinema: screen seat seats curtain
office: desk computer window bookshelf plant monitor clock
classroom: chalkboard blackboard flags clock bookshelf
cafe: counter window coffee machine brick menu lamp
library: book books bookshelf shelf shelves rug tall ladder bookshelves
highway: road mountain bush empty long line straight winding
parkinglot: car cars tree
tunnelmouth: tunnel road rock arch stone
sea: water wave waves horizon blue open calm deep
space: star stars planet planets nebula galaxy deep dark
mars: rock rocks dust red moon crater
moon: earth star stars crater craters space gray dusty rocky
stadium: crowd spectators fans floodlight floodlights grass pitch seat stand stands audience line
circus: ring tent striped lights spotlight
spaceship: window control controls console star stars planet panel screen futuristic
stage: curtain curtains spotlight spotlights light wooden audience
candyland: candy lollipop cane canes sweets
heaven: cloud gate gates ray rays golden pearly
graveyard: tombstone tombstones gravestone gravestones tree bare fog house mansion haunted old castle spooky dead
fairyvillage: mushroom house
neonalley: neon building buildings sign signs light lights reflection wet glowing dark purple pink futuristic cyberpunk
rooftop: building skyline plant pot city
balcony: flower flowers railing pot
playground: slide swing swings tree sandpit sandbox grass
volcano: lava smoke mountain rock erupting eruption
jungle: tree leaf leaves fern vine dense lush tropical green
swamp: tree lily pad pads water reed dead bare murky
canyon: rock rocks red rocky cliff stone deep sandstone
arctic: ice iceberg icebergs snow water floe icy frozen white
island: palm sand water sea beach tropical sandy
windowsill: window view hill sunny
garage: tool tools toolbox tire tires tyre door shutter
factory: machine machines gear gears conveyor belt pipe pipes window box
diner: booth booths seat counter menu stool window retro tiled
bar: bottle bottles counter stool stools shelf lamp wooden
bakery: bread pastry pastries cupcake cupcakes loaf loaves shelf counter window display
diningroom: table chair chairs window curtain rug tablecloth picture chandelier
basement: stairs staircase pipe pipes boiler box boxes bulb dark bare
lagoon: palm sand water sandy tropical turquoise blue hill
oasis: palm water sand pool rock arch dune
wateringhole: water tree acacia grass rock dry golden
hotspring: water steam steaming rock rocks tree mountain
townsquare: fountain house houses building clock tower lamp cobbled cobblestone cobblestones
courtyard: tower towers gate banner banners flag stone cobbled cobblestone wall castle
gasstation: pump pumps sign canopy roof shop
ruins: column columns arch stone vines ivy moss overgrown ancient old broken crumbling grass
alienplanet: planet planets crystal crystals rock rocks red glowing strange moon ringed
bamboo: bamboo green path tall dense stalk stalks
redwoods: tree trunk tall giant red fern
valley: river mountain hill hills field fields tree village green lush house
gorge: river cliff cliffs rock rocks rocky water steep deep
fjord: mountain water cliff reflection snowy house steep calm
submarine: porthole portholes fish valve gauge gauges pipe pipes
cockpit: controls gauge gauges window instruments dials cloud
subway: train track platform sign column columns pillar
wetwindow: rain raindrop raindrops drops city light lights bokeh blurred
barn: hay straw window beam wooden bale bales
"""
_CONTENTS = {
    name: frozenset(words.split())
    for name, _, words in (line.partition(":") for line in _CONTENTS_TEXT.strip().splitlines())
}
_NATURAL_COLORS: dict[str, frozenset[str]] = {
    "green": frozenset(
        [
            "meadow",
            "forest",
            "park",
            "garden",
            "jungle",
            "hilltop",
            "orchard",
            "vineyard",
            "riceterraces",
            "farm",
            "crops",
            "savanna",
            "swamp",
            "river",
            "mountains",
            "lake",
            "campsite",
            "court",
            "stadium",
            "suburb",
            "playground",
            "golf",
            "moat",
            "poolgarden",
        ]
    ),
    "blue": frozenset(
        [
            "sky",
            "sea",
            "lake",
            "river",
            "beach",
            "underwater",
            "island",
            "coast",
            "harbour",
            "pool",
            "poolgarden",
            "waterfall",
            "arctic",
        ]
    ),
    "white": frozenset(["snow", "arctic", "mountains", "icerink", "studio", "heaven", "beach", "hospital", "bathroom"]),
    "gold": frozenset(["beach", "desert", "crops", "meadow"]),
    "yellow": frozenset(["beach", "desert", "crops"]),
    "black": frozenset(["space"]),
    "gray": frozenset(["city", "street", "mountains", "highway", "alley", "dungeon", "cave", "parkinglot"]),
    "red": frozenset(["mars", "canyon", "volcano"]),
    "orange": frozenset(["mars", "canyon", "desert", "volcano"]),
    "brown": frozenset(["desert", "canyon", "barn"]),
    "turquoise": frozenset(["sea", "beach", "island", "pool", "lake", "lagoon", "hotspring"]),
    "pink": frozenset(["candyland", "cherrypark"]),
}
"""Colour -> backdrops that have it in every picture."""
_NEAR_PLACES = {
    "arcade": "casino, slot machines",
    "dungeon": "mine, tunnel, lair, cellar, underground",
    "supermarket": "pet shop, pet store, shoe store, toy store, clothing store, gift shop, hardware store, "
    "department store",
    "underwater": "public aquarium",
    "street": "race track",
    "meadow": "golf course",
    "lobby": "courtroom, town hall, bank hall",
    "cafe": "food court, tea house",
    "factory": "steel mill, power plant interior",
    "city": "futuristic city",
    "coast": "bay",
    "river": "rapids, canal",
    "barn": "chicken coop, hen house",
    "castlehall": "ballroom",
    "parkinglot": "parking garage",
    "stadium": "baseball field, baseball stadium",
    "court": "volleyball court",
    "hospital": "emergency room",
    "office": "meeting room, conference room, boardroom",
    "garage": "body shop",
}
"""Backdrop -> its phrases for which it is only the nearest place."""
_IS_NEAR = {(phrase.strip(), name) for name, phrases in _NEAR_PLACES.items() for phrase in phrases.split(",")}
PLACE_NAMES = {
    "castlehall": "castle hall", "parkinglot": "parking lot", "lobby": "hotel lobby",
}  # fmt: skip
"""Backdrops that are no words."""
_WITHOUT_SKY = (
    "abstract supermarket warehouse serverroom corridor lockerroom arcade underwater icerink bowling table tabletop "
    "dungeon wall forest workshop market museum church castlehall pool gym barbershop laundry lobby cinema classroom "
    "library circus spaceship stage studio jungle garage"
)
_HIDES = {
    "aurora": _WITHOUT_SKY,
    "fireworks": _WITHOUT_SKY,
    "lanterns": _WITHOUT_SKY,
    "fairylights": "underwater table tabletop dungeon market church castlehall prison mars studio heaven",
    "flowers": "supermarket warehouse corridor lockerroom arcade underwater cave icerink table tabletop bathroom "
    "nursery market church station pool livingroom bedroom kitchen laboratory snow restaurant airport barbershop lobby "
    "office classroom cafe sea mars studio volcano swamp canyon arctic garage barn",
    "path": "supermarket warehouse serverroom lockerroom arcade underwater cave skyline icerink table tabletop dungeon "
    "lake waterfall sea space swamp arctic studio",
    "fireflies": "sea studio arctic",
    "confetti": "table studio",
    "smoke": "studio",
}
"""Accent -> backdrops that are drawn without it, as comparing pictures with and without it shows."""


def hides_accent(accent: str, backdrop: str | None) -> bool:
    return backdrop is not None and backdrop in _HIDES.get(accent, "").split()


_OUTDOORS = frozenset({"sky", "cloud", "clouds", "sun", "horizon", "sunny", "outdoor", "ground", "air"})
_INDOORS = frozenset({"wall", "walls", "floor", "floors", "indoor"})


def find_nearest_place(phrase: str, backdrop: str) -> str | None:
    """The name of the place that is drawn instead of the one that the phrase names; None if it is drawn itself."""
    return PLACE_NAMES.get(backdrop, backdrop) if (phrase, backdrop) in _IS_NEAR else None


def is_in_place(word: str, backdrop: str | None) -> bool:
    """Whether the drawing of the backdrop shows what the word says."""
    if backdrop is None or backdrop not in BACKDROPS:
        return False
    usual = _INDOORS if BACKDROPS[backdrop].indoor else _OUTDOORS
    return word in usual or word in _CONTENTS.get(backdrop, ())


def is_color_of_place(color: str, place: str, scene: Scene) -> bool:
    """Whether the place has this colour at this time: a green valley, a pink sky at sunset."""
    if scene.time in ("sunset", "dawn") and color in ("orange", "pink", "red", "purple", "gold"):
        return True
    if scene.time == "night" and color in ("black", "navy", "blue"):
        return True
    if scene.season == "autumn" and color in ("orange", "red", "gold", "yellow", "brown"):
        return True
    if scene.is_white and color == "white":
        return True
    return place in _NATURAL_COLORS.get(color, ()) or place in ("studio", "abstract", "wall")
