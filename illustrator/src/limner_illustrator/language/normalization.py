"""Normalizes a prompt whose lettering has been extracted: plain letters, no addresses, emoji as words, and labels such
as "Camera:" resolved.
"""

import re
import unicodedata

from limner_illustrator.language.emoji import replace_emoji
from limner_illustrator.language.senses import AMBIENT, load_phrasebook
from limner_illustrator.language.words import split_words

MAX_LABELS = 60

# Compatibility letters that differ from plain ones only in width or shape.
_STYLED_LETTERS = re.compile("[\uff01-\uffef\ufb00-\ufb06\U0001d400-\U0001d7ff\u249c-\u24e9\U0001f130-\U0001f149]+")
_TOP_LEVEL = "com|org|net|io|dev|ai|co|app|de|fr|es|it|nl|jp|cn|uk|eu|info|xyz"
_SUFFIXES = (
    "png|jpe?g|gif|webp|svg|pdf|mp4|mov|mp3|psd|docx?|xlsx?|pptx?|txt|json|html?|css|jsx?|tsx?|py|zip|csv|md|xml|ya?ml"
    "|heic|avif|tiff?|bmp|exe|safetensors|ckpt"
)
_ADDRESSES = re.compile(
    r"(?<![\w.])(?:https?|ftp|file|data|mailto|tel):[^\s\"“”<>，。、]{2,}"
    r"|(?<![\w.])www\.[^\s\"“”<>，。、]+"
    r"|(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}"
    rf"|(?<![\w.-])(?:[\w-]{{1,63}}\.){{1,8}}(?:{_TOP_LEVEL})\b(?:/[^\s]*)?"
    rf"|(?<![\w.-])[\w-]{{1,100}}(?:\.[\w-]{{1,20}}){{0,4}}\.(?:{_SUFFIXES})\b"
    r"|(?<![\w])[#@＃][\w-]{1,100}"
    r"|(?<!\S)(?:[A-Za-z]:|~|\.{1,2})?[/\\][\w.-]+(?:[/\\][\w.-]*)+"
    r"|<[^<>\n]{1,80}>"
    r"|(?<!\S)(?:--|—)[a-z]+(?:[ =][\d:.]+(?!\w)| (?:raw|expressive|cute|scenic))?",
    re.IGNORECASE,
)
_AMBIENT_LABELS = (
    "camera", "camera settings", "camera angle", "shot", "shot type", "angle", "lens", "film", "film stock", "style",
    "art style", "visual style", "photo style", "lighting", "light", "mood", "atmosphere", "tone", "vibe", "medium",
    "technique", "composition", "framing", "perspective", "view", "viewpoint", "quality", "rendering", "render",
    "time", "time of day", "weather", "season", "genre", "aesthetic", "effects", "focus", "depth of field", "era",
    "kamera", "stil", "beleuchtung", "licht", "stimmung", "estilo", "iluminación", "cámara", "ambiente", "caméra",
    "éclairage", "ambiance", "スタイル", "照明", "カメラ", "风格", "光线", "镜头",
)  # fmt: skip
"""Only ambient phrases are read after these labels: "Lighting: candle" does not ask for a candle."""
_TECHNICAL_LABELS = (
    "aspect ratio", "ratio", "resolution", "format", "output", "output format", "size", "dimensions", "image size",
    "iso", "shutter", "shutter speed", "aperture", "software", "engine", "render engine", "renderer", "seed", "steps",
    "cfg", "cfg scale", "sampler", "model", "version", "artist", "artists", "inspiration", "inspired by", "reference",
    "references", "source", "author", "tags", "keywords", "file name", "filename", "id", "date", "typography", "font",
    "fonts", "seitenverhältnis", "auflösung", "format de sortie", "número", "解像度", "分辨率",
)  # fmt: skip
_PALETTE_LABELS = (
    "color palette", "colour palette", "palette", "colors", "colours", "color scheme", "colour scheme", "color",
    "colour", "color grading", "colour grading", "color theme", "colour theme", "colors used", "farben", "farbpalette",
    "colores", "paleta", "paleta de colores", "couleurs", "palette de couleurs", "配色", "色彩", "カラーパレット",
)  # fmt: skip
_READ_LABELS = (
    "subject", "main subject", "subjects", "scene", "setting", "background", "environment", "location", "foreground",
    "action", "character", "characters", "object", "objects", "details", "elements", "description", "content", "theme",
    "concept", "place", "pose", "outfit", "clothing", "title", "image", "picture", "motiv", "szene", "hintergrund",
    "sujeto", "escena", "fondo", "sujet", "scène", "fond", "decor", "主体", "场景", "背景", "被写体",
)  # fmt: skip
_NEGATIVE_LABELS = ("negative prompt", "negative", "avoid", "exclude", "do not include", "without", "not")


def _make_label_pattern() -> re.Pattern[str]:
    labels = (*_AMBIENT_LABELS, *_TECHNICAL_LABELS, *_PALETTE_LABELS, *_READ_LABELS, *_NEGATIVE_LABELS)
    names = "|".join(re.escape(one) for one in sorted(set(labels), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[\n.;,|。；、，]))[^\w\n]{{0,8}}+(?=\w)({names})[ *_]{{0,4}}[:：](?=[\s*_\w]|[^\x00-\x7f])",
        re.IGNORECASE,
    )


_LABEL = _make_label_pattern()
_SEPARATORS = re.compile(r"[,、，]\s?")
_END = re.compile(r"[\n;|。；]|\.(?=\s|$)")


def normalize(text: str) -> tuple[str, tuple[str, ...]]:
    """The normalized text, and the labels whose visible content was left out."""
    text = _STYLED_LETTERS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = _ADDRESSES.sub(" , ", text)
    text, left_out = _resolve_labels(text)
    return replace_emoji(text), left_out


def _resolve_labels(text: str) -> tuple[str, tuple[str, ...]]:
    pieces: list[str] = []
    left_out: list[str] = []
    end = 0
    labels = [match for match, _ in zip(_LABEL.finditer(text), range(MAX_LABELS), strict=False)]
    for at, match in enumerate(labels):
        if match.start() < end:
            continue
        following = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        stop = _END.search(text, match.end(), following)
        value = text[match.end() : stop.start() if stop else following]
        label = match[1].lower()
        pieces.append(text[end : match.start()])
        end = match.end() + len(value)
        if label in _AMBIENT_LABELS:
            pieces.append(f", {_keep_ambient(value)},")
        elif label in _PALETTE_LABELS:
            left_out.append(label)
        elif label in _NEGATIVE_LABELS:
            pieces.append(f". no {_SEPARATORS.sub(', no ', value)}.")
        elif label in _READ_LABELS:
            pieces.append(f". {value}")
    pieces.append(text[end:])
    return "".join(pieces), tuple(dict.fromkeys(left_out))


def _keep_ambient(value: str) -> str:
    """The phrases about the whole picture: style, light, weather, view."""
    words = split_words(value)
    texts = [word.text for word in words]
    kept: list[str] = []
    at = 0
    while at < len(words):
        found = load_phrasebook().match(texts, at)
        length, senses = found or (1, ())
        if any(kind in AMBIENT and kind not in ("backdrop", "accent", "place", "mark") for kind, _ in senses):
            kept.append(" ".join(texts[at : at + length]))
        at += length
    return ", ".join(kept)
