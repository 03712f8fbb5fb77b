"""Windows that people work in: editors of code, terminals, video calls."""

import math
import re

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.glyphs import draw_glyph
from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.widgets import FIRST_NAMES, avatar

CODE = (
    "def total(prices):", '    """Add up the prices."""', "    result = 0", "    for price in prices:",
    "        if price > 0:", "            result += price", "    return result", "", "",
    "prices = [4, 8, 15, 16]", 'print("Total:", total(prices))',
)  # fmt: skip
SCRIPT = (
    "function total(prices) {", "  // Add up the prices", "  let result = 0;", "  for (const price of prices) {",
    "    if (price > 0) {", "      result += price;", "    }", "  }", "  return result;", "}", "",
    'console.log("Total:", total([4, 8, 15]));',
)  # fmt: skip
SESSION = (
    ("$ git pull", True), ("Already up to date.", False), ("$ npm install", True), ("added 214 packages in 6 s", False),
    ("$ npm test", True), ("42 passed, 0 failed", False), ("$ npm run build", True), ("Built in 3.8 s", False),
    ("$ _", True),
)  # fmt: skip
_TOKEN = re.compile(
    r"(?P<comment>//.*|#.*)|(?P<text>\"\"\".*?\"\"\"|\"[^\"]*\")|"
    r"(?P<word>\b(?:def|for|in|if|return|print|function|let|const|of|console|log)\b)|(?P<number>\b\d+\b)|(?P<plain>\s+|\w+|.)"
)
_TONES: dict[str, tuple[RGB, RGB]] = {
    "comment": ((110, 120, 134), (128, 140, 158)),
    "text": ((22, 128, 72), (152, 210, 130)),
    "word": ((150, 50, 180), (214, 150, 240)),
    "number": ((190, 90, 10), (248, 180, 110)),
}
"""By kind of token: its colour on a light and on a dark ground."""
MOST_FACES = 9
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


@screen("code-screen")
def draw_code(shown: Screen) -> None:
    text = shown.context.scene.prompt.lower()
    if re.search(r"\b(?:terminal|command line|cli|console|shell|bash)\b", text):
        _draw_terminal(shown)
        return
    theme, wide, down = shown.theme, shown.across, shown.down
    is_script = re.search(r"\b(?:javascript|js|typescript|react|node|web)\b", text) is not None
    name = "total.js" if is_script else "total.py"
    side = 0.0 if shown.is_phone else 150.0
    top = shown.y
    if side:
        shown.rect(0, top, side, down, theme.panel)
        shown.text("Project", 18, top + 24, 14, theme.muted)
        for at, file in enumerate((name, "tests", "README.md", "config.json", "assets")):
            y = top + 56 + 32 * at
            if at == 0:
                shown.rect(8, y - 14, side - 16, 28, theme.tint(theme.accent, 0.24), radius=6)
            shown.text(file, 22, y, 14, max_width=side - 34)
    shown.rect(side, top, wide - side, 38, theme.panel)
    shown.rect(side, top, 120, 38, theme.paper)
    shown.text(name, side + 18, top + 19, 14)
    lines = SCRIPT if is_script else CODE
    step = min(30.0, (down - top - 80) / len(lines))
    size = min(0.6 * step, 16.0, (wide - side - 70) / 22)
    for at, line in enumerate(lines):
        y = top + 62 + step * at
        shown.text(str(at + 1), side + 32, y, 0.85 * size, theme.muted, align="right")
        x = side + 48
        for token in _TOKEN.finditer(line):
            word = token.group()
            if not word.strip():
                x += 0.56 * size * len(word)
                continue
            tone = _TONES.get(token.lastgroup or "")
            shown.text(word, x, y, size, tone[theme.is_dark] if tone else theme.ink)
            x += shown.measure(word, size)
    shown.rect(0, down - 28, wide, 28, theme.accent)
    shown.text("main", 18, down - 14, 12.5, shown.on(theme.accent))
    shown.text("UTF-8", wide - 18, down - 14, 12.5, shown.on(theme.accent), align="right")


def _draw_terminal(shown: Screen) -> None:
    ground, ink = (18, 20, 28), (222, 228, 236)
    shown.rect(0, shown.y, shown.across, shown.down - shown.y, ground)
    step = min(40.0, (shown.down - shown.y - 40) / len(SESSION))
    for at, (line, is_command) in enumerate(SESSION):
        tone = (126, 220, 140) if is_command else ink
        shown.text(line, 24, shown.y + 30 + step * at, min(18.0, 0.5 * step), tone, max_width=shown.across - 48)


@screen("call-screen")
def draw_call(shown: Screen) -> None:
    """As many tiles as people are asked for, above the controls."""
    theme, wide, top = shown.theme, shown.across, shown.y
    text = shown.context.scene.prompt.lower()
    asked = re.search(
        rf"\b(\d|{'|'.join(_COUNT)}) (?:\w+ )?(?:participants?|people|persons?|users?|members?|faces|tiles)\b", text
    )
    count = 4 if asked is None else _COUNT.get(asked[1]) or int(asked[1])
    count = max(1, min(count, MOST_FACES))
    ground = mix(theme.paper, (24, 26, 34), 0.94) if not theme.is_dark else theme.paper
    shown.rect(0, top, wide, shown.down - top, ground)
    shown.text(shown.context.graphic.title or "Team meeting", 20, top + 24, 17, (240, 242, 248), max_width=wide - 120)
    shown.text("24:18", wide - 20, top + 24, 14, (190, 196, 208), align="right")
    area = shown.down - top - 44 - 84
    columns = 1 if count == 1 or (shown.is_phone and count < 4) else 2 if shown.is_phone or count <= 4 else 3
    rows = math.ceil(count / columns)
    each, tall = (wide - 24) / columns, area / rows
    for at in range(count):
        row, column = divmod(at, columns)
        last = count - row * columns if row == rows - 1 else columns
        x = 12 + each * column + (columns - last) * each / 2
        y = top + 44 + tall * row
        tone = mix(theme.color(at), (30, 34, 46), 0.62)
        shown.rect(x + 5, y + 5, each - 10, tall - 10, tone, radius=12)
        if at == 0:
            shown.rect(x + 5, y + 5, each - 10, tall - 10, radius=12, outline=(110, 220, 130))
        name = FIRST_NAMES[at % len(FIRST_NAMES)]
        avatar(shown, x + each / 2, y + 0.46 * tall, min(0.26 * tall, 0.26 * each), index=at, name=name)
        shown.text(name, x + 18, y + tall - 24, 14, (250, 250, 252), max_width=each - 40)
    reach, middle = 24.0, shown.down - 40
    for at, (glyph, color) in enumerate(
        (("mic", (64, 70, 86)), ("video", (64, 70, 86)), ("share", (64, 70, 86)), ("phone", (226, 62, 62)))
    ):
        x = wide / 2 + (at - 1.5) * 64
        shown.disc(x, middle, reach, color)
        left, upper, size, _ = shown.box(x - 13, middle - 13, 26, 26)
        draw_glyph(shown.context.canvas, glyph, (left, upper, left + size, upper + size), (255, 255, 255))
