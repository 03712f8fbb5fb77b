"""What stands around a command and changes nothing: white space, courtesy, "only", and requests to keep the rest.

Every pattern is anchored at one position and spans a bounded number of words, so that reading takes linear time.
"""

import re

from limner_illustrator.edit.instructions.foreign_commands import translate_verb

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200e\u200f\u2060\ufeff")
_COURTESY = re.compile(
    r"(?:please|pls|plz|kindly|now|also|then|and|but|next(?! to)|first(?:ly)?|second(?:ly)?|finally|lastly|"
    r"ok(?:ay)?|so|"
    r"hey|hi|hello|thanks|thank you(?: (?:so|very) much)?|thx|(?:edit|instructions?|prompt|task)(?=:)|if possible|"
    r"if you can|"
    r"(?:can|could|would|will) (?:you|we)(?: mind| be so kind as to| be able to)?|is it possible to|"
    r"i want(?: you)? to|i need(?: you)? to|i(?: woul|')d (?:like|love)(?: for)?(?: you)? to|"
    r"i(?: woul|')d appreciate it if you(?: could)?|you (?:should|must|need to)|we (?:should|must|need to)|let's|"
    r"let us|"
    r"try(?: to)?|go ahead and|how about|bitte|kannst du|k(?:ö|oe)nntest du|k(?:ö|oe)nnen sie|k(?:ö|oe)nnten sie|"
    r"por favor|puedes|puede|podr[ií]as|s'il (?:te|vous) pla[iî]t|svp|stp|peux-tu|pouvez-vous|pourrais-tu|"
    r"pourriez-vous|danke|gracias|merci)(?:[ ,:]+|$)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:^|[ ,])(?:please|pls|plz|thanks?(?: you)?(?: (?:so|very) much)?|thx|for me|if possible|if you can|now|bitte|"
    r"danke|por favor|gracias|s'il (?:te|vous) pla[iî]t|svp|merci)$",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 24
_GERUNDS = {
    "making": "make", "changing": "change", "removing": "remove", "adding": "add", "turning": "turn", "moving": "move",
    "deleting": "delete", "erasing": "erase", "replacing": "replace", "putting": "put", "giving": "give",
    "cutting": "cut", "isolating": "isolate", "painting": "paint", "coloring": "color", "colouring": "colour",
    "converting": "convert",
}  # fmt: skip

_ONLY = (
    r"(?:only|just|simply|merely|solely|purely|exclusively|nur|einfach|s[oó]lo|solamente|[uú]nicamente|seulement|"
    r"uniquement|juste)"
)
_ONLY_FIRST = re.compile(
    rf"{_ONLY}[ ,]+(?!(?:the|this|that|a|an|one|my|der|die|das|den|el|la|le|les|los|las|to|keep|leave|retain|"
    rf"preserve|"
    r"show)\b)",
    re.IGNORECASE,
)
_EDITS = (
    r"(?:change|make|paint|colou?r|recolou?r|dye|turn|replace|swap|remove|delete|erase|add|modify|edit|alter|"
    r"adjust|set|"
    r"give|move|put|place|resize|rotate|convert|ändere|mach|mache|färbe|cambia|haz|pinta|change|changez|fais|rends)"
)
_ONLY_AFTER_VERB = re.compile(rf"({_EDITS}) (?:{_ONLY}|nothing (?:but|except)(?: for)?) ", re.IGNORECASE)
_NOTHING_BUT = re.compile(
    r"(?:no (?:other )?changes? |(?:don't|dont|do not|never|without) "
    r"(?:chang(?:e|ing)|touch(?:ing)?|alter(?:ing)?|modify(?:ing)?|edit(?:ing)?) "
    r"(?:anything|any other thing|a thing)(?: else)? |(?:change|touch|alter) nothing(?: else)? )"
    r"(?:but|except|besides|other than|apart from)(?: for| to)? ",
    re.IGNORECASE,
)
_OWN_VERB = re.compile(r"(?:make|turn|add|remove|delete|replace|put|give|move|convert)\b", re.IGNORECASE)
"""As in "no changes except make it night"."""
_ONLY_OBJECT = re.compile(
    rf"{_ONLY} ((?:the|this|that|its|his|her|their|my|one) [^ ]+(?: [^ ]+){{0,3}} (?:should|must|needs?|has|have|"
    rf"is|are)) ",
    re.IGNORECASE,
)
_ONLY_BEFORE_THE = re.compile(rf" {_ONLY} (?=(?:the|its|his|her|their|my|to|blue|red|in) ?)", re.IGNORECASE)
_ONLY_LAST = re.compile(rf" (?:{_ONLY}|alone)$", re.IGNORECASE)
_LETTERS = re.compile(r"\b(?:say|says|saying|read|reads|text|words?|write|caption|title|label|name)\b", re.IGNORECASE)

_KEEP = (
    r"keeps?|leave|preserve|retain|maintain|(?:keep|leav|preserv|retain|maintain)ing|lass|lasse|lassen sie|behalte|"
    r"deja|dejar|mant[eé]n|mantener|conserva|laisse|laissez|garde|gardez"
)
_SAME = (
    r"same|unchanged|intact|untouched|identical|alone|consistent|constant|unmodified|unaltered|in place|"
    r"as(?: |-)(?:is|it is|(?:s?he) (?:is|was)|they are|it was|they were|before)|"
    r"(?:way|how|like) (?:it|they) (?:is|are|was|were)|gleich|"
    r"unver(?:ä|ae)ndert|(?:so )?wie (?:es|sie|er) (?:ist|sind|war)|in ruhe|igual(?:es)?|como est[aáe]n?|intactos?|"
    r"tel quel|telle quelle|tels quels|inchang[eé]e?s?|pareil"
)
_REST = (
    r"everything(?: else)?|anything else|all else|(?:of )?the (?:rest|remainder)|the remaining|(?:the )?other|"
    r"the (?:original )?(?:composition|layout|framing|pose|perspective|lighting|style)|"
    r"alles(?: andere)?|den rest|der rest|(?:todo )?lo dem[aá]s|(?:todo )?el resto|(?:tout )?le reste|rest"
)
_WORDS = r"(?: [^ ]+)"
_REASSURANCES = tuple(
    re.compile(rf"^(?:while |whilst |whereas |und |y |et |mais |aber |pero )?(?:{pattern})", re.IGNORECASE)
    for pattern in (
        rf"(?:{_KEEP}){_WORDS}{{0,10}}? (?:the )?(?:{_SAME})\b",
        (
            rf"(?:{_KEEP}) (?:all |exactly )?(?:{_REST})\b(?!{_WORDS}{{0,4}} (?:but|except|than|apart|au(?:ß|ss)er|"
            rf"menos|sauf)\b)"
        ),
        (
            r"(?:everything else|all else|anything else|all the rest|the rest|all other|the other|everything other)"
            rf"{_WORDS}{{0,8}}? (?:{_SAME}|stays?|staying|remains?|remaining|fine|perfect|good|great|unverändert)\b"
        ),
        r"nothing (?:else|more)\b",
        r"no (?:other|further|more|additional) (?:changes?|edits?|modifications?|alterations?)\b",
        r"(?:alles andere|der rest)(?: [^ ]+){0,3} (?:bleib|gleich|unver|so lassen|wie es)",
        r"sonst nichts|(?:ä|ae?)ndere sonst nichts|nada m[aá]s\b|rien d'autre|todo lo demás|tout le reste",
        r"no (?:cambies|cambie|toques|modifiques|alteres) ",
        r"ne (?:change|changez|touche|touchez|modifie|modifiez) (?:pas|rien) ",
        r"(?:ver)?(?:ä|ae)ndere? (?:nichts|den rest nicht|sonst)",
        r"(?:without|sin|sans) (?:chang|alter|touch|modif|affect|edit|mov|los|disturb|any other|cambiar|tocar)",
        r"ohne(?: [^ ]+){1,4} zu (?:ver)?(?:ä|ae)ndern",
    )
)
_PROHIBITION = re.compile(
    r"^(?:and |but )?(?:don't|dont|do not|never|avoid|you (?:must|should) not|must not|should not|mustn't|"
    r"shouldn't|not to) "
    r"(?P<what>.+)$",
    re.IGNORECASE,
)
_SHOWING = re.compile(
    r"^(?:show|draw|include|paint|render|display|depict|have|showing|including)(?: me)? ", re.IGNORECASE
)
_ALL_BUT = re.compile(
    rf"^(?:{_KEEP}|lass|deja|garde) (?:everything|all|alles|todo|tout)(?: else)? (?:but|except|besides|apart from|"
    r"other than|au(?:ß|ss)er|menos|excepto|salvo|sauf)(?: for)? ",
    re.IGNORECASE,
)


WHOLE_PICTURE = re.compile(
    r"\b(?:in|to|on|at|into|from|of)? ?(?:the|this) (?:picture|image|scene|photo|painting|drawing|illustration|"
    r"composition|background|sky|foreground|frame|design)\b"
)


_QUOTED_OR_PHOTO = re.compile(
    r"(?P<quoted>\"[^\"]*\"|“[^”]*”)|\b(?:this|the|my|our) (?:photo(?:graph)?|photography|selfie)\b(?! of\b)",
    re.IGNORECASE,
)


def call_photo_picture(text: str) -> str:
    """ "Turn this photo into a sketch" asks for a sketch: the photograph is what is edited, and no art style."""
    return _QUOTED_OR_PHOTO.sub(lambda found: found[0] if found["quoted"] else "the picture", text)


def normalize(text: str) -> str:
    """Runs of any white space are one space, lines are parted by one newline, invisible characters are gone."""
    lines = (" ".join(line.split()) for line in text.translate(_INVISIBLE).replace("’", "'").splitlines())
    return "\n".join(line for line in lines if line)


def lower_outside_quotes(text: str) -> str:
    """Lower case of the same length, so that places in one are places in the other."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := one.lower()) == 1 else one for one in text)


def plain_command(text: str) -> str:
    """A command without courtesy and without "only"; empty where it only asks to keep something as it is. "keep only
    the fox" and "only the fox" stay: their "only" takes everything else away.
    """
    text = _remove_courtesy(text.strip(" ,.:!?"))
    if found := _NOTHING_BUT.match(text) or _ALL_BUT.match(text):
        rest = text[found.end() :]
        verb = "change " if found.re is _NOTHING_BUT else "remove "
        text = rest if _OWN_VERB.match(rest) else f"{verb}{rest}"
    if is_reassurance(text):
        return ""
    text = translate_verb(text)
    if is_reassurance(text):
        return ""
    forbidden = _PROHIBITION.match(text)
    if forbidden is not None:
        shown = _SHOWING.match(forbidden["what"])
        return f"remove {forbidden['what'][shown.end() :]}" if shown is not None else ""
    return _remove_only(text)


def is_reassurance(text: str) -> bool:
    """ "keep everything else the same", "without changing the rest": what an edit does anyway."""
    return any(pattern.match(text) for pattern in _REASSURANCES)


def _remove_courtesy(text: str) -> str:
    at = 0
    while True:
        found = _COURTESY.match(text, at) or _ONLY_FIRST.match(text, at)
        if found is None or found.end() == at:
            break
        at = found.end()
    text = text[at:]
    for _ in range(4):
        start = max(0, len(text) - _LONGEST_CLOSING)
        found = _CLOSING.search(text, start)
        if found is None:
            break
        text = text[: found.start()].rstrip(" ,.!")
    first, space, rest = text.partition(" ")
    verb = _GERUNDS.get(first.lower())
    return f"{verb}{space}{rest}" if verb is not None else text


def _remove_only(text: str) -> str:
    text = _ONLY_AFTER_VERB.sub(r"\1 ", text, count=1) if _ONLY_AFTER_VERB.match(text) else text
    if found := _ONLY_OBJECT.match(text):
        text = f"{found[1]} {text[found.end() :]}"
    if _LETTERS.search(text) or re.match(rf"(?:keep|leave|retain|preserve|show|have|{_ONLY})\b", text, re.IGNORECASE):
        return text
    return _ONLY_LAST.sub("", _ONLY_BEFORE_THE.sub(" ", text))
