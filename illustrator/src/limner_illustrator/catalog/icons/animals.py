"""Birds, fish, reptiles and insects."""

from limner_illustrator.catalog.body import Coat, Fit
from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon

icon("ant", nouns="ant, termite", height=0.012)
icon("beetle", nouns="beetle, scarab, stag beetle", height=0.03)
icon(
    "bird",
    nouns="bird, songbird, bluebird, finch, 小鸟, 鸟, 새, ことり, 小鳥, vögel",
    height=0.18,
    fit=Fit(throat=(16, 66), sag=(46, 80), nape=(62, 48), rump=(84, 58), belly=(78, 92), chest=(20, 86)),
    head=Face(crown=(32, 23), width=32, eyes=(26, 44), span=26, neck=(38, 68), collar=32),
)
icon("black-bird", nouns="crow, raven, blackbird", height=0.2)
icon(
    "blowfish",
    nouns="blowfish, pufferfish, puffer fish",
    traits={"swims"},
    height=0.25,
    head=Face(crown=(50, 24), width=34, eyes=(30, 45), span=26, neck=(50, 100), collar=36),
)
icon(
    "bug",
    nouns="bug",
    height=0.05,
    head=Face(crown=(30, 14), width=26, eyes=(27, 26), span=22, neck=(36, 46), collar=22),
)
icon(
    "butterfly",
    nouns="butterfly, swallowtail, 蝴蝶, ちょう, 蝶々, 나비, mariposa, schmetterlinge, borboleta, farfalla",
    traits={"flies"},
    height=0.09,
    part_areas=(PartArea("wing", at=(40, 56)),),
)
icon("cockroach", nouns="cockroach, roach", height=0.03)
icon("coral", nouns="coral, coral reef", kinds=frozenset(), traits={"swims"}, height=0.5)
icon(
    "crab",
    nouns="crab, hermit crab",
    traits={"swims"},
    height=0.2,
    home="beach",
    head=Face(crown=(64, 50), width=34, eyes=(63, 53), span=34, neck=(64, 86), collar=40),
)
icon("cricket", nouns="cricket, grasshopper, katydid", height=0.05)
icon(
    "crocodile",
    nouns="crocodile, alligator, croc",
    height=0.7,
    home="lake",
    seat=(0.56, 0.5),
    submerged=0.12,
    head=Face(crown=(42, 86), width=20, eyes=(46, 96), span=16, neck=(60, 96), collar=20, tilt=-10),
)
icon(
    "dodo",
    nouns="dodo",
    height=0.8,
    head=Face(crown=(36, 7), width=22, eyes=(31, 14), span=18, neck=(34, 36), collar=20),
)
icon(
    "dolphin",
    nouns="dolphin, porpoise",
    traits={"swims"},
    height=1.1,
    home="sea",
    seat=(0.5, 0.25),
    head=Face(crown=(40, 11), width=32, eyes=(26, 33), span=22, neck=(48, 58), collar=28, tilt=-22),
)
icon(
    "dove",
    nouns="dove, pigeon, white dove",
    traits={"flies"},
    parts=range(3, 8),
    height=0.28,
    head=Face(crown=(30, 55), width=20, eyes=(27, 62), span=14, neck=(38, 80), collar=20),
)
icon(
    "dragon",
    nouns="chinese dragon, hydra, eastern dragon, japanese dragon, 龍, 龙, 竜, りゅう, 용, дракон",
    traits={"mount"},
    height=4.2,
    seat=(0.52, 0.46),
    head=Face(crown=(36, 14), width=28, eyes=(36, 26), span=20, neck=(46, 50), collar=22),
)
icon("dragon-face", height=4, whole="dragon", whole_by_default=True)
icon(
    "eagle",
    nouns="eagle, hawk, falcon, bald eagle, osprey, kite bird, bird of prey",
    near="vulture, condor, griffin, gryphon, hippogriff",
    traits={"flies"},
    height=0.75,
    home="mountains",
    seat=(0.5, 0.4),
    head=Face(crown=(34, 51), width=20, eyes=(26, 61), span=16, neck=(44, 76), collar=20, tilt=-6),
)
icon("feather", nouns="feather, quill", kinds=frozenset(), height=0.2)
icon(
    "fish",
    nouns="fish, salmon, trout, tuna, cod, carp, bass fish, sardine, koi, goldfish, 魚, 鱼, 물고기, さかな",
    near="piranha, pike fish, northern pike",
    traits={"swims"},
    height=0.25,
    head=Face(crown=(42, 42), width=30, eyes=(26, 68), span=22, neck=(50, 94), collar=22, tilt=-14),
)
icon(
    "flamingo",
    nouns="flamingo",
    height=1.3,
    home="lake",
    seat=(0.55, 0.4),
    submerged=0.2,
    head=Face(crown=(46, 6), width=18, eyes=(44, 12), span=14, neck=(40, 38), collar=12),
)
icon("fly", nouns="fly, housefly", traits={"flies"}, height=0.02)
icon("frog", nouns="frog, toad, tree frog", near="tadpole", height=0.12, home="lake", coat=Coat(belly=(232, 240, 150)))
icon(
    "honeybee",
    nouns="bee, honeybee, bumblebee, wasp, hornet, honey bee",
    traits={"flies"},
    height=0.03,
    seat=(0.5, 0.3),
    head=Face(crown=(30, 38), width=32, eyes=(24, 59), span=34, neck=(52, 80), collar=26),
)
icon("jellyfish", nouns="jellyfish", traits={"swims"}, height=0.5)
icon(
    "lady-beetle",
    nouns="ladybug, ladybird, lady beetle",
    height=0.02,
    head=Face(crown=(56, 24), width=26, eyes=(56, 36), span=26, neck=(60, 48), collar=30, tilt=-16),
)
icon(
    "lizard",
    nouns="lizard, gecko, iguana, komodo dragon",
    near="chameleon, salamander, newt",
    height=0.12,
    home="desert",
    head=Face(crown=(42, 8), width=22, eyes=(43, 23), span=22, neck=(52, 42), collar=18),
)
icon(
    "lobster",
    nouns="lobster, crayfish",
    kinds={"animal", "food"},
    traits={"swims"},
    height=0.25,
    head=Face(crown=(64, 46), width=22, eyes=(64, 54), span=22, neck=(64, 70), collar=22),
)
icon("microbe", nouns="microbe, bacterium, germ, virus, amoeba", kinds=frozenset())
icon("monarch-butterfly", nouns="monarch butterfly, monarch", traits={"flies"})
icon("mosquito", nouns="mosquito, gnat", traits={"flies"}, height=0.02)
icon(
    "octopus",
    nouns="octopus, kraken",
    traits={"swims"},
    height=0.6,
    head=Face(crown=(74, 15), width=38, eyes=(68, 57), span=28, neck=(62, 90), collar=28),
)
icon("orca", nouns="orca, killer whale", traits={"swims"}, height=2, home="sea")
icon(
    "owl",
    nouns="owl, barn owl, snowy owl, great horned owl, 猫头鹰, フクロウ, 올빼미, сова, eule, búho, hibou, coruja, gufo",
    height=0.45,
    home="forest",
    fit=Fit(
        facing="front", throat=(26, 62), sag=(64, 90), nape=(102, 62), rump=(106, 98), belly=(64, 114), chest=(22, 98)
    ),
    head=Face(crown=(64, 12), width=46, eyes=(64, 41), span=54, neck=(64, 66), collar=56),
)
icon("oyster", nouns="oyster, clam, mussel", kinds={"animal", "food"}, traits={"swims"}, height=0.1)
icon(
    "parrot",
    nouns="parrot, macaw, parakeet, budgie, lovebird",
    near="cockatoo",
    height=0.35,
    home="jungle",
    fit=Fit(
        facing="front", throat=(22, 46), sag=(44, 62), nape=(62, 40), rump=(84, 80), belly=(62, 104), chest=(22, 90)
    ),
    head=Face(crown=(38, 6), width=34, eyes=(35, 24), span=24, neck=(44, 50), collar=38),
    part_areas=(PartArea("wing", at=(76, 70), box=(40, 36, 110, 110)), PartArea("head", at=(40, 12))),
)
icon(
    "peacock",
    nouns="peacock, peafowl",
    near="pheasant",
    height=1.1,
    head=Face(crown=(60, 38), width=16, eyes=(58, 43), span=14, neck=(60, 58), collar=14),
)
icon(
    "penguin",
    nouns="penguin, emperor penguin, ペンギン, 펭귄, пингвин, pinguin, pingüino, manchot, pinguino",
    height=0.8,
    home="snow",
    fit=Fit(
        facing="front", throat=(26, 44), sag=(46, 58), nape=(80, 46), rump=(104, 98), belly=(64, 114), chest=(22, 98)
    ),
    head=Face(crown=(52, 7), width=28, eyes=(46, 21), span=24, neck=(56, 40), collar=32),
)
icon(
    "phoenix",
    nouns="phoenix, firebird",
    height=1.2,
    seat=(0.5, 0.35),
    head=Face(crown=(58, 30), width=16, eyes=(56, 37), span=14, neck=(58, 52), collar=14),
)
icon(
    "sauropod",
    nouns="brontosaurus, brachiosaurus, sauropod, diplodocus",
    height=6,
    seat=(0.58, 0.48),
    legs=0.2,
    head=Face(crown=(29, 7), width=20, eyes=(34, 18), span=16, neck=(12, 46), collar=14),
)
icon("scorpion", nouns="scorpion", height=0.08, home="desert")
icon(
    "seal",
    nouns="seal, sea lion",
    height=0.9,
    home="sea",
    head=Face(crown=(35, 12), width=34, eyes=(34, 27), span=32, neck=(38, 52), collar=38),
)
icon(
    "shark",
    nouns="shark, great white shark",
    traits={"swims"},
    height=1.4,
    seat=(0.5, 0.3),
    head=Face(crown=(36, 21), width=28, eyes=(29, 34), span=22, neck=(46, 62), collar=22, tilt=-14),
)
icon("shrimp", nouns="shrimp, prawn", kinds={"animal", "food"}, traits={"swims"}, height=0.08)
icon(
    "snail",
    nouns="snail",
    height=0.06,
    seat=(0.66, 0.2),
    head=Face(crown=(30, 46), width=26, eyes=(31, 15), span=32, neck=(32, 84), collar=30),
    part_areas=(PartArea("shell, house", at=(88, 60)), PartArea("body", at=(30, 90))),
)
icon(
    "snake",
    nouns="snake, serpent, cobra, python, rattlesnake, viper, boa",
    height=0.35,
    head=Face(crown=(42, 8), width=32, eyes=(46, 18), span=26, neck=(40, 56), collar=20, tilt=18),
)
icon("spider", nouns="spider, tarantula", height=0.05)
icon("spider-web", nouns="spider web, cobweb, spiderweb, web", kinds=frozenset(), height=0.5)
icon(
    "spiral-shell",
    nouns="shell, seashell, conch, sea shell",
    kinds=frozenset(),
    traits={"swims"},
    height=0.1,
    home="beach",
)
icon(
    "spouting-whale",
    nouns="whale, humpback whale",
    traits={"swims"},
    height=3.6,
    home="sea",
    seat=(0.45, 0.5),
    head=Face(crown=(34, 48), width=28, eyes=(66, 83), span=22, neck=(84, 100), collar=28, tilt=-6),
)
icon(
    "squid",
    nouns="squid, cuttlefish, giant squid",
    traits={"swims"},
    height=0.5,
    head=Face(crown=(62, 52), width=30, eyes=(49, 77), span=28, neck=(58, 66), collar=30, tilt=45),
)
icon(
    "swan",
    nouns="swan, black swan",
    height=0.9,
    home="lake",
    seat=(0.62, 0.4),
    fit=Fit(throat=(22, 62), sag=(34, 68), nape=(46, 58), rump=(92, 70), belly=(96, 112), chest=(20, 100)),
    head=Face(crown=(30, 12), width=18, eyes=(23, 27), span=18, neck=(28, 54), collar=16),
)
icon(
    "t-rex",
    nouns="dinosaur, t-rex, trex, tyrannosaurus, tyrannosaurus rex, velociraptor, raptor",
    near="godzilla",
    height=4.2,
    seat=(0.6, 0.4),
    head=Face(crown=(32, 19), width=26, eyes=(27, 25), span=18, neck=(46, 48), collar=22),
)
icon(
    "tropical-fish",
    nouns="tropical fish, clownfish, angelfish, clown fish, betta fish",
    traits={"swims"},
    height=0.2,
    head=Face(crown=(42, 28), width=34, eyes=(24, 63), span=24, neck=(46, 96), collar=24, tilt=-18),
)
icon(
    "turtle",
    nouns="turtle, tortoise, sea turtle",
    height=0.35,
    support=0.16,
    seat=(0.6, 0.2),
    head=Face(crown=(22, 51), width=32, eyes=(26, 66), span=30, neck=(36, 90), collar=32),
    part_areas=(PartArea("shell", at=(68, 46)),),
)
icon(
    "whale",
    nouns="blue whale, sperm whale",
    traits={"swims"},
    height=3.6,
    home="sea",
    seat=(0.5, 0.4),
    head=Face(crown=(42, 47), width=32, eyes=(66, 82), span=22, neck=(84, 100), collar=28, tilt=-4),
)
icon("wing", kinds=frozenset())
icon("worm", nouns="worm, earthworm", height=0.06)
