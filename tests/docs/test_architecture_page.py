"""The layout and the layers of docs/architecture.md are those of the code."""

import re

from fenced import PAGES, ROOT

from test_layers import LAYERS, SOURCES

PAGE = (PAGES / "architecture.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"^([│ ]*)[├└]── (.*)$")
NAME = re.compile(r"[\w./-]+(?:\.py|/)")
NAMES = re.compile(rf"(?:{NAME.pattern} *)+")


def paths_of_the_layout():
    """A line is a folder at the root, or an entry of the folder that its indentation says; it may name several."""
    folders = [""]
    for line in PAGE.split("## Two distributions")[1].split("```")[1].strip().splitlines():
        entry = ENTRY.match(line)
        depth, text = (len(entry[1]) // 4 + 1, entry[2]) if entry else (0, line)
        del folders[depth + 1 :]
        names = NAMES.match(text)
        assert names, line
        folder = "".join(folders)
        for name in NAME.findall(names[0]):
            yield folder + name
            if name.endswith("/"):
                folders[depth + 1 :] = [name]


def layers_of(distribution):
    block = PAGE.split(f"`{distribution}`:\n")[1].split("```")[1]
    return {name: int(line.split()[0]) for line in block.strip().splitlines() for name in line.split()[1:]}


def test_every_path_of_the_layout_exists():
    paths = list(paths_of_the_layout())

    assert len(paths) > 35
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_layout_names_every_package():
    paths = set(paths_of_the_layout())

    for distribution, folder in SOURCES.items():
        for path in folder.iterdir():
            if path.stem in LAYERS[distribution]:
                assert f"{path.relative_to(ROOT)}{'/' if path.is_dir() else ''}" in paths


def test_layers_of_the_page_are_enforced():
    assert {distribution: layers_of(distribution) for distribution in LAYERS} == LAYERS
