"""Marks groups whose copies stand in a row, in a circle or back to back."""

from collections.abc import Sequence

from limner_illustrator.language.mention import Mention, add_attribute

_LEAST = {"in-a-circle": 5, "in-a-row": 3}
"""How many there are where the prompt only says that there are several."""


def arrange_group(group: Sequence[Mention], formation: str) -> None:
    for mention in group[-1:]:
        add_attribute(mention, formation)
        if mention.count > 1 and not mention.numbered:
            mention.count = max(mention.count, _LEAST.get(formation, 2))
