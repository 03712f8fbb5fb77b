"""Splits an instruction into the commands that it gives."""

import re
from dataclasses import dataclass, replace

from limner_illustrator.edit.instructions.colors import COLOR
from limner_illustrator.edit.instructions.cutouts import find_cutout, separate_background
from limner_illustrator.edit.instructions.foreign_commands import COMMANDS, VERBS
from limner_illustrator.edit.instructions.foreign_words import find_language, translate_objects
from limner_illustrator.edit.instructions.phrasing import (
    call_photo_picture,
    lower_outside_quotes,
    normalize,
    plain_command,
)
from limner_illustrator.edit.instructions.tones import find_tone
from limner_illustrator.language.plain_backdrops import is_plain_color
from limner_illustrator.language.quotes import extract_quotes
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN

NO_CHANGE_ASKED = "The instruction asks for no change, so nothing was changed."
MAX_COMMANDS = 40
MAX_PIECES = 160
"""Sentences, with those that ask for nothing."""
MAX_LETTERS = 2500
"""Of all commands of an instruction together: reading takes time in proportion to it."""
MAX_COMMAND_LETTERS = 300
"""What is longer describes a picture."""

_VERBS = (
    "make|add|remove|delete|erase|replace|swap|change|turn|put|place|give|set|paint|colou?r|recolou?r|move|take|dr"
    "aw|insert|include|let|have|"
    "dress|write|show|render|convert|transform|get rid "
    "of|switch|shrink|enlarge|resize|dye|hide|shift|apply|increase|decrease|drop|bring|use|"
    "keep|double|rotate|flip|zoom|restyle|undo|remake|position|exchange|substitute|clear|wipe|"
    "leave|preserve|retain|maintain|isolate|cut (?:it|him|her|them|out|the)|don't|dont|do not|desaturate|crop|extend|"
    "expand|outpaint|sharpen|blur|brighten|darken|lighten|mirror|"
    r"(?:open|close) (?:his|her|its|the|their)|invert|pixelate|posteri[sz]e|boost|reduce|lower|raise|"
    rf"ändere|lass|behalte|deja|garde|laisse|füge|voeg|{VERBS}"
)
_START = (
    r"(?:(?:please|also|then|now|and|finally|next|afterwards|only|just|simply|bitte) ){0,3}(?:while |whilst )?"
    rf"(?:(?:{_VERBS})\b|(?:nothing|everything|anything|all) else\b|(?:all )?the (?:rest|other)\b|no (?:other|"
    rf"further)\b|"
    r"sonst nichts|alles andere|der rest|todo lo dem[aá]s|lo dem[aá]s|nada m[aá]s|rien d'autre|tout le reste)"
)
_SPLIT = re.compile(
    r"(?<![.;!?])[.;!?]+(?= |\n|$)[ \n]*|[。！？；]+|\n+|"
    rf",? (?:and|then|but|also|plus|und|y|et|e|и|en)(?: (?:then|also|please|finally)){{0,3}} (?={_START})|"
    rf", ?(?={_START})|,? (?:(?:while|whilst) )?(?=(?:keeping|leaving|preserving|retaining|maintaining) )|"
    rf",? (?=(?:while|whilst|"
    rf"without) (?:keep|leav|preserv|retain|maintain|chang|alter|touch|modify|"
    r"affect|edit|losing|any other))|,? (?=(?:sin|sans) (?:cambiar|modificar|tocar|changer|modifier|toucher) |"
    r"ohne den rest )|"
    r",? and then |(?: ?,)? \bthen ",
    re.IGNORECASE,
)
_MAKES = re.compile(r"(?:make|turn|paint|(?:re)?colou?r|change|set|dye) ", re.IGNORECASE)
_LIGHT_WITH = re.compile(
    r"^(?P<light>(?:make|turn|set|change|switch) (?:it|this|the (?:scene|picture|image|sky))(?: into| to)?(?: an?)? "
    r"(?:(?:sunny|rainy|snowy|foggy|stormy|cloudy|starry|clear|cold|warm|bright|dark|summer|winter|autumn|fall|"
    r"spring) )?"
    r"(?:night|nighttime|day|daytime|morning|evening|sunset|sunrise|dawn|dusk|winter|summer|autumn|fall|spring)"
    r"(?: time)?) (?:with|and add) (?P<what>.+)$",
    re.IGNORECASE,
)
_DEGREE = "bigger|larger|smaller|taller|shorter|tiny|huge|big|small|giant"
_MUCH = "(?:much|a bit|a little|a lot|slightly|even|way|very) "
_AND_THE = re.compile(r",? and (?=(?:the|his|her|its|their) )", re.IGNORECASE)
_TWO_LOOKS = re.compile(
    rf"^(?:make |turn )?(?P<what>(?:the|it|him|her|them|my|his|their)\b(?: [\w-]+){{0,4}}?)(?: (?:should|must|has to|"
    rf"needs to) be)? (?:{_MUCH})?(?P<one>{COLOR}|{_DEGREE}) and (?:{_MUCH})?(?P<other>{COLOR}|{_DEGREE})$",
    re.IGNORECASE,
)
"""Of a colour and a size; two colours belong together."""
_TWO_PARTS = re.compile(
    r"^(?P<verb>make|turn|paint|colou?r|dye) (?P<whose>its|his|her|their|the|the [\w-]+'s) "
    rf"(?P<one>[\w-]+) (?P<color>{COLOR}),? and (?:(?:its|his|her|their|the) )?"
    rf"(?P<other>(?!(?:{COLOR}) )[\w-]+) (?P<last>{COLOR})$",
    re.IGNORECASE,
)
"""Of one owner: "make its horn gold and mane blue"."""
_ONE_COLORED = re.compile(
    rf"^(?:make|turn|paint|colou?r|dye) one(?: of the)? (?P<what>[\w-]+) (?P<color>{COLOR})$", re.IGNORECASE
)
_OTHER_COLORED = re.compile(rf"^(?:make |paint |turn )?the other(?: one)?(?: in)? (?P<color>{COLOR})$", re.IGNORECASE)
_LOOKS = frozenset({"dark", "darker", "bright", "brighter", "lighter", "blurry", "blurred", "sharper", "transparent"})
_PATTERNED = re.compile(
    r"^(?P<command>(?:make|paint|turn|colou?r|change) .+?) with (?:\w+ )?(?:polka[ -]?dots?|dots|stripes|spots|"
    r"checks|plaid|zigzags?)$",
    re.IGNORECASE,
)
_DEGREES = frozenset(_DEGREE.split("|"))
_ARTICLE = r"(?:an?|some|another|two|three|four|five|six|several|many|lots of|more)"
_PLACED = (
    r"(?:on|onto|around|under|next to|beside|behind|over|above|near|to|in front of|in|inside|into|at|along|across) "
    r"(?:the|his|her|its|their|it|him|them|each|every|both)\b"
)
_EACH_ADDED = re.compile(
    rf"^(?P<verb>add|put|place|draw|insert|include) (?P<one>{_ARTICLE} (?:(?! and ).)+? {_PLACED}(?:(?! and ).)*?),?"
    rf" and (?P<other>{_ARTICLE} .+)$",
    re.IGNORECASE,
)
"""The place is that of the first thing: "a hat on his head and a scarf around his neck"."""
_MORE_AND_OTHER = re.compile(
    r"^(?P<verb>add|put|place|draw|insert|include) (?P<one>(?:[\w-]+ )?(?:more|another|extra|additional) "
    rf"(?:(?! and ).)+?) and (?P<other>{_ARTICLE} .+)$",
    re.IGNORECASE,
)
_THING_AND_TEXT = re.compile(
    rf"^(?P<verb>add|put|draw|include|insert) (?P<one>(?:an?|some|the) .+?),? and (?P<other>(?:an?|the) (?:\w+ )?"
    rf"(?:caption|text|title|words?|label|heading)\b.*{TEXT_OPEN}.*)$",
    re.IGNORECASE,
)
_EACH_GIVEN = re.compile(
    r"^(?P<one>give (?:the|my|his|her) (?:(?! and ).)+? (?:an?|some|his|her|its) (?:(?! and ).)+?),? and "
    r"(?P<other>(?:the|my|his|her) (?:(?! and ).)+? (?:an?|some) .+)$",
    re.IGNORECASE,
)
_MARK = re.compile(f"{TEXT_OPEN}(\\d+){TEXT_CLOSE}")
_INSTEAD = re.compile(
    r"^(?:(?:replace|swap|change|substitute|exchange|fill|switch)(?: (?:it|that|this))? (?:with|to|for|by|into|in)|"
    r"(?:put|add|use|place|insert|draw)) (?P<new>.+?)(?P<there> instead| there| in its place| behind (?:it|him|"
    r"her|them))?$",
    re.IGNORECASE,
)

_ADDED_ON = re.compile(
    r"^(?P<command>(?:add|insert|include|draw|put|place|paint|create) (?:an?|some|another|two|three|four|five) .+?) "
    r"(?:on|against|with|before|in front of) (?P<what>(?:an? |the )?[\w -]+? )(?:back ?ground|backdrop)$",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(r"(?:replace|swap|change|substitute|exchange|fill)\b")
_KEEP_ONE = re.compile(r"^(?:keep|leave) (?P<kept>(?!only\b|just\b).+)$", re.IGNORECASE)
_KEEP_COLORED = re.compile(
    r"^(?:keep|leave|garde|garder|laisse|lass|lasse|deja|manten) (?P<kept>.+?) (?:in (?:full |its |their )?colou?rs?|"
    rf"(?:full(?:y)? )?colou?red|{COLOR}|en couleurs?|en colou?r|farbig|in farbe)$",
    re.IGNORECASE,
)
_THE_REST = re.compile(
    r"^(?:remove|delete|erase|drop|hide|get rid of|clear) (?:everything(?: else)?|all else|(?:all )?the rest|"
    r"the others?)$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One command, with its quoted texts put aside."""

    text: str
    """Lower case, without courtesy; a mark stands for each quoted text."""
    raw: str
    """As it was written, the quoted texts in their places: what `parse` reads."""
    texts: tuple[str, ...] = ()
    marked: str = ""
    """Like `text`, in the case in which it was written."""

    def restore(self, text: str) -> str:
        """Restore the original case and the quoted texts in a part of `text`."""
        at = self.text.find(text)
        if at >= 0 and self.marked:
            text = self.marked[at : at + len(text)]
        return _MARK.sub(lambda match: f"“{_find_text(self, match)}”", text)


@dataclass(frozen=True, slots=True)
class Instruction:
    texts: tuple[str, ...]
    clauses: tuple[Clause, ...]
    is_empty: bool
    """No words at all."""
    is_cut_short: bool = False
    """There is more in it than is carried out."""


def split_instruction(instruction: str) -> Instruction:
    """At most MAX_COMMANDS commands of MAX_LETTERS together, without requests to keep things as they are."""
    plain = call_photo_picture(normalize(instruction))
    texts, marked = extract_quotes(plain)
    clauses: list[Clause] = []
    num_letters = 0
    language = find_language(plain[:MAX_COMMAND_LETTERS])
    pieces = _SPLIT.split(normalize(marked), maxsplit=MAX_PIECES)
    for piece in pieces[:MAX_PIECES]:
        for command in _commands(" ".join(piece.split()), language):
            left = MAX_LETTERS - num_letters
            if len(clauses) == MAX_COMMANDS or left <= 0:
                return Instruction(texts, _join(clauses), False, is_cut_short=True)
            clauses.append(_clause(command[:left], texts))
            num_letters += len(command)
    is_cut_short = len(pieces) > MAX_PIECES or num_letters > MAX_LETTERS
    return Instruction(texts, _join(clauses), not plain, is_cut_short)


def _commands(piece: str, language: str | None) -> list[str]:
    plain = plain_command(piece) if len(piece) <= MAX_COMMAND_LETTERS else piece
    if language is not None and plain and plain.partition(" ")[0].lower() in COMMANDS:
        plain = translate_objects(plain, language)
    if not plain:
        return []
    return [
        part for each in _predicates(plain) for one in _split_own_backdrop(each) for part in separate_background(one)
    ]


def _clause(command: str, texts: tuple[str, ...]) -> Clause:
    clause = Clause(lower_outside_quotes(command), "", texts, command)
    return replace(clause, raw=clause.restore(clause.text))


def _join(clauses: list[Clause]) -> tuple[Clause, ...]:
    """ "remove the background and replace it with a beach" is one change."""
    joined: list[Clause] = []
    for clause in clauses:
        if not joined or len(clause.text) > MAX_COMMAND_LETTERS:
            joined.append(clause)
            continue
        instead, kept = _INSTEAD.match(clause.raw), _KEEP_ONE.match(joined[-1].raw)
        if instead is not None and (instead["there"] or _EXCHANGE.match(clause.text)) and _clears(joined[-1]):
            joined[-1] = _clause(f"replace the background with {instead['new']}", clause.texts)
        elif (merged := _spare_color(joined[-1], clause) or _share_colors(joined[-1], clause)) is not None:
            joined[-1] = merged
        elif kept is not None and _THE_REST.match(clause.text):
            joined[-1] = _clause(f"keep only {kept['kept']}", clause.texts)
        elif not (_clears(clause) and find_cutout(joined[-1].text) is not None):
            joined.append(clause)
    return tuple(joined)


def _spare_color(before: Clause, clause: Clause) -> Clause | None:
    """ "Make it black and white, but keep the balloon in colour"."""
    colored, tone = _KEEP_COLORED.match(clause.raw), find_tone(before.text)
    if colored is None or tone in (None, "colour"):
        return None
    return _clause(f"make everything {tone} except {colored['kept']}", clause.texts)


def _share_colors(before: Clause, clause: Clause) -> Clause | None:
    """ "Make one cat black and the other white"."""
    one, other = _ONE_COLORED.match(before.raw), _OTHER_COLORED.match(clause.raw)
    if one is None or other is None:
        return None
    what = one["what"] if one["what"].endswith("s") else f"{one['what']}s"
    return _clause(f"make the {what} {one['color']} and {other['color']}", clause.texts)


def _clears(clause: Clause) -> bool:
    """ "remove the background"."""
    found = find_cutout(clause.text) if len(clause.text) <= MAX_COMMAND_LETTERS else None
    return found is not None and found.kept is None


def _predicates(piece: str) -> list[str]:
    """ "make the cats smaller and the sofa blue" gives two commands."""
    both = _TWO_LOOKS.match(piece)
    if both is not None:
        kinds = {word.lower() in _DEGREES for word in both.group("one", "other")}
        if kinds == {True, False}:
            return [f"make {both['what']} {word}" for word in both.group("one", "other")]
    if (two := _TWO_PARTS.match(piece)) is not None and two["other"].lower() not in COLOR_WORDS:
        pairs = ((two["one"], two["color"]), (two["other"], two["last"]))
        return [f"{two['verb']} {two['whose']} {what} {color}" for what, color in pairs]
    if (patterned := _PATTERNED.match(piece)) is not None:
        return [patterned["command"], piece[len(patterned["command"]) + 1 :]]
    lit = _LIGHT_WITH.match(piece)
    if lit is not None:
        return [lit["light"], f"add {lit['what']}"]
    if (each := _EACH_ADDED.match(piece) or _MORE_AND_OTHER.match(piece) or _THING_AND_TEXT.match(piece)) is not None:
        return [f"{each['verb']} {each['one']}", *_predicates(f"{each['verb']} {each['other']}")]
    if (each := _EACH_GIVEN.match(piece)) is not None:
        return [each["one"], *_predicates(f"give {each['other']}")]
    verb = _MAKES.match(piece)
    if verb is None:
        return [piece]
    parts = _AND_THE.split(piece[verb.end() :])
    ends = [part.strip().lower().rpartition(" ")[2] for part in parts]
    if len(parts) < 2 or not all(end in COLOR_WORDS or end in _DEGREES or end in _LOOKS for end in ends):
        return [piece]
    return [verb.group() + part for part in parts]


def _split_own_backdrop(piece: str) -> list[str]:
    """ "add a dog on a red background" gives two commands."""
    found = _ADDED_ON.match(piece)
    if found is None or not is_plain_color(found["what"].lower()):
        return [piece]
    return [found["command"], f"change the background to {found['what'].strip()}"]


def _find_text(clause: Clause, match: re.Match[str]) -> str:
    number = int(match[1])
    return clause.texts[number] if number < len(clause.texts) else ""
