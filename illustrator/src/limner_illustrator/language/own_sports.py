"""What "serving the ball" and "drawing a bow" mean to players and archers."""

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.mention import Mention
from limner_illustrator.subjects.figures.activities import pose_with

_BALLS = {
    "figure:tennis-player": "noto:tennis-ball", "figure:basketball-player": "noto:basketball",
    "figure:baseball-player": "noto:baseball", "figure:golfer": "noto:flag-in-hole",
    "figure:soccer-player": "noto:soccer-ball",
}  # fmt: skip
_HIT = frozenset({"serving", "kicking", "swinging", "holding", "throwing", None})
_AIMED = frozenset({"figure:archer", "figure:elf", "figure:hunter"})


def play_own_sport(subject: Mention, relation: str, target: Mention) -> str:
    """What "serving the ball" and "drawing a bow" mean to players and archers."""
    if (
        subject.drawing == "figure:conductor"
        and subject.action in (None, "leading")
        and kinds.is_person(target.drawing)
    ):
        subject.action = "conducting"
    if subject.drawing == "figure:conductor" and target.drawing == "own:baton" and relation in ("holding", "with"):
        subject.action = "conducting"
    ball = _BALLS.get(subject.drawing) or _find_ball(subject)
    if ball is not None and target.noun == "ball" and relation in ("holding", "beside"):
        target.drawing = ball
        if subject.action in _HIT:
            subject.action = pose_with(target.noun, ball)
            return "holding"
    if target.drawing == "noto:ribbon" and target.noun == "bow" and relation in ("holding", "with"):
        is_archer = subject.drawing in _AIMED or subject.action in ("aiming", "painting", "shooting")
        if is_archer:
            target.drawing, subject.action = "noto:bow-and-arrow", "aiming"
            return "holding"
    return relation


def _find_ball(player: Mention) -> str | None:
    """The ball of a sport that only the player's name tells: "a volleyball player"."""
    sport, _, role = player.noun.partition(" ")
    found = lexicon.find(f"{sport} ball") or lexicon.find(sport) if role == "player" else None
    return found.drawing if found is not None and pose_with(sport, found.drawing) else None
