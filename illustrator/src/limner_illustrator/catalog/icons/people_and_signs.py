"""People, faces, hearts, flags and signs."""

from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import INK, Inscription

icon(
    "alien",
    nouns="alien, extraterrestrial, martian",
    kinds={"creature"},
    height=1.4,
    home="space",
    head=Face(crown=(64, 14), width=68, eyes=(64, 66), span=70, neck=(64, 120), collar=34),
)
icon("alien-monster", nouns="alien monster, space invader", kinds={"creature"}, height=1.2, home="space")
icon("angry-face-with-horns", nouns="devil, demon, satan")
icon("baby-angel", nouns="angel, cherub, cupid, guardian angel")
icon(
    "black-flag",
    nouns="black flag",
    traits={"held_high"},
    inscription=Inscription(box=(40, 14, 108, 62), color=(255, 255, 255)),
)
icon("chequered-flag", nouns="checkered flag, chequered flag, racing flag", traits={"held_high"})
icon("clown-face", kinds={"creature"})
icon("ear", nouns="ear")
icon("eye", nouns="eye, eyeball")
icon("fairy", traits={"flies"})
icon("genie", nouns="genie, djinn")
icon("ghost", nouns="ghost, spirit, phantom, specter, spectre", kinds={"creature"}, height=1.4, home="graveyard")
icon("goblin", nouns="goblin, gremlin, imp", kinds={"creature"})
icon("horse-racing", height=2.2)
icon("hundred-points", height=0.3)
icon("love-letter", nouns="love letter", inscription=Inscription(box=(14, 76, 114, 100)))
icon("mouth", nouns="mouth, lips")
icon("ogre", nouns="ogre, oni", kinds={"creature"}, height=1.2)
icon("people-holding-hands", nouns="people holding hands, friends")
icon("person-in-bed", home="bedroom")
icon("person-lifting-weights", kinds=frozenset())
icon("person-surfing", nouns="surfer", kinds=frozenset(), traits={"mount"}, home="sea")
icon("person-taking-bath", home="bathroom")
icon("pirate-flag", nouns="pirate flag, jolly roger")
icon("rainbow-flag", nouns="rainbow flag, pride flag")
icon(
    "red-heart",
    nouns="heart, love heart",
    height=0.3,
    inscription=Inscription(box=(22, 32, 106, 78), color=(255, 255, 255), font="script"),
)
icon(
    "robot",
    nouns="robot, android, cyborg, mech, droid, 机器人, ロボット, 로봇, робот",
    kinds={"creature"},
    height=1.5,
    head=Face(crown=(64, 24), width=60, eyes=(64, 58), span=60, neck=(64, 118), collar=68),
    inscription=Inscription(box=(30, 98, 98, 112), color=(255, 255, 255), outline=INK),
    part_areas=(
        PartArea("eye", at=(36, 66), box=(22, 48, 106, 84)),
        PartArea("ear", at=(8, 84)),
        PartArea("head, body", at=(64, 52)),
    ),
)
icon("raised-fist", nouns="fist", height=0.12, home="studio")
icon("palm-up-hand", height=0.1, home="studio")
icon("palms-up-together", height=0.14, home="studio")
icon("skier", home="snow")
icon("skull", nouns="skull, skeleton", height=0.25)
icon("snowboarder", nouns="snowboarder", kinds=frozenset(), home="snow")
icon("sparkling-heart", height=0.3)
icon("triangular-flag", nouns="flag, pennant, red flag, banner flag", traits={"held_high"})
icon("troll", nouns="troll", near="giant, cyclops, orc")
icon("waving-hand", nouns="hand", parts=range(7), height=0.18, home="studio")
icon("white-flag", nouns="white flag", traits={"held_high"}, inscription=Inscription(box=(40, 14, 108, 62)))
