"""Finds what a phrase names in a photograph: a part of the head, clothes, the sky, a thing by its colour, or what
stands out.
"""

import re
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.garments import UPPER, find_upper_garment
from limner_illustrator.edit.raster_edit.heads import Head, find_heads
from limner_illustrator.edit.raster_edit.learned.faces import Face
from limner_illustrator.edit.raster_edit.matting import guided_filter
from limner_illustrator.edit.raster_edit.skies import find_sky
from limner_illustrator.language.vocabulary.things import CLOTHES, COLOR_WORDS

SEARCH_EDGE = 480
LEAST_SHARE = 0.004
"""A region that fills less of the picture was not found."""
SAME_HUE = 16
"""Degrees of OpenCV's hue (0..180) between colours of one name."""
SCENERY = re.compile(
    r"\b(?:sky|clouds?|sun|moon|stars?|sea|ocean|water|lake|river|beach|sand|grass|ground|floor|walls?|ceiling|"
    r"mountains?|hills?|trees?|forest|horizon|light|shadows?|reflections?|lawn|leaves|foliage|street|road|buildings?|"
    r"table|background)$",
    re.IGNORECASE,
)
"""Never what stands out from the background."""
_PLANTS = re.compile(r"\b(?:grass|lawn|leaves|foliage|trees?|forest|bush(?:es)?|meadow|plants?|hedge)$", re.IGNORECASE)
_PARTS = frozenset({"hair", "eye", "eyes", "lip", "lips", "skin", "face", "beard", "eyebrow", "eyebrows", "teeth"})
_ANY = frozenset(
    {"", "it", "this", "that", "him", "her", "them", "subject", "main subject", "object", "foreground", "main object"}
)
_DETERMINERS = re.compile(r"^(?:the|a|an|my|his|her|its|their|this|that|all|[\w-]+'s|[\w-]+s')\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    alpha: Floats
    """(H, W), 0..1."""
    is_assumed: bool = False
    """What stands out was taken to be what the phrase names."""


def strip_determiners(phrase: str) -> str:
    while (shorter := _DETERMINERS.sub("", phrase.strip())) != phrase:
        phrase = shorter
    return phrase


def find_region(pixels: Pixels, phrase: str, known: Foreground) -> Region | None:
    """None where nothing in the picture can be taken for it. `known`: the cut-out, trusted or not."""
    rgb = compose_over_white(pixels)
    name = strip_determiners(phrase).lower()
    last = name.rpartition(" ")[2]
    last = last.removesuffix("s") if last == "faces" else last
    if last in _PARTS:
        return _find_part(rgb, last, known)
    if last == "sky":
        return _if_seen(find_sky(rgb, at_dusk=True))
    if _PLANTS.search(name):
        return _if_seen(_find_plants(rgb))
    if last in ("background", "backdrop"):
        return Region(floats(1 - known.alpha)) if known.is_confident else None
    if last in UPPER:
        # By its colour first: a cut-out holds the neck, a collar and what is in the hands, too.
        garment = _find_upper_garment(rgb, known)
        if garment is not None or not known.is_confident:
            return garment
    if last in CLOTHES and (clothes := _find_clothes(rgb, known)) is not None:
        return clothes
    named = [COLOR_WORDS[word] for word in name.split() if word in COLOR_WORDS]
    if named and (colored := _find_colored(rgb, named[0], known)) is not None:
        return colored
    if SCENERY.search(name) or not known.is_confident:
        return None
    return Region(known.alpha, is_assumed=name not in _ANY and not known.is_own)


def _if_seen(alpha: Floats) -> Region | None:
    return Region(alpha) if float(alpha.mean()) >= LEAST_SHARE else None


def _find_part(rgb: Pixels, part: str, known: Foreground) -> Region | None:
    heads = find_heads(rgb, known if known.is_confident else None)
    if not heads or heads[0].face is None:
        return None
    head = heads[0]
    match part:
        case "hair":
            return _find_hair(rgb, head, known)
        case "eye" | "eyes":
            return _if_any(_find_irises(rgb, head))
        case "lip" | "lips":
            return _if_any(_find_lips(rgb, head))
        case "skin" | "face":
            return _if_any(_find_skin(rgb, head))
    return None


def _if_any(alpha: Floats) -> Region | None:
    return Region(alpha) if float(alpha.max()) > 0.5 else None


def _find_hair(rgb: Pixels, head: Head, known: Foreground) -> Region | None:
    """What has the colour of the band above the forehead, not that of the cheeks, and hangs together with it."""
    face = head.face
    if face is None:
        return None
    height, width = rgb.shape[:2]
    box = head.box
    left, right = max(0, round(box.left - 0.35 * box.width)), min(width, round(box.right + 0.35 * box.width))
    top, bottom = max(0, round(box.top - 0.12 * box.height)), min(height, round(box.bottom + 0.6 * box.height))
    window = rgb[top:bottom, left:right]
    lab = cv2.cvtColor(cv2.GaussianBlur(window, (0, 0), max(0.8, box.height / 150)), cv2.COLOR_RGB2LAB)
    values = lab.astype(np.float32) * floats([0.6, 1.4, 1.4])
    crown = _sample(values, (face.left - left, box.top - top + 0.05 * box.height), (face.width, 0.11 * box.height))
    nose = face.nose[0] - left, face.nose[1] - top
    cheek = _sample(values, (nose[0] - 0.22 * face.width, nose[1]), (0.44 * face.width, 0.12 * face.height))
    if crown is None or cheek is None:
        return None
    tint, spread = np.median(crown, axis=0), crown.std(axis=0) + 9
    like = np.linalg.norm((values - tint) / spread, axis=2)
    skin = np.linalg.norm(values - np.median(cheek, axis=0), axis=2)
    chosen = (like < 2.3) & (skin > 0.75 * np.linalg.norm(values - tint, axis=2))
    if known.is_confident:
        chosen &= known.alpha[top:bottom, left:right] > 0.3
    chosen &= _face_and_neck(face, (left, top), chosen.shape) == 0
    shape = cv2.morphologyEx(chosen.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, pieces = cv2.connectedComponents(shape)
    band = pieces[: max(1, round(face.top - top))]
    touching = np.bincount(band.ravel(), minlength=count)
    touching[0] = 0
    if not touching.any():
        return None
    kept = cv2.morphologyEx((pieces == int(touching.argmax())).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((7, 7)))
    soft = guided_filter(window, floats(kept), max(3, round(box.height / 24)) | 1, 4e-4)
    alpha = np.zeros((height, width), np.float32)
    alpha[top:bottom, left:right] = np.clip((soft - 0.2) / 0.6, 0, 1)
    return _if_any(alpha)


def _face_and_neck(face: Face, corner: tuple[int, int], shape: tuple[int, ...]) -> Pixels:
    """1 where skin is, whatever its shade: below the brows and between the cheeks, and below the chin."""
    inner = np.zeros(shape, np.uint8)
    left, right, chin = face.left - corner[0], face.right - corner[0], face.bottom - corner[1]
    middle = round((left + right) / 2), round((face.left_eye[1] + face.mouth[1]) / 2 - corner[1])
    cv2.ellipse(inner, middle, (round(0.47 * face.width), round(0.46 * face.height)), 0, 0, 360, 1, -1)
    below = round(face.mouth[1] - corner[1] - 0.1 * face.height)
    cv2.rectangle(inner, (round(left), below), (round(right), round(chin)), 1, -1)
    cv2.rectangle(
        inner, (round(left + 0.04 * face.width), round(chin)), (round(right - 0.04 * face.width), shape[0]), 1, -1
    )
    return inner


def _sample(values: Floats, corner: tuple[float, float], size: tuple[float, float]) -> Floats | None:
    left, top = max(0, round(corner[0])), max(0, round(corner[1]))
    part = values[top : top + max(1, round(size[1])), left : left + max(1, round(size[0]))].reshape(-1, 3)
    return part if len(part) >= 8 else None


def _find_irises(rgb: Pixels, head: Head) -> Floats:
    """The discs around the eyes' middles, without the white and the glints."""
    alpha = np.zeros(rgb.shape[:2], np.float32)
    if head.eyes is None:
        return alpha
    apart = float(np.hypot(head.eyes[1][0] - head.eyes[0][0], head.eyes[1][1] - head.eyes[0][1]))
    radius = max(2.0, 0.085 * apart)
    for x, y in head.eyes:
        cv2.circle(alpha, (round(x), round(y)), round(radius), 1.0, -1, cv2.LINE_AA)
    lightness = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)[..., 0]
    alpha[lightness > 175] = 0
    return floats(cv2.GaussianBlur(alpha, (0, 0), max(0.6, radius / 6)))


def _find_lips(rgb: Pixels, head: Head) -> Floats:
    """What is redder than the cheeks around the mouth."""
    alpha = np.zeros(rgb.shape[:2], np.float32)
    face = head.face
    if face is None:
        return alpha
    size = round(0.3 * face.width), round(0.13 * face.height)
    cv2.ellipse(alpha, (round(face.mouth[0]), round(face.mouth[1])), size, head.tilt, 0, 360, 1.0, -1)
    red = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)[..., 1].astype(np.float32)
    inside = red[alpha > 0]
    if not len(inside):
        return alpha
    low, high = np.percentile(inside, (35, 90))
    return floats(cv2.GaussianBlur(alpha * np.clip((red - low) / max(3.0, high - low), 0, 1), (0, 0), 1))


def _find_skin(rgb: Pixels, head: Head) -> Floats:
    alpha = np.zeros(rgb.shape[:2], np.float32)
    face = head.face
    if face is None:
        return alpha
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB).astype(np.float32)
    cheek = _sample(lab, (face.nose[0] - 0.22 * face.width, face.nose[1]), (0.44 * face.width, 0.12 * face.height))
    if cheek is None:
        return alpha
    distance = np.linalg.norm((lab - np.median(cheek, axis=0)) * floats([0.4, 1, 1]), axis=2)
    middle = round((face.left + face.right) / 2), round((face.top + face.bottom) / 2)
    cv2.ellipse(alpha, middle, (round(0.6 * face.width), round(0.65 * face.height)), 0, 0, 360, 1.0, -1)
    return floats(cv2.GaussianBlur(alpha * np.clip((34 - distance) / 12, 0, 1), (0, 0), 1.2))


def _find_clothes(rgb: Pixels, known: Foreground) -> Region | None:
    """What a person has on: the cut-out below the chin, without skin."""
    if not known.is_confident:
        return None
    heads = find_heads(rgb, known)
    if not heads:
        return None
    head = heads[0]
    alpha, box = known.alpha.copy(), head.box
    beside = round(0.3 * box.width)
    alpha[: box.bottom, max(0, box.left - beside) : box.right + beside] = 0
    if head.face is not None:
        alpha *= 1 - _like_face(rgb, head)
    return _if_seen(alpha)


def _find_upper_garment(rgb: Pixels, known: Foreground) -> Region | None:
    """By its colour, of the person whose face is the largest."""
    heads = find_heads(rgb, None)
    face = heads[0].face if len(heads) == 1 else None
    alpha = None if face is None else find_upper_garment(rgb, face)
    if alpha is None:
        return None
    return _if_seen(floats(alpha * known.alpha) if known.is_confident else alpha)


def _like_face(rgb: Pixels, head: Head) -> Floats:
    face = head.face
    assert face is not None
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB).astype(np.float32)
    cheek = _sample(lab, (face.nose[0] - 0.22 * face.width, face.nose[1]), (0.44 * face.width, 0.12 * face.height))
    if cheek is None:
        return np.zeros(rgb.shape[:2], np.float32)
    distance = np.linalg.norm((lab - np.median(cheek, axis=0)) * floats([0.5, 1.2, 1.2]), axis=2)
    return floats(np.clip((22 - distance) / 8, 0, 1))


def _find_plants(rgb: Pixels) -> Floats:
    hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV).astype(np.float32)
    green = np.clip(1.3 - np.abs(hsv[..., 0] - 48) / 24, 0, 1)
    coloured = np.clip((hsv[..., 1] - 34) / 50, 0, 1) * np.clip((hsv[..., 2] - 16) / 30, 0, 1)
    return floats(cv2.GaussianBlur(green * coloured, (0, 0), 1.2))


def _find_colored(rgb: Pixels, color: str, known: Foreground) -> Region | None:
    """The largest connected thing of that colour, in what stands out or, where nothing does, anywhere."""
    height, width = rgb.shape[:2]
    scale = min(1.0, SEARCH_EDGE / max(height, width))
    size = max(8, round(width * scale)), max(8, round(height * scale))
    small = cv2.GaussianBlur(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), (0, 0), 1.0)
    like = _is_named(small, color)
    if known.is_confident:
        like &= cv2.resize(known.alpha, size, interpolation=cv2.INTER_AREA) > 0.5
    shape = cv2.morphologyEx(like.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    shape = cv2.morphologyEx(shape, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(shape)
    if count < 2:
        return None
    areas = stats[1:, cv2.CC_STAT_AREA]
    if areas.max() < LEAST_SHARE * shape.size:
        return None
    kept = np.isin(pieces, 1 + np.flatnonzero(areas >= 0.15 * areas.max())) & (shape > 0)
    grown = cv2.resize(kept.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    soft = guided_filter(rgb, floats(grown), max(3, round(3 / scale)) | 1, 1e-3)
    return Region(floats(np.clip((soft - 0.2) / 0.5, 0, 1)))


def _is_named(small: Pixels, color: str) -> npt.NDArray[np.bool_]:
    """Where a pixel would be called by that name."""
    hsv = cv2.cvtColor(small, cv2.COLOR_RGB2HSV).astype(np.float32)
    hue, saturation, value = hsv[..., 0], hsv[..., 1], hsv[..., 2]
    wanted = cv2.cvtColor(np.array([[COLORS[color]]], np.uint8), cv2.COLOR_RGB2HSV)[0, 0].astype(np.float32)
    if wanted[1] < 40:
        if wanted[2] > 225:
            return np.asarray((saturation < 45) & (value > 175))
        return np.asarray((saturation < 60) & (value > 60) & (value < 200))
    if wanted[2] < 70:
        return np.asarray((value < 70) & (saturation < 130))
    apart = np.abs(hue - wanted[0])
    return np.asarray((np.minimum(apart, 180 - apart) < SAME_HUE) & (saturation > 70) & (value > 40))
