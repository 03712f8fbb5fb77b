"""What prompts call the interface icons that are drawn with lines."""

from pathlib import Path

GLYPH_WORDS: dict[str, str] = dict(
    line.split(": ", 1) for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
)
"""Name of a glyph -> its words, separated by commas."""
SIGNS = {
    "check": "check mark, checkmark, tick mark, tick, check", "plus": "plus sign, plus symbol, plus",
    "minus": "minus sign", "close": "x mark, cross mark", "menu": "hamburger menu, hamburger icon",
    "play": "play button, play icon, play triangle, play symbol", "pause": "pause button, pause icon",
    "wifi": "wifi, wi-fi", "code": "code brackets, angle brackets, brackets, code symbol",
    "terminal": "terminal, command prompt",
    "percent": "percent sign, percentage sign", "dollar": "dollar sign", "bolt": "lightning bolt, bolt",
    "arrow-right": "right arrow, arrow pointing right, forward arrow", "arrow-left": "left arrow, back arrow",
    "arrow-up": "up arrow, upward arrow, arrow pointing up, arrow up", "arrow-down": "down arrow, download arrow",
    "power": "power button, power symbol", "refresh": "refresh arrows, sync arrows, circular arrow, refresh icon",
    "pulse": "heartbeat line, pulse line, heartbeat, ecg line, heart rate line", "pin": "location pin, map pin",
    "line-chart": "line chart, line graph, trend line", "share": "share symbol, share icon",
    "sensor": "signal waves, radio waves", "grid": "grid of squares", "send": "paper plane, paper airplane",
}  # fmt: skip
"""Signs that stand alone as the mark of an app, and have no drawing as a thing -> their words."""
