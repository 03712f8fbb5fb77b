"""Along the street: stop sign, traffic light, phone booth; a digger and a tank; a log cabin by the road."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (160, 168, 182)


@drawing("stop-sign", nouns="stop sign, stopsign", height=2.2, home="street", size=(100, 190), relief=0.5)
def _stop_sign(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((206, 38, 44))
    pen.box(46, 60, 54, 190, rounded_across(_STEEL, 46, 54), 1)
    for radius, paint in ((50, solid((236, 238, 242))), (46, down(4, 96, light_of(red, 0.2), red, dark_of(red, 0.2)))):
        turns = [math.pi / 8 + index * math.pi / 4 for index in range(8)]
        pen.polygon([(50 + math.cos(turn) * radius, 50 + math.sin(turn) * radius) for turn in turns], paint)
    letters: RGB = (60, 50, 60) if 0.3 * red[0] + 0.59 * red[1] + 0.11 * red[2] > 180 else WHITE
    fit_text(pen.canvas, subject.text or "STOP", (9, 32, 91, 68), "round", letters)


@drawing(
    "traffic-light",
    nouns="traffic light, stoplight, traffic signal, traffic lights",
    height=3,
    home="street",
    size=(80, 225),
    relief=0.6,
    glow=0.3,
)
def _traffic_light(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((54, 58, 68))
    pen.box(36, 118, 44, 220, rounded_across((96, 102, 114), 36, 44))
    pen.oval(40, 220, 16, 4.6, rounded_across((80, 86, 98), 24, 56))
    pen.box(12, 0, 68, 124, across(12, 68, light_of(case, 0.2), case, dark_of(case, 0.4)), 14)
    for y, lamp in ((24, (240, 60, 54)), (62, (255, 200, 50)), (100, (70, 200, 100))):
        pen.dot(40, y, 17, solid(dark_of(case, 0.5)))
        pen.dot(40, y + 1, 14.4, ball(36, y - 4, 20, light_of(lamp, 0.6), lamp, dark_of(lamp, 0.2)))
        pen.oval(35, y - 5, 4.6, 3, solid(WHITE, 170))
        pen.shape(
            f"M 22 {y - 2} C 22 {y - 22} 58 {y - 22} 58 {y - 2} C 54 {y - 14} 26 {y - 14} 22 {y - 2} Z",
            solid(dark_of(case, 0.2)),
        )


@drawing(
    "phone-booth",
    nouns="phone booth, telephone booth, phone box, telephone box, red telephone box, call box",
    height=2.4,
    home="street",
    size=(80, 185),
    relief=0.4,
)
def _phone_booth(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((204, 36, 44))
    pen.box(4, 16, 76, 180, rounded_across(red, 4, 76), 2)
    pen.shape("M 6 18 Q 40 -8 74 18 Z", rounded_across(light_of(red, 0.1), 6, 74))
    pen.box(0, 14, 80, 34, rounded_down(red, 12, 34), 2)
    pen.box(12, 18, 68, 29, solid((250, 246, 232)), 1)
    fit_text(pen.canvas, subject.text or "TELEPHONE", (14, 19, 66, 28), "serif", (50, 40, 44))
    pen.box(13, 40, 67, 164, solid(dark_of(red, 0.4)), 1)
    for row in range(6):
        for column in range(3):
            x, y = 15.5 + column * 17, 43 + row * 20.2
            pen.box(x, y, x + 15, y + 17.6, down(y, y + 18, (206, 232, 246), (140, 190, 220)), 1)
            pen.polygon([(x + 2, y + 16), (x + 9, y + 1), (x + 12, y + 1), (x + 5, y + 16)], solid(WHITE, 90))
    pen.box(0, 172, 80, 184, rounded_down(dark_of(red, 0.3), 172, 184), 2)
    pen.box(66, 98, 69, 112, rounded_down((240, 206, 120), 98, 112), 1.4)


@drawing(
    "digger",
    nouns="excavator, digger, backhoe, construction vehicle, steam shovel",
    kinds={"vehicle"},
    height=3.2,
    home="meadow",
    size=(190, 131),
    relief=0.5,
)
def _digger(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((250, 190, 40))
    arm = light_of(paint, 0.06)
    pen.line("M 104 62 L 56 14 L 22 60", dark_of(paint, 0.34), 13)
    pen.line("M 104 62 L 56 14 L 22 60", arm, 9)
    pen.line("M 84 42 L 50 34", (190, 196, 206), 5)
    for x, y in ((56, 14), (22, 60)):
        pen.dot(x, y, 5, ball(x - 1, y - 1, 6, (210, 214, 222), (110, 116, 128)))
    pen.shape(
        "M 12 56 L 34 60 C 36 78 24 90 2 88 L 6 80 L -4 80 L 2 72 Z",
        across(-4, 36, light_of(_STEEL, 0.2), dark_of(_STEEL, 0.3)),
    )
    pen.box(84, 66, 180, 100, rounded_down(paint, 62, 100), 6)
    pen.shape("M 92 68 L 96 22 Q 97 16 104 16 L 132 16 Q 138 16 138 22 L 138 68 Z", rounded_across(paint, 92, 138))
    pen.shape("M 99 60 L 102 24 L 131 24 L 131 60 Z", down(24, 60, (214, 240, 252), (130, 186, 220)))
    pen.polygon([(104, 58), (112, 26), (118, 26), (110, 58)], solid(WHITE, 110))
    pen.box(146, 50, 150, 68, solid((90, 94, 106)), 2)
    for y in (76, 83, 90):
        pen.line(f"M 150 {y} L 172 {y}", dark_of(paint, 0.4), 1.8)
    pen.box(78, 98, 186, 130, across(78, 186, (84, 86, 98), (44, 46, 56)), 16)
    pen.box(84, 103, 180, 125, solid((104, 108, 120)), 11)
    for x in (96, 120, 144, 168):
        pen.dot(x, 114, 9, ball(x - 2, 111, 12, (206, 210, 218), (90, 94, 106)))


@drawing(
    "tank",
    nouns="tank, army tank, military tank",
    kinds={"vehicle"},
    height=2.5,
    home="meadow",
    size=(200, 113),
    relief=0.6,
)
def _tank(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((110, 130, 74), (150, 136, 96))
    pen.box(-30, 36, 62, 45, down(36, 45, light_of(paint, 0.3), paint, dark_of(paint, 0.4)), 3)
    pen.box(-36, 33, -20, 48, rounded_down(dark_of(paint, 0.1), 33, 48), 3)
    pen.box(96, 14, 122, 26, rounded_down(dark_of(paint, 0.1), 14, 26), 4)
    pen.shape(
        "M 52 58 L 60 28 Q 62 22 70 22 L 130 22 Q 140 22 142 32 L 146 58 Z",
        down(22, 58, light_of(paint, 0.26), paint, dark_of(paint, 0.2)),
    )
    pen.star(104, 42, 9, solid(WHITE, 230))
    pen.shape("M 4 80 L 22 56 L 172 56 L 190 80 Z", down(54, 80, light_of(paint, 0.2), paint, dark_of(paint, 0.24)))
    pen.shape("M -2 80 L 196 80 Q 200 96 178 112 L 18 112 Q -6 96 -2 80 Z", down(78, 112, (84, 86, 92), (42, 44, 50)))
    for index in range(6):
        x = 24 + index * 29.4
        pen.dot(x, 94, 13, ball(x - 3, 90, 18, light_of(paint, 0.24), paint, dark_of(paint, 0.4)))
        pen.dot(x, 94, 4.6, solid(dark_of(paint, 0.5)))


@drawing(
    "cabin",
    nouns="cabin, log cabin, lodge, cabin in the woods, wooden cabin, chalet, shack, mountain hut, log house",
    kinds={"building"},
    materials={"wood"},
    height=4.6,
    home="forest",
    size=(180, 141),
    relief=0.4,
    glow=0.15,
)
def _cabin(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((166, 110, 66), (146, 94, 60))
    scene = subject.scene
    snowy = scene.season == "winter" or scene.weather == "snow" or scene.backdrop == "snow"
    dark = scene.time in ("night", "sunset")
    pen.box(128, 0, 146, 54, rounded_across((150, 140, 138), 128, 146), 2)
    for x, y, r in ((138, -5, 5), (141, -13, 6), (148, -22, 8), (160, -34, 11)):
        pen.dot(x, y, r, solid((244, 246, 250), 190))
    pen.polygon([(90, 18), (160, 66), (160, 76), (20, 76), (20, 66)], solid(dark_of(wood, 0.2)))
    for y in range(26, 76, 9):
        half = (y - 18) * 1.46 + 5
        pen.box(90 - half, y, 90 + half, y + 9, rounded_down(wood, y, y + 9), 4)
    for y in range(74, 134, 10):
        pen.box(16, y, 164, y + 10, rounded_down(wood, y, y + 10), 5)
        for x in (18, 162):
            pen.oval(x, y + 5, 5, 5, ball(x - 1, y + 4, 6, (240, 206, 156), (206, 156, 104)))
    glow: tuple[RGB, RGB] = ((255, 240, 170), (255, 196, 90)) if dark else ((196, 226, 244), (126, 176, 212))
    for left in (32, 118):
        pen.box(left - 3, 84, left + 33, 115, solid(light_of(wood, 0.5)), 2)
        pen.box(left, 87, left + 30, 112, down(87, 112, *glow))
        pen.line(f"M {left + 15} 87 L {left + 15} 112 M {left} 99 L {left + 30} 99", light_of(wood, 0.5), 2.2)
    pen.box(74, 82, 106, 134, solid(light_of(wood, 0.4)), 2)
    pen.box(77, 85, 103, 134, rounded_across(dark_of(wood, 0.34), 77, 103), 2)
    pen.dot(98, 110, 2, solid((250, 210, 110)))
    pen.dot(90, 54, 9, solid(light_of(wood, 0.5)))
    pen.dot(90, 54, 6.6, ball(90, 52, 8, *glow))
    roof = "M 90 4 L 178 66 L 172 76 L 90 20 L 8 76 L 2 66 Z"
    pen.shape(roof, down(4, 76, (150, 76, 62), (106, 52, 48)))
    if snowy:
        pen.shape(
            "M 90 -2 Q 140 34 182 64 Q 180 74 172 72 Q 160 62 150 66 Q 140 "
            "54 128 54 Q 116 38 104 36 Q 96 24 90 24 Q 82 26 76 36 Q 62 38 "
            "54 52 Q 42 54 34 64 Q 20 62 12 72 Q 0 74 0 64 Q 44 34 90 -2 Z",
            down(-2, 74, WHITE, (214, 228, 244)),
        )
        pen.box(125, -4, 149, 4, down(-4, 4, WHITE, (214, 228, 244)), 4)
    pen.box(70, 132, 110, 140, rounded_down((178, 172, 170), 132, 140), 2)
    if dark:
        pen.oval(90, 100, 60, 24, soft((255, 214, 120), 50, 10))


@drawing(
    "traffic-cone",
    nouns="traffic cone, road cone, pylon, safety cone, orange cone",
    height=0.7,
    home="street",
    size=(100, 113),
)
def _traffic_cone(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((246, 116, 40))
    pen.shape("M 4 104 L 14 92 L 86 92 L 96 104 L 96 112 L 4 112 Z", rounded_down(paint, 90, 112))
    cone = "M 43 4 Q 50 0 57 4 L 80 96 Q 50 106 20 96 Z"
    pen.shape(cone, across(20, 80, light_of(paint, 0.34), paint, dark_of(paint, 0.3)))
    with pen.inside(cone):
        for y, wide in ((30, 13), (62, 15)):
            pen.shape(
                f"M 0 {y} Q 50 {y + 10} 100 {y} L 100 {y + wide} Q 50 {y + wide + 10} 0 {y + wide} Z",
                across(20, 80, WHITE, (244, 244, 246), (196, 198, 206)),
            )
