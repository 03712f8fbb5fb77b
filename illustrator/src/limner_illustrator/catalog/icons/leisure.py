"""Sports, games, parties and crafts."""

from limner_illustrator.catalog.body import Fit
from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon("1st-place-medal", worn_on="neck")
icon("american-football", nouns="american football", height=0.17)
icon("artist-palette", nouns="palette, artist palette, paint palette", height=0.3)
icon("badminton", nouns="badminton")
icon("baseball", nouns="baseball", height=0.08)
icon("basketball", nouns="basketball", height=0.25)
icon("bowling", nouns="bowling, bowling pins and ball", height=0.4)
icon("boxing-glove", nouns="boxing glove")
icon("bullseye", nouns="dartboard, target, bullseye", parts=range(5))
icon("chess-pawn", nouns="chess piece, pawn")
icon("christmas-tree", nouns="christmas tree, xmas tree", kinds={"plant"}, height=2.6, home="livingroom", glow=0.25)
icon("crystal-ball", nouns="crystal ball", height=0.25, glow=0.4)
icon("diving-mask", nouns="diving mask, snorkel", kinds={"wearable"}, height=0.15, worn_on="eyes")
icon("firecracker", nouns="firecracker", glow=0.3)
icon("fireworks", nouns="fireworks, firework", traits={"celestial"}, glow=1)
icon(
    "fishing-pole",
    nouns="fishing rod, fishing pole, rod",
    traits={"portable"},
    parts=(1, 2, 3, 4, *range(10, 15)),
    height=1.6,
    home="river",
)
icon("flag-in-hole", nouns="golf hole, golf flag, golf course", height=1.8)
icon("flying-disc", nouns="frisbee, flying disc", support=0.3)
icon(
    "framed-picture",
    traits={"hangs"},
    height=0.6,
    inscription=Inscription(box=(28, 28, 100, 100), font="serif", patch=(252, 248, 238)),
)
icon("game-die", nouns="dice, die", height=0.04)
icon("goal-net", nouns="goal, goal net")
icon("ice-hockey", nouns="ice hockey, hockey")
icon("ice-skate", nouns="ice skate, skate", height=0.25, home="snow")
icon(
    "jack-o-lantern",
    nouns="jack o'lantern, jack-o'-lantern, jack-o-lantern, carved pumpkin",
    height=0.4,
    home="graveyard",
    glow=0.45,
)
icon("joker", nouns="playing card, joker card, deck of cards, playing cards, cards")
icon("joystick", nouns="joystick", height=0.2)
icon("knot", nouns="rope, knot", near="lasso")
icon("magic-wand", nouns="magic wand, wand", height=0.4)
icon("martial-arts-uniform", kinds={"wearable"})
icon("military-medal", nouns="medal, military medal", kinds={"wearable"}, worn_on="neck", worn_width=0.8)
icon("mirror-ball", glow=0.4)
icon("nesting-dolls", nouns="nesting doll, matryoshka, matryoshka doll, russian doll")
icon("party-popper", nouns="party popper, confetti", height=0.2)
icon("performing-arts", nouns="theater mask, theatre mask, mask, carnival mask, theater masks", kinds={"wearable"})
icon("pinata", nouns="pinata")
icon("pine-decoration", kinds={"plant"})
icon("ping-pong", nouns="ping-pong, ping pong, table tennis")
icon("pool-8-ball", nouns="billiard ball, eight ball, pool ball", height=0.06)
icon("puzzle-piece", nouns="puzzle, puzzle piece, jigsaw puzzle, jigsaw", near="lego, lego brick", height=0.06)
icon("red-envelope", inscription=Inscription(box=(34, 36, 96, 96), color=(255, 236, 170), patch=(222, 24, 24)))
icon("ribbon", nouns="bow, ribbon, hair bow", kinds={"wearable"}, worn_on="neck")
icon("rugby-football", nouns="rugby ball")
icon(
    "running-shirt",
    kinds={"wearable"},
    inscription=Inscription(box=(36, 48, 92, 92), font="comic", outline=(255, 255, 255)),
)
icon("sewing-needle", nouns="needle, sewing needle")
icon(
    "sled",
    nouns="sled, sledge, toboggan",
    kinds={"vehicle"},
    traits={"container", "stand_on"},
    materials={"wood"},
    height=0.3,
    home="snow",
    support=0.4,
)
icon("slot-machine", nouns="slot machine")
icon("soccer-ball", nouns="soccer ball, ball, football, sports ball", height=0.23)
icon("softball", nouns="softball")
icon("sparkler", nouns="sparkler", glow=0.9)
icon("sparkles", nouns="sparkle, sparkles", glow=0.95)
icon("sports-medal", nouns="gold medal, sports medal", kinds={"wearable"}, worn_on="neck", worn_width=0.8)
icon("tanabata-tree", traits={"tree"}, height=3)
icon(
    "teddy-bear",
    nouns="teddy bear, teddy, toy bear",
    kinds={"creature"},
    height=0.45,
    fit=Fit(
        facing="front", throat=(36, 58), sag=(60, 76), nape=(84, 58), rump=(98, 92), belly=(62, 112), chest=(26, 92)
    ),
    head=Face(crown=(60, 11), width=44, eyes=(60, 32), span=42, neck=(60, 62), collar=36, tilt=4),
)
icon("tennis", nouns="tennis", height=0.5)
icon("thread", nouns="thread, spool of thread")
icon("trophy", nouns="trophy, cup trophy", height=0.42)
icon("video-game", nouns="game controller, gamepad, video game controller, controller", height=0.12)
icon("volleyball", nouns="volleyball", height=0.22)
icon(
    "water-pistol",
    nouns="water gun, water pistol, squirt gun, toy gun, gun, firearm, weapon gun",
    near="machine gun",
)
icon(
    "wrapped-gift",
    nouns="gift, present, gift box, christmas present, wrapped gift, birthday present",
    height=0.3,
    support=0.1,
    inscription=Inscription(box=(24, 66, 104, 100), color=(255, 255, 255), outline=(150, 40, 40)),
    part_areas=(PartArea("bow, ribbon", at=(40, 28)), PartArea("paper, box, wrapping, wrapping paper", at=(12, 84))),
)
icon("yarn", nouns="yarn, ball of yarn, yarn ball, wool, ball of wool, wool ball")
icon("yo-yo", nouns="yo-yo, yoyo", height=0.08)
