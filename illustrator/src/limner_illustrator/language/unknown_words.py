"""What a picture shows whose only subject is an unknown word: a town, a person, lettering, or a specimen card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from limner_illustrator.catalog import noun_classes
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.note_words import IGNORED
from limner_illustrator.language.vocabulary.relations import FILLERS
from limner_illustrator.scene import Entity, Scene

CARD = "own:specimen-card"
MAX_UNKNOWN = 4
"""With more unknown words, the prompt is not about one of them."""
MAX_NAME_WORDS = 3
_INTO_PLACES = frozenset({"in", "at", "from", "near", "through", "over", "to", "across", "visiting", "around"})
_PLACES = frozenset({"city", "town", "village", "kingdom", "land", "streets", "street", "planet", "skyline", "island"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "sir", "lady", "lord", "professor", "aunt", "uncle", "saint", "president"}
)
_ARTICLES = frozenset({"a", "an", "the", "some", "this", "my"})


@dataclass(frozen=True, slots=True)
class StandIn:
    scene: Scene
    note: str
    words: frozenset[str]
    """The words that it stands for, in lower case."""


def find_stand_in(tokens: Sequence[Token], scene: Scene) -> StandIn | None:
    """`scene` has no entities and no lettering."""
    groups = _group_unknown(tokens)
    if not groups or sum(len(group) for group in groups) > MAX_UNKNOWN:
        return None
    chosen = next((group for group in groups if _is_named(tokens, group[0])), groups[0])
    at = chosen[0]
    phrase = [tokens[one] for one in chosen][-MAX_NAME_WORDS:]
    raw = " ".join(one.raw or one.text for one in phrase)
    words = frozenset(one.text for one in phrase)
    before = tokens[at - 1].text if at else ""
    around = {one.text for one in tokens[max(0, at - 4) : at]}
    is_name = all((one.raw or one.text)[:1].isupper() for one in phrase) and not raw.isupper()
    if is_name and (_is_named(tokens, at) or any(one.kind == "mark" for one in tokens)):
        return StandIn(replace(scene, texts=(raw,)), f"{raw}, as lettering", words)
    if is_name and (around & _PLACES or before in _INTO_PLACES):
        place = scene.backdrop or "village"
        return StandIn(replace(scene, backdrop=place, mood=None), f"{raw}, as a {place}", words)
    if scene.backdrop not in (None, "abstract"):
        return None
    if is_name and (scene.view == "portrait" or around & _TITLES or (len(phrase) == 2 and len(tokens) == 2)):
        entity = Entity(id="e1", noun="person", drawing="figure:person")
        return StandIn(_show(scene, entity), f"{raw}, as a person", words)
    color = next((one.value for one in tokens[:at] if one.kind == "color"), None)
    entity = Entity(id="e1", noun=" ".join(one.text for one in phrase), drawing=CARD, color=color, text=raw)
    return StandIn(_show(scene, entity), f"{raw}, as the word on a card", words)


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is said to be a name: "a startup called Wexfordly"."""
    return at > 0 and tokens[at - 1].kind == "name"


def _show(scene: Scene, entity: Entity) -> Scene:
    return replace(scene, entities=(entity,), backdrop=None, mood=None)


def _group_unknown(tokens: Sequence[Token]) -> list[list[int]]:
    """Runs of words that may name the subject: unknown words, and nouns for what is no thing after an article."""
    groups: list[list[int]] = []
    alone = sum(one.kind not in ("comma", "stop") for one in tokens) <= 2
    for at, token in enumerate(tokens):
        if token.kind not in ("word", "unread") or not _may_be_subject(tokens, at, alone=alone):
            continue
        if groups and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _may_be_subject(tokens: Sequence[Token], at: int, *, alone: bool) -> bool:
    text = tokens[at].text
    if text in IGNORED or text in FILLERS or not any(letter.isalpha() for letter in text) or len(text) < 3:
        return False
    found = noun_classes.find_class(text) or noun_classes.find_class(text.removesuffix("s"))
    if found is None:
        return not text.endswith(("ly", "ing", "ed", "ish", "like")) or at == len(tokens) - 1
    introduced = at > 0 and (tokens[at - 1].text in _ARTICLES or tokens[at - 1].kind in ("color", "size", "of"))
    last = at + 1 >= len(tokens) or tokens[at + 1].kind in ("comma", "stop", "relation", "with", "of")
    return found.name == "notion" and (alone or introduced) and last
