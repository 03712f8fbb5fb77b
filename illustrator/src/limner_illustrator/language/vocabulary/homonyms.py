"""Nouns that mean another thing beside certain words: a crane in a marsh is a bird, and a jaguar on a road is a car."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Homonym:
    word: str
    meaning: str
    """What replaces it. A compound that is left out is named in the note."""
    said: str = ""
    """Words of which one must be in the prompt."""
    before: str = ""
    """Words of which one must be directly before."""
    after: str = ""
    """Words of which one must be directly after."""
    unless: str = ""
    """Words of which none may be in the prompt."""


_CODE = (
    "code coding programming developer developers script programmer git repository terminal snippet framework "
    "compiler software function language codebase ide debugging"
)
_WATERS = "lake river pond sea ocean swimming fisherman fishing angler caught stream underwater reef"
_SPORTS = "game match stadium football soccer basketball baseball hockey concert team jersey club arena"
_BIRDS = (
    "marsh swamp pond lake wading wetland wetlands river nest feathers wings flying flies flew flock bird birds reeds "
    "rice paddy japanese graceful dancing beak migrating crowned egg eggs chick chicks feather "
    "waves wave water sky flying snow snowy moon moonlit print woodblock ukiyo-e sumi-e ink kimono screen"
)
_BUILDING = (
    "construction site steel harbor harbour port container containers skyscraper tower beam beams operator "
    "cargo dock docks lifting concrete paper origami bricks"
)

HOMONYMS = (
    Homonym("crane", "origami crane", before="paper folded origami"),
    Homonym("crane", "origami crane", said="origami", unless="construction"),
    Homonym("crane", "crane bird", said=f"{_BIRDS} waves ukiyo-e ukiyo", unless=_BUILDING),
    Homonym(
        "jaguar",
        "sports car",
        said="parked driving car garage highway road street showroom race racing vintage convertible wheels driveway "
        "e-type chrome luxury",
        unless="jungle zoo cat spots spotted rainforest branch prowling tree cub cubs",
    ),
    Homonym(
        "pitcher",
        "baseball player",
        said="baseball throws throwing mound fastball inning batter strike curveball catcher",
        unless="lemonade water tea juice milk glass pouring beer",
    ),
    Homonym(
        "batter",
        "cake batter",
        said="bowl whisk whisking mixing pancake waffle cake flour kitchen spoon pouring stirring",
        unless="baseball pitcher",
    ),
    Homonym("bass", "bass fish", said=_WATERS, unless="guitar player band stage music drum drums bassist clef"),
    Homonym(
        "perch",
        "perch fish",
        before="a the big small large european yellow",
        unless="bird parrot owl",
    ),
    Homonym("bow", "violin bow", said="violin cello fiddle viola violinist", unless="ribbon hair tie gift dress"),
    Homonym(
        "bow",
        "bow and arrow",
        said="archer arrow arrows quiver hunter elf target aiming archery",
        unless="ribbon hair tie gift dress violin arrow",
    ),
    Homonym(
        "ring",
        "boxing ring",
        said="boxers boxing wrestlers wrestling boxer wrestler knockout",
        unless="finger gold",
    ),
    Homonym(
        "ruler",
        "king",
        said="kingdom throne crown castle empire palace royal realm people wise land",
        unless="pencil desk school wooden",
    ),
    Homonym("spring", "coil spring", before="metal coil coiled steel mattress compressed rusty bouncy stretched"),
    Homonym("match", "matchstick", said="burning burnt lit strike striking struck flame lighting unlit"),
    Homonym(
        "glasses",
        "tumblers",
        said="waiter waitress tray bartender clinking dishwasher sink cupboard toasting shelves drinking",
        unless="wearing wears reading nerd eyes face spectacles wine champagne beer martini cocktail pair "
        "with shot pint",
    ),
    Homonym("cardinal", "priest", said="catholic church pope robe robes vatican priest bishop cathedral mass"),
    Homonym("pike", "pike fish", said=_WATERS, unless="knight soldier soldiers"),
    Homonym("pike", "spear", said="knight soldier soldiers army medieval warrior guard battle"),
    Homonym("bowler", "athlete", said="cricket wicket", unless="hat"),
    Homonym(
        "letter",
        "alphabet letter",
        said="sign neon alphabet font flickering capital initial logo monogram illuminated block",
        unless="envelope mail love mailbox mailman post reading writing desk table",
    ),
    Homonym("python", "python code", said=_CODE),
    Homonym("java", "java code", said=_CODE),
    Homonym("ruby", "ruby code", said=_CODE),
    Homonym("rust", "rust code", said=_CODE),
    Homonym("shell", "shell code", said=_CODE),
    Homonym("branch", "git branch", said="git merge commit repository repo pull"),
    Homonym("bug", "software bug", said=_CODE),
    Homonym("cookie", "browser cookie", said="browser website consent privacy gdpr banner"),
    Homonym("container", "docker container", said="docker kubernetes image registry"),
    Homonym(
        "mouse",
        "computer mouse",
        said="keyboard monitor wireless usb computer pc gaming laptop mousepad",
        unless="cheese tail cat running eating whiskers typing",
    ),
    Homonym(
        "pen",
        "animal pen",
        said="pigs pig sheep chickens goats lambs piglets cattle cows farm",
        unless="paper writing ink holding pencil",
    ),
    Homonym(
        "fan",
        "spectator",
        before="a the cheering excited screaming sports happy young football soccer",
        unless="holding holds geisha kimono paper folding hand electric desk ceiling table blowing",
    ),
    Homonym(
        "fan",
        "spectator",
        said="cheering screaming excited waving scarf flags",
        unless="ceiling electric desk hand",
    ),
    Homonym("bill", "beak", said="duck platypus toucan pelican bird spoonbill goose", unless="dollar money restaurant"),
    Homonym("chest", "torso", before="hairy bare muscular tattooed broad shaved"),
    Homonym(
        "chest",
        "torso",
        before="his her their my its",
        unless="treasure gold coins pirate key lock wooden open opens opening drawers",
    ),
    Homonym(
        "kiwi",
        "kiwi bird",
        said="bird birds feathers forest nest beak walking zealand egg wings",
        unless="fruit slice sliced juice salad",
    ),
    Homonym(
        "wave",
        "tidal wave",
        before="a giant huge big crashing breaking tidal the massive ocean enormous great",
        unless="riding rides surfing surfs surfer catching surfboard hand goodbye",
    ),
    Homonym("chip", "computer chip", said="circuit motherboard processor silicon computer board electronic cpu"),
    Homonym("trunk", "car trunk", said="car van taxi sedan", before="open the"),
    Homonym("ball", "formal ball", before="masked royal debutante"),
    Homonym("club", "nightclub", said="dancing dj dancers disco neon party", before="a the crowded", unless="golf"),
    Homonym("plant", "factory", before="nuclear chemical industrial manufacturing car bottling assembly"),
    Homonym("pupil", "eye pupil", said="eye eyes iris dilated"),
    Homonym("diamond", "playing diamond", before="baseball softball"),
    Homonym("organ", "human organ", said="donor transplant liver kidney anatomy medical surgery surgeon"),
    Homonym("seal", "rubber seal", before="rubber gasket official royal presidential notary"),
    Homonym("drill", "safety drill", before="earthquake evacuation"),
)  # fmt: skip
