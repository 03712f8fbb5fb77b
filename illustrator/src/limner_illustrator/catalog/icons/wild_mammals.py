"""Wild mammals."""

from limner_illustrator.catalog.body import Coat, Fit
from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon

icon(
    "badger",
    nouns="badger",
    near="wolverine",
    height=0.35,
    home="forest",
    legs=0.2,
    head=Face(crown=(30, 62), width=22, eyes=(18, 74), span=20, neck=(42, 90), collar=24, tilt=-8),
)
icon(
    "bat",
    nouns="bat, vampire bat",
    traits={"flies"},
    height=0.18,
    head=Face(crown=(66, 42), width=18, eyes=(66, 45), span=20, neck=(66, 56), collar=18),
)
icon(
    "bear",
    nouns="bear, grizzly bear, brown bear, grizzly, black bear, bear cub, 熊, くま, 곰, медведь, bär, oso, ours, urso",
    height=1.35,
    home="forest",
    coat=Coat(),
)
icon(
    "beaver",
    nouns="beaver, woodchuck",
    height=0.45,
    home="lake",
    head=Face(crown=(38, 8), width=34, eyes=(30, 25), span=32, neck=(40, 50), collar=38),
)
icon(
    "bison",
    nouns="bison, american buffalo",
    height=1.8,
    seat=(0.5, 0.16),
    legs=0.28,
    head=Face(crown=(38, 16), width=38, eyes=(28, 55), span=30, neck=(36, 84), collar=38),
)
icon(
    "boar",
    nouns="boar, wild boar, warthog",
    height=0.85,
    seat=(0.56, 0.2),
    coat=Coat(tail="pig", head=58, standing=True),
)
icon(
    "chipmunk",
    nouns="squirrel, chipmunk, red squirrel",
    height=0.2,
    home="forest",
    fit=Fit(throat=(34, 78), sag=(54, 70), nape=(60, 52), rump=(90, 88), belly=(86, 108), chest=(34, 108)),
    head=Face(crown=(32, 36), width=26, eyes=(22, 56), span=22, neck=(42, 76), collar=24),
)
icon(
    "deer",
    nouns="deer, reindeer, fawn, stag, doe",
    near="antelope, gazelle, impala",
    traits={"mount"},
    height=1.5,
    home="forest",
    seat=(0.62, 0.52),
    legs=0.42,
    fit=Fit(throat=(35, 60), sag=(46, 64), nape=(55, 50), rump=(88, 52), belly=(88, 84), chest=(34, 88)),
    head=Face(crown=(43, 30), width=18, eyes=(38, 40), span=18, neck=(50, 54), collar=16),
)
icon(
    "elephant",
    nouns="elephant, baby elephant, african elephant, 象, 大象, ゾウ, 코끼리, слон, elefant, elefante",
    traits={"mount"},
    height=3,
    seat=(0.58, 0.14),
    legs=0.3,
    fit=Fit(throat=(42, 84), sag=(78, 86), nape=(86, 30), rump=(106, 50), belly=(100, 97), chest=(42, 104)),
    head=Face(crown=(42, 12), width=44, eyes=(36, 50), span=32, neck=(48, 78), collar=40),
    home="savanna",
)
icon(
    "fox",
    nouns="fox, red fox, fennec fox, arctic fox, vixen, 狐, きつね, 여우, лисичка",
    height=0.55,
    coat=Coat(tail="brush", fur=(240, 118, 38), belly=(255, 246, 236), paws=(74, 44, 38)),
)
icon(
    "giraffe",
    nouns="giraffe",
    height=4.8,
    seat=(0.66, 0.52),
    legs=0.36,
    fit=Fit(throat=(32, 56), sag=(48, 62), nape=(58, 50), rump=(88, 58), belly=(86, 88), chest=(36, 88)),
    head=Face(crown=(38, 14), width=18, eyes=(30, 27), span=18, neck=(46, 46), collar=16, tilt=-6),
    home="savanna",
)
icon(
    "gorilla",
    nouns="gorilla, ape, king kong",
    near="bigfoot, yeti",
    height=1.6,
    home="jungle",
    fit=Fit(throat=(20, 56), sag=(50, 66), nape=(66, 32), rump=(100, 52), belly=(98, 92), chest=(16, 88)),
    head=Face(crown=(38, 7), width=34, eyes=(22, 26), span=24, neck=(36, 52), collar=38),
)
icon(
    "hedgehog",
    nouns="hedgehog",
    near="porcupine",
    height=0.18,
    head=Face(crown=(36, 48), width=32, eyes=(28, 76), span=24, neck=(46, 102), collar=26, tilt=-12),
)
icon(
    "hippopotamus",
    nouns="hippopotamus, hippo",
    height=1.5,
    home="lake",
    seat=(0.56, 0.24),
    submerged=0.38,
    legs=0.2,
    fit=Fit(throat=(40, 90), sag=(64, 84), nape=(60, 36), rump=(104, 40), belly=(104, 82), chest=(42, 94)),
    head=Face(crown=(38, 47), width=34, eyes=(26, 66), span=32, neck=(48, 88), collar=36),
)
icon(
    "kangaroo",
    nouns="kangaroo, wallaby, joey",
    height=1.5,
    seat=(0.5, 0.35),
    fit=Fit(throat=(24, 54), sag=(42, 60), nape=(52, 42), rump=(86, 34), belly=(82, 80), chest=(34, 78)),
    head=Face(crown=(26, 31), width=18, eyes=(16, 40), span=16, neck=(36, 54), collar=18),
)
icon("koala", nouns="koala, koala bear", height=0.65, coat=Coat(belly=(236, 236, 238)))
icon(
    "leopard",
    nouns="leopard, cheetah, jaguar, snow leopard, ocelot",
    near="panther, cougar, puma, lynx, bobcat, mountain lion",
    height=0.9,
    home="savanna",
    seat=(0.6, 0.34),
    legs=0.3,
    fit=Fit(throat=(25, 66), sag=(44, 68), nape=(52, 44), rump=(92, 54), belly=(90, 92), chest=(30, 94)),
    head=Face(crown=(26, 36), width=26, eyes=(14, 47), span=22, neck=(34, 66), collar=26),
)
icon(
    "lion",
    nouns="lion, lioness, lion cub, 狮子, ライオン, 사자, лев, löwe, león, leão, leone",
    height=1.2,
    coat=Coat(tail="tufted", fur=(250, 190, 60), belly=(255, 224, 150), head=70),
    home="savanna",
    part_areas=(PartArea("mane", at=(20, 50)),),
)
icon(
    "mammoth",
    nouns="mammoth, woolly mammoth",
    height=3.4,
    home="snow",
    seat=(0.58, 0.16),
    legs=0.24,
    head=Face(crown=(44, 12), width=42, eyes=(34, 44), span=28, neck=(46, 78), collar=42),
)
icon(
    "monkey",
    nouns="monkey, macaque, capuchin, marmoset, 猴子, 猿, サル, 원숭이, обезьяна, affe, mono, singe",
    near="baboon, lemur",
    height=0.7,
    home="jungle",
    head=Face(crown=(45, 16), width=54, eyes=(44, 44), span=38, neck=(45, 78), collar=32),
)
icon("monkey-face", height=0.7, coat=Coat(tail="curled"), whole="monkey", whole_by_default=True)
icon(
    "moose",
    nouns="moose, elk",
    traits={"mount"},
    height=2,
    home="forest",
    seat=(0.5, 0.4),
    coat=Coat(tail="stub", standing=True),
)
icon(
    "mouse",
    nouns="mouse, field mouse, gerbil, dormouse",
    height=0.09,
    fit=Fit(throat=(38, 78), sag=(58, 78), nape=(66, 62), rump=(92, 66), belly=(92, 98), chest=(40, 100)),
    head=Face(crown=(48, 50), width=30, eyes=(34, 60), span=24, neck=(48, 78), collar=26),
)
icon("mouse-face", height=0.09, coat=Coat(tail="curled"), whole="mouse", whole_by_default=True)
icon(
    "orangutan",
    nouns="orangutan, chimpanzee, chimp",
    height=1.3,
    home="jungle",
    head=Face(crown=(70, 20), width=36, eyes=(70, 34), span=28, neck=(70, 74), collar=40),
)
icon(
    "otter",
    nouns="otter, sea otter, baby otter, river otter",
    height=0.6,
    home="sea",
    head=Face(crown=(19, 30), width=32, eyes=(28, 48), span=30, neck=(40, 66), collar=30, tilt=-24),
)
icon(
    "panda",
    nouns="panda, giant panda, panda bear, 熊猫, 大熊猫, パンダ, 판다, панда",
    height=1.15,
    coat=Coat(fur=(244, 244, 244), belly=(252, 252, 252), limbs=(46, 46, 52), paws=(38, 38, 44)),
)
icon("paw-prints", nouns="paw print, paw prints", kinds=frozenset())
icon("pig-nose", kinds=frozenset())
icon(
    "polar-bear",
    nouns="polar bear",
    height=1.5,
    home="snow",
    coat=Coat(fur=(240, 244, 248), belly=(252, 253, 255), paws=(206, 220, 230)),
)
icon(
    "raccoon",
    nouns="raccoon, racoon",
    height=0.4,
    home="forest",
    legs=0.24,
    head=Face(crown=(22, 64), width=24, eyes=(17, 78), span=26, neck=(40, 96), collar=24),
)
icon(
    "rat",
    nouns="rat",
    height=0.15,
    head=Face(crown=(42, 42), width=28, eyes=(26, 56), span=22, neck=(46, 74), collar=28),
)
icon(
    "rhinoceros",
    nouns="rhinoceros, rhino",
    height=1.7,
    seat=(0.56, 0.22),
    legs=0.26,
    fit=Fit(throat=(52, 90), sag=(64, 74), nape=(60, 34), rump=(112, 34), belly=(116, 86), chest=(52, 92)),
    head=Face(crown=(46, 44), width=26, eyes=(34, 69), span=26, neck=(60, 86), collar=34, tilt=-12),
    home="savanna",
)
icon(
    "skunk",
    nouns="skunk",
    height=0.35,
    head=Face(crown=(26, 78), width=26, eyes=(20, 91), span=24, neck=(36, 112), collar=22, tilt=6),
)
icon(
    "sloth",
    nouns="sloth",
    height=0.6,
    home="jungle",
    head=Face(crown=(30, 33), width=34, eyes=(30, 52), span=30, neck=(36, 78), collar=32),
)
icon(
    "tiger",
    nouns="tiger, bengal tiger, 虎, 老虎, トラ, 호랑이, тигр, tigre",
    height=1.05,
    home="jungle",
    seat=(0.6, 0.34),
    legs=0.3,
    fit=Fit(throat=(28, 86), sag=(52, 86), nape=(56, 56), rump=(90, 50), belly=(94, 94), chest=(36, 99)),
    head=Face(crown=(38, 37), width=38, eyes=(16, 54), span=26, neck=(36, 76), collar=34, tilt=-6),
)
icon(
    "tiger-face",
    nouns="tiger cub",
    height=1.1,
    coat=Coat(tail="curled", fur=(252, 156, 34), belly=(255, 244, 224), stripes=True),
    whole="tiger",
)
icon(
    "unicorn",
    nouns="unicorn",
    near="pegasus",
    traits={"mount"},
    height=1.9,
    seat=(0.56, 0.42),
    part_areas=(PartArea("mane, tail", at=(104, 70)), PartArea("horn")),
)
icon(
    "wolf",
    nouns="wolf, coyote, direwolf, 狼, オオカミ, 늑대, волк, loup",
    near="jackal, werewolf",
    height=0.85,
    home="forest",
    coat=Coat(tail="grey-brush", belly=(226, 228, 230)),
)
icon(
    "zebra",
    nouns="zebra",
    height=1.5,
    seat=(0.58, 0.36),
    legs=0.4,
    fit=Fit(throat=(38, 62), sag=(56, 64), nape=(64, 42), rump=(108, 40), belly=(110, 76), chest=(38, 80)),
    head=Face(crown=(30, 12), width=22, eyes=(22, 29), span=20, neck=(44, 46), collar=22, tilt=-8),
    home="savanna",
)
