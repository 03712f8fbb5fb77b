"""Furniture, bathroom, clocks and other things of a household."""

from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon("adhesive-bandage", nouns="bandage, band-aid, band aid, sticking plaster, plaster")
icon("alarm-clock", nouns="alarm clock", height=0.15)
icon(
    "basket",
    nouns="basket, gift basket, picnic basket, wicker basket, hamper, laundry basket, fruit basket",
    traits={"container", "open_top"},
    height=0.3,
    support=0.1,
    rim=0.63,
)
icon("bellhop-bell", nouns="service bell, desk bell")
icon("broom", nouns="broom, broomstick", traits={"mount"}, height=1.3, seat=(0.55, 0.5))
icon("bubbles", nouns="bubbles, soap bubble, bubble", height=0.3)
icon(
    "chair",
    nouns=(
        "chair, dining chair, office chair, wheel chair, seat, folding chair, swivel chair, "
        "high chair, "
        "椅子, 의자, стул, stuhl, silla, chaise, cadeira, sedia"
    ),
    traits={"seat", "surface"},
    materials={"wood"},
    height=0.9,
    home="livingroom",
    support=0.52,
)
icon("coffin", nouns="coffin, casket", height=1.9, home="dungeon")
icon("couch-and-lamp", traits={"seat"}, height=1.4, home="livingroom", support=0.55)
icon("crutch", nouns="crutch")
icon("elevator", nouns="elevator", near="escalator, lift")
icon("fire-extinguisher", nouns="fire extinguisher")
icon("headstone", nouns="tombstone, gravestone, headstone, grave", home="graveyard")
icon("hourglass-done", nouns="sand timer", height=0.2)
icon("hourglass-not-done", nouns="hourglass, sand clock, sandglass")
icon("lotion-bottle", nouns="lotion, lotion bottle, sunscreen, moisturizer, hand cream, conditioner")
icon(
    "luggage",
    nouns="luggage, baggage, travel bag, rolling suitcase, trolley case",
    traits={"container"},
    height=0.6,
    support=0.12,
)
icon("mantelpiece-clock", nouns="clock, antique clock, mantel clock", height=0.4)
icon("mirror", nouns="mirror, looking glass, vanity mirror", traits={"hangs"}, height=0.6)
icon("moai", nouns="moai, bust", height=4)
icon("nazar-amulet", nouns="amulet", height=0.1)
icon("pill", nouns="pill, capsule, tablet pill")
icon("placard", traits={"held_high"}, inscription=Inscription(box=(20, 12, 108, 82)))
icon("plunger", height=0.5)
icon("razor", nouns="razor, shaver")
icon("roll-of-paper", nouns="toilet paper, paper towel, roll of paper")
icon("safety-pin", nouns="safety pin, pin")
icon(
    "shopping-cart",
    nouns="shopping cart, trolley, shopping trolley",
    kinds={"vehicle"},
    traits={"container", "open_top"},
    rim=0.6,
)
icon("shower", nouns="shower, shower head", height=2, home="bathroom")
icon("soap", nouns="soap, bar of soap, bath bomb, bathbomb", height=0.06)
icon("sponge", nouns="sponge")
icon("stethoscope", nouns="stethoscope")
icon("stopwatch", nouns="stopwatch, timer")
icon("syringe", nouns="syringe, injection")
icon(
    "toilet",
    nouns="toilet, lavatory, loo, toilet bowl",
    traits={"seat"},
    height=0.8,
    home="bathroom",
    support=0.5,
)
icon("toothbrush", nouns="toothbrush", height=0.18)
icon("watch", nouns="wristwatch, watch, pocket watch, smartwatch, smart watch", kinds={"wearable"}, height=0.06)
