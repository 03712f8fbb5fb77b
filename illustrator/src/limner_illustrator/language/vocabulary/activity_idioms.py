"""Phrases for activities -> what they show: a bath is taken in a bathtub, and a sled is ridden in the snow."""

_BATHS = ("", "bubble ", "hot ", "warm ", "long ", "relaxing ", "hot bubble ", "foam ", "milk ", "nice ")
_WASHING = (
    "laundry",
    "the laundry",
    "clothes",
    "the washing",
    "wet clothes",
    "wet laundry",
    "her laundry",
    "the clothes",
)
_TOYS = ("teddy bear", "teddy", "stuffed animal", "plush toy", "doll", "toy", "stuffed bunny", "plushie")

_SPORTS = ("soccer", "football", "basketball", "baseball", "volleyball", "tennis", "rugby", "hockey", "swimming")
_PLAYERS = {"football": "soccer player", "rugby": "athlete", "swimming": "swimmer"}

ACTIVITY_IDIOMS: dict[str, str] = {
    **{
        f"{article}{sport} team": f"five {_PLAYERS.get(sport, f'{sport} player')}s"
        for article in ("a ", "the ", "a kids ", "a women's ", "a girls ")
        for sport in _SPORTS
    },
    **{
        f"{going} to {whose}school": f"{going} on the sidewalk"
        for going in ("walking", "going", "running", "biking", "cycling", "riding", "skipping", "walk", "on the way")
        for whose in ("", "the ")
    },
    **{
        f"{verb} {prints}": shown
        for verbs, shown in (
            (("drawing", "drafting", "sketching"), "writing"),
            (("studying", "looking at", "reading", "reviewing", "holding"), "reading a map"),
        )
        for verb in verbs
        for prints in ("blueprints", "a blueprint", "the blueprints")
    },
    "sitting cross-legged": "sitting",
    "sits cross-legged": "sitting",
    "sitting cross legged": "sitting",
    "sitting crosslegged": "sitting",
    "seated cross-legged": "sitting",
    **{f"{take} a {kind}bath": "sitting in a bathtub" for take in ("taking", "having", "enjoying") for kind in _BATHS},
    **{
        f"hanging {up}{washing}{after}": "hanging laundry on a clothesline"
        for up in ("", "up ", "out ")
        for washing in _WASHING
        for after in ("", " to dry", " out to dry", " up", " outside")
    },
    **{
        f"hanging {up}{washing}{after} on {article}{line}": "hanging laundry on a clothesline"
        for up in ("", "up ", "out ")
        for washing in _WASHING
        for after in ("", " to dry", " out to dry", " up", " outside")
        for article in ("a ", "the ")
        for line in ("clothesline", "line", "washing line", "clothes line")
    },
    **{
        f"sleeping with {whose} {toy}": f"sleeping in a bed while holding a {toy}"
        for whose in ("a", "her", "his", "the", "their")
        for toy in _TOYS
    },
    **{
        f"{verb} {way} the sky": f"{verb} up"
        for verb in ("pointing", "points", "looking", "looks", "staring", "gazing")
        for way in ("at", "to", "up at", "towards", "into", "up into")
    },
    **{
        f"splashing {way} {pool}": f"swimming in {pool}"
        for way in ("in", "around in", "about in")
        for pool in ("a pool", "the pool", "a swimming pool", "the sea", "the ocean", "a lake", "the lake", "a river")
    },
    **{
        f"{verb} {animals}": "holding balloons"
        for verb in ("making", "twisting", "folding")
        for animals in ("balloon animals", "a balloon animal", "a balloon dog", "balloon dogs")
    },
    **dict.fromkeys(("sawing wood", "sawing a piece of wood", "cutting wood with a saw"), "sawing a plank"),
    **dict.fromkeys(("sledding", "tobogganing", "sledging", "sleigh riding"), "riding a sled in the snow"),
    **{
        f"{verb} down {hill}": "riding a sled on a snowy hill"
        for verb in ("sledding", "tobogganing", "sledging", "sliding on a sled")
        for hill in ("a hill", "a snowy hill", "the hill", "the snowy hill", "a snow hill", "hills")
    },
    **{
        f"{shoot} {article}{puck}": "holding a hockey stick beside a hockey puck"
        for shoot in ("shooting", "hitting", "chasing", "slapping", "passing")
        for article in ("a ", "the ")
        for puck in ("puck", "hockey puck")
    },
    **{f"bowler {verb}": f"person {verb}" for verb in ("throwing", "bowling", "rolling", "releasing", "aiming")},
    **{
        f"{verb} {picture} of": "picturing"
        for verb in ("drawing", "draws", "sketching", "painting")
        for picture in ("a picture", "pictures", "a portrait", "a big picture")
        if (verb, picture) != ("painting", "a portrait")
    },
    **{
        f"{take} a {kind}shower": "showering in a bathroom"
        for take in ("taking", "having")
        for kind in ("", "hot ", "cold ")
    },
}
