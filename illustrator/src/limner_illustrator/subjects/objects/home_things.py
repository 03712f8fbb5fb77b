"""Things about a home that other nouns stood in for: popsicle and hot water bottle."""

from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, down, light_of
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing("popsicle", nouns="popsicle, ice pop, ice lolly, ice cream bar", kinds={"food"}, height=0.16, size=(80, 150))
def _popsicle(pen: LocalCanvas, subject: Subject) -> None:
    ice = subject.paint((242, 90, 110), (250, 150, 60), (92, 190, 220))
    pen.box(32, 96, 48, 148, across(32, 48, (244, 212, 150), (206, 160, 98)), 8)
    body = "M 8 106 L 8 38 Q 8 4 40 4 Q 72 4 72 38 L 72 106 Q 72 112 66 112 L 14 112 Q 8 112 8 106 Z"
    pen.shape(body, down(4, 112, light_of(ice, 0.3), ice, dark_of(ice, 0.14)))
    for x in (28, 52):
        pen.box(x - 5, 28, x + 5, 96, across(x - 5, x + 5, dark_of(ice, 0.24), light_of(ice, 0.2)), 5)
    pen.line("M 15 42 Q 16 20 30 13", (255, 255, 255), 4, 170)


@drawing("hot-water-bottle", nouns="hot water bottle, hot-water bottle", height=0.32, size=(96, 140))
def _hot_water_bottle(pen: LocalCanvas, subject: Subject) -> None:
    rubber = subject.paint((206, 66, 66), (70, 120, 180))
    pen.box(36, 2, 60, 14, down(2, 14, light_of(rubber, 0.2), dark_of(rubber, 0.3)), 4)
    pen.shape("M 34 12 L 62 12 L 58 36 L 38 36 Z", across(34, 62, light_of(rubber, 0.3), dark_of(rubber, 0.2)))
    body = "M 38 30 Q 10 34 8 58 L 6 116 Q 6 136 26 136 L 70 136 Q 90 136 90 116 L 88 58 Q 86 34 58 30 Z"
    pen.shape(body, across(6, 90, light_of(rubber, 0.34), rubber, dark_of(rubber, 0.24)))
    with pen.inside(body):
        for x in range(16, 90, 9):
            pen.line(f"M {x} 52 L {x} 124", dark_of(rubber, 0.2), 2, 140)
    pen.line(body, dark_of(rubber, 0.24), 2)
    pen.line("M 16 60 Q 18 42 36 38", (255, 255, 255), 3, 140)
