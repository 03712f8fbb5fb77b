"""Where the things of a Scene are: kept from before an edit, given up where the place itself changes, and zoomed."""

from dataclasses import replace

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.render.paint import locate_subjects
from limner_illustrator.scene import Entity, Scene

MAX_POSITIONS = 100
"""As many as a Scene is read with; a larger crowd is arranged anew."""
LOCATING_EDGE = 512
"""Positions are measured on a drawing of this size."""
NEAREST, FARTHEST = 4.0, 0.2
"""How much larger or smaller zooming makes things, at most."""
HORIZON = 0.62
"""The height to which feet move as the camera goes away."""


def keep_arrangement(scene: Scene, size: Size) -> Scene:
    """The Scene with the positions that its things have in a picture of that size."""
    if not scene.entities:
        return scene
    scale = min(1.0, LOCATING_EDGE / max(size))
    positions = locate_subjects(scene, max(64, round(size.width * scale)), max(64, round(size.height * scale)))
    return replace(scene, positions=positions if len(positions) <= MAX_POSITIONS else ())


def forget_arrangement(before: Scene, after: Scene) -> Scene:
    """Another place, view or kind of composition arranges everything anew; so does what is not there any more."""
    is_same_place = (before.backdrop, before.view, _is_composed(before)) == (
        after.backdrop,
        after.view,
        _is_composed(after),
    )
    ids = {one.id for one in after.entities}
    return replace(after, positions=tuple(one for one in after.positions if is_same_place and one.entity in ids))


def zoom(editor: Editor, factor: float, towards: list[Entity]) -> bool:
    """Everything larger or smaller around the middle, or around some things; False where positions are not known."""
    positions = editor.scene.positions
    if not positions:
        return False
    ids = {one.id for one in towards}
    named = [one for one in positions if one.entity in ids]
    middle = sum(one.x for one in named) / len(named) if named else 0.5
    base = sum(one.foot for one in named) / len(named) if named else HORIZON
    # What is zoomed to comes to the middle; the ground's perspective moves feet less than things grow.
    editor.set(
        positions=tuple(
            replace(
                one,
                x=0.5 + (one.x - middle) * factor,
                foot=min(0.97, one.foot + (one.foot - base) * (factor - 1) * 0.5 + (0.06 if factor > 1 else 0)),
                unit=one.unit * min(NEAREST, max(FARTHEST, factor)),
            )
            for one in positions
        )
    )
    return True


def _is_composed(scene: Scene) -> bool:
    return any(style.is_composed for style in styles_named(scene.styles[:1]))
