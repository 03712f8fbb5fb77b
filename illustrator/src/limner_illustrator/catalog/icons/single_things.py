"""Single things out of icons that show two: the ball of the tennis icon without its racket."""

from limner_illustrator.catalog.records import icon

icon("tennis-ball", base="tennis", parts=range(7, 10), nouns="tennis ball", height=0.07)
icon("tennis-racket", base="tennis", parts=range(7), nouns="tennis racket, tennis racquet, racket, racquet", height=0.7)
icon(
    "badminton-racket",
    base="badminton",
    parts=range(6),
    nouns="badminton racket, badminton racquet, squash racket",
    height=0.66,
)
icon("shuttlecock", base="badminton", parts=range(6, 11), nouns="shuttlecock, birdie, badminton birdie", height=0.08)
icon(
    "table-tennis-bat",
    base="ping-pong",
    parts=range(5),
    nouns="ping-pong paddle, ping pong paddle, table tennis paddle, table tennis bat, paddle, ping-pong bat",
    height=0.25,
)
icon(
    "table-tennis-ball",
    base="ping-pong",
    parts=range(5, 8),
    nouns="ping-pong ball, ping pong ball, table tennis ball",
    height=0.04,
)
icon("hockey-stick", base="ice-hockey", parts=range(6), nouns="hockey stick, ice hockey stick", height=1.4)
icon("hockey-puck", base="ice-hockey", parts=(6, 7), nouns="hockey puck, ice hockey puck", height=0.03)
icon("field-hockey-stick", base="field-hockey", parts=range(3, 7), nouns="field hockey stick", height=0.95)
icon("cricket-ball", base="cricket-game", parts=range(6, 12), nouns="cricket ball", height=0.07)
icon("cricket-bat", base="cricket-game", parts=range(6), nouns="cricket bat", height=0.95)
icon("lacrosse-stick", base="lacrosse", parts=range(6), nouns="lacrosse stick", height=1)
icon("bowling-ball", base="bowling", parts=range(7, 10), nouns="bowling ball", height=0.22)
icon("bowling-pin", base="bowling", parts=(3, 4), nouns="bowling pin, ninepin, skittle", height=0.38)
icon("archery-bow", base="bow-and-arrow", parts=(0, 1, 4), nouns="archery bow, longbow", height=1.3)
icon("arrow", base="bow-and-arrow", parts=(2, 3, 5, 6), nouns="arrow", height=0.7)
icon("dart", base="bullseye", parts=(6, 11, 12), nouns="dart", height=0.15)
icon(
    "tower-crane",
    base="building-construction",
    parts=(0, 1, 2, 3, 7, 8, 9),
    nouns="crane, construction crane, tower crane",
    kinds=frozenset(),
    height=30,
)
icon("golf-flag", base="flag-in-hole", parts=(3, 4), nouns="golf pin, flagstick", height=2)
icon("frying-pan", base="cooking", parts=range(5), nouns="frying pan, pan, skillet, wok", height=0.12, home="kitchen")
icon(
    "olive-branch-dove",
    base="dove",
    parts=range(8),
    nouns="dove of peace, peace dove, dove with an olive branch",
    traits={"flies"},
    height=0.28,
)
