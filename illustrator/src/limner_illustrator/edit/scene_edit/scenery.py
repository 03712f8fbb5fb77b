"""Takes scenery out of the backdrop: the sun, clouds, trees, the pictures on a wall."""

import re

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.language.absences import MAX_ABSENT
from limner_illustrator.language.vocabulary.absences import ESSENTIAL, SCENERY

_BEFORE = re.compile(r"^(?:(?:the|a|an|all|any|every|some|those|these|of) )+")
_AFTER = re.compile(r" (?:on|in|from|at|behind|over|above|around|near) (?:him|her|it|them|(?:the )?[\w ]{1,20})$")
_LOOKS = re.compile(r"^(?:(?:big|little|small|white|green|red|tall|bright|framed|striped|palm|fluffy|hanging) )+")
_ACCENTS = {"tree": "trees", "mountain": "mountains", "flower": "flowers", "star": "stars"}
_MANY = frozenset({"tree", "building", "flower", "bush", "mountain", "cloud", "people", "star", "book", "plant"})
"""Of which a backdrop shows several: a single one that the Scene names is the only one that goes."""
FIXED = frozenset({
    "sky", "grass", "ground", "floor", "wall", "road", "path", "horizon", "sand", "water", "sea", "ocean", "window",
    "curtain", "fence", "rock", "bench", "street", "door", "beam", "beach", "wave", "shelf", "board", "blackboard",
    "chalkboard", "bunting", "flag", "garland", "banner",
})  # fmt: skip
"""What backdrops show and cannot leave out."""


def clear_scenery(editor: Editor, what: str, *, is_named: bool) -> bool:
    """Whether the phrase names scenery, even if a note says that it stays. `is_named`: and no thing of the Scene."""
    changed = False
    for phrase in re.split(r"\s*(?:,|\band\b|\bor\b)\s*", what):
        noun = _singular(_LOOKS.sub("", _AFTER.sub("", _BEFORE.sub("", phrase))))
        names = SCENERY.get(noun, ())
        backdrop = editor.scene.backdrop or choose_backdrop(editor.scene)
        stays = any(backdrop in ESSENTIAL.get(name, ()) for name in (noun, *names))
        if stays or (noun in FIXED and not names):
            if is_named:
                editor.note(f"The {noun} is part of the background and stays.")
                changed = True
            continue
        is_single = noun in phrase.split()
        if not names or (not is_named and is_single and not _MANY.isdisjoint(names)):
            continue
        absent = tuple(dict.fromkeys([*editor.scene.absent, *names]))[:MAX_ABSENT]
        accents = tuple(one for one in editor.scene.accents if one not in {_ACCENTS.get(name, name) for name in names})
        editor.set(absent=absent, accents=accents)
        changed = True
    return changed


def keeps_color(editor: Editor, what: str) -> bool:
    """Whether the phrase names what backdrops show in colours of their own, as a note says then: "the walls"."""
    noun = _singular(_LOOKS.sub("", _AFTER.sub("", _BEFORE.sub("", what))))
    if noun not in FIXED:
        return False
    editor.note(f"The {noun} is part of the background and keeps its colour.")
    return True


def restore_scenery(editor: Editor, what: str) -> None:
    """What is added is no longer left out."""
    names = {name for word in re.findall(r"[\w-]+", what) for name in SCENERY.get(_singular(word), ())}
    editor.set(absent=tuple(one for one in editor.scene.absent if one not in names))


def _singular(word: str) -> str:
    word = word.strip()
    if word in SCENERY or word in FIXED:
        return word
    for ending, other in (("ches", "ch"), ("shes", "sh"), ("ves", "f"), ("s", "")):
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word
