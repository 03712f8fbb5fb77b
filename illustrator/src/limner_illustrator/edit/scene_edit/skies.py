"""The colour of the sky follows from the hour and the weather: "make the sky orange" gives a sunset."""

from limner_illustrator.edit.instructions.commands import ColorSky
from limner_illustrator.edit.scene_edit.editor import Editor

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


def color_sky(editor: Editor, command: ColorSky) -> None:
    changes = _CHANGES.get(command.color)
    if changes is None:
        editor.note(
            f"The sky takes its colour from the hour and the weather here, so it did not become {command.color}."
        )
    else:
        editor.set(**changes)
