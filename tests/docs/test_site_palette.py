"""The documentation has the colours of the playground, light and dark."""

import re

from fenced import PAGES, ROOT

PLAYGROUND = (ROOT / "src" / "limner" / "api" / "playground" / "style.css").read_text(encoding="utf-8")
SITE = (PAGES / "stylesheets" / "palette.css").read_text(encoding="utf-8")


def colours_of_the_site(scheme):
    (rules,) = re.findall(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', SITE, re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#\w+);", rules))


def test_colours_of_the_site_are_those_of_the_playground():
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", PLAYGROUND.partition("}")[0])
    light, dark = colours_of_the_site("default"), colours_of_the_site("slate")

    assert light
    assert light == {name: value for name, value, _ in pairs if name in light}
    assert dark == {name: value for name, _, value in pairs if name in light}
