"""Pets and farm animals."""

from limner_illustrator.catalog.body import Coat, Fit
from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon

CAT_COATS = (
    (246, 162, 64),
    (246, 162, 64),
    (134, 138, 150),
    (238, 232, 224),
    (188, 140, 96),
    (74, 72, 82),
)

icon(
    "baby-chick",
    nouns="chick, baby chick",
    near="duckling, gosling",
    height=0.12,
    home="farm",
    fit=Fit(throat=(16, 64), sag=(48, 74), nape=(74, 34), rump=(102, 46), belly=(100, 96), chest=(20, 88)),
    head=Face(crown=(46, 16), width=44, eyes=(26, 39), span=30, neck=(44, 70), collar=48),
)
icon(
    "black-cat",
    nouns="black cat",
    height=0.46,
    head=Face(crown=(46, 22), width=38, eyes=(33, 39), span=32, neck=(50, 62), collar=34),
)
icon(
    "camel",
    nouns="camel, dromedary, camel caravan, caravan of camels, camel train",
    traits={"mount"},
    height=2.1,
    home="desert",
    seat=(0.6, 0.26),
    legs=0.34,
    fit=Fit(throat=(26, 56), sag=(42, 64), nape=(54, 48), rump=(104, 44), belly=(106, 84), chest=(30, 84)),
    head=Face(crown=(30, 17), width=26, eyes=(28, 29), span=22, neck=(46, 54), collar=22),
)
icon(
    "cat",
    height=0.46,
    seat=(0.55, 0.42),
    fit=Fit(throat=(36, 62), sag=(60, 72), nape=(74, 50), rump=(97, 56), belly=(98, 92), chest=(36, 94)),
    head=Face(crown=(53, 23), width=40, eyes=(35, 40), span=34, neck=(48, 62), collar=36),
)
icon(
    "cat-face",
    nouns=(
        "cat, kitten, kitty, tabby cat, tabby, siamese cat, persian cat, house cat, calico cat, tomcat, "
        "pussycat, maine coon, siamese, ginger cat, orange cat, "
        "ねこ, ネコ, 小猫, 猫咪, 子猫, котёнок, котенок, кот, chaton, kätzchen, gatito, gatinho, gattino, kedi"
    ),
    height=0.46,
    coat=Coat(tail="curled", coats=CAT_COATS),
    whole="cat",
)
icon(
    "chicken",
    nouns="chicken, hen, 鸡, ニワトリ, 닭, курица, huhn, gallina, poule, galinha",
    near="quail, partridge, grouse, guinea fowl",
    height=0.45,
    home="farm",
    whole="rooster",
    whole_by_default=True,
    fit=Fit(throat=(18, 56), sag=(42, 68), nape=(58, 50), rump=(82, 52), belly=(74, 96), chest=(24, 92)),
    head=Face(crown=(47, 24), width=28, eyes=(38, 35), span=22, neck=(46, 54), collar=28),
)
icon(
    "cow",
    nouns="cow, dairy cow, calf, cattle, 牛, 奶牛, 소, корова, kuh, vaca, vache, mucca",
    height=1.5,
    home="farm",
    seat=(0.58, 0.2),
    legs=0.3,
    fit=Fit(throat=(36, 62), sag=(52, 64), nape=(58, 34), rump=(106, 36), belly=(110, 80), chest=(42, 84)),
    head=Face(crown=(31, 28), width=26, eyes=(22, 39), span=22, neck=(48, 54), collar=34),
)
icon(
    "cow-face",
    height=1.5,
    home="farm",
    coat=Coat(tail="tufted", fur=(246, 240, 232), belly=(255, 250, 244), paws=(96, 70, 60), spots=True),
    whole="cow",
    whole_by_default=True,
)
icon(
    "dog",
    nouns="corgi, shiba inu, shiba, akita, welsh corgi, german shepherd, sheepdog, shepherd dog",
    height=0.58,
    seat=(0.55, 0.35),
    fit=Fit(throat=(24, 62), sag=(54, 82), nape=(76, 56), rump=(100, 50), belly=(92, 86), chest=(26, 94)),
    head=Face(crown=(50, 6), width=56, eyes=(50, 40), span=50, neck=(50, 72), collar=48),
)
icon(
    "dog-face",
    nouns=(
        "dog, puppy, pup, labrador, beagle, hound, pug, bulldog, terrier, husky, chihuahua, pit bull, "
        "rottweiler, great dane, border collie, collie, dachshund, mutt, doggy, doggo, boxer dog, "
        "saint bernard, spaniel, cocker spaniel, jack russell, greyhound, labrador retriever, cerberus, "
        "hellhound, "
        "犬, いぬ, イヌ, 小狗, 강아지, 子犬, щенок, пёс, пес, chiot, welpe, cão, cagnolino, cucciolo, köpek"
    ),
    height=0.58,
    coat=Coat(tail="curled", fur=(250, 222, 190), limbs=(246, 212, 176)),
    whole="dog",
)
icon(
    "donkey",
    nouns="donkey, mule",
    traits={"mount"},
    height=1.3,
    seat=(0.55, 0.42),
    head=Face(crown=(26, 80), width=20, eyes=(33, 88), span=16, neck=(48, 70), collar=20, tilt=-50),
)
icon(
    "duck",
    nouns="duck, mallard",
    height=0.42,
    home="lake",
    seat=(0.62, 0.4),
    submerged=0.34,
    fit=Fit(throat=(24, 58), sag=(46, 64), nape=(62, 54), rump=(98, 52), belly=(90, 98), chest=(26, 92)),
    head=Face(crown=(47, 7), width=26, eyes=(42, 20), span=22, neck=(48, 46), collar=24),
)
icon(
    "ewe",
    nouns="sheep, ewe, lamb, 羊, 绵羊, ヒツジ, 양, овца, schaf, oveja, mouton, pecora",
    height=0.95,
    seat=(0.56, 0.22),
    legs=0.16,
    fit=Fit(throat=(18, 86), sag=(66, 88), nape=(70, 34), rump=(110, 40), belly=(108, 96), chest=(22, 104)),
    head=Face(crown=(40, 16), width=38, eyes=(34, 44), span=32, neck=(36, 76), collar=38),
)
icon(
    "front-facing-baby-chick",
    height=0.12,
    home="farm",
    fit=Fit(
        facing="front", throat=(24, 64), sag=(64, 88), nape=(102, 64), rump=(104, 100), belly=(64, 114), chest=(24, 100)
    ),
    head=Face(crown=(60, 10), width=50, eyes=(60, 38), span=52, neck=(60, 66), collar=54),
)
icon(
    "goat",
    nouns="goat, mountain goat, ibex, kid goat, billy goat",
    height=0.9,
    home="mountains",
    seat=(0.56, 0.34),
    legs=0.3,
    fit=Fit(throat=(42, 70), sag=(62, 78), nape=(64, 38), rump=(102, 40), belly=(104, 86), chest=(44, 88)),
    head=Face(crown=(40, 28), width=24, eyes=(40, 47), span=30, neck=(48, 68), collar=24),
)
icon(
    "goose",
    nouns="goose, wild goose",
    height=0.75,
    home="lake",
    seat=(0.6, 0.45),
    submerged=0.34,
    fit=Fit(throat=(29, 52), sag=(44, 62), nape=(58, 48), rump=(100, 60), belly=(98, 92), chest=(30, 86)),
    head=Face(crown=(41, 7), width=20, eyes=(40, 12), span=18, neck=(48, 36), collar=18),
)
icon("grinning-cat", coat=Coat(tail="curled", coats=CAT_COATS))
icon(
    "guide-dog",
    nouns="golden retriever, guide dog",
    parts=(0, 1, 2, 3, 6, 7, 8, 9),
    height=0.68,
    seat=(0.58, 0.34),
    legs=0.3,
    head=Face(crown=(26, 13), width=24, eyes=(16, 21), span=20, neck=(36, 46), collar=22),
)
icon(
    "hamster",
    nouns="hamster",
    near="guinea pig",
    height=0.13,
    coat=Coat(fur=(250, 172, 78), belly=(255, 244, 226)),
)
icon(
    "hatching-chick",
    nouns="hatching chick, hatchling",
    height=0.12,
    home="farm",
    head=Face(crown=(64, 12), width=48, eyes=(69, 35), span=48, neck=(66, 62), collar=48, tilt=6),
)
icon(
    "horse",
    nouns="horse, pony, foal, stallion, mare, racehorse, 马, 말, うま, 白马, pferde",
    near="centaur",
    traits={"mount"},
    height=1.75,
    seat=(0.56, 0.42),
    legs=0.34,
    fit=Fit(throat=(25, 56), sag=(44, 62), nape=(54, 38), rump=(92, 38), belly=(92, 80), chest=(32, 84)),
    head=Face(crown=(30, 17), width=20, eyes=(20, 37), span=20, neck=(40, 54), collar=22, tilt=-14),
    part_areas=(PartArea("mane, tail", at=(46, 20)),),
)
icon(
    "horse-face",
    nouns="horse head",
    height=1.7,
    seat=(0.56, 0.42),
    whole="horse",
    whole_by_default=True,
    part_areas=(PartArea("mane", at=(104, 60)),),
)
icon(
    "llama",
    nouns="llama, alpaca",
    traits={"mount"},
    height=1.7,
    home="mountains",
    seat=(0.62, 0.5),
    legs=0.36,
    fit=Fit(throat=(28, 48), sag=(40, 54), nape=(50, 42), rump=(98, 40), belly=(100, 80), chest=(34, 82)),
    head=Face(crown=(26, 17), width=14, eyes=(22, 25), span=14, neck=(32, 40), collar=14),
)
icon(
    "ox",
    nouns="ox, bull",
    near="yak, minotaur",
    traits={"mount"},
    height=1.6,
    home="farm",
    seat=(0.56, 0.26),
    legs=0.3,
    head=Face(crown=(27, 26), width=28, eyes=(18, 37), span=22, neck=(42, 60), collar=32),
)
icon(
    "pig",
    nouns="pig, piglet, swine, hog, sow, 猪, 豚, ブタ, 돼지, свинья, schwein, cerdo, cochon, maiale",
    height=0.8,
    home="farm",
    seat=(0.56, 0.24),
    legs=0.16,
    fit=Fit(throat=(32, 94), sag=(76, 92), nape=(74, 22), rump=(112, 34), belly=(110, 92), chest=(36, 102)),
    head=Face(crown=(42, 40), width=42, eyes=(37, 63), span=42, neck=(56, 96), collar=32),
)
icon("pig-face", height=0.8, home="farm", coat=Coat(tail="pig"), whole="pig", whole_by_default=True)
icon(
    "poodle",
    nouns="poodle",
    height=0.52,
    legs=0.26,
    fit=Fit(throat=(42, 56), sag=(56, 62), nape=(66, 48), rump=(90, 46), belly=(94, 92), chest=(44, 94)),
    head=Face(crown=(48, 10), width=24, eyes=(33, 33), span=20, neck=(56, 56), collar=24),
)
icon(
    "rabbit",
    nouns=(
        "rabbit, bunny, hare, easter bunny, bunny rabbit, white rabbit, "
        "うさぎ, ウサギ, 兎, 兔子, 토끼, кролик, hase, conejo, lapin, coelho"
    ),
    height=0.38,
    seat=(0.6, 0.45),
    fit=Fit(throat=(37, 84), sag=(56, 92), nape=(70, 72), rump=(88, 72), belly=(82, 106), chest=(36, 104)),
    head=Face(crown=(57, 44), width=38, eyes=(48, 58), span=34, neck=(54, 80), collar=32),
)
icon("rabbit-face", height=0.42, coat=Coat(tail="puff", head=54), whole="rabbit")
icon(
    "ram",
    nouns="ram, mouflon",
    height=0.95,
    seat=(0.56, 0.22),
    legs=0.24,
    head=Face(crown=(42, 20), width=36, eyes=(39, 50), span=34, neck=(40, 82), collar=40),
)
icon(
    "rooster",
    nouns="rooster, cockerel, cock",
    height=0.5,
    home="farm",
    seat=(0.5, 0.4),
    fit=Fit(throat=(18, 56), sag=(42, 68), nape=(58, 50), rump=(82, 52), belly=(74, 96), chest=(24, 92)),
    head=Face(crown=(47, 24), width=28, eyes=(38, 35), span=22, neck=(46, 54), collar=28),
    part_areas=(PartArea("comb", at=(48, 14), box=(30, 0, 72, 60)),),
)
icon(
    "service-dog",
    nouns="service dog",
    height=0.68,
    seat=(0.58, 0.36),
    legs=0.3,
    head=Face(crown=(24, 21), width=20, eyes=(15, 29), span=18, neck=(36, 50), collar=22),
)
icon(
    "turkey",
    nouns="turkey",
    height=0.8,
    home="farm",
    head=Face(crown=(31, 8), width=20, eyes=(25, 20), span=20, neck=(28, 48), collar=18),
)
icon(
    "two-hump-camel",
    nouns="bactrian camel, two-humped camel",
    traits={"mount"},
    height=2.1,
    home="desert",
    seat=(0.58, 0.3),
    legs=0.34,
    head=Face(crown=(42, 12), width=30, eyes=(28, 29), span=22, neck=(46, 56), collar=26),
)
icon(
    "water-buffalo",
    nouns="water buffalo, buffalo",
    height=1.6,
    seat=(0.56, 0.24),
    legs=0.3,
    head=Face(crown=(30, 34), width=34, eyes=(28, 52), span=34, neck=(40, 78), collar=30),
)
