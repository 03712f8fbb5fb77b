"""People of every age."""

from limner_illustrator.subjects.figures.outfits import CASUAL_HER, DRESSES, WHITE, Outfit, figure

figure(
    "person",
    Outfit(is_plain=True, her=CASUAL_HER),
    nouns=(
        "person, human, pedestrian, passenger, customer, tourist, traveler, neighbor, guest, citizen, adult, "
        "somebody, someone, patient, hitchhiker, protester, jogger, commuter, camper person, villager, shopper, "
        "worker, employee, stranger, spectator, driver, viewer, reader, friend, rider, couple, "
        "volunteer, activist, tenant, landlord, therapist, actor, movie star, film star, stuntman, spouse, newlywed, "
        "ventriloquist, "
        "human being, people, 人, 人物, 사람, человек, mensch, persona, personne, pessoa"
    ),
)
figure(
    "man",
    Outfit(gender="male", is_plain=True),
    nouns=(
        "man, guy, gentleman, father, dad, husband, male, uncle, brother, fellow, daddy, hipster, "
        "boyfriend, god, zeus, thor, hercules, papa, pa, dude, 男人, 男性, 男の人, 남자, мужчина, mann, hombre, homme, "
        "homem, uomo"
    ),
)
figure(
    "woman",
    Outfit(gender="female", is_plain=True, her=CASUAL_HER),
    nouns=(
        "woman, lady, mother, mom, wife, female, aunt, girlfriend, mum, sister, mommy, fashion model, supermodel, "
        "redhead, brunette, actress, babysitter, medusa, gorgon, goddess, mama, mamma, ma, housewife, "
        "女人, 女性, 女の人, 여자, женщина, frau, mujer, femme, "
        "mulher, donna"
    ),
)
figure(
    "boy",
    Outfit(
        gender="male",
        is_plain=True,
        sleeves="short",
        legs="shorts",
        age="child",
        shoes=(224, 90, 80),
        extras=("stripe",),
    ),
    nouns=(
        "boy, little boy, son, grandson, nephew, young boy, schoolboy, lad, "
        "男孩, 男の子, 少年, 소년, мальчик, junge, niño, garçon, menino, ragazzo"
    ),
)
figure(
    "girl",
    Outfit(
        gender="female",
        is_plain=True,
        age="child",
        her=Outfit(top=DRESSES, garment="dress", legs="bare", sleeves="short", age="child", shoes=(206, 70, 90)),
    ),
    nouns=(
        "girl, little girl, daughter, granddaughter, niece, young girl, schoolgirl, lass, little red riding hood, "
        "女孩, 女の子, 少女, 소녀, девочка, девушка, mädchen, niña, fille, menina, ragazza"
    ),
)
figure(
    "child",
    Outfit(
        is_plain=True,
        sleeves="short",
        legs="shorts",
        age="child",
        shoes=(70, 120, 190),
        extras=("stripe",),
        her=Outfit(top=DRESSES, garment="dress", legs="bare", sleeves="short", age="child", shoes=(206, 70, 90)),
    ),
    nouns=(
        "child, kid, grandchild, sibling, cousin, triplet, schoolkid, toddler, pupil, schoolchild, youngster, "
        "orphan, little kid, "
        "孩子, 子供, 아이, ребёнок, ребенок, kinder, enfant, criança, bambino"
    ),
)
figure(
    "baby",
    Outfit(
        is_plain=True,
        top=((250, 206, 120), (160, 206, 240), (250, 176, 190), (176, 222, 180)),
        garment="bodysuit",
        age="baby",
        shoes=WHITE,
        extras=("buttons",),
        trim=WHITE,
    ),
    nouns="baby, infant, newborn, newborn baby",
)
figure(
    "old-man",
    Outfit(
        gender="male",
        is_plain=True,
        top=((126, 140, 100), (150, 100, 80), (90, 110, 140)),
        garment="vest",
        age="old",
        extras=("glasses",),
        trim=WHITE,
    ),
    nouns=(
        "old man, hermit, grandfather, grandparent, octogenarian, centenarian, pensioner, retiree, grandpa, "
        "elderly man, granddad, elder, senior"
    ),
)
figure(
    "old-woman",
    Outfit(
        gender="female",
        is_plain=True,
        age="old",
        extras=("glasses",),
        her=Outfit(
            top=((150, 110, 160), (110, 140, 170), (196, 120, 130)),
            garment="dress",
            legs="tights",
            age="old",
            extras=("glasses", "cardigan"),
            bottom=((150, 126, 116),),
        ),
    ),
    nouns="old woman, grandmother, grandma, elderly woman, granny, old lady, elderly lady, nana",
)
