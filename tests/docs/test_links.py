"""Every relative link and anchor in the Markdown sources exists. Does not need mkdocs."""

import re
from pathlib import Path

import pytest
import yaml
from fenced import FENCE, PAGES, ROOT

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
INLINE_CODE = re.compile(r"`[^`\n]*`")
SOURCES = sorted([*PAGES.rglob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))])


def prose(path: Path) -> str:
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def anchors_of(path: Path) -> set[str]:
    """Anchors as GitHub and mkdocs generate them."""
    found: set[str] = set()
    for heading in HEADING.findall(prose(path)):
        words = re.sub(r"[^\w\s-]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)).strip().lower()
        anchor = re.sub(r"[\s-]+", "-", words)
        number = 0
        while (numbered := f"{anchor}_{number}" if number else anchor) in found:
            number += 1
        found.add(numbered)
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_has_a_target(path):
    for target in LINK.findall(INLINE_CODE.sub("", prose(path))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        page = (path.parent / name).resolve() if name else path
        assert page.exists(), f"{path.name}: {target}"
        assert not anchor or anchor in anchors_of(page), f"{path.name}: {target}"
        if path.is_relative_to(PAGES):
            assert page.is_relative_to(PAGES), f"{path.name}: {target} is not part of the site"


def test_every_page_is_in_the_navigation():
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]

    def names(node):
        match node:
            case str():
                yield node
            case list():
                for one in node:
                    yield from names(one)
            case dict():
                yield from names(list(node.values()))

    placed = list(names(nav))

    assert len(placed) == len(set(placed))
    assert set(placed) == {
        str(page.relative_to(PAGES)) for page in PAGES.rglob("*.md") if "sheets" not in page.relative_to(PAGES).parts
    }
