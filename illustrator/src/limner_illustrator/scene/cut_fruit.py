"""Fruit and vegetables that are drawn cut: the colours of their skin, rim and flesh, and what is in their middle."""

from typing import Literal

RGB = tuple[int, int, int]
Middle = Literal["pips", "segments", "stone", "seeds", "rings", "plain"]

HALVED = "own:halved-fruit"
SLICED = "own:sliced-fruit"
_PALE: RGB = (252, 246, 226)
CUT_FRUIT: dict[str, tuple[RGB, RGB, RGB, Middle]] = {
    "apple": ((206, 50, 48), _PALE, (252, 242, 212), "pips"),
    "pear": ((176, 196, 84), _PALE, (250, 244, 220), "pips"),
    "orange": ((246, 146, 40), (255, 236, 200), (252, 166, 60), "segments"),
    "tangerine": ((246, 146, 40), (255, 236, 200), (252, 166, 60), "segments"),
    "lemon": ((250, 214, 60), (255, 250, 222), (252, 228, 110), "segments"),
    "lime": ((120, 180, 60), (238, 246, 214), (176, 214, 110), "segments"),
    "grapefruit": ((246, 180, 90), (255, 236, 220), (240, 116, 100), "segments"),
    "citrus": ((246, 146, 40), (255, 236, 200), (252, 166, 60), "segments"),
    "kiwi": ((140, 104, 66), (190, 210, 110), (140, 190, 70), "seeds"),
    "watermelon": ((70, 140, 66), (226, 242, 204), (240, 84, 86), "seeds"),
    "melon": ((196, 202, 120), (236, 240, 190), (250, 186, 110), "stone"),
    "avocado": ((64, 96, 50), (184, 206, 110), (232, 232, 160), "stone"),
    "peach": ((244, 160, 110), (252, 214, 160), (252, 204, 130), "stone"),
    "papaya": ((222, 178, 60), (126, 168, 74), (248, 146, 70), "seeds"),
    "mango": ((250, 176, 70), (252, 214, 120), (252, 196, 80), "stone"),
    "plum": ((96, 50, 110), (236, 190, 120), (240, 190, 100), "stone"),
    "coconut": ((116, 78, 52), (250, 250, 246), (240, 244, 246), "plain"),
    "tomato": ((214, 54, 44), (236, 90, 74), (240, 120, 96), "segments"),
    "onion": ((176, 110, 60), (250, 246, 240), (246, 240, 246), "rings"),
    "cucumber": ((74, 140, 66), (206, 230, 160), (226, 240, 196), "seeds"),
    "pomegranate": ((190, 40, 60), (250, 226, 190), (206, 40, 70), "seeds"),
    "fig": ((104, 60, 110), (236, 220, 190), (214, 90, 100), "seeds"),
    "potato": ((186, 146, 96), (244, 226, 170), (248, 232, 180), "plain"),
    "egg": ((250, 244, 232), (252, 250, 244), (254, 252, 248), "stone"),
}
"""Last word of the noun -> skin, rim, flesh, middle."""
