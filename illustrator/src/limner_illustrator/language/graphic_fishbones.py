"""Content of fishbone diagrams: a problem, and its causes by category."""

import random
import re

from limner_illustrator.language.graphic_diagrams import read_listed, split_detail
from limner_illustrator.language.graphic_lists import clean_label, make_title, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.fishbones import BONES, CAUSES
from limner_illustrator.scene import Graphic, GraphicItem

MOST = 8


def read_fishbone(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    listed = read_listed(before, after)
    plain = re.sub(r"\b(?:the )?(?:root )?(?:causes?|reasons?|analysis)\b(?: (?:of|for|behind))?", " ", listed.subject)
    problem = listed.title or make_title(" ".join(plain.split())) or "Problem"
    if len(listed.parts) > 2:
        items = []
        for part in listed.parts[:MOST]:
            item = split_detail(part)
            causes = tuple(clean_label(one) for one in split_items(item.detail)) if item.detail else ()
            items.append(GraphicItem(label=item.label, lines=causes))
        return Graphic(kind=prompt.kind, title=problem, items=tuple(items))
    _, causes = next(one for one in CAUSES if not one[0] or re.search(rf"\b(?:{one[0]})", prompt.topic))
    items = [GraphicItem(label=bone, lines=tuple(cause.split("; "))) for bone, cause in zip(BONES, causes, strict=True)]
    return Graphic(kind=prompt.kind, title=problem, items=tuple(items), is_sample=True)
