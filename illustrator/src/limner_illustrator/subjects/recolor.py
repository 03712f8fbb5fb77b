"""Another colour for an icon: its dominant fills change, and eyes, whites, outlines and leaves stay.

The fills of the vector are changed, not the pixels, so nothing bleeds. Which fills belong together is read off a small
rendering, since only there a fill has an area.
"""

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.icon import icon_sample
from limner_illustrator.subjects.local_canvas import WHITE

Eyes = list[tuple[float, float, float, float]]
"""Centre and half axes of each, in icon units."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_HUE_REACH = 36
"""Degrees around the dominant hue that belong to the same material."""


@dataclass(frozen=True, slots=True)
class ColorPeak:
    """The colours that make up most of an icon."""

    hue: float | None
    """Degrees; None for a grey, black or white thing."""
    luminance: float
    """Of its middle tone, 0..1."""
    low: float
    """Darker than this is an outline or an eye."""
    share: float
    """Of the icon's area."""

    def holds(self, rgb: RGB) -> bool:
        hue, saturation, value = hsv_of(rgb)
        luminance = luminance_of(rgb)
        if self.hue is None:
            return saturation < 0.3 and luminance >= self.low
        distance = abs((hue - self.hue + 180) % 360 - 180)
        reach = _HUE_REACH * (0.4 if value < 0.5 or saturation < 0.35 else 1.0)
        return distance <= reach and saturation >= 0.13 and value >= 0.22 and luminance >= self.low


def _peak_at(rgb: RGB) -> ColorPeak:
    hue, saturation, _ = hsv_of(rgb)
    level = luminance_of(rgb)
    return ColorPeak(None, level, 0.55 * level, 1.0) if saturation < 0.2 else ColorPeak(hue, level, 0.09, 1.0)


def luminance_of(rgb: RGB) -> float:
    return (0.30 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]) / 255


@lru_cache(maxsize=256)
def recolor_svg(svg: str, target: RGB, main: RGB | None = None) -> str:
    """The icon's SVG text with its dominant colours, or those like `main`, moved to `target`, lighter and darker tones
    kept in order.
    """
    cluster = dominant(svg) if main is None else _peak_at(main)

    def replace(match: re.Match[str]) -> str:
        rgb = rgb_of(match.group())
        return hex_of(retone(rgb, cluster.luminance, target)) if cluster.holds(rgb) else match.group()

    body = _HEX.sub(replace, svg)
    return _with_eyes(svg, body) if luminance_of(target) < 0.28 else body


@lru_cache(maxsize=256)
def dominant(svg: str) -> ColorPeak:
    sample = icon_sample(svg)
    seen = sample[sample[..., 3] > 200][:, :3]
    if not len(seen):
        return ColorPeak(None, 0.5, 0.2, 1.0)
    hsv = cv2.cvtColor(np.ascontiguousarray(seen[None]), cv2.COLOR_RGB2HSV_FULL)[0].astype(np.float32)
    hue, saturation, value = hsv[:, 0] * (360 / 255), hsv[:, 1] / 255, hsv[:, 2] / 255
    luminance = seen.astype(np.float32) @ np.array([0.30, 0.59, 0.11], np.float32) / 255
    chromatic = (saturation > 0.22) & (value > 0.22)
    if chromatic.sum() < 0.16 * len(seen):
        body = luminance[luminance > 0.12] if (luminance > 0.12).any() else luminance
        middle = float(np.median(body))
        return ColorPeak(None, middle, min(0.5, middle * 0.55), len(body) / len(seen))
    weights = (saturation * value)[chromatic]
    bins = np.bincount((hue[chromatic] / 10).astype(int) % 36, weights=weights, minlength=36)
    bins = bins + np.roll(bins, 1) + np.roll(bins, -1)
    peak = float(bins.argmax() * 10 + 5)
    distance = np.abs((hue - peak + 180) % 360 - 180)
    member = chromatic & (distance <= _HUE_REACH)
    return ColorPeak(peak, float(np.median(luminance[member])), 0.09, float(member.mean()))


def retone(rgb: RGB, middle: float, target: RGB) -> RGB:
    """`target`, as much lighter or darker as `rgb` is than the `middle` luminance."""
    ratio = luminance_of(rgb) / max(middle, 0.05)
    level = luminance_of(target)
    if level > 0.88:  # white shows its form by cool shadows alone
        shade = min(1.0, max(0.0, (1.08 - ratio) * 0.75))
        return mix(target, (150, 156, 176), shade)
    if level < 0.2:  # black shows its form by lights
        return mix(target, (128, 132, 150), min(0.6, max(0.0, (ratio - 0.72) * 0.55)))
    if ratio < 1:
        factor = max(ratio, 0.25) ** 0.9
        return (target[0] * factor, target[1] * factor, target[2] * factor)
    return mix(target, WHITE, min(0.75, (ratio - 1) * 0.9))


def average(svg: str) -> RGB:
    """The middle tone of the dominant colours: the fur of a head, to paint a body with."""
    cluster = dominant(svg)
    sample = icon_sample(svg)
    seen = sample[sample[..., 3] > 200][:, :3]
    _, where, counts = np.unique(seen // 16, axis=0, return_inverse=True, return_counts=True)
    for index in np.argsort(-counts):
        red, green, blue = (float(channel) for channel in seen[where.reshape(-1) == index].mean(axis=0))
        if cluster.holds((red, green, blue)):
            return red, green, blue
    return 128.0, 128.0, 128.0


def is_near(svg: str, target: RGB) -> bool:
    """Whether the icon has about that colour already, as a fox has when a red fox is asked for."""
    cluster = dominant(svg)
    hue, saturation, _ = hsv_of(target)
    level = luminance_of(target)
    if cluster.share < 0.5:
        return False
    if cluster.hue is None or saturation < 0.2:
        return (cluster.hue is None) == (saturation < 0.2) and abs(cluster.luminance - level) < 0.05
    return abs((hue - cluster.hue + 180) % 360 - 180) < 30 and abs(cluster.luminance - level) < 0.26


def color_at(svg: str, x: float, y: float) -> RGB | None:
    """What the icon has at a point of its 128 by 128 units; None where it has nothing."""
    red, green, blue, alpha = (float(channel) for channel in icon_sample(svg)[int(y) % 128, int(x) % 128])
    return (red, green, blue) if alpha > 200 else None


# ---------------------------------------------------------------- eyes of black animals


def _with_eyes(before: str, after: str) -> str:
    """Eyes that shine, where dark eyes would be lost in a dark face: two round, dark, level spots."""
    marks = []
    for x, y, rx, ry in eyes_of(before):
        marks.append(f'<ellipse cx="{x}" cy="{y}" rx="{rx * 1.12:.2f}" ry="{ry * 1.12:.2f}" fill="#f2c94c"/>')
        marks.append(f'<ellipse cx="{x}" cy="{y}" rx="{rx * 0.42:.2f}" ry="{ry * 0.86:.2f}" fill="#17131c"/>')
        glint = f'cx="{x - rx * 0.3:.2f}" cy="{y - ry * 0.4:.2f}" r="{rx * 0.26:.2f}"'
        marks.append(f'<circle {glint} fill="#ffffff"/>')
    cut = after.rindex("</svg>")
    return after[:cut] + "".join(marks) + after[cut:]


@lru_cache(maxsize=64)
def eyes_of(svg: str) -> Eyes:
    """What looks like one or two eyes: round, dark and level."""
    sample = icon_sample(svg)
    dark = ((sample[..., :3].max(axis=-1) < 74) & (sample[..., 3] > 200)).astype(np.uint8)
    if dark.sum() > 0.25 * (sample[..., 3] > 200).sum():
        return []
    count, _, stats, centers = cv2.connectedComponentsWithStats(dark, connectivity=4)
    spots = [
        (float(centers[i][0]), float(centers[i][1]), float(stats[i][2]) / 2, float(stats[i][3]) / 2)
        for i in range(1, count)
        if _is_round(stats[i])
    ]
    spots.sort(key=lambda spot: spot[1])
    for first, second in combinations(spots, 2):
        if abs(first[1] - second[1]) < 4 and abs(first[0] - second[0]) > 18 and 0.6 < first[2] / second[2] < 1.6:
            return [first, second]
    return spots[:1] if spots and spots[0][1] < 64 else []


def _is_round(stats: npt.NDArray[np.int32]) -> bool:
    width, height, area = int(stats[2]), int(stats[3]), int(stats[4])
    return 12 <= area <= 420 and 0.55 < width / height < 1.7 and area > 0.48 * width * height


# ---------------------------------------------------------------- colours as text


def rgb_of(text: str) -> RGB:
    digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
    return (float(int(digits[0:2], 16)), float(int(digits[2:4], 16)), float(int(digits[4:6], 16)))


def hex_of(rgb: RGB) -> str:
    return "#" + "".join(f"{round(min(255.0, max(0.0, channel))):02x}" for channel in rgb)


def hsv_of(rgb: RGB) -> tuple[float, float, float]:
    """Hue in degrees, saturation and value 0..1."""
    hue, saturation, value = colorsys.rgb_to_hsv(rgb[0] / 255, rgb[1] / 255, rgb[2] / 255)
    return hue * 360, saturation, value
