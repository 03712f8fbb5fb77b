"""Changes lettering: the text on a sign, a cake, or the picture itself."""

import re

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.sentences import Clause
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN
from limner_illustrator.scene import Entity

MAX_LETTERS = 200

_MARK = re.compile(f"{TEXT_OPEN}(\\d+){TEXT_CLOSE}")
_CHANGES = re.compile(
    r"^(?:change|make|set|replace|update|write|let|have|edit|rename|print|swap|the|it|spell|label|use|correct|fix)\b"
)
_CUE = re.compile(
    r"\b(?:text|words?|says?|saying|reads?|write|written|caption|title|label|lettering|message|inscription|"
    r"letters|name|print|rename|spell)\b"
)
_UNQUOTED = (
    re.compile(
        r"^(?:change|set|make|replace|update|edit|fix|correct)\s+(?:the |its |his |her )?(?:text|words?|caption|"
        r"title|lettering|message|inscription|writing|name)"
        r"(?P<on> (?:on|of|in) .+?)?\s+(?:to say|to read|to|say|read|with|into|so it says|so that it "
        r"says)\s+(?P<new>.+)$"
    ),
    re.compile(r"^(?:make|have|let)\s+(?P<on>.+?)\s+(?:say|read|saying)s?\s+(?P<new>.+)$"),
    re.compile(r"^(?P<on>(?:the|it)\b.*?)\s+should (?:say|read)\s+(?P<new>.+)$"),
)
_ADDED = re.compile(
    r"^(?:the |a |some )?(?:(?:text|words?|caption|title|inscription|message|lettering|name|label|writing)\b|"
    + TEXT_OPEN
    + ")"
)


def say(editor: Editor, clause: Clause) -> bool:
    marks = [int(number) for number in _MARK.findall(clause.text)]
    if not marks:
        return _say_unquoted(editor, clause)
    if not _CHANGES.match(clause.text) or (len(marks) < 2 and not _CUE.search(clause.text)):
        return False
    wish = editor.read(clause.quoted(clause.text))
    if any(one.text is not None and not editor.matching(one) for one in wish.entities):
        return False
    old = clause.texts[marks[0]] if len(marks) > 1 else None
    _write(editor, clause.texts[marks[-1]], old, _MARK.sub(" ", clause.text))
    return True


def _say_unquoted(editor: Editor, clause: Clause) -> bool:
    for pattern in _UNQUOTED:
        match = pattern.match(clause.text)
        if match is None:
            continue
        new = clause.raw[-len(match["new"]) :].strip(" '\"“”")
        if not new or (pattern is not _UNQUOTED[0] and not editor.find(match["on"])):
            return False
        _write(editor, new, None, match["on"] or "")
        return True
    return False


def _write(editor: Editor, new: str, old: str | None, where: str) -> None:
    new = new[:MAX_LETTERS]
    entities = editor.scene.entities
    if old is not None:
        bearers = [one for one in entities if one.text is not None and one.text.casefold() == old.casefold()]
        if bearers:
            editor.change(bearers[0], text=new)
            return
        quoting = next((one for one in entities if one.text is not None and old in one.text), None)
        if quoting is not None and quoting.text is not None:
            editor.change(quoting, text=quoting.text.replace(old, new)[:MAX_LETTERS])
            return
        if old.casefold() in (text.casefold() for text in editor.scene.texts):
            editor.set(texts=tuple(new if text.casefold() == old.casefold() else text for text in editor.scene.texts))
            return
    bearer = _bearer(editor, where)
    if bearer is not None:
        editor.remember([editor.change(bearer, text=new)])
    else:
        editor.set(texts=(new, *editor.scene.texts[1:]))


def _bearer(editor: Editor, where: str) -> Entity | None:
    named = [known for wish in editor.read(where).entities for known in editor.matching(wish)]
    named = [one for one in named if not kinds.is_animate(one.drawing)]
    if named:
        return named[0]
    if editor.scene.texts:
        return None
    bearing = [one for one in editor.scene.entities if one.text is not None]
    return bearing[0] if bearing else next((one for one in editor.scene.entities if one.drawing == "own:sign"), None)


def letter(editor: Editor, clause: Clause, what: str) -> bool:
    """ "add the text 'Hello' to the sign": whether that was what was asked."""
    if not _ADDED.match(what):
        return False
    marks = _MARK.findall(what)
    text = clause.texts[int(marks[0])][:MAX_LETTERS]
    known = [
        one
        for wish in editor.read(_MARK.sub(" ", what)).entities
        for one in editor.matching(wish)
        if not kinds.is_animate(one.drawing)
    ]
    if known:
        editor.remember([editor.change(known[0], text=text)])
    else:
        editor.set(texts=tuple(dict.fromkeys([*editor.scene.texts, text])))
    return True
