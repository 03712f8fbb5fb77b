"""Tools, office supplies, locks, science and medicine."""

from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon("alembic", nouns="alembic", near="beaker, erlenmeyer flask, chemistry set", home="laboratory")
icon("axe", nouns="axe, ax, hatchet", height=0.6)
icon("balance-scale", nouns="scale, balance scale, scales")
icon("bomb", nouns="bomb", height=0.3)
icon("boomerang", nouns="boomerang", height=0.4)
icon("bow-and-arrow", nouns="bow and arrow, bow and arrows", near="crossbow", height=1.2)
icon("briefcase", height=0.3, nouns="briefcase, attache case, leather briefcase")
icon("calendar", nouns="calendar")
icon("carpentry-saw", nouns="saw, handsaw, hacksaw")
icon("chains", nouns="chain, chains, handcuffs, shackle")
icon("clipboard", nouns="clipboard", inscription=Inscription(box=(30, 36, 98, 110), patch=(255, 255, 255)))
icon("closed-mailbox-with-raised-flag", nouns="mailbox, letter box", height=1.2, home="suburb")
icon("coin", nouns="coin, gold coin, penny", height=0.06)
icon("crayon", nouns="crayon, chalk, marker")
icon("credit-card", nouns="credit card")
icon("crossed-swords", nouns="swords, crossed swords", height=0.9)
icon(
    "dagger",
    nouns="sword, dagger, blade",
    near="lightsaber",
    height=0.35,
)
icon("dna", nouns="dna, double helix")
icon("dollar-banknote", nouns="money, cash, banknote, dollar bill, bill")
icon(
    "envelope",
    nouns="envelope, letter, mail",
    height=0.12,
    inscription=Inscription(box=(22, 56, 106, 96), patch=(255, 255, 255)),
)
icon("file-cabinet", home="office")
icon("fountain-pen", nouns="fountain pen")
icon("gear", nouns="gear, cog, cogwheel", near="machine")
icon("hammer", nouns="hammer, mallet", height=0.32)
icon("hook", nouns="hook")
icon("key", nouns="key, house key, car key", height=0.08)
icon("link", nouns="chain link")
icon("locked", nouns="lock, padlock", height=0.1)
icon("magnet", nouns="magnet", height=0.15)
icon("memo", inscription=Inscription(box=(14, 34, 84, 112), patch=(255, 255, 255)))
icon("microscope", nouns="microscope", height=0.4, home="laboratory")
icon("money-bag", nouns="money bag, bag of money", height=0.35)
icon("nut-and-bolt", nouns="bolt, screw, nut and bolt")
icon("old-key", nouns="old key, skeleton key, antique key")
icon(
    "package",
    nouns="package, parcel, cardboard box, crate, carton, shipping box, box",
    height=0.3,
    support=0.1,
    inscription=Inscription(box=(14, 62, 64, 100), color=(90, 52, 30)),
)
icon("paintbrush", nouns="paintbrush, brush, paint brush", height=0.2)
icon("paperclip", nouns="paperclip, paper clip")
icon("pen", nouns="pen, ballpoint pen", height=0.15)
icon("pencil", nouns="pencil", height=0.18)
icon("petri-dish", nouns="petri dish", home="laboratory")
icon("pick", nouns="pickaxe, pick")
icon("postbox", nouns="postbox, letterbox, post box")
icon("pushpin", nouns="pushpin, thumbtack")
icon("satellite-antenna", nouns="satellite dish, antenna")
icon("scissors", nouns="scissors, shears", height=0.18)
icon("screwdriver", nouns="screwdriver")
icon("shield", nouns="shield", height=0.7, inscription=Inscription(box=(32, 36, 96, 84)))
icon("shovel", nouns="shovel, spade")
icon("spiral-notepad", nouns="notepad", inscription=Inscription(box=(24, 34, 102, 100), patch=(255, 255, 255)))
icon("straight-ruler", nouns="ruler")
icon("tear-off-calendar", inscription=Inscription(box=(16, 50, 112, 106), patch=(250, 250, 252)))
icon("telescope", nouns="spyglass", height=0.9)
icon("test-tube", nouns="test tube", height=0.15, home="laboratory")
icon("toolbox", nouns="toolbox")
icon(
    "wastebasket",
    nouns=(
        "trash can, garbage can, dustbin, wastebasket, bin, rubbish bin, trashcan, recycling bin, waste bin, trash bin"
    ),
)
icon("wrench", nouns="wrench, spanner", height=0.25)
