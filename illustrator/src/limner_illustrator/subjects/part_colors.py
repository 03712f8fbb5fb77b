"""Another colour for a part of an icon: the elements of its vector that have the part's colour and lie in its area."""

import copy
import re
from functools import lru_cache
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import DRAWN, SVG_NAMESPACE
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.thing import Thing
from limner_illustrator.subjects.icon import icon_sample
from limner_illustrator.subjects.recolor import color_at, hex_of, hsv_of, luminance_of, retone, rgb_of
from limner_illustrator.subjects.subject import Subject

_HUE_REACH = 24
"""Degrees around the hue of the part."""
_LEVEL_REACH = 0.26
"""Of the luminance: a brown mane is not the chin of the same hue."""
_INSIDE = 0.9
"""How much of an element is in the area."""
_SHAPES = DRAWN - {"g", "use"}
_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_URL = re.compile(r"url\(#([^)]+)\)")


def color_parts(svg: str, thing: Thing, subject: Subject, *, plain: str) -> str:
    """The icon with the colours that the attributes of the entity give to its parts. `plain` is the icon before it got
    a colour of its own, by which the parts are found.
    """
    for area in thing.part_areas:
        color = subject.part(area.name)
        if color is not None and area.at is not None:
            svg = recolor_part(svg, area, color, plain)
    return svg


def recolor_main(svg: str, thing: Thing, target: RGB) -> str | None:
    """The icon with its main part in another colour; None where the whole icon takes it."""
    area = next((one for one in thing.part_areas if one.is_main), None)
    return None if area is None else recolor_part(svg, area, target, svg)


@lru_cache(maxsize=128)
def recolor_part(svg: str, area: PartArea, target: RGB, plain: str) -> str:
    """The SVG text with the part in `target`, lighter and darker tones kept in order."""
    if area.at is None or (own := color_at(plain, *area.at)) is None:
        return svg
    root = ET.fromstring(svg)  # noqa: S314 - the packed art is our own
    shapes = _shapes_of(root)
    middle = luminance_of(color_at(svg, *area.at) or own)
    for index in _find_elements(plain, area, own):
        _retone_element(root, shapes[index], middle, target)
    ET.register_namespace("", SVG_NAMESPACE)
    return ET.tostring(root, encoding="unicode")


def _shapes_of(root: ET.Element) -> list[ET.Element]:
    """The elements that paint, in their order; definitions paint nothing by themselves."""
    hidden = {id(one) for tag in ("defs", "clipPath", "mask") for found in root.iter(_tag(tag)) for one in found.iter()}
    names = {_tag(shape) for shape in _SHAPES}
    return [one for one in root.iter() if one.tag in names and id(one) not in hidden]


def _tag(name: str) -> str:
    return f"{{{SVG_NAMESPACE}}}{name}"


@lru_cache(maxsize=32)
def _paint_elements(svg: str) -> tuple[npt.NDArray[np.uint8], ...]:
    """Each element by itself at one pixel per unit."""
    root = ET.fromstring(svg)  # noqa: S314 - the packed art is our own
    ET.register_namespace("", SVG_NAMESPACE)
    painted = []
    for index in range(len(_shapes_of(root))):
        alone = copy.deepcopy(root)
        for number, shape in enumerate(_shapes_of(alone)):
            if number != index:
                shape.set("display", "none")
                shape.set("style", "display:none")
        painted.append(icon_sample(ET.tostring(alone, encoding="unicode")))
    return tuple(painted)


def _find_elements(svg: str, area: PartArea, own: RGB) -> list[int]:
    left, top, right, bottom = (round(one) for one in area.box)
    found = []
    for index, pixels in enumerate(_paint_elements(svg)):
        seen = pixels[..., 3] > 128
        if not seen.any() or seen[top:bottom, left:right].sum() < _INSIDE * seen.sum():
            continue
        red, green, blue = np.median(pixels[seen][:, :3], axis=0)
        if _is_like((float(red), float(green), float(blue)), own):
            found.append(index)
    return found


def _is_like(rgb: RGB, own: RGB) -> bool:
    hue, saturation, value = hsv_of(rgb)
    own_hue, own_saturation, own_value = hsv_of(own)
    is_grey, own_is_grey = (
        one < 0.16 or level < 0.16 for one, level in ((saturation, value), (own_saturation, own_value))
    )
    if is_grey != own_is_grey or abs(luminance_of(rgb) - luminance_of(own)) > _LEVEL_REACH:
        return False
    return is_grey or abs((hue - own_hue + 180) % 360 - 180) <= _HUE_REACH


def _retone_element(root: ET.Element, shape: ET.Element, middle: float, target: RGB) -> None:
    def change(match: re.Match[str]) -> str:
        return hex_of(retone(rgb_of(match.group()), middle, target))

    has_paint = False
    for name in ("fill", "stroke", "style"):
        if (value := shape.get(name)) is None:
            continue
        has_paint |= name != "stroke" and ("fill" in value or name == "fill")
        shape.set(name, _HEX.sub(change, value))
        for ident in _URL.findall(value):
            for stop in (one for one in root.iter(_tag("stop")) if ident in _owners(root, one)):
                for key in ("stop-color", "style"):
                    if (tone := stop.get(key)) is not None:
                        stop.set(key, _HEX.sub(change, tone))
    if not has_paint:
        shape.set("fill", hex_of(target))


def _owners(root: ET.Element, stop: ET.Element) -> set[str]:
    return {one.get("id") or "" for one in root.iter() if any(child is stop for child in one)}
