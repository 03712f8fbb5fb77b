"""Phrases for the parts of the picture where a thing is, said without another thing."""

from itertools import product

_WHOLES = ("picture", "image", "frame", "scene", "canvas", "screen", "page", "composition", "photo", "drawing")
_SIDES = {
    "left": (
        "on the left, to the left, on the left side, at left, at the left, on its left, to the far left, on the far "
        "left, left side, in the left, in the left corner, in the left-hand corner, on the left-hand side, "
        "on the left half, in the left half, in the corner, in one corner, off to the left"
    ),
    "right": (
        "on the right, to the right, on the right side, at right, at the right, on its right, to the far right, on "
        "the far right, right side, in the right, in the right corner, in the right-hand corner, on the right-hand "
        "side, on the right half, in the right half, in the other corner, in the opposite corner, off to the right"
    ),
    "back": (
        "in the background, in the distance, in background, far away, on the horizon, on the hillside behind, in the "
        "far distance, in the far background"
    ),
    "front": "in the foreground, in foreground, up front, in front, in the front, at the front, close to the camera",
    "middle": "in the middle, in the center, in the centre, at the center, at the centre, in the very center",
    "top": "at the top, at the very top, along the top, overhead in the sky, high up",
    "bottom": "at the bottom, at the very bottom, along the bottom",
}
_IN_CORNERS = (
    "in the {0} {1} corner", "in the {0} {1}", "at the {0} {1}", "at {0} {1}", "on the {0} {1}",
    "in the {0}-{1} corner", "in the {0}-{1}", "at the {0}-{1}", "in {0} {1} corner", "in the {0} {1} hand corner",
    "in the {0} {1}-hand corner",
)  # fmt: skip
_ROWS = {"top": ("top", "upper"), "bottom": ("bottom", "lower")}
_OF_PICTURE_ONLY = frozenset({"back"})
"""Areas whose phrases say already that the picture is meant."""


def _list_corners(row: str, column: str) -> list[str]:
    return [phrase.format(word, column) for word, phrase in product(_ROWS[row], _IN_CORNERS)]


def _add_wholes(area: str, phrases: list[str]) -> str:
    plain = phrases if area in _OF_PICTURE_ONLY else [*phrases, *_add_whole(phrases)]
    return ", ".join(dict.fromkeys(plain))


def _add_whole(phrases: list[str]) -> list[str]:
    starts = [one for one in phrases if one.startswith(("on the", "in the", "at the", "to the", "along the"))]
    return [f"{one} of the {whole}" for one, whole in product(starts, _WHOLES)]


PICTURE_AREAS: dict[str, str] = {
    **{area: _add_wholes(area, [one.strip() for one in texts.split(",")]) for area, texts in _SIDES.items()},
    **{
        f"{row} {column}": _add_wholes(f"{row} {column}", _list_corners(row, column))
        for row, column in product(("top", "bottom"), ("left", "right"))
    },
}
