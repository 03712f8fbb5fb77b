"""Weapons with blades and heads: sword, katana, spear, trident, mace, flail, battle axe; staffs and sceptres."""

from limner_illustrator.canvas.palette import RGB
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
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (196, 204, 216)
_WOOD: RGB = (134, 88, 54)
_GOLD: RGB = (236, 190, 76)
_BLADE = (250, 252, 254), _STEEL, (140, 150, 166)


@drawing(
    "longsword",
    nouns="longsword, long sword, broadsword, excalibur, claymore, greatsword, two-handed sword, magic sword",
    height=1.1,
    size=(70, 220),
)
@drawing("rapier", nouns="rapier, fencing foil, fencing sword, epee", height=1.1, size=(70, 220))
def _sword(pen: LocalCanvas, subject: Subject) -> None:
    """Upright, its point up."""
    steel = subject.color or _STEEL
    half = 2.4 if subject.entity.drawing == "own:rapier" else 9
    pen.polygon(
        [(35 - half, 20 + half), (35, 2), (35, 160), (35 - half, 160)], across(26, 35, light_of(steel, 0.5), steel)
    )
    pen.polygon(
        [(35, 2), (35 + half, 20 + half), (35 + half, 160), (35, 160)],
        across(35, 44, light_of(steel, 0.2), dark_of(steel, 0.3)),
    )
    if half < 5:
        pen.ring(35, 178, 19, 18, _GOLD, 3.4)
        pen.oval(35, 162, 21, 6, rounded_down(_GOLD, 156, 168))
    else:
        pen.line("M 35 24 L 35 150", dark_of(steel, 0.3), 2)
        pen.shape("M 6 156 Q 35 166 64 156 L 66 166 Q 35 174 4 166 Z", rounded_down(_GOLD, 154, 174))
    pen.box(30, 168, 40, 204, rounded_across(_WOOD, 30, 40), 3)
    for k in range(5):
        pen.line(f"M 30 {174 + k * 6} L 40 {171 + k * 6}", dark_of(_WOOD, 0.4), 1.6)
    pen.dot(35, 210, 8, ball(32, 207, 10, light_of(_GOLD, 0.4), _GOLD, dark_of(_GOLD, 0.3)))


@drawing("katana", nouns="katana, samurai sword, wakizashi", height=1, size=(80, 220))
@drawing("scimitar", nouns="scimitar, sabre, saber, cutlass, machete", height=0.9, size=(80, 220))
def _curved_sword(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.color or _STEEL
    if subject.entity.drawing == "own:katana":
        pen.shape(
            "M 36 160 C 34 110 38 50 62 4 C 58 60 48 110 46 160 Z",
            across(34, 60, light_of(steel, 0.5), steel, dark_of(steel, 0.3)),
        )
        pen.oval(41, 164, 16, 6, rounded_down((70, 64, 70), 158, 170))
        pen.box(35, 168, 47, 216, rounded_across((44, 40, 52), 35, 47), 4)
        for k in range(5):
            pen.polygon(
                [(41, 172 + k * 9), (45, 176 + k * 9), (41, 180 + k * 9), (37, 176 + k * 9)], solid((232, 222, 200))
            )
        return
    pen.shape(
        "M 28 166 C 22 110 30 50 70 4 C 76 60 66 120 42 166 Z",
        across(26, 70, light_of(steel, 0.5), steel, dark_of(steel, 0.3)),
    )
    pen.shape("M 10 162 Q 36 172 60 160 L 60 170 Q 36 180 12 172 Z", rounded_down(_GOLD, 160, 180))
    pen.shape("M 28 172 L 42 172 Q 44 194 34 212 L 20 206 Q 28 190 28 172 Z", rounded_across(_WOOD, 22, 44))


@drawing("spear", nouns="spear, lance, javelin, pike weapon, jousting lance", height=2.2, size=(40, 240))
@drawing("trident", nouns="trident, pitchfork, devil's pitchfork, hay fork", height=1.7, size=(60, 240))
@drawing("halberd", nouns="halberd, poleaxe, glaive", height=2.1, size=(70, 240))
@drawing("war-scythe", nouns="scythe, grim reaper's scythe", height=1.7, size=(110, 240))
@drawing("sickle", nouns="sickle, hand scythe", height=0.45, size=(110, 150))
def _pole_arm(pen: LocalCanvas, subject: Subject) -> None:
    name = subject.entity.drawing.removeprefix("own:")
    steel = subject.color or _STEEL
    if name == "sickle":
        pen.shape(
            "M 56 92 C 4 84 2 14 62 4 C 24 26 30 70 64 78 Z",
            across(4, 64, light_of(steel, 0.5), steel, dark_of(steel, 0.3)),
        )
        with pen.at(60, 84, turn=-12):
            pen.box(-6, 0, 6, 60, rounded_across(_WOOD, -6, 6), 5)
        return
    x = {"spear": 20.0, "trident": 30.0, "halberd": 26.0, "war-scythe": 84.0}[name]
    pen.box(x - 3.4, 34, x + 3.4, 238, rounded_across(_WOOD, x - 4, x + 4), 3)
    if name == "spear":
        pen.polygon([(x, 0), (x + 9, 34), (x, 48), (x - 9, 34)], across(x - 9, x + 9, *_BLADE))
        pen.box(x - 4, 44, x + 4, 54, rounded_across(_GOLD, x - 4, x + 4), 1)
    elif name == "trident":
        for at in (8.0, 30.0, 52.0):
            pen.line(f"M {at} 50 L {at} 16", steel, 6)
            pen.polygon([(at - 6, 20), (at, 0), (at + 6, 20)], across(at - 6, at + 6, *_BLADE))
        pen.line("M 8 48 Q 8 62 30 62 Q 52 62 52 48", steel, 6)
    elif name == "halberd":
        pen.polygon([(x, 0), (x + 7, 34), (x, 44), (x - 7, 34)], across(x - 7, x + 7, *_BLADE))
        pen.shape(
            f"M {x + 3} 46 L {x + 30} 34 Q {x + 44} 60 {x + 30} 86 L {x + 3} 72 Z",
            across(x, x + 44, dark_of(steel, 0.2), light_of(steel, 0.4)),
        )
        pen.polygon([(x - 3, 50), (x - 22, 60), (x - 3, 68)], solid(dark_of(steel, 0.2)))
    else:
        pen.shape(
            "M 90 24 C 60 0 20 16 2 60 C 28 36 56 32 82 42 Z",
            down(8, 60, light_of(steel, 0.5), steel, dark_of(steel, 0.3)),
        )
        for y in (110, 150):
            pen.line(f"M 84 {y} L 102 {y - 6}", dark_of(_WOOD, 0.1), 6)


@drawing("mace", nouns="mace, spiked mace, morning star", height=0.8, size=(80, 190))
@drawing("flail", nouns="flail, ball and chain, spiked flail", height=0.8, size=(110, 190))
@drawing("war-hammer", nouns="war hammer, warhammer, sledgehammer, thor's hammer, mjolnir", height=0.9, size=(110, 190))
@drawing("battle-axe", nouns="battle axe, battleaxe, double-bladed axe, viking axe", height=1, size=(110, 190))
def _crusher(pen: LocalCanvas, subject: Subject) -> None:
    name = subject.entity.drawing.removeprefix("own:")
    steel = subject.color or (150, 158, 172)
    x = {"mace": 40.0, "flail": 26.0}.get(name, 55.0)
    pen.box(x - 5, 60 if name != "flail" else 84, x + 5, 186, rounded_across(_WOOD, x - 5, x + 5), 4)
    for k in range(4):
        pen.line(f"M {x - 5} {150 + k * 9} L {x + 5} {146 + k * 9}", dark_of(_WOOD, 0.4), 2)
    match name:
        case "mace" | "flail":
            at_x, at_y = (40.0, 36.0) if name == "mace" else (80.0, 84.0)
            if name == "flail":
                for k in range(6):
                    pen.ring(30 + k * 7, 74 - 18 * (1 - abs(k - 2) / 3), 5, 4, dark_of(steel, 0.1), 2.4)
            for k in range(10):
                with pen.at(at_x, at_y, turn=k * 36):
                    pen.polygon([(-6, -22), (0, -37), (6, -22)], solid(light_of(steel, 0.2)))
            pen.dot(at_x, at_y, 25, ball(at_x - 8, at_y - 9, 36, light_of(steel, 0.5), steel, dark_of(steel, 0.4)))
            for dx, dy in ((-8, -4), (8, -8), (2, 10)):
                pen.polygon(
                    [(at_x + dx - 4, at_y + dy + 4), (at_x + dx, at_y + dy - 6), (at_x + dx + 4, at_y + dy + 4)],
                    solid(light_of(steel, 0.4)),
                )
        case "war-hammer":
            pen.box(8, 22, 102, 68, rounded_down(steel, 22, 68), 5)
            for left in (8.0, 88.0):
                pen.box(left, 18, left + 14, 72, rounded_down(light_of(steel, 0.1), 18, 72), 3)
            pen.box(48, 14, 62, 76, rounded_across(dark_of(steel, 0.2), 48, 62), 2)
        case _:
            for side in (-1, 1):
                pen.shape(
                    f"M {x + side * 4} 30 L {x + side * 38} 6 Q {x + side * 62} "
                    f"46 {x + side * 38} 86 L {x + side * 4} 62 Z",
                    across(x - 60, x + 60, light_of(steel, 0.4), steel, dark_of(steel, 0.2))
                    if side < 0
                    else across(x, x + 60, dark_of(steel, 0.2), light_of(steel, 0.3)),
                )
            pen.polygon([(x - 5, 26), (x, 2), (x + 5, 26)], solid(light_of(steel, 0.2)))
            pen.box(x - 6, 26, x + 6, 66, rounded_across(dark_of(steel, 0.3), x - 6, x + 6), 2)


@drawing(
    "wizard-staff",
    nouns="staff, wizard staff, wizard's staff, magic staff, wooden staff, crook, shepherd's crook",
    height=1.7,
    size=(60, 240),
    glow=0.15,
)
@drawing("scepter", nouns="scepter, sceptre, royal scepter", height=0.8, size=(60, 220))
def _staff(pen: LocalCanvas, subject: Subject) -> None:
    if subject.entity.drawing == "own:scepter":
        gold = subject.paint(_GOLD)
        pen.box(26, 50, 34, 214, rounded_across(gold, 26, 34), 4)
        for y in (60, 120, 200):
            pen.oval(30, y, 9, 6, rounded_down(gold, y - 6, y + 6))
        pen.dot(30, 32, 20, ball(24, 24, 28, (250, 150, 160), (206, 40, 70), (120, 16, 40)))
        pen.line("M 10 32 L 50 32 M 30 14 L 30 50", gold, 3)
        pen.line("M 30 12 L 30 -8 M 22 0 L 38 0", gold, 4)
        return
    wood = subject.paint((120, 80, 52))
    for tone, width in ((dark_of(wood, 0.4), 11), (wood, 8)):
        pen.line("M 30 236 Q 36 150 28 80 Q 20 56 30 50", tone, width)
        if "crook" in subject.entity.noun:
            pen.line("M 28 74 C 24 20 62 14 54 46", tone, width)
        else:
            pen.line("M 28 60 C 6 44 8 14 26 6", tone, width)
            pen.line("M 30 60 C 54 46 52 18 38 6", tone, width)
    if "crook" not in subject.entity.noun:
        pen.dot(31, 30, 13, ball(27, 25, 18, WHITE, (110, 200, 250), (50, 90, 200)))


@drawing("pistol", nouns="pistol, revolver, handgun, flintlock, flintlock pistol", height=0.2, size=(150, 100))
@drawing("ray-gun", nouns="ray gun, raygun, laser gun, blaster, space gun", height=0.22, size=(150, 100))
def _pistol(pen: LocalCanvas, subject: Subject) -> None:
    """It points to the left."""
    if subject.entity.drawing == "own:ray-gun":
        body = subject.paint((226, 84, 70), (70, 150, 200))
        pen.polygon([(90, 50), (116, 50), (128, 94), (104, 96)], rounded_down(dark_of(body, 0.2), 50, 96))
        pen.oval(90, 42, 40, 24, rounded_down(body, 18, 66))
        for k in range(4):
            pen.oval(46 - k * 9, 42, 4, 18 - k * 3, rounded_down((236, 206, 100), 24, 60))
        pen.box(4, 37, 46, 47, rounded_down(_STEEL, 37, 47), 4)
        pen.dot(4, 42, 8, ball(2, 39, 11, WHITE, (130, 250, 190)))
        pen.shape("M 86 20 L 104 2 L 112 22 Z", solid(dark_of(body, 0.1)))
        return
    steel = subject.paint((88, 92, 104))
    pen.shape("M 92 48 L 128 48 Q 124 66 142 92 L 112 98 Q 98 78 92 64 Z", rounded_down(_WOOD, 48, 98))
    pen.ring(86, 58, 14, 12, dark_of(steel, 0.2), 4)
    pen.box(4, 24, 84, 38, rounded_down(steel, 24, 38), 3)
    pen.shape("M 62 20 L 122 20 Q 134 30 128 52 L 74 52 Z", rounded_down(light_of(steel, 0.1), 20, 52))
    pen.box(70, 24, 98, 48, rounded_down(dark_of(steel, 0.2), 24, 48), 4)
    for y in (30, 38):
        pen.line(f"M 72 {y} L 96 {y}", light_of(steel, 0.3), 2)
    pen.polygon([(118, 20), (130, 8), (132, 22)], solid(steel))
    pen.polygon([(8, 24), (10, 17), (15, 24)], solid(steel))


@drawing("dynamite", nouns="dynamite, stick of dynamite, tnt", height=0.25, size=(90, 120))
@drawing("grenade", nouns="grenade, hand grenade", height=0.12, size=(90, 120))
@drawing("cannonball", nouns="cannonball, iron ball", height=0.18, size=(90, 90))
@drawing("torpedo", nouns="torpedo, missile, warhead", height=0.6, size=(200, 70))
def _explosive(pen: LocalCanvas, subject: Subject) -> None:
    name = subject.entity.drawing.removeprefix("own:")
    if name == "dynamite":
        red = subject.paint((206, 56, 48))
        pen.line("M 45 24 C 45 6 66 12 70 0", (90, 80, 74), 3)
        pen.star(72, -2, 11, solid((255, 214, 90)), points=8)
        for x in (16, 60, 38):
            pen.box(x - 13, 26, x + 15, 116, rounded_across(red, x - 13, x + 15), 5)
            pen.oval(x + 1, 27, 14, 4, solid(light_of(red, 0.4)))
        pen.box(0, 60, 78, 78, rounded_down((70, 62, 66), 60, 78), 2)
    elif name == "grenade":
        green = subject.paint((90, 110, 66))
        pen.shape("M 30 30 L 34 14 L 62 14 L 88 62 L 80 66 L 62 30 Z", rounded_down((150, 154, 150), 14, 66))
        pen.ring(20, 28, 11, 11, (170, 174, 170), 3.4)
        pen.oval(44, 74, 34, 42, ball(32, 56, 56, light_of(green, 0.36), green, dark_of(green, 0.4)))
        for k in range(3):
            pen.line(f"M 12 {58 + k * 17} Q 44 {64 + k * 17} 76 {58 + k * 17}", dark_of(green, 0.4), 2.4)
            pen.line(f"M {28 + k * 16} 38 Q {22 + k * 22} 74 {28 + k * 16} 112", dark_of(green, 0.4), 2.4)
    elif name == "cannonball":
        iron = subject.paint((66, 68, 78))
        pen.dot(45, 45, 42, ball(32, 28, 66, light_of(iron, 0.5), iron, dark_of(iron, 0.5)))
    else:
        steel = subject.paint((120, 132, 120))
        for y in (-1, 1):
            pen.polygon([(160, 35), (196, 35 + y * 34), (190, 35)], solid(dark_of(steel, 0.2)))
        pen.shape(
            "M 44 14 L 160 16 Q 186 26 190 35 Q 186 44 160 54 L 44 56 Q 4 52 2 35 Q 4 18 44 14 Z",
            rounded_down(steel, 14, 56),
        )
        pen.shape("M 44 14 Q 4 18 2 35 Q 4 52 44 56 Z", rounded_down((196, 60, 52), 14, 56))
        for x in (80, 130):
            pen.line(f"M {x} 15 L {x} 55", dark_of(steel, 0.4), 2)
