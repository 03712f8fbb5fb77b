"""The cabinets of a data centre."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_CASE: RGB = (58, 66, 84)
_LIGHTS: tuple[RGB, ...] = ((80, 230, 140), (80, 190, 255), (255, 190, 70))


@drawing(
    "server-rack",
    nouns="server rack, server racks, rack server, server cabinet, rack of servers, data center rack, network rack",
    height=2.0,
    size=(100, 200),
    relief=0.5,
)
def _server_rack(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint(_CASE)
    pen.box(0, 0, 100, 200, across(0, 100, light_of(case, 0.16), case, dark_of(case, 0.3)), 4)
    pen.box(8, 8, 92, 192, solid(dark_of(case, 0.55)), 2)
    for number in range(9):
        top = 12 + 20 * number
        pen.box(11, top, 89, top + 16, down(top, top + 16, light_of(case, 0.24), dark_of(case, 0.1)), 2)
        pen.line(f"M 40 {top + 6} L 82 {top + 6} M 40 {top + 10.5} L 82 {top + 10.5}", dark_of(case, 0.4), 1.6)
        for at in range(3):
            pen.dot(18 + 7 * at, top + 8, 2.2, solid(_LIGHTS[(number + at) % 3]))
