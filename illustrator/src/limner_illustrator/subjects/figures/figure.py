"""A whole person: the layers of a figure, from what is behind to what is in the hand."""

import math
from contextlib import AbstractContextManager
from dataclasses import replace

from limner_illustrator.canvas.palette import mix
from limner_illustrator.subjects.figures import face, hair, hats, props
from limner_illustrator.subjects.figures.clothes import cloth, draw_garment, trunk
from limner_illustrator.subjects.figures.details import draw_behind, draw_details
from limner_illustrator.subjects.figures.face_details import draw_face_details
from limner_illustrator.subjects.figures.limbs import draw_arm, draw_leg
from limner_illustrator.subjects.figures.outfits import outfit_of
from limner_illustrator.subjects.figures.person import Person, make_person
from limner_illustrator.subjects.figures.poses import POSES, Pose, find_pose
from limner_illustrator.subjects.figures.skeleton import Body, Point, stand
from limner_illustrator.subjects.figures.wizard import draw_wizard_portrait
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import INK, LocalCanvas, across, dark_of, light_of, soft, solid
from limner_illustrator.subjects.raster import Box, measure
from limner_illustrator.subjects.subject import Subject

FRAME: Box = (-125, -160, 125, 60)
"""Large enough for every pose with every hat. Left, top, right, bottom."""
PORTRAIT_BELOW = -56.0
"""A portrait ends here, under the chest."""

_HEIGHTS = {"baby": 0.72, "child": 1.2, "adult": 1.72, "old": 1.66}
_HAT_M = {
    "wizard": 0.36,
    "toque": 0.16,
    "party": 0.26,
    "elf": 0.16,
    "cowboy": 0.1,
    "knight": 0.14,
    "crown": 0.1,
    "pirate": 0.1,
}
_SHARE_OF_HEIGHT = {
    "sitting": 0.86,
    "riding": 0.88,
    "sleeping": 0.34,
    "flying": 0.72,
    "swimming": 0.7,
    "cheering": 1.12,
    "waving": 1.06,
}
_RAISED = (20.0, 112.0)
_FREE_HAND = frozenset({"standing", "walking", "dancing", "holding", "playing", "fighting"})


def pose_of(subject: Subject) -> tuple[str, Pose]:
    """The pose that layout asks for, else the one that the entity's verb means, else what the hands do."""
    if subject.scene.is_close and subject.pose is None:
        return find_pose("portrait")
    name, pose = find_pose(subject.pose or subject.entity.action)
    if name == "standing" and subject.text:
        return find_pose("reading")
    if name == "standing" and _relates(subject, "holding", "eating"):
        return find_pose("holding")
    if name == "standing" and subject.entity.drawing == "figure:baby" and not _relates(subject, "riding"):
        return find_pose("meditating")
    return name, pose


def _relates(subject: Subject, *kinds: str) -> bool:
    return any(one.subject == subject.entity.id and one.kind in kinds for one in subject.scene.relations)


def figure_frame(subject: Subject) -> Box:
    """What of the figure is shown: all of it, or head and chest."""
    if pose_of(subject)[0] != "portrait":
        return FRAME
    return (-40, FRAME[1], 40, PORTRAIT_BELOW)


def figure_joints(subject: Subject) -> dict[str, Point]:
    """Hand (the right one), head (its top), face (the middle of the head) and seat: fractions of the cropped sprite."""
    pose = pose_of(subject)[1]
    body = stand(make_person(subject).build, pose)
    left, top, right, bottom = measure(lambda pen: draw_figure(pen, subject), figure_frame(subject))
    crown = (body.head[0], body.head[1] - body.build.head)
    joints = {"hand": body.right_arm[2], "head": crown, "face": body.head, "seat": (body.hip[0], body.hip[1] + 4)}
    turn = math.radians(pose.roll)
    return {
        joint: (
            (x * math.cos(turn) - y * math.sin(turn) - left) / (right - left),
            (x * math.sin(turn) + y * math.cos(turn) - top) / (bottom - top),
        )
        for joint, (x, y) in joints.items()
    }


def figure_height(kind: str, action: str | None) -> float:
    """Metres from the lowest to the highest point of the pose, hat included."""
    outfit = outfit_of(kind)
    height = _HEIGHTS[outfit.age] + (_HAT_M.get(outfit.hat or "", 0.0))
    return height * _SHARE_OF_HEIGHT.get(find_pose(action)[0], 1.0)


def draw_figure(pen: LocalCanvas, subject: Subject) -> None:
    name, pose = pose_of(subject)
    person = make_person(subject, turn=pose.turn, asleep=pose.asleep, close_up=name == "portrait")
    prop = _prop(person, name, subject)
    if prop == "guitar":
        pose = POSES["strumming"]
    if prop in props.UPRIGHT and name in ("standing", "dancing"):
        pose = replace(pose, right_arm=_RAISED)
    if name == "portrait":
        _portrait(pen, person)
        return
    body = stand(person.build, pose)
    with pen.at(0, 0, turn=pose.roll):
        _figure(pen, person, body, prop, from_behind=subject.scene.view == "behind")
        if subject.text:
            _placard(pen, body, subject.text)
        elif name == "reading":
            _open_book(pen, body)


def _portrait(pen: LocalCanvas, person: Person) -> None:
    """Head and chest, closer to life: a smaller head on wider shoulders."""
    if person.kind == "wizard":
        with pen.at(-36, PORTRAIT_BELOW - 76, scale=0.72):
            draw_wizard_portrait(pen, person)
        return
    build = person.build
    bust = replace(build, head=build.head * 0.9, shoulder=build.shoulder * 1.24, limb=build.limb * 1.15)
    _figure(pen, person, stand(bust, POSES["standing"]), None)


def _prop(person: Person, pose: str, subject: Subject) -> str | None:
    """A kind's own prop, unless the hands do something else in this scene."""
    busy = _relates(subject, "holding", "riding", "eating")
    return person.outfit.prop if pose in _FREE_HAND and not busy else None


def _figure(pen: LocalCanvas, person: Person, body: Body, prop: str | None, *, from_behind: bool = False) -> None:
    draw_behind(pen, person, body)
    with _head(pen, body):
        if person.outfit.hat not in ("space", "ninja"):
            hair.draw_back_hair(pen, person)
    if person.kind == "mermaid":
        _tail(pen, person, body)
    elif body.pose.astride or person.outfit.garment not in ("robe", "gown"):
        _legs(pen, person, body)
    else:
        _feet(pen, person, body)
    if body.pose.astride:
        draw_arm(pen, person, body.left_arm, dim=0.18)
    _neck(pen, person, body)
    if person.close_up:
        draw_arm(pen, person, body.left_arm)
        draw_arm(pen, person, body.right_arm)
    draw_garment(pen, person, body)
    if not from_behind:
        draw_details(pen, person, body)
    if person.kind == "mermaid":
        _shells(pen, person, body)
    _arms_and_head(pen, person, body, prop, from_behind=from_behind)


def _arms_and_head(pen: LocalCanvas, person: Person, body: Body, prop: str | None, *, from_behind: bool) -> None:
    arms = () if person.close_up else (body.right_arm,) if body.pose.astride else (body.left_arm, body.right_arm)
    if prop:
        with pen.at(*body.right_arm[2], turn=6 if prop in props.UPRIGHT else 0):
            props.PROPS[prop](pen)
    raised = [arm for arm in arms if arm[2][1] < body.neck[1] - 4]
    for arm in arms:
        if arm not in raised:
            draw_arm(pen, person, arm)
    with _head(pen, body):
        face.draw_head(pen, person)
        if from_behind:
            hair.draw_back_of_head(pen, person)
        else:
            hair.draw_beard(pen, person)
            face.draw_features(pen, person)
            draw_face_details(pen, person)
            hair.draw_front_hair(pen, person, under_hat=bool(person.outfit.hat) and person.outfit.hat not in hats.OPEN)
        hats.draw_hat(pen, person)
    for arm in raised:
        draw_arm(pen, person, arm)


def _head(pen: LocalCanvas, body: Body) -> AbstractContextManager[None]:
    """The pen in head units."""
    return pen.at(*body.head, turn=body.pose.lean + body.pose.nod, scale=body.build.head / 11)


def _neck(pen: LocalCanvas, person: Person, body: Body) -> None:
    (nx, ny), (hx, hy) = body.neck, body.head
    width = body.build.limb * 1.1
    pen.line(
        f"M {nx} {ny + 2} L {nx + (hx - nx) * 0.4} {ny + (hy - ny) * 0.4}", mix(person.skin, (120, 40, 40), 0.24), width
    )


def _legs(pen: LocalCanvas, person: Person, body: Body) -> None:
    if body.pose.astride:
        draw_leg(pen, person, body.left_leg)
        return
    if body.pose.thigh < 1:
        for leg in (body.left_leg, body.right_leg):
            draw_leg(pen, person, leg, lap=True)
        return
    legs = [body.left_leg, body.right_leg]
    if body.pose.turn < -0.3:
        legs.reverse()
    draw_leg(pen, person, legs[0], dim=0.12 if abs(body.pose.turn) > 0.3 else 0)
    draw_leg(pen, person, legs[1])


def _feet(pen: LocalCanvas, person: Person, body: Body) -> None:
    """Only the tips of the shoes show under a long robe."""
    for x in (-4.6, 4.6):
        pen.oval(x, -0.6, 4, 2.4, solid(person.outfit.shoes))


def _open_book(pen: LocalCanvas, body: Body) -> None:
    (lx, ly), (rx, ry) = body.left_arm[2], body.right_arm[2]
    x, y = (lx + rx) / 2, (ly + ry) / 2 - 3
    for side in (-1, 1):
        pen.shape(
            f"M {x} {y + 5} L {x} {y - 6} Q {x + side * 6} {y - 9} {x + side * 11.4} {y - 7} L "
            f"{x + side * 11.4} {y + 4.6} Q {x + side * 6} {y + 2.6} {x} {y + 5} Z",
            across(x, x + side * 12, dark_of((190, 70, 66), 0.3), (190, 70, 66), light_of((190, 70, 66), 0.2)),
        )
    pen.line(f"M {x} {y - 6} L {x} {y + 5}", (120, 40, 44), 0.8)


def _placard(pen: LocalCanvas, body: Body, text: str) -> None:
    (lx, ly), (rx, ry) = body.left_arm[2], body.right_arm[2]
    x, y = (lx + rx) / 2, (ly + ry) / 2 - 2
    pen.box(x - 21, y - 13, x + 21, y + 13, solid((250, 246, 236)), 2)
    pen.frame(x - 21, y - 13, x + 21, y + 13, (150, 110, 76), 1.3, 2)
    fit_text(pen.canvas, text, (x - 19, y - 11, x + 19, y + 11), "round", (70, 44, 40))


def _tail(pen: LocalCanvas, person: Person, body: Body) -> None:
    """A mermaid's tail in place of legs, its fin swept to the side."""
    hx, hy = body.hip
    h = body.build.hip * 1.06
    pen.shape(
        "M 21 -10 C 30 -20 40 -18 45 -25 C 45 -11 38 -3 28 -3 C 38 3 39 13 34 20 C 27 15 20 6 21 -10 Z",
        across(20, 46, light_of(person.top, 0.3), light_of(person.top, 0.5)),
    )
    outline = (
        f"M {hx - h} {hy - 7} C {hx - h * 1.5} {hy + 16} {hx - h * 0.7} {hy + 42} 20 -3 L 26 -9 C 13 -10 "
        f"{hx + h * 1.4} {hy + 20} {hx + h} {hy - 7} "
        f"Q {hx} {hy - 3} {hx - h} {hy - 7} Z"
    )
    pen.shape(outline, across(hx - h, hx + h * 1.6, light_of(person.top, 0.3), person.top, dark_of(person.top, 0.3)))
    with pen.inside(outline):
        for row in range(8):
            for column in range(-3, 5):
                x, y = hx + column * 5 + (row % 2) * 2.5, hy - 3 + row * 5
                pen.line(f"M {x - 2.5} {y} Q {x} {y + 3.4} {x + 2.5} {y}", light_of(person.top, 0.5), 0.5, 130)


def _shells(pen: LocalCanvas, person: Person, body: Body) -> None:
    outline = trunk(body, below=-7)
    pen.shape(outline, cloth(person.skin, body))
    x, y = body.neck
    for side in (-1, 1):
        pen.shape(
            f"M {x + side * 0.8} {y + 9} Q {x + side * 1.6} {y + 5.6} {x + side * 4.2} {y + 5.6} Q "
            f"{x + side * 7.4} {y + 6} {x + side * 7.2} {y + 10} "
            f"Q {x + side * 4} {y + 13} {x + side * 0.8} {y + 9} Z",
            solid(person.outfit.trim),
        )
    pen.oval(x, body.hip[1] - 11, 0.6, 0.9, soft(INK, 110, 0.3))
