"""Tables and Venn diagrams of two things: what is known of them stands in their cells."""

import pytest

from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.graphic_pairs import find_pair


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def test_known_pair_has_true_cells_in_the_order_asked_for():
    rows = {item.label: item.lines for item in graphic_of("comparison table of electric cars vs petrol cars").items}
    turned = {item.label: item.lines for item in graphic_of("comparison table of petrol cars vs electric cars").items}

    assert rows["Emissions"] == ("None locally", "CO2 and NOx")
    assert turned["Emissions"] == ("CO2 and NOx", "None locally")


@pytest.mark.parametrize(
    "prompt", ["infographic comparing iOS and Android", "infographic about the difference between bacteria and viruses"]
)
def test_infographic_of_two_things_is_a_comparison(prompt):
    graphic = graphic_of(prompt)

    assert graphic.kind == "comparison-table"
    assert len(graphic.items) > 4


def test_venn_diagram_of_a_known_pair_has_traits():
    items = graphic_of("venn diagram of cats and dogs").items

    assert "Walks: none" in items[0].lines
    assert "Walks: twice a day" in items[1].lines
    assert [item.role for item in items][-1] == "overlap"


def test_pair_is_found_in_either_order():
    pair = find_pair("dogs", "cats")

    assert pair is not None
    assert ("Walks", "Twice a day", "None") in pair.rows
