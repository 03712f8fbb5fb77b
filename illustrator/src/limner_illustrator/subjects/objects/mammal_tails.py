"""The tails of mammals of one build."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, down, light_of
from limner_illustrator.subjects.objects.mammal_builds import PINK, Build


def draw_tail(pen: LocalCanvas, build: Build, fur: RGB, back: float) -> None:
    y = back + 24
    match build.tail:
        case "thin":
            pen.line(
                f"M 144 {y} C 162 {y} 176 {y + 24} 186 {y + 10}",
                dark_of(build.nose if build.nose == PINK else fur, 0.1),
                5,
            )
        case "thick":
            pen.shape(
                f"M 138 {y - 12} Q 172 {y} 188 {y + 34} Q 158 {y + 24} 140 {y + 16} Z",
                down(y - 12, y + 34, fur, dark_of(fur, 0.24)),
            )
        case "flat":
            pen.shape(
                f"M 140 {y - 6} Q 188 {y - 16} 190 {y + 10} Q 186 {y + 30} 140 {y + 18} Z",
                down(y - 14, y + 24, light_of(fur, 0.1), dark_of(fur, 0.3)),
            )
        case "bushy":
            pen.shape(
                f"M 138 {y - 8} Q 176 {y - 34} 190 {y + 8} Q 192 {y + 40} 168 {y + 44} Q 166 {y + 20} 138 {y + 14} Z",
                down(y - 30, y + 44, light_of(fur, 0.14), dark_of(fur, 0.3)),
            )
            for k in range(5):
                pen.line(
                    f"M {152 + k * 7} {y - 4 + k * 3} L {162 + k * 6} {y + 14 + k * 5}", dark_of(fur, 0.34), 2, 150
                )
        case "ringed":
            for width, tone in ((24, fur), (20, light_of(fur, 0.1))):
                pen.line(f"M 146 {y} C 166 {y - 2} 178 {y + 16} 176 {y + 34}", tone, width)
            for x, dy in ((154, 1), (166, 6), (175, 16), (177, 29)):
                pen.line(
                    f"M {x - 4} {y + dy - 9} L {x + 1} {y + dy + 9}",
                    build.mark if build.coat == "spots" else light_of(fur, 0.4),
                    5,
                    220,
                )
        case "scaled":
            pen.shape(
                f"M 136 {y - 14} Q 176 {y - 4} 190 {y + 44} Q 160 {y + 36} 138 {y + 20} Z",
                down(y - 14, y + 44, fur, dark_of(fur, 0.2)),
            )
            for k in range(4):
                pen.line(
                    f"M {152 + k * 9} {y - 7 + k * 8} Q {150 + k * 9} {y + 8 + k * 8} {144 + k * 11} {y + 18 + k * 6}",
                    dark_of(build.mark, 0.1),
                    2.4,
                    200,
                )
        case "none":
            pass
