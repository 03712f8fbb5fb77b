"""Those who play music or sports, and those who appear on a stage."""

from limner_illustrator.subjects.figures.outfits import BLACK, BROWN, GOLD, NAVY, RED, WHITE, Outfit, figure

_STAGE = (46, 44, 56)
_KIT = ((214, 60, 60), (50, 110, 200), (60, 160, 90))


def _in_concert_dress(activity: str) -> Outfit:
    gown = Outfit(top=((120, 40, 70), (60, 60, 110)), garment="gown", sleeves="short", trim=GOLD, activity=activity)
    return Outfit(
        top=(_STAGE,),
        bottom=(_STAGE,),
        garment="suit",
        extras=("bowtie",),
        trim=WHITE,
        shoes=BLACK,
        activity=activity,
        her=gown,
    )


def _in_vest(activity: str) -> Outfit:
    tops = ((60, 64, 84), (150, 60, 60), (70, 110, 100))
    return Outfit(top=tops, garment="vest", trim=(240, 236, 226), activity=activity)


figure("violinist", _in_concert_dress("playing-violin"), nouns="violinist, fiddler, violin player", home="stage")
figure("cellist", _in_concert_dress("playing-cello"), nouns="cellist, cello player, double bassist", home="stage")
figure("pianist", _in_concert_dress("playing-piano"), nouns="pianist, piano player, organist", home="stage")
figure("flutist", _in_concert_dress("playing-flute"), nouns="flutist, flautist, flute player", home="stage")
figure("harpist", _in_concert_dress("playing-harp"), nouns="harpist, harp player", home="stage")
figure("conductor", _in_concert_dress("conducting"), nouns="conductor, orchestra conductor, maestro", home="stage")
figure("guitarist", _in_vest("playing-guitar"), nouns="guitarist, guitar player, rock guitarist", home="stage")
figure("drummer", _in_vest("playing-drums"), nouns="drummer, drummer boy, drummer girl", home="stage")
figure("saxophonist", _in_vest("playing-saxophone"), nouns="saxophonist, sax player, jazz musician", home="stage")
figure("trumpeter", _in_vest("playing-trumpet"), nouns="trumpeter, trumpet player, trombonist", home="stage")
figure("accordionist", _in_vest("playing-accordion"), nouns="accordionist, accordion player", home="stage")
figure(
    "dj",
    Outfit(top=((60, 60, 80), (120, 60, 140)), hat="headphones", trim=(240, 90, 140), activity="playing-keyboard"),
    nouns="dj, disc jockey",
    home="stage",
)
figure(
    "magician",
    Outfit(
        top=((44, 42, 56),),
        bottom=((44, 42, 56),),
        garment="suit",
        extras=("bowtie",),
        behind=("cape",),
        hat="top-hat",
        trim=RED,
        prop="magic-wand",
        shoes=BLACK,
    ),
    nouns="magician, illusionist, conjurer, stage magician",
    home="stage",
)
figure(
    "ringmaster",
    Outfit(
        top=((190, 40, 50),),
        bottom=(WHITE,),
        garment="coat",
        hat="top-hat",
        extras=("buttons", "bowtie"),
        trim=GOLD,
        shoes=BLACK,
    ),
    nouns="ringmaster, circus director",
    home="circus",
)
figure(
    "jester",
    Outfit(
        top=((206, 50, 80),),
        bottom=((70, 110, 200),),
        garment="bodysuit",
        hat="jester",
        extras=("ruff", "diamonds"),
        trim=GOLD,
    ),
    nouns="jester, harlequin, court jester",
    home="castlehall",
)
figure(
    "mime",
    Outfit(
        top=(WHITE,),
        bottom=(BLACK,),
        extras=("black-stripes", "suspenders", "white-face"),
        hat="beret",
        trim=(40, 38, 46),
        skin=(248, 244, 240),
        shoes=BLACK,
    ),
    nouns="mime, mime artist, pantomime",
    home="stage",
)
figure(
    "juggler",
    Outfit(top=((250, 190, 70),), bottom=((80, 120, 200),), extras=("stripe",), activity="juggling"),
    nouns="juggler, street performer",
    home="circus",
)
figure(
    "cheerleader",
    Outfit(
        top=((214, 50, 60), (60, 90, 200)),
        sleeves="short",
        activity="cheerleading",
        gender="female",
        her=Outfit(
            top=((214, 50, 60), (60, 90, 200)),
            garment="dress",
            legs="bare",
            sleeves="none",
            haircut="ponytail",
            extras=("stripe",),
            shoes=WHITE,
            activity="cheerleading",
        ),
    ),
    nouns="cheerleader",
    home="stadium",
)
figure(
    "soccer-player",
    Outfit(
        top=_KIT,
        bottom=(WHITE,),
        sleeves="short",
        legs="shorts",
        extras=("number",),
        trim=WHITE,
        activity="kicking-ball",
        shoes=BLACK,
    ),
    nouns="soccer player, football player, footballer",
    home="stadium",
)
figure(
    "basketball-player",
    Outfit(
        top=_KIT,
        bottom=_KIT,
        sleeves="none",
        legs="shorts",
        extras=("number",),
        trim=WHITE,
        activity="dribbling",
        shoes=WHITE,
    ),
    nouns="basketball player",
    home="stadium",
)
figure(
    "tennis-player",
    Outfit(
        top=(WHITE,),
        bottom=(WHITE,),
        sleeves="short",
        legs="shorts",
        hat="headband",
        trim=RED,
        activity="racketing",
        shoes=WHITE,
        her=Outfit(
            top=(WHITE,),
            garment="dress",
            legs="bare",
            sleeves="none",
            hat="headband",
            trim=RED,
            haircut="ponytail",
            activity="racketing",
            shoes=WHITE,
        ),
    ),
    nouns="tennis player, badminton player, squash player",
    home="stadium",
)
figure(
    "baseball-player",
    Outfit(
        top=(WHITE,),
        bottom=((236, 236, 240),),
        sleeves="short",
        extras=("number", "belt"),
        hat="cap",
        trim=(190, 40, 50),
        activity="swinging",
        shoes=BLACK,
    ),
    nouns="baseball player, batter, cricketer, softball player",
    home="stadium",
)
figure(
    "golfer",
    Outfit(
        top=((90, 170, 120), (240, 200, 90)),
        bottom=((226, 214, 190),),
        sleeves="short",
        hat="cap",
        trim=WHITE,
        activity="golfing",
        shoes=WHITE,
    ),
    nouns="golfer, golf player",
    home="meadow",
)
figure(
    "boxer",
    Outfit(
        top=((206, 50, 54),),
        bottom=((206, 50, 54), (50, 90, 190)),
        garment="trunks",
        sleeves="none",
        legs="shorts",
        activity="boxing",
        shoes=BLACK,
        her=Outfit(
            top=((50, 90, 190),),
            bottom=((50, 90, 190),),
            sleeves="none",
            legs="shorts",
            activity="boxing",
            shoes=BLACK,
            haircut="ponytail",
        ),
    ),
    home="gym",
    nouns="boxer, kickboxer, prizefighter",
)
figure(
    "wrestler",
    Outfit(
        top=((200, 50, 60), (50, 80, 180)),
        garment="bodysuit",
        sleeves="none",
        legs="bare",
        trim=GOLD,
        extras=("belt",),
        activity="wrestling",
    ),
    home="gym",
    nouns="wrestler, luchador",
)
figure(
    "weightlifter",
    Outfit(
        top=((200, 50, 60), (50, 80, 180)),
        garment="bodysuit",
        sleeves="none",
        legs="bare",
        extras=("belt",),
        activity="lifting",
    ),
    home="gym",
    nouns="weightlifter, bodybuilder, strongman, powerlifter",
)
figure(
    "gymnast",
    Outfit(
        top=((120, 80, 190), (220, 80, 120)),
        garment="bodysuit",
        sleeves="long",
        legs="bare",
        haircut="bun",
        shoes=(250, 220, 200),
        activity="stretching",
    ),
    home="gym",
    nouns="gymnast, aerobics instructor",
)
figure(
    "swimmer",
    Outfit(
        top=((50, 90, 190),),
        bottom=((50, 90, 190),),
        garment="trunks",
        sleeves="none",
        legs="shorts",
        extras=("goggles",),
        shoes=(236, 190, 150),
        her=Outfit(
            top=((50, 90, 190), (200, 60, 100)),
            garment="bodysuit",
            sleeves="none",
            legs="bare",
            extras=("goggles",),
            haircut="bun",
            shoes=(236, 190, 150),
        ),
    ),
    nouns="swimmer",
    home="beach",
)
figure(
    "archer",
    Outfit(
        top=((84, 124, 70),),
        bottom=((110, 86, 60),),
        extras=("belt",),
        hat="elf",
        trim=BROWN,
        activity="aiming",
        shoes=BROWN,
    ),
    nouns="archer, bowman, robin hood, bowhunter",
    home="forest",
)
figure(
    "cowgirl",
    Outfit(
        gender="female",
        her=Outfit(
            top=((200, 90, 80), (90, 130, 180)),
            garment="vest",
            legs="trousers",
            hat="cowboy",
            extras=("scarf", "belt"),
            trim=(240, 226, 200),
            haircut="braids",
            shoes=BROWN,
        ),
    ),
    home="desert",
    nouns="cowgirl",
)
figure(
    "skier",
    Outfit(
        top=((206, 60, 70), (50, 130, 200)),
        bottom=(NAVY,),
        garment="coat",
        hat="beanie",
        extras=("goggles",),
        trim=(250, 200, 70),
        activity="skiing",
        shoes=BLACK,
    ),
    nouns="skier, ski racer",
    home="snow",
)
figure(
    "skater",
    Outfit(
        top=((70, 110, 190), (150, 70, 150)),
        activity="skating",
        shoes=WHITE,
        her=Outfit(
            top=((120, 90, 200), (220, 80, 130)),
            garment="tutu",
            legs="tights",
            bottom=((240, 214, 200),),
            sleeves="long",
            haircut="bun",
            activity="skating",
            shoes=WHITE,
        ),
    ),
    nouns="skater, figure skater, ice skater, roller skater",
    home="snow",
)
figure(
    "diver",
    Outfit(
        top=((44, 52, 66),),
        bottom=((44, 52, 66),),
        garment="bodysuit",
        extras=("belt", "diving-mask"),
        behind=("lifepack",),
        trim=(250, 200, 60),
        shoes=(250, 200, 60),
    ),
    nouns="diver, scuba diver, snorkeler, frogman",
    traits={"swims"},
)
figure(
    "referee",
    Outfit(
        top=(WHITE,), bottom=(BLACK,), sleeves="short", legs="shorts", extras=("black-stripes", "whistle"), shoes=BLACK
    ),
    nouns="referee, umpire, linesman",
    home="stadium",
)
