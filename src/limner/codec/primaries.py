"""Colour spaces of PNG chunks: cICP (ITU-T H.273), gAMA and cHRM, converted to sRGB by a curve and a matrix."""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Curve = Callable[[Floats], Floats]
Chromaticities = tuple[float, ...]
"""x and y of white, red, green and blue."""

_D65 = (0.3127, 0.3290)
SRGB: Chromaticities = (*_D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
_PRIMARIES: dict[int, Chromaticities] = {
    1: SRGB,
    5: (*_D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    9: (*_D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    12: (*_D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
}
"""Code points of H.273."""
_SRGB_GAMMA = 0.45455
_GAMMAS = (0.1, 2.0)
"""gAMA values outside this range are ignored as mistakes."""
_STEPS = 16_383
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def _from_srgb(values: Floats) -> Floats:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _to_srgb(values: Floats) -> Floats:
    return np.where(values <= 0.0031308, values * 12.92, 1.055 * np.maximum(values, 1e-9) ** (1 / 2.4) - 0.055)


def _from_bt709(values: Floats) -> Floats:
    return np.where(values < 0.081, values / 4.5, ((values + 0.099) / 1.099) ** (1 / 0.45))


def _power(exponent: float) -> Curve:
    return lambda values: values**exponent


_CURVES: dict[int, Curve] = {
    **dict.fromkeys((1, 6, 14, 15), _from_bt709),
    4: _power(2.2),
    5: _power(2.8),
    8: _power(1.0),
    13: _from_srgb,
}
"""Code points of H.273, without high dynamic range, which would need tone mapping."""
_ENCODED = np.rint(255 * _to_srgb(np.linspace(0, 1, _STEPS + 1))).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class PngColors:
    """A colour space other than sRGB."""

    curve: Curve
    primaries: Chromaticities

    def convert(self, rgb: Pixels) -> Pixels:
        linear = self.curve(np.linspace(0, 1, 256)).astype(np.float32)[rgb]
        if self.primaries != SRGB:
            linear = linear @ _to_srgb_matrix(self.primaries).T.astype(np.float32)
        steps = np.rint(np.clip(linear, 0, 1) * _STEPS).astype(np.uint16)
        return np.asarray(_ENCODED[steps], np.uint8)


def png_colors(chunks: Mapping[bytes, bytes]) -> PngColors | None:
    """None for sRGB, unknown values, and without colour chunks. `chunks` are those before the pixels."""
    if len(chunks.get(b"cICP", b"")) == 4:
        primaries, transfer, _matrix, _range = chunks[b"cICP"]
        curve = _CURVES.get(transfer)
        if curve is None or primaries not in _PRIMARIES or (primaries, transfer) == (1, 13):
            return None
        return PngColors(curve, _PRIMARIES[primaries])
    if b"sRGB" in chunks or len(chunks.get(b"gAMA", b"")) != 4:
        return None
    gamma = struct.unpack(">I", chunks[b"gAMA"])[0] / 100_000
    primaries_ = _chromaticities(chunks.get(b"cHRM", b""))
    is_usual = abs(gamma / _SRGB_GAMMA - 1) < 0.05
    if not _GAMMAS[0] <= gamma <= _GAMMAS[1] or (is_usual and primaries_ == SRGB):
        return None
    return PngColors(_from_srgb if is_usual else _power(1 / gamma), primaries_)


def _chromaticities(content: bytes) -> Chromaticities:
    """Read cHRM; sRGB primaries if it is missing or implausible."""
    if len(content) != 32:
        return SRGB
    stated = tuple(value / 100_000 for value in struct.unpack(">8I", content))
    if max(abs(one - other) for one, other in zip(stated, SRGB, strict=True)) < 0.002:
        return SRGB
    makes_sense = all(0 <= value <= 1 for value in stated) and min(stated[1], stated[3], stated[5], stated[7]) > 0.01
    if not makes_sense or abs(np.linalg.det(_xyz(stated[2:]))) < 1e-2:
        return SRGB
    return stated


def _xyz(xy: Chromaticities) -> Floats:
    """One column (X, Y, Z) for each (x, y)."""
    pairs = np.array(xy).reshape(-1, 2)
    return np.asarray(np.array([pairs[:, 0], pairs[:, 1], 1 - pairs.sum(axis=1)]) / pairs[:, 1], np.float64)


def _rgb_to_xyz(primaries: Chromaticities) -> Floats:
    columns = _xyz(primaries[2:])
    return np.asarray(columns * np.linalg.solve(columns, _xyz(primaries[:2]))[:, 0])


def _to_srgb_matrix(primaries: Chromaticities) -> Floats:
    """Matrix from linear RGB to linear sRGB, with Bradford white point adaptation."""
    white, d65 = _BRADFORD @ _xyz(primaries[:2]), _BRADFORD @ _xyz(_D65)
    adapt = np.linalg.solve(_BRADFORD, (d65 / white) * _BRADFORD)
    return np.asarray(np.linalg.solve(_rgb_to_xyz(SRGB), adapt @ _rgb_to_xyz(primaries)))
