"""Splits an instruction into the commands that it gives."""

import re
from dataclasses import dataclass, replace

from limner_illustrator.edit.instructions.cutouts import find_cutout, separate_background
from limner_illustrator.edit.instructions.phrasing import lower_outside_quotes, normalize, plain_command
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
    "expand|outpaint|sharpen|blur|brighten|darken|lighten|mirror|invert|pixelate|posteri[sz]e|boost|reduce|lower|raise|"
    "entferne|ersetze|ändere|mach|lass|behalte|quita|elimina|cambia|haz|deja|supprime|enlève|remplace|garde|laisse"
)
_START = (
    r"(?:(?:please|also|then|now|and|finally|next|afterwards|only|just|simply|bitte) ){0,3}(?:while |whilst )?"
    rf"(?:(?:{_VERBS})\b|(?:nothing|everything|anything|all) else\b|(?:all )?the (?:rest|other)\b|no (?:other|"
    rf"further)\b|"
    r"sonst nichts|alles andere|der rest|todo lo dem[aá]s|lo dem[aá]s|nada m[aá]s|rien d'autre|tout le reste)"
)
_SPLIT = re.compile(
    r"(?<![.;!?])[.;!?]+(?= |\n|$)[ \n]*|[。！？；]+|\n+|"
    rf",? (?:and|then|but|also|plus|und|y|et)(?: (?:then|also|please|finally)){{0,3}} (?={_START})|"
    rf", ?(?={_START})|,? (?:(?:while|whilst) )?(?=(?:keeping|leaving|preserving|retaining|maintaining) )|"
    rf",? (?=(?:while|whilst|"
    rf"without) (?:keep|leav|preserv|retain|maintain|chang|alter|touch|modify|"
    r"affect|edit|losing|any other))|,? (?=(?:sin|sans) (?:cambiar|modificar|tocar|changer|modifier|toucher) |"
    r"ohne den rest )|"
    r",? and then |(?: ?,)? \bthen ",
    re.IGNORECASE,
)
_MAKES = re.compile(r"(?:make|turn|paint|colou?r) ", re.IGNORECASE)
_AND_THE = re.compile(r",? and (?=(?:the|his|her|its|their) )", re.IGNORECASE)
_DEGREES = frozenset({"bigger", "larger", "smaller", "taller", "shorter", "tiny", "huge", "big", "small", "giant"})
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
    plain = normalize(instruction)
    texts, marked = extract_quotes(plain)
    clauses: list[Clause] = []
    num_letters = 0
    pieces = _SPLIT.split(normalize(marked), maxsplit=MAX_PIECES)
    for piece in pieces[:MAX_PIECES]:
        for command in _commands(" ".join(piece.split())):
            left = MAX_LETTERS - num_letters
            if len(clauses) == MAX_COMMANDS or left <= 0:
                return Instruction(texts, _join(clauses), False, is_cut_short=True)
            clauses.append(_clause(command[:left], texts))
            num_letters += len(command)
    is_cut_short = len(pieces) > MAX_PIECES or num_letters > MAX_LETTERS
    return Instruction(texts, _join(clauses), not plain, is_cut_short)


def _commands(piece: str) -> list[str]:
    plain = plain_command(piece) if len(piece) <= MAX_COMMAND_LETTERS else piece
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
        elif kept is not None and _THE_REST.match(clause.text):
            joined[-1] = _clause(f"keep only {kept['kept']}", clause.texts)
        elif not (_clears(clause) and find_cutout(joined[-1].text) is not None):
            joined.append(clause)
    return tuple(joined)


def _clears(clause: Clause) -> bool:
    """ "remove the background"."""
    found = find_cutout(clause.text) if len(clause.text) <= MAX_COMMAND_LETTERS else None
    return found is not None and found.kept is None


def _predicates(piece: str) -> list[str]:
    """ "make the cats smaller and the sofa blue" gives two commands."""
    verb = _MAKES.match(piece)
    if verb is None:
        return [piece]
    parts = _AND_THE.split(piece[verb.end() :])
    ends = [part.strip().lower().rpartition(" ")[2] for part in parts]
    if len(parts) < 2 or not all(end in COLOR_WORDS or end in _DEGREES for end in ends):
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
