"""A whole person: the layers of a figure, from what is behind to what is in the hand."""

import math
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import lru_cache

from limner_illustrator.canvas.palette import mix
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures import face, hair, hats, props
from limner_illustrator.subjects.figures.activities import FROM_BEHIND, activity_of, find_pose, list_riders, list_taken
from limner_illustrator.subjects.figures.clothes import draw_garment
from limner_illustrator.subjects.figures.creatures import make_creature
from limner_illustrator.subjects.figures.details import draw_behind, draw_details
from limner_illustrator.subjects.figures.face_details import draw_face_details
from limner_illustrator.subjects.figures.held import Held
from limner_illustrator.subjects.figures.limbs import draw_arm, draw_leg
from limner_illustrator.subjects.figures.mermaid import draw_shells, draw_tail
from limner_illustrator.subjects.figures.outfits import outfit_of
from limner_illustrator.subjects.figures.person import Person, make_person
from limner_illustrator.subjects.figures.poses import BASIC_POSES, Point, Pose
from limner_illustrator.subjects.figures.skeleton import Body, stand
from limner_illustrator.subjects.figures.toolbox import draw_tool
from limner_illustrator.subjects.figures.tools import Grip
from limner_illustrator.subjects.figures.wizard import draw_wizard_portrait
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import LocalCanvas, solid
from limner_illustrator.subjects.raster import Box, measure
from limner_illustrator.subjects.subject import Subject

FRAME: Box = (-125, -170, 125, 60)
"""Large enough for every pose with every hat. Left, top, right, bottom."""
PORTRAIT_BELOW = -56.0
"""A portrait ends here, under the chest."""

_HEIGHTS = {"baby": 0.72, "child": 1.2, "adult": 1.72, "old": 1.66}
_STANDING = 103.0
"""The height of a standing figure without a hat, in units."""
_MIDDLE = -50.0
_RAISED = (20.0, 112.0)
_FREE_HAND = frozenset({"standing", "walking", "dancing", "holding", "playing", "fighting", "talking", "smiling"})


def pose_of(subject: Subject) -> tuple[str, Pose]:
    """The pose that layout asks for, else the one that the entity's verb means, else what the hands do."""
    if subject.scene.is_close and subject.pose is None:
        return find_pose("portrait")
    name, pose = find_pose(subject.pose or activity_of(subject.entity, subject.scene) or subject.entity.action)
    if name == "standing" and subject.text:
        return "placard", replace(find_pose("reading")[1], tool=None)
    if name == "standing" and _relates(subject, "holding", "eating"):
        return find_pose("holding")
    if name == "standing" and subject.entity.drawing == "figure:baby" and not _relates(subject, "riding"):
        return find_pose("sitting-down")
    return name, pose


def _relates(subject: Subject, *kinds: str) -> bool:
    return any(one.subject == subject.entity.id and one.kind in kinds for one in subject.scene.relations)


def figure_frame(subject: Subject) -> Box:
    """What of the figure is shown: all of it, or head and chest."""
    if pose_of(subject)[0] != "portrait":
        return FRAME
    return (-40, FRAME[1], 40, PORTRAIT_BELOW)


def figure_joints(subject: Subject) -> dict[str, Point]:
    """Hand (the right one), head (its top), face (the middle of the head), seat, middle (under the neck), and of some
    animals brim (the right end of a hat's), neck and collar (its right end): fractions of the cropped sprite.
    """
    name, pose = pose_of(subject)
    person = _person_of(subject, name, pose)
    body = stand(person.build, pose)
    left, top, right, bottom = measure(lambda pen: draw_figure(pen, subject), figure_frame(subject))
    crown, middle = (body.head[0], body.head[1] - body.build.head), body.head
    brow = person.creature.find_brow(pose.turn) if person.creature else None
    ends = {}
    if brow is not None:
        crown, middle, ends["brim"] = (_from_head(body, one) for one in brow)
        ends |= {"neck": body.neck, "collar": (body.neck[0] + 0.6 * body.build.head, body.neck[1])}
    joints = {
        "hand": body.right_arm[2],
        "head": crown,
        "face": middle,
        "seat": (body.hip[0], body.hip[1] + 4),
        "middle": (body.neck[0], body.hip[1]),
        **ends,
    }
    turn, pivot = math.radians(pose.roll), _pivot_of(pose)
    return {
        joint: (
            (x * math.cos(turn) - (y - pivot) * math.sin(turn) - left) / (right - left),
            (x * math.sin(turn) + (y - pivot) * math.cos(turn) + pivot - top) / (bottom - top),
        )
        for joint, (x, y) in joints.items()
    }


def _pivot_of(pose: Pose) -> float:
    """Where a figure is rolled over: one that is upside down stays in the frame."""
    return _MIDDLE if abs(pose.roll) > 90 else 0.0


def _from_head(body: Body, point: Point) -> Point:
    """From head units."""
    turn, scale = math.radians(body.pose.lean + body.pose.nod), body.build.head / 11
    x, y = point[0] * scale, point[1] * scale
    return (
        body.head[0] + x * math.cos(turn) - y * math.sin(turn),
        body.head[1] + x * math.sin(turn) + y * math.cos(turn),
    )


@lru_cache(maxsize=256)
def joints_of(subject: Subject) -> dict[str, Point]:
    """Of this very figure, with its hair, hat and tool."""
    return figure_joints(subject)


@lru_cache(maxsize=1024)
def figure_height(kind: str, action: str | None) -> float:
    """Metres from the lowest to the highest point of the pose, with hat and tool. Measured on one figure."""
    entity = Entity(id="e1", noun=kind, drawing=f"figure:{kind}", action=action)
    subject = Subject(entity, Scene(prompt="", entities=(entity,)), 0, find_pose(action)[0])
    _, top, _, bottom = measure(lambda pen: draw_figure(pen, subject), FRAME)
    return _HEIGHTS[outfit_of(kind).age] * (bottom - top) / _STANDING


def draw_figure(pen: LocalCanvas, subject: Subject) -> None:
    name, pose = pose_of(subject)
    person = _person_of(subject, name, pose)
    prop = _prop(person, name, subject)
    if prop in props.UPRIGHT and name in ("standing", "dancing", "talking"):
        pose = replace(pose, right_arm=_RAISED, right_hand=None)
    if name == "portrait":
        _portrait(pen, person)
        return
    shown = list_taken if pose.tool != "little-legs" else list_riders
    things = tuple(Held(one, subject.scene) for one in shown(subject.entity, subject.scene, name))
    body = stand(person.build, pose)
    pivot = _pivot_of(pose)
    with pen.at(0, pivot, turn=pose.roll), pen.at(0, -pivot):
        from_behind = subject.scene.view == "behind" or FROM_BEHIND in subject.entity.attributes
        grip = Grip(body=body, person=person, things=things, from_behind=from_behind)
        _figure(pen, grip, prop)
        if subject.text and name == "placard":
            _placard(pen, body, subject.text)


def _person_of(subject: Subject, name: str, pose: Pose) -> Person:
    if not subject.entity.drawing.startswith("figure:"):
        return make_creature(subject, turn=pose.turn)
    return make_person(
        subject, turn=pose.turn, asleep=pose.asleep, close_up=name == "portrait", expression=pose.expression
    )


def _portrait(pen: LocalCanvas, person: Person) -> None:
    """Head and chest, closer to life: a smaller head on wider shoulders."""
    if person.kind == "wizard":
        with pen.at(-36, PORTRAIT_BELOW - 76, scale=0.72):
            draw_wizard_portrait(pen, person)
        return
    build = person.build
    bust = replace(build, head=build.head * 0.9, shoulder=build.shoulder * 1.24, limb=build.limb * 1.15)
    body = stand(bust, BASIC_POSES["standing"])
    _figure(pen, Grip(body=body, person=person), None)


def _prop(person: Person, pose: str, subject: Subject) -> str | None:
    """A kind's own prop, unless the hands do something else in this scene."""
    busy = _relates(subject, "holding", "riding", "eating")
    return person.outfit.prop if pose in _FREE_HAND and not busy else None


def _figure(pen: LocalCanvas, grip: Grip, prop: str | None) -> None:
    person, body = grip.person, grip.body
    draw_tool(pen, "behind", grip)
    draw_behind(pen, person, body)
    if person.creature is not None:
        person.creature.draw_tail(pen, body)
    with _head(pen, body):
        if person.outfit.hat not in hats.CLOSED and person.creature is None:
            hair.draw_back_hair(pen, person)
    if person.kind == "mermaid":
        draw_tail(pen, person, body)
    elif body.pose.astride or body.pose.thigh < 1 or person.outfit.garment not in ("robe", "gown"):
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
    if not grip.from_behind:
        draw_details(pen, person, body)
    if person.kind == "mermaid":
        draw_shells(pen, person, body)
    _arms_and_head(pen, grip, prop)


def _arms_and_head(pen: LocalCanvas, grip: Grip, prop: str | None) -> None:
    person, body = grip.person, grip.body
    arms = () if person.close_up else (body.right_arm,) if body.pose.astride else (body.left_arm, body.right_arm)
    if prop:
        with pen.at(*body.right_arm[2], turn=6 if prop in props.UPRIGHT else 0):
            props.PROPS[prop](pen)
    draw_tool(pen, "body", grip)
    raised = [arm for arm in arms if arm[2][1] < body.neck[1] + 4]
    for arm in arms:
        if arm not in raised:
            draw_arm(pen, person, arm)
    with _head(pen, body):
        if person.creature is not None:
            person.creature.draw_head(pen, body.pose.turn)
        else:
            _face(pen, person, from_behind=grip.from_behind)
        if person.creature is None or person.outfit.hat not in hats.CLOSED:
            hats.draw_hat(pen, person)
    draw_tool(pen, "face", grip)
    for arm in raised:
        draw_arm(pen, person, arm)
    draw_tool(pen, "over", grip)


def _face(pen: LocalCanvas, person: Person, *, from_behind: bool) -> None:
    face.draw_head(pen, person)
    if from_behind:
        hair.draw_back_of_head(pen, person)
        return
    hair.draw_beard(pen, person)
    face.draw_features(pen, person)
    draw_face_details(pen, person)
    hair.draw_front_hair(pen, person, under_hat=bool(person.outfit.hat) and person.outfit.hat not in hats.OPEN)


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


def _placard(pen: LocalCanvas, body: Body, text: str) -> None:
    (lx, ly), (rx, ry) = body.left_arm[2], body.right_arm[2]
    x, y = (lx + rx) / 2, (ly + ry) / 2 - 2
    pen.box(x - 21, y - 13, x + 21, y + 13, solid((250, 246, 236)), 2)
    pen.frame(x - 21, y - 13, x + 21, y + 13, (150, 110, 76), 1.3, 2)
    fit_text(pen.canvas, text, (x - 19, y - 11, x + 19, y + 11), "round", (70, 44, 40))
