"""Screens of quizzes: the progress, a question, and its answers to choose from."""

from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.widgets import button

WIDEST = 560.0


@screen("quiz-screen")
def draw_quiz(shown: Screen) -> None:
    theme = shown.theme
    width = min(shown.across - 48, WIDEST)
    left = (shown.across - width) / 2
    top = shown.y + 24
    shown.text(shown.context.graphic.title or "Quiz", left, top, 17)
    shown.text("3 / 10", left + width, top, 15, theme.muted, align="right")
    shown.rect(left, top + 22, width, 8, theme.grid, radius=4)
    shown.rect(left, top + 22, 0.3 * width, 8, theme.accent, radius=4)
    question = next((item.label for item in shown.items("question")), "")
    card = min(0.3 * shown.down, 210.0)
    shown.rect(left, top + 54, width, card, theme.tint(theme.accent, 0.12), radius=18)
    used = shown.measure(question, 26)
    lines = min(4, 1 + int(used / (width - 60)))
    tall = 34.0 * lines
    shown.block(
        question, left + 24, top + 54 + (card - tall) / 2, width - 48, tall + 8, 26, align="center", max_lines=4
    )
    y = top + 54 + card + 22
    answers = shown.items("right", "answer")
    foot = shown.down - 84
    step = min(76.0, (foot - y - 8) / max(1, len(answers)))
    for at, item in enumerate(answers):
        is_chosen = item.role == "right"
        box_top, high = y + step * at, step - 12
        shown.rect(
            left, box_top, width, high, theme.tint(theme.accent, 0.2) if is_chosen else theme.panel, radius=14,
            outline=theme.accent if is_chosen else theme.grid,
        )  # fmt: skip
        middle = box_top + high / 2
        shown.disc(left + 32, middle, 15, theme.accent if is_chosen else None, theme.muted)
        ink = shown.on(theme.accent) if is_chosen else theme.ink
        shown.text("ABCD"[at % 4], left + 32, middle, 15, ink, align="center")
        shown.text(item.label, left + 62, middle, 17, max_width=width - 80)
    button(shown, "Next", left, foot, width, 54)
