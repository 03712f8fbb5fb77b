"""Services: those who care for others, and learn."""

from limner_illustrator.subjects.figures.outfits import BLACK, GOLD, NAVY, RED, WHITE, Outfit, figure

figure(
    "barista",
    Outfit(top=(BLACK, (90, 70, 60)), sleeves="short", extras=("apron",), trim=(94, 66, 48), activity="pouring"),
    nouns="barista, coffee shop worker",
    home="cafe",
)
figure(
    "waiter",
    Outfit(
        top=(BLACK,), bottom=(BLACK,), garment="vest", extras=("bowtie",), trim=WHITE, shoes=BLACK, activity="serving"
    ),
    nouns="waiter, waitress, maitre d",
    home="restaurant",
)
figure(
    "bartender",
    Outfit(top=((120, 40, 50),), bottom=(BLACK,), garment="vest", extras=("bowtie",), trim=WHITE, activity="pouring"),
    home="bar",
    nouns="bartender, barman, barkeeper, mixologist",
)
figure(
    "butler",
    Outfit(
        top=(BLACK,), bottom=(BLACK,), garment="suit", extras=("bowtie",), trim=WHITE, shoes=BLACK, activity="serving"
    ),
    home="castlehall",
    nouns="butler, footman, valet",
)
figure(
    "maid",
    Outfit(
        gender="female",
        her=Outfit(
            top=(BLACK,),
            garment="dress",
            legs="tights",
            bottom=(WHITE,),
            extras=("white-apron",),
            hat="nurse-plain",
            haircut="bun",
            activity="sweeping",
        ),
    ),
    home="livingroom",
    nouns="maid, housemaid, chambermaid",
)
figure(
    "cleaner",
    Outfit(
        top=((70, 150, 190),),
        garment="overalls",
        bottom=((60, 90, 140),),
        hat="cap",
        trim=(60, 90, 140),
        activity="mopping",
    ),
    home="corridor",
    nouns="cleaner, janitor, cleaning lady, custodian, street sweeper, chimney sweep, window washer, garbage collector",
)
figure(
    "nurse",
    Outfit(
        top=((110, 190, 200),),
        bottom=((110, 190, 200),),
        sleeves="short",
        extras=("stethoscope", "pocket-cross"),
        hat="nurse",
        shoes=WHITE,
        her=Outfit(
            top=((236, 244, 250), (120, 196, 206)),
            garment="dress",
            legs="tights",
            bottom=(WHITE,),
            sleeves="short",
            extras=("stethoscope", "pocket-cross"),
            hat="nurse",
            shoes=WHITE,
            haircut="bun",
        ),
    ),
    nouns="nurse, midwife, nursing assistant",
    home="hospital",
)
figure(
    "surgeon",
    Outfit(
        top=((84, 160, 140),),
        bottom=((84, 160, 140),),
        sleeves="short",
        extras=("wrap",),
        hat="surgeon",
        shoes=WHITE,
        prop="scalpel",
        beard=None,
    ),
    nouns="surgeon, anesthesiologist",
    home="hospital",
)
figure(
    "dentist",
    Outfit(
        top=(WHITE,),
        garment="coat",
        extras=("lapels",),
        hat="head-mirror",
        trim=(120, 190, 220),
        prop="tooth",
        bottom=((90, 160, 176),),
    ),
    nouns="dentist, orthodontist",
    home="hospital",
)
figure(
    "mail-carrier",
    Outfit(top=((80, 120, 180),), bottom=(NAVY,), hat="cap", extras=("satchel",), trim=NAVY, prop="letter"),
    nouns="mail carrier, postman, mailman, postwoman, mailwoman, letter carrier",
    home="street",
)
figure(
    "courier",
    Outfit(
        top=((150, 100, 60),),
        bottom=((96, 70, 50),),
        hat="cap",
        trim=(120, 80, 50),
        legs="trousers",
        activity="carrying-box",
    ),
    nouns="courier, delivery man, delivery woman, delivery person, delivery driver, delivery guy, mover",
    home="street",
)
figure(
    "hairdresser",
    Outfit(top=(BLACK, (120, 80, 140)), extras=("apron",), trim=(60, 60, 70), prop="scissors"),
    home="barbershop",
    nouns="hairdresser, barber, hair stylist, hairstylist",
)
figure(
    "librarian",
    Outfit(
        top=((130, 90, 110), (90, 110, 90)),
        garment="vest",
        trim=WHITE,
        extras=("glasses",),
        prop="books",
        her=Outfit(
            top=((130, 80, 100), (84, 110, 120)),
            garment="dress",
            legs="tights",
            bottom=((90, 80, 84),),
            extras=("glasses", "cardigan"),
            haircut="bun",
            prop="books",
        ),
    ),
    nouns="librarian, bookseller, archivist",
    home="library",
)
figure(
    "lifeguard",
    Outfit(
        top=(RED,),
        bottom=(RED,),
        sleeves="none",
        legs="shorts",
        extras=("whistle",),
        prop="ring-buoy",
        shoes=(236, 190, 150),
    ),
    nouns="lifeguard",
    home="beach",
)
figure(
    "journalist",
    Outfit(top=((90, 110, 150), (150, 70, 80)), garment="suit", extras=("tie",), prop="microphone", trim=RED),
    home="office",
    nouns="journalist, reporter, news anchor, newscaster, tv presenter, talk show host, comedian, podcaster",
)
figure(
    "judge",
    Outfit(
        top=((40, 38, 46),),
        garment="robe",
        hat="judge-wig",
        extras=("jabot",),
        trim=WHITE,
        prop="gavel",
        haircut="bald",
    ),
    nouns="judge, magistrate, chief justice",
)
figure(
    "businesswoman",
    Outfit(
        gender="female",
        her=Outfit(
            top=((60, 70, 100), (110, 60, 80), (80, 80, 90)),
            bottom=((56, 64, 92), (50, 46, 56)),
            garment="suit",
            prop="briefcase",
            haircut="bob",
            shoes=BLACK,
        ),
    ),
    nouns="businesswoman, career woman, saleswoman",
    home="office",
)
figure(
    "flight-attendant",
    Outfit(
        top=(NAVY,),
        bottom=(NAVY,),
        garment="suit",
        extras=("scarf",),
        hat="stewardess",
        trim=RED,
        her=Outfit(
            top=((40, 60, 120), (150, 40, 60)),
            garment="dress",
            legs="tights",
            bottom=((220, 190, 170),),
            extras=("scarf",),
            hat="stewardess",
            haircut="bun",
            trim=RED,
            shoes=BLACK,
        ),
    ),
    nouns="flight attendant, stewardess, air hostess, steward",
    home="airport",
)
figure(
    "student",
    Outfit(
        top=((80, 130, 190), (200, 110, 70), (110, 160, 100)),
        behind=("backpack",),
        extras=("straps",),
        prop="books",
        shoes=WHITE,
    ),
    nouns="student, university student, college student, schoolmate",
    home="classroom",
)
figure(
    "graduate",
    Outfit(top=((46, 50, 70),), garment="robe", hat="mortarboard", trim=GOLD, prop="diploma"),
    nouns="graduate, graduating student",
)
figure(
    "teenager",
    Outfit(top=((110, 120, 160), (200, 90, 90), (90, 150, 140)), is_plain=True, extras=("stripe",), shoes=WHITE),
    nouns="teenager, teen, adolescent, teenage boy, teenage girl, tween",
)
figure(
    "gamer",
    Outfit(top=((60, 60, 80),), hat="headphones", trim=(110, 220, 160), activity="gaming"),
    nouns="gamer, esports player, streamer",
)
