"""Cakes carry the candles and orchards the fruit that the prompt names."""

import numpy as np
import pytest

from limner_illustrator import draw


def count_differing(one: str, other: str) -> int:
    first, second = (draw(prompt, size=(128, 128), seed=0).pixels for prompt in (one, other))
    return int(np.any(first != second, axis=-1).sum())


def test_number_of_candles_changes_the_cake() -> None:
    assert count_differing("a cake with two candles", "a cake with seven candles") > 20


@pytest.mark.parametrize("fruit", ["lemon", "plum"])
def test_orchard_bears_the_fruit_that_is_named(fruit: str) -> None:
    assert count_differing(f"a {fruit} orchard", "an apple orchard") > 20
