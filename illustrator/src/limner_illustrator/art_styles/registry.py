"""All art styles by name: every module of this package is imported, and declares its own."""

import pkgutil
from collections.abc import Iterable, Sequence
from importlib import import_module

from limner_illustrator import art_styles
from limner_illustrator.art_styles.fields import Pixels, at_bounded_size
from limner_illustrator.art_styles.style import ART_STYLES, ArtStyle, PictureTone

__all__ = ["ART_STYLES", "apply_style", "apply_styles", "style_of_tone", "styles_named"]

for _module in pkgutil.iter_modules(art_styles.__path__):
    if _module.name != "registry":
        _name = f"{art_styles.__name__}.{_module.name}"
        try:
            import_module(_name)
        except Exception:  # its records would collide with those of a second attempt
            for _style in [one for one in ART_STYLES.values() if one.module == _name]:
                del ART_STYLES[_style.name]
            raise


def styles_named(names: Iterable[str]) -> tuple[ArtStyle, ...]:
    """The known ones, each once."""
    return tuple(ART_STYLES[name] for name in dict.fromkeys(names) if name in ART_STYLES)


def style_of_tone(tone: PictureTone) -> str | None:
    return next((style.name for style in ART_STYLES.values() if style.tone == tone), None)


def apply_style(pixels: Pixels, style: ArtStyle, seed: int, *, fineness: float = 1.0) -> Pixels:
    """RGB in, RGB of the same size out."""
    if style.detail is None:
        return style.function(pixels, seed, fineness=fineness)
    return at_bounded_size(style.function, pixels, seed, fineness=fineness, detail=style.detail)


def apply_styles(pixels: Pixels, names: Sequence[str], seed: int, *, fineness: float = 1.0) -> Pixels:
    """The leading style, then the first of the others that is a grade. Unknown names are skipped."""
    known = styles_named(names)
    for style in known[:1] + tuple(style for style in known[1:] if style.is_grade)[:1]:
        pixels = apply_style(pixels, style, seed, fineness=fineness)
    return pixels
