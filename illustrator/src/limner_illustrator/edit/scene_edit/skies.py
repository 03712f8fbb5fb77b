"""The colour of the sky: "make the sky orange". It follows from the hour and the weather."""

import re

from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.sentences import Clause
from limner_illustrator.language.plain_backdrops import colors_named

_SKY = re.compile(
    r"^(?:make|paint|colou?r|recolou?r|turn|change|dye|set|let|have)\s+(?:the colou?r of )?(?:the |its )?"
    r"(?:whole |entire )?sky(?:'s)?(?: colou?r)?\s(?P<how>.+)$"
)
_CHANGES: dict[str, dict[str, str]] = {
    "blue": {"time": "day", "weather": "clear"},
    "cyan": {"time": "day", "weather": "clear"},
    "navy": {"time": "night"},
    "black": {"time": "night"},
    "gray": {"time": "day", "weather": "cloudy"},
    "orange": {"time": "sunset"},
    "red": {"time": "sunset"},
    "pink": {"time": "sunset"},
}


def color_sky(editor: Editor, clause: Clause) -> bool:
    match = _SKY.match(clause.text)
    colors = colors_named(match["how"]) if match is not None else ()
    if match is None or not colors:
        return False
    changes = _CHANGES.get(colors[0])
    if changes is None:
        editor.note(f"The sky takes its colour from the hour and the weather here, so it did not become {colors[0]}.")
    else:
        editor.set(**changes)
    return True
