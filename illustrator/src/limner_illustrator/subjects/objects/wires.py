"""Lines that birds sit on: overhead wires across the picture."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_CABLE: RGB = (44, 46, 54)


@drawing(
    "wire",
    nouns=(
        "power line, powerline, telephone wire, telephone line, electric wire, electrical wire, overhead wire, "
        "telegraph wire, overhead line, utility line"
    ),
    traits={"surface", "suspended", "strung"},
    height=0.5,
    home="street",
    size=(320, 60),
    relief=0.0,
    support=0.12,
)
def _wire(pen: LocalCanvas, subject: Subject) -> None:
    """The highest wire is nearly level, so that birds can sit on it; all end beyond the picture."""
    cable = subject.color or _CABLE
    for level, sag, width in ((6, 3, 1.7), (30, 8, 1.3), (46, 11, 1.1)):
        pen.line(f"M 0 {level} C 100 {level + sag} 220 {level + sag} 320 {level}", cable, width)
