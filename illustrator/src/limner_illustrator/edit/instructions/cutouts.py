"""Recognises instructions that ask for a cut-out: "remove the background", "isolate the fox", "keep only the cat"."""

import re

from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.instructions.commands import CutOut

_BACKGROUND = (
    r"(?:l')?(?:back[- ]?ground|backdrop|bg|hintergrund|fondo|fond|arri[eè]re-plan|sfondo|fundo|"
    r"achtergrond|фон|背景|배경)s?"
)
_OF_IT = (
    r"(?:(?:the|its|his|her|their|my|this|that|any|all|of|a|whole|entire|full|current|existing|old|original|complete|"
    r"image|picture|photo|scene|plain|solid|busy|ugly|distracting|white|black|gr[ae]y|green|blue|den|der|das|dem|el|"
    r"la|le|du|o|lo|il|de|[^ ]+'s) ){0,5}"
)
_ITS_BACKGROUND = rf"{_OF_IT}{_BACKGROUND}"
_ENDS = (
    r"(?=[ ](?:from|of|in|behind|around|completely|entirely|fully|totally|altogether|and|so|to|leaving|with|for|but|"
    r"leave|keep|only|away|out|off|instead|then|too|now|von|de|del|da)\b|[,.;:!?]|$)"
)
_REMOVE = (
    r"(?:remove|delete|erase|drop|clear|strip|take|get rid of|cut|wipe|eliminate|hide|lose|discard|knock|mask|rub|"
    r"ditch|exclude|omit|crop|entferne|entfernen|l(?:ö|oe)sche|elimina|eliminar|quita|quitar|borra|borrar|supprime|"
    r"supprimer|supprimez|enl[eè]ve|enlever|enlevez|retire|retirer|efface|rimuovi|togli|remova|remover|verwijder|"
    r"удали|убери)(?: away| out| off)?"
)
_SEE_THROUGH = r"(?:transparen\w*|trasparen\w*|see-?through|прозрачн\w*)"
_WHOLE = (
    r"(?:it|this|that|everything|all|all of it|(?:the|this) (?:whole |entire )?(?:picture|image|photo|photograph|"
    r"drawing|illustration|result|output)|es|das bild|la imagen|l'image)"
)
_CUT_OUTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_REMOVE} {_ITS_BACKGROUND}(?: away| out| off)?{_ENDS}",
        rf"^{_REMOVE} (?:everything|anything|what is|what's|all) (?:behind|in the back|in the background|around)\b",
        rf"^{_REMOVE} (?:everything else|all else|(?:all )?the rest|(?:all )?the others?|all others)$",
        rf"^(?:no|without|ohne|sans|sin|kein|keinen|senza|sem|zonder) {_ITS_BACKGROUND}{_ENDS}",
        rf"^{_OF_IT}{_BACKGROUND} (?:remov\w+|entfernen|l(?:ö|oe)schen|weg|gone|away|eraser?|none|off|quitar)$",
    )
)
_MENTIONED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"\b(?:with no|without(?: an?| the| any)?|ohne|sans|sin) {_BACKGROUND}\b(?! (?:music|noise|people|text|"
            rf"colou?r))"
        ),
        rf"\b{_SEE_THROUGH}(?: [^ ]+){{0,2}} {_BACKGROUND}(?![^ ])",
        (
            rf"(?:^|[ ]){_BACKGROUND}(?: [^ ]+){{0,4}} (?:{_SEE_THROUGH}|invisible|disappear|vanish|go away|alpha|"
            r"removed|deleted|erased|gone|stripped)(?![^ ])"
        ),
        (
            rf"\b(?:a|as|an|with|in|to|into|of) (?:a |an )?{_SEE_THROUGH} (?:png|webp|image|picture|sticker|cut-?out|"
            rf"version)\b"
        ),
        r"\bwith (?:transparency|an? alpha(?: channel)?)\b",
        r"背景(?:を|が)?(?:透明|削除|消|除去)|(?:去除|移除|删除|去掉|抠掉)背景|배경(?:을|이)? ?(?:제거|삭제|투명|없)",
    )
)
_ALONE = re.compile(
    rf"^(?:(?:make|turn|set|render|mach|mache|haz|rends|export|save)(?: {_WHOLE})?(?: as| to| be| fully|"
    rf" completely| all)"
    rf"{{0,3}} |as )?(?:an? )?{_SEE_THROUGH}(?: png| webp| image)?$|^cut-?out$|^(?:make|create)(?: it)? (?:a |"
    rf"into a )cut-?out$",
    re.IGNORECASE,
)
_NOT_CUT = re.compile(
    rf"\b(?:opaque|non-?{_SEE_THROUGH}|not {_SEE_THROUGH}|no transparency|less {_SEE_THROUGH})\b|"
    rf"\b(?:solid|opaque|deckender) {_BACKGROUND}$|^(?:{_ITS_BACKGROUND}) (?:should be |is )?(?:solid|opaque)$|"
    rf"^(?:add|put|bring|give|restore|undo)(?: it)?(?: back)? {_ITS_BACKGROUND}(?: back| again)?$|"
    rf"^(?:restore|undo) {_ITS_BACKGROUND}(?: removal| change)?$|^(?:undo|remove|drop) (?:the )?transparency$",
    re.IGNORECASE,
)
_SUBJECTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:isolate|extract|separate|segment|single out)(?: out)? (?P<kept>.+)$",
        r"^cut out (?P<kept>.+)$",
        r"^cut (?P<kept>(?:it|him|her|them|the|this|that|his|my)(?: [^ ]+){0,6}?) out\b.*$",
        r"^(?:(?:make|create|give me|do|get)(?: me)? )?(?:an? |the )?cut-?out (?:of|from|with) (?P<kept>.+)$",
        r"^(?:schneide|stelle?) (?P<kept>.+) (?:aus|frei)$",
        r"^(?P<kept>.+) (?:ausschneiden|freistellen)$",
        r"^(?:recorta|a[ií]sla|d[eé]toure|d[eé]coupe|isole|isoliere|ritaglia) (?P<kept>.+)$",
    )
)
_KEPT_ALONE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"^(?:only |just )?(?:keep|leave|retain|preserve|show|have)(?: me)? (?:only|just|solely|nothing (?:but|"
            r"except))"
            r"(?: for)? (?P<kept>.+)$"
        ),
        r"^(?:only|just|solely) (?:keep|leave|retain|preserve|show)(?: me)? (?P<kept>.+)$",
        r"^(?:only|just|solely|nothing (?:but|except)) (?P<kept>(?:the|that|my) .+)$",
        r"^i only (?:want|need)(?: to (?:keep|see|have))? (?P<kept>(?:the|my) (?!.* to ).+)$",
        r"^(?:keep|leave|retain|preserve) (?P<kept>.+) (?:only|alone in it)$",
        (
            rf"^{_REMOVE} (?:everything|anything|all|all things)(?: else)?(?: (?:in|from|of) the (?:picture|image|"
            rf"photo|scene))?,? "
            r"(?:but|except|besides|apart from|other than|excluding|save|around|behind|surrounding|that(?: i|')s not|"
            r"which is "
            r"not|that isn't|not)(?: for)? (?P<kept>.+)$"
        ),
        rf"^{_REMOVE} (?:alles|todo|tout) (?:au(?:ß|ss)er|bis auf|menos|excepto|salvo|sauf) (?P<kept>.+)$",
        r"^(?:behalte|lass) nur (?P<kept>.+)$",
        r"^nur (?P<kept>.+) behalten$",
        r"^(?:deja|conserva|mant[eé]n) (?:s[oó]lo|solamente|[uú]nicamente) (?P<kept>.+)$",
        r"^(?:ne )?(?:garde|gardez) (?:que|seulement|uniquement) (?P<kept>.+)$",
    )
)
_AROUND = re.compile(
    r"[, ]+(?:(?:from|out of|of|vom|von|aus|de|du|del) (?:the|its|this|a|dem|el|la|le|l')\b.*|from everything.*|"
    r"(?:in|on) (?:the|this) (?:picture|image|photo|scene)|visible|remaining|(?:and )?nothing else)$"
)
_ON = re.compile(
    rf" (?:on|onto|against|before|over|with|in front of) (?:an? |the )?(?:(?:plain|solid|pure|clean|simple) )?"
    rf"(?P<color>[^ ]+)(?: {_BACKGROUND})?$"
)
_IS_BACKGROUND = re.compile(rf"^{_ITS_BACKGROUND}$")
_LIST = re.compile(
    rf"^({_REMOVE}) ({_ITS_BACKGROUND}) (?:and|und|y|et) ((?:the|all|any|his|her|its|their|both|den|die|das|el|la|"
    rf"le) .+)$",
    re.IGNORECASE,
)
_LIST_LAST = re.compile(rf"^({_REMOVE}) (.+) (?:and|und|y|et) ({_ITS_BACKGROUND})$", re.IGNORECASE)
_BETWEEN = frozenset({
    "a", "add", "against", "an", "and", "as", "auf", "avec", "be", "change", "con", "den", "einem", "einen", "el",
    "export", "for", "get", "give", "good", "has", "have", "haz", "i", "i'd", "image", "in", "into", "is", "it",
    "its", "le", "like", "look", "mach", "mache", "make", "mit", "my", "need", "of", "on", "photo", "picture",
    "place", "png", "put", "render", "rends", "replace", "save", "set", "should", "show", "switch", "that", "the",
    "this", "to", "turn", "un", "use", "want", "webp", "with", "would",
})  # fmt: skip
"""Words that say nothing beside a mention of a transparent background."""
REMOVE_BACKGROUND = "remove the background"


def find_cutout(text: str) -> CutOut | None:
    """`text`: one command in lower case, without courtesy."""
    if asks_opaque(text):
        return None
    if any(pattern.match(text) for pattern in _CUT_OUTS):
        return CutOut()
    for pattern in (*_KEPT_ALONE, *_SUBJECTS):
        found = pattern.match(text)
        if found is not None:
            return _of_subject(found["kept"])
    if _ALONE.match(text) or any(pattern.search(text) for pattern in _MENTIONED):
        return CutOut()
    return None


def asks_opaque(text: str) -> bool:
    """ "make it opaque", "put the background back"."""
    return _NOT_CUT.search(text) is not None


def separate_background(text: str) -> list[str]:
    """ "remove the dog and the background" are two commands; so are "make it blue with a transparent background"."""
    if found := _LIST.match(text):
        return [f"{found[1]} {found[2]}", f"{found[1]} {found[3]}"]
    if found := _LIST_LAST.match(text):
        return [f"{found[1]} {found[2]}", f"{found[1]} {found[3]}"]
    if asks_opaque(text):
        return [text]
    for pattern in _MENTIONED:
        found = pattern.search(text)
        if found is None:
            continue
        before, after = text[: found.start()].split(), text[found.end() :].split()
        while before and before[-1].strip(",").lower() in _BETWEEN:
            before.pop()
        if all(word.strip(",").lower() in _BETWEEN or not word.isascii() for word in (*before, *after)):
            return [text]
        return [" ".join([*before, *after]).strip(" ,"), REMOVE_BACKGROUND]
    return [text]


def _of_subject(kept: str) -> CutOut:
    backdrop = None
    if (on := _ON.search(kept)) is not None:
        color = on["color"].replace("grey", "gray")
        if color in COLORS:
            backdrop = color
        if color in COLORS or re.match(_SEE_THROUGH, color):
            kept = kept[: on.start()]
    kept = _AROUND.sub("", kept).strip(" ,.")
    return CutOut(kept, backdrop, keeps_background=_IS_BACKGROUND.match(kept) is not None)
