"""The objects and places of commands in other languages, in English: "put einen drachen über das schloss"."""

import re
from collections.abc import Sequence

from limner_illustrator.edit.instructions.foreign_commands import has_foreign_verb
from limner_illustrator.language.translation import detect_language, translate_from
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN, split_words

_MARK = re.compile(f"({TEXT_OPEN}\\d+{TEXT_CLOSE})")
_LATIN = ("de", "fr", "es", "it", "pt", "nl")
_TERMS = {
    "background": (
        "hintergrund", "fondo", "fond", "arrière-plan", "arriere-plan", "sfondo", "fundo", "achtergrond",
    ),
    "picture": ("bild", "imagen", "immagine", "imagem", "afbeelding"),
    "photo": ("fotografie", "fotografía", "fotografia"),
    "colour": ("farbe", "couleur", "colore", "cor", "kleur"),
    "square": ("quadratisch", "quadrat", "carré", "cuadrado", "quadrato", "quadrado", "vierkant"),
    "watercolor": ("aquarell", "aquarelle", "acuarela", "acquerello", "aquarela"),
    "beard": ("bart", "barbe", "barba", "baard"),
    "suit": ("anzug", "traje", "vestito"),
    "hat": ("hut", "chapeau", "sombrero", "cappello", "chapéu", "hoed"),
}  # fmt: skip
_ENGLISH_OF = {word: term for term, words in _TERMS.items() for word in words}
"""What the dictionary of prompts has no need of."""


_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})(?![\w])", re.IGNORECASE), english)
    for pattern, english in (
        (r"lunettes de soleil|gafas de sol|lentes de sol|occhiali da sole|óculos de sol|sonnenbrillen?", "sunglasses"),
        (r"dessin au crayon|dibujo a l[aá]piz|bleistiftzeichnung|disegno a matita", "pencil sketch"),
        (r"al lado del|ao lado do", "next to the"),
        (r"al lado de|ao lado d[ae]|accanto (?:a|alla|al)|(?:à|a) c(?:ô|o)t(?:é|e) d(?:e|u)", "next to"),
        (r"unten|en bas|abajo|in basso|embaixo|onderaan", "at the bottom"),
        (r"oben|en haut|arriba|in alto|em cima|bovenaan", "at the top"),
        (r"nach rechts|rechts", "to the right"),
        (r"nach links|links", "to the left"),
    )
)
_ARTICLES = (
    ("de", frozenset({"den", "dem", "das", "der", "die", "ein", "eine", "einen"})),
    ("fr", frozenset({"le", "les", "une", "du", "des", "l"})),
    ("es", frozenset({"el", "los", "las", "una", "al"})),
)


def find_language(instruction: str) -> str | None:
    """None for English, and for languages whose words are not separated."""
    words = [word.text for word in split_words(instruction.lower().replace("'", " "))]
    language = detect_language(words)
    if has_foreign_verb(instruction) and language in (None, "pt"):
        language = next((name for name, articles in _ARTICLES if articles.intersection(words)), language)
    return language if language in _LATIN else None


def translate_objects(command: str, language: str) -> str:
    """`command` begins with an English verb; what it says of texts stays as it is."""
    verb, space, rest = command.partition(" ")
    parts = [part if _MARK.fullmatch(part) else _translate(language, part) for part in _MARK.split(rest)]
    return f"{verb}{space}{' '.join(part for part in parts if part)}"


def _translate(language: str, phrase: str) -> str:
    for pattern, english in _PHRASES:
        phrase = pattern.sub(english, phrase)
    words = split_words(" ".join(_ENGLISH_OF.get(word.lower(), word) for word in _expand(phrase)))
    return re.sub(r" (?=,)", "", " ".join(word.text for word in translate_from(language, words)))


def _expand(phrase: str) -> Sequence[str]:
    return re.sub(r"\bl'(?=\w)", "la ", phrase).split()
