"""The record of an art style, and the decorator that declares one beside the function that paints it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from limner_illustrator.art_styles.fields import Pixels

PictureTone = Literal["black and white", "sepia"]


class StyleFunction(Protocol):
    def __call__(self, pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
        """RGB in, RGB of the same size out. `fineness` above 1 asks for finer strokes, below 1 for broader ones."""
        ...


Function = TypeVar("Function", bound=StyleFunction)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtStyle:
    name: str
    function: StyleFunction
    module: str
    description: str
    """How a description of a picture begins: "A watercolor of"."""
    phrases: tuple[str, ...]
    """What a prompt calls it."""
    adjectives: frozenset[str]
    """Those of the phrases that describe a thing where its noun comes next ("a vintage car")."""
    bare_phrases: tuple[str, ...]
    """Materials that name the style where the whole picture is to become one ("turn it into charcoal")."""
    detail: float | None
    """How much (0..1) of a large picture's fine detail is put back. None: it is painted at full size."""
    tone: PictureTone | None
    """The tone of a whole picture that it gives."""
    is_grade: bool
    """It only changes colour and light, so it can follow another style."""
    is_crisp: bool
    """Neither bloom nor grain may be laid over it."""
    is_flat_shaded: bool
    """Subjects are drawn with little modelling."""
    is_composed: bool
    """A Scene is drawn as a diorama instead; the function is for pictures without a Scene."""
    has_dark_subjects: bool
    """The subjects of a Scene are drawn as dark shapes; the function is for pictures without a Scene."""
    is_shadowless: bool
    """Subjects cast no shadow: it would be drawn as a shape of its own."""
    is_nocturnal: bool
    """A Scene is drawn at night."""
    has_neon_signs: bool
    has_plain_backdrop: bool
    """Where it leads, a Scene without a place gets a plain backdrop."""
    backdrop: str | None
    """Where it leads, a Scene without a place is here: the name of a backdrop."""
    has_vignette: bool
    blurs_background: bool
    repaints_alpha: bool
    """The edge of a cut-out is painted in the style too."""
    has_text_on_top: bool
    """Text could not be read under it, so it is laid over it."""


ART_STYLES: dict[str, ArtStyle] = {}
"""By name: those whose modules have been imported; `registry` imports all of the package."""


def art_style(
    name: str,
    *,
    description: str,
    phrases: str,
    adjectives: str = "",
    bare_phrases: str = "",
    detail: float | None = None,
    tone: PictureTone | None = None,
    is_grade: bool = False,
    is_crisp: bool = False,
    is_flat_shaded: bool = False,
    is_composed: bool = False,
    has_dark_subjects: bool = False,
    is_shadowless: bool = False,
    is_nocturnal: bool = False,
    has_neon_signs: bool = False,
    has_plain_backdrop: bool = False,
    backdrop: str | None = None,
    has_vignette: bool = True,
    blurs_background: bool = False,
    repaints_alpha: bool = False,
    has_text_on_top: bool = False,
) -> Callable[[Function], Function]:
    """Declares the decorated function as an art style; the phrases are separated by commas.

    Raises ValueError for a name or a phrase that another style has, and for a record that is incomplete.
    """

    def declare(function: Function) -> Function:
        _declare(
            ArtStyle(
                name=name,
                function=function,
                module=function.__module__,
                description=description,
                phrases=_split_phrases(phrases),
                adjectives=frozenset(_split_phrases(adjectives)),
                bare_phrases=_split_phrases(bare_phrases),
                detail=detail,
                tone=tone,
                is_grade=is_grade,
                is_crisp=is_crisp,
                is_flat_shaded=is_flat_shaded,
                is_composed=is_composed,
                has_dark_subjects=has_dark_subjects,
                is_shadowless=is_shadowless,
                is_nocturnal=is_nocturnal,
                has_neon_signs=has_neon_signs,
                has_plain_backdrop=has_plain_backdrop,
                backdrop=backdrop,
                has_vignette=has_vignette,
                blurs_background=blurs_background,
                repaints_alpha=repaints_alpha,
                has_text_on_top=has_text_on_top,
            )
        )
        return function

    return declare


def _split_phrases(phrases: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in (one.strip() for one in phrases.split(",")) if phrase)


def _declare(style: ArtStyle) -> None:
    error = _error_in(style)
    if error is not None:
        raise ValueError(f"The art style {style.name!r} of {style.module}: {error}.")
    ART_STYLES[style.name] = style


def _error_in(style: ArtStyle) -> str | None:
    if style.name in ART_STYLES:
        return f"{ART_STYLES[style.name].module} declares this name already"
    if not style.phrases:
        return "it has no phrases, so no prompt could choose it"
    if not style.description:
        return "it has no description"
    for phrase in (*style.phrases, *style.bare_phrases):
        for other in ART_STYLES.values():
            if phrase in other.phrases or phrase in other.bare_phrases:
                return f"the phrase {phrase!r} belongs to {other.name!r} of {other.module} already"
    unknown = sorted(style.adjectives - set(style.phrases))
    return f"the adjectives {unknown} are not among its phrases" if unknown else None
