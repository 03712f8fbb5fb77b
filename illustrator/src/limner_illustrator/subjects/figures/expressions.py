"""What a face expresses: its brows, eyes and mouth."""

from dataclasses import dataclass
from typing import Literal

from limner_illustrator.subjects.subject import Subject

Eyes = Literal["open", "closed", "wide", "half"]
Mouth = Literal["smile", "grin", "laugh", "frown", "line", "teeth", "round", "kiss", "wavy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    eyes: Eyes = "open"
    mouth: Mouth = "smile"
    brow_tilt: float = 0.0
    """How far the inner ends of the brows are raised; lowered if negative. In head units."""
    brow_lift: float = 0.0
    tears: bool = False
    blush: float = 1.0


EXPRESSIONS: dict[str, Expression] = {
    "smiling": Expression(),
    "laughing": Expression(eyes="closed", mouth="laugh", brow_lift=0.6, blush=1.3),
    "happy": Expression(mouth="laugh", brow_lift=0.5, blush=1.3),
    "sad": Expression(mouth="frown", brow_tilt=1.5, blush=0.4),
    "crying": Expression(eyes="closed", mouth="frown", brow_tilt=1.6, tears=True, blush=1.2),
    "angry": Expression(mouth="teeth", brow_tilt=-1.9, brow_lift=-0.7, blush=1.5),
    "shouting": Expression(mouth="laugh", brow_tilt=-1.7, brow_lift=-0.5, blush=1.6),
    "determined": Expression(mouth="line", brow_tilt=-1.3, brow_lift=-0.5),
    "straining": Expression(mouth="teeth", brow_tilt=-1.0, brow_lift=-0.3, blush=1.6),
    "surprised": Expression(eyes="wide", mouth="round", brow_lift=1.7),
    "scared": Expression(eyes="wide", mouth="wavy", brow_tilt=1.4, brow_lift=1.0, blush=0.2),
    "tired": Expression(eyes="half", mouth="line", brow_tilt=0.7, blush=0.5),
    "calm": Expression(eyes="closed"),
    "kissing": Expression(eyes="closed", mouth="kiss", blush=1.6),
    "singing": Expression(eyes="closed", mouth="round", brow_lift=0.8),
    "talking": Expression(mouth="laugh"),
    "blowing": Expression(mouth="kiss", blush=1.5),
    "serious": Expression(mouth="line"),
}
_WORDS = {
    "sad": "sad unhappy upset depressed gloomy melancholy heartbroken lonely disappointed sorrowful grieving mourning",
    "crying": "crying weeping tearful sobbing",
    "angry": "angry furious mad grumpy enraged annoyed raging evil",
    "surprised": "surprised shocked amazed astonished startled",
    "scared": "scared afraid frightened terrified nervous worried anxious fearful",
    "tired": "tired sleepy exhausted weary bored drowsy",
    "laughing": "laughing giggling",
    "shouting": "shouting yelling screaming",
    "happy": "happy joyful cheerful excited delighted overjoyed ecstatic merry jolly",
    "serious": "serious stern solemn determined",
    "calm": "calm peaceful serene relaxed closed-eyes",
}
EXPRESSION_OF_WORD = {word: name for name, words in _WORDS.items() for word in words.split()}


def expression_of(subject: Subject, usual: str | None) -> Expression:
    """What the prompt says, else the `usual` one of the pose."""
    said = [subject.entity.action or "", *subject.entity.attributes]
    said += [part for one in subject.entity.attributes if "-" in one for part in one.split("-")]
    named = next((EXPRESSION_OF_WORD[word] for word in said if word in EXPRESSION_OF_WORD), None)
    return EXPRESSIONS[named or usual or "smiling"]
