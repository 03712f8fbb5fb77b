"""docs/parameters.md matches the families' schemas."""

import runpy

from fenced import PAGES

from limner.families.registry import FAMILIES

GENERATOR = runpy.run_path(str(PAGES / "generate.py"))


def test_parameters_page_is_up_to_date():
    text = (PAGES / "parameters.md").read_text(encoding="utf-8")

    assert text == GENERATOR["page"](), "run: python docs/generate.py"


def test_parameters_page_lists_every_parameter():
    text = GENERATOR["page"]()

    names = {
        name
        for family in FAMILIES.values()
        for schema in (family.strict, family.lenient)
        for table in schema.params.values()
        for name in table
    }

    assert not [name for name in names if f"`{name}`" not in text]
