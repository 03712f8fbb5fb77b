"""Diagrams with labels: the things whose parts are known, and where each part is."""

import re

Parts = tuple[str, str, str]
"""What is cut out, or "cutaway" and the name of a drawing of its own; the title; parts as "name x,y" in per cent."""

LABELLED: tuple[tuple[str, Parts], ...] = (
    (r"plant cells?\b", ("cutaway plant-cell", "Plant cell", "")),
    (r"(?:animal|human|eukaryot\w*) cells?\b|\bcells?\b(?! phone)", ("cutaway animal-cell", "Animal cell", "")),
    (r"sunflowers?\b", ("sunflower", "Sunflower", "Petals 20,18; Seeds 50,42; Stem 50,80; Leaf 25,85")),
    (r"flowers?\b|blossom", ("cutaway flower", "Parts of a flower", "")),
    (r"volcano", ("cutaway volcano", "Inside a volcano", "")),
    ((r"(?:earth|planet)'?s? (?:layers|core|interior|structure)|layers of (?:the )?earth|inside (?:the )?earth|"
     r"(?:the|of) earth\b"), ("cutaway earth", "Layers of the Earth", "")),
    (r"solar system|planets\b", ("cutaway solar-system", "The solar system", "")),
    (r"atoms?\b|atomic", ("cutaway atom", "Atom", "")),
    (r"acoustic guitar|guitars?\b",
     ("guitar", "Parts of a guitar", ("Head 88,7; Neck 70,32; Strings 57,56; Sound hole 46,69; Bridge 38,86; "
      "Body 14,84"))),
    (r"bicycles?\b|\bbikes?\b",
     ("bicycle", "Parts of a bicycle", ("Handlebar 33,5; Saddle 65,14; Fork 31,42; Frame 47,44; Front wheel 8,60; "
      "Pedal 47,88; Rear wheel 94,60; Spokes 80,55"))),
    (r"mushrooms?\b|fung(?:us|i)\b|toadstool",
     ("mushroom", "Parts of a mushroom", "Cap 72,12; Spots 18,42; Gills 30,66; Stem 55,85")),
    (r"butterfl(?:y|ies)\b",
     ("butterfly", "Parts of a butterfly", ("Antenna 58,10; Head 51,34; Thorax 51,50; Forewing 85,26; Hindwing 72,74; "
      "Abdomen 51,74"))),
    (r"fish(?:es)?\b",
     ("tropical fish", "Parts of a fish", ("Eye 20,50; Mouth 3,58; Gills 33,62; Dorsal fin 60,8; Pectoral fin 50,58; "
      "Tail fin 95,42; Ventral fin 56,92; Scales 72,40"))),
    (r"(?:oak )?trees?\b", ("oak tree", "Parts of a tree", "Crown 55,8; Leaves 15,45; Branch 60,76; Trunk 50,90")),
    (r"(?:honey)?bees?\b|wasp|insects?\b",
     ("bee", "Parts of a bee", ("Antennae 27,12; Eye 26,45; Head 10,42; Thorax 52,60; Wings 62,20; Abdomen 82,64; "
      "Legs 42,88; Sting 97,50"))),
    (r"rockets?\b|spaceships?\b|space shuttle",
     ("rocket", "Parts of a rocket", ("Nose cone 93,10; Window 65,25; Body 52,40; Fin 20,42; Engine 33,62; "
      "Flame 12,86"))),
    (r"sail ?boats?\b|sailing (?:boat|ship)|yacht",
     ("sailboat", "Parts of a sailboat", "Mast 60,6; Mainsail 35,52; Jib 76,42; Cabin 48,83; Hull 62,94")),
    (r"horses?\b|pony",
     ("horse", "Parts of a horse", ("Ear 19,4; Mane 46,24; Eye 15,24; Muzzle 6,42; Back 66,33; Tail 92,58; Knee 34,74; "
      "Hoof 49,96"))),
    (r"parrots?\b|\bbirds?\b",
     ("parrot", "Parts of a bird", ("Crown 36,4; Eye 26,18; Beak 14,26; Breast 18,62; Wing 56,52; Tail 86,86; "
      "Claws 48,95"))),
    (r"violins?\b|cello|viola",
     ("violin", "Parts of a violin", ("Scroll 93,5; Pegs 86,18; Fingerboard 56,35; Bow 72,62; Bridge 26,62; "
      "F-hole 36,66; "
      "Body 22,48; Chin rest 12,80"))),
    (r"snails?\b",
     ("snail", "Parts of a snail", "Eye 17,9; Tentacle 17,28; Mouth 25,49; Shell 76,30; Spiral 66,56; Foot 62,92")),
    (r"microscopes?\b",
     ("microscope", "Parts of a microscope", ("Eyepiece 66,5; Tube 44,30; Focus knob 62,36; Lens 28,60; Stage 22,68; "
      "Arm 82,48; Base 62,95"))),
    (r"light ?bulbs?\b|\blamp\b|\bbulb\b",
     ("light bulb", "Parts of a light bulb", ("Glass 82,22; Filament 50,36; Wires 41,56; Screw base 50,84; "
      "Contact 50,98"))),
    (r"castles?\b|fortress",
     ("castle", "Parts of a castle", ("Flag 53,2; Keep 50,30; Window 51,43; Tower 12,58; Battlements 35,66; "
      "Wall 82,84; "
      "Gate 50,86"))),
)  # fmt: skip
"""Words of the prompt -> the diagram; the first that fits counts."""

DEFAULT_LABELLED: Parts = ("cutaway flower", "Parts of a flower", "")
"""What a diagram shows whose prompt does not say of what it is."""

CUTAWAY_PARTS: dict[str, tuple[str, ...]] = {
    "earth": ("Crust", "Mantle", "Outer core", "Inner core"),
    "volcano": (
        "Ash cloud", "Crater", "Lava flow", "Side vent", "Main vent", "Layers of ash", "Magma chamber", "Crust",
    ),
    "flower": ("Petal", "Stigma", "Anther", "Filament", "Style", "Ovary", "Sepal", "Leaf", "Stem"),
    "plant-cell": (
        "Cell wall", "Cell membrane", "Chloroplast", "Vacuole", "Cytoplasm", "Nucleus", "Nucleolus", "Ribosomes",
        "Golgi apparatus", "Mitochondrion",
    ),
    "animal-cell": (
        "Cell membrane", "Cytoplasm", "Lysosome", "Nucleus", "Nucleolus", "Ribosomes", "Golgi apparatus",
        "Mitochondrion",
    ),
    "atom": ("Electron", "Orbit", "Proton", "Neutron", "Nucleus"),
    "solar-system": ("Sun", "Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune"),
}  # fmt: skip
"""What the drawings of their own name."""


def find_labelled(text: str) -> Parts | None:
    """The diagram for a prompt in lower case."""
    return next((parts for words, parts in LABELLED if re.search(rf"\b(?:{words})", text)), None)


def read_anchors(parts: str) -> dict[str, tuple[float, float]]:
    """Shares of width and height by the name of a part."""
    anchors = {}
    for part in filter(None, parts.split("; ")):
        name, _, place = part.rpartition(" ")
        x, y = place.split(",")
        anchors[name] = (float(x) / 100, float(y) / 100)
    return anchors
