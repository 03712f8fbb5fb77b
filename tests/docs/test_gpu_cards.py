"""docs/gpu.md: what fits which card is computed from the known models, and so is the example of a refusal."""

import runpy

from fenced import PAGES

from limner.engines.diffusers.known_models import find_known_model, known_models
from limner.engines.diffusers.memory_need import describe_fit

PAGE = (PAGES / "gpu.md").read_text(encoding="utf-8")


def test_table_of_cards_is_up_to_date():
    assert runpy.run_path(str(PAGES / "generate.py"))["with_cards"](PAGE) == PAGE, "run: python docs/generate.py"
    assert not [model.id for model in known_models() if model.id.rpartition("/")[2] not in PAGE]


def test_example_of_a_refusal_is_what_the_command_says():
    need = find_known_model("black-forest-labs/FLUX.1-dev").memory_need()

    assert f"black-forest-labs/FLUX.1-dev {describe_fit(need, 15_900_000_000)}. To load" in PAGE
