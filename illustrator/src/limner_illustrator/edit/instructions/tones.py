"""Recognises instructions about the tone of a whole picture: black and white, sepia, or in colour again."""

import re
from typing import Literal

ToneChange = Literal["black and white", "sepia", "colour"]

BLACK_AND_WHITE = (
    r"black ?(?:and|&|\+|/|-|–|n|'n'|-and-|und)? ?white|white (?:and|&) black|\bb ?(?:&|/|\+|and|n|-) ?w\b|\bbw\b|"
    r"\bmonochrom\w*|"
    r"\bgr[ae]y[ -]?scaled?\b|shades of gr[ae]y|gr[ae]y tones?|(?:fully|completely|totally) desaturat\w+|"
    r"desaturat\w+(?: it)? (?:fully|completely|entirely)|schwarz ?(?:-|/|und|&)? ?wei(?:ß|ss)\w*|graustufen|"
    r"blanco y negro|escala de grises|\bmonocrom\w*|noir et blanc|niveaux de gris|nuances de gris|bianco e nero|"
    r"scala di grigi|preto e branco|tons de cinza|zwart-? ?wit\w*|ч[её]рно-?бел\w*|白黒|モノクロ|黑白|灰度|흑백"
)
_SEPIA = r"\bsepia\w*|\bs[eé]pia\b|セピア"
_COLOR = r"(?:full )?colou?rs?|farben?|colores?|couleurs?"
_NO_COLOR = re.compile(
    rf"^(?:remove|drop|delete|take away|take out|drain|strip|without|no|get rid of)(?: all| any)?(?: of)?(?: the|"
    rf" its)? (?:{_COLOR})"
    r"(?: (?:from|in|of) (?:it|this|(?:the|this) (?:whole )?(?:picture|image|photo|scene)))?$|^(?:make|"
    r"turn) it colou?rless$"
)
_IN_COLOR = re.compile(
    rf"^(?:(?:make|turn|put|show|bring|change|convert|render|mach|haz|mets|pon) (?:it|this|es|(?:the|"
    rf"this) (?:picture|image|photo))"
    rf" )?(?:back )?(?:in|into|to|back to|in full|a|en)? ?(?:{_COLOR}|colou?red)(?: (?:again|back|instead))?$|"
    rf"^(?:restore|bring back|give back|return|put back)(?: it)?(?: the| its|"
    rf" all the)?(?: original)? (?:{_COLOR})(?: again| back)?$|"
    r"^(?:re-?)?colou?ri[sz]e(?: (?:it|this|(?:the|this) (?:picture|image|photo)))?$|"
    rf"^(?:undo|remove|drop|reverse|no|no more|not|turn off)(?: in)?(?: the| any)? (?:{BLACK_AND_WHITE}|"
    rf"{_SEPIA})(?: (?:filter|effect|"
    r"style|look|tone))?$|^(?:wieder )?(?:in farbe|farbig|bunt)$"
)
_TONES: tuple[tuple[ToneChange, re.Pattern[str]], ...] = (
    ("black and white", re.compile(BLACK_AND_WHITE)),
    ("sepia", re.compile(_SEPIA)),
)
_UNSPACED = re.compile(r"^[をにしてくださいへ化画像写真把图片照變变成转换为的이미지사진을를으로만들어줘주세요바꿔]+$")
_OF_THE_WHOLE = frozenset({
    "a", "add", "all", "an", "and", "apply", "as", "be", "become", "bild", "bring", "change", "classic", "color",
    "colors", "colour", "colours", "completely", "convert", "convierte", "das", "deixe", "den", "do", "draw",
    "effect", "ein", "eine", "en", "entire", "entirely", "es", "everything", "fa", "fais-le", "film", "filter",
    "foto", "fully", "give", "haz", "hazlo", "il", "image", "imagen", "in", "into", "is", "it", "its", "l'image",
    "la", "le", "like", "look", "looking", "mach", "mache", "make", "me", "mets", "mets-le", "metti", "mode",
    "more", "movie", "of", "old", "old-fashioned", "only", "paint", "passe", "passe-le", "photo", "photograph",
    "photography", "picture", "pon", "ponlo", "print", "pure", "put", "redraw", "render", "rendi", "rends",
    "rends-le", "scene", "set", "shot", "should", "show", "simple", "style", "styled", "sw", "the", "this", "to",
    "tone", "toned", "tones", "transform", "transforme", "turn", "um", "una", "une", "use", "version",
    "verwandle", "vintage", "wandle", "whole", "part", "area", "region", "section", "spot",
    "with", "conviértela", "conviértelo", "deixa", "deixe-a", "deixe-o",
    "em", "fais-la", "falla", "fallo", "fotografía", "hazla", "het", "imagem", "immagine", "isso", "maak", "mets-la",
    "passe-la", "ponla", "pásala", "pásalo", "rendila", "rendilo", "rends-la", "trasforma", "trasformala",
    "transforma", "zet", "сделай", "фото", "картинку", "его", "это",
})  # fmt: skip


def find_tone(text: str) -> ToneChange | None:
    """The tone that one command (lower case) asks for the whole picture; None if it speaks of a thing in it."""
    if _IN_COLOR.match(text):
        return "colour"
    if _NO_COLOR.match(text):
        return "black and white"
    for tone, pattern in _TONES:
        found = pattern.search(text)
        if found is None:
            continue
        around = f"{text[: found.start()]} {text[found.end() :]}".replace(",", " ").split()
        if all(word in _OF_THE_WHOLE or _UNSPACED.match(word) for word in around):
            return tone
    return None
