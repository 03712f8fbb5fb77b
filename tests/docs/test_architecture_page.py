"""What docs/architecture.md says of the house is so."""

import re

from fenced import PAGES, ROOT

from test_layers import FLOORS

PAGE = (PAGES / "architecture.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"^([│ ]*)[├└]── (.*)$")
NAME = re.compile(r"[\w./-]+(?:\.py|/)")


def paths_of_the_plan():
    """The tree says with its indentation which folder a name is in; a line may name several files."""
    plan = PAGE.split("## The plan")[1].split("```")[1].strip().splitlines()
    folders = [plan[0]]
    for line in plan[1:]:
        entry = ENTRY.match(line)
        if entry is None:
            break
        depth = len(entry[1]) // 4
        names = re.match(rf"(?:{NAME.pattern}(?:  )?)+", entry[2])
        assert names, line
        del folders[depth + 1 :]
        for name in NAME.findall(names[0]):
            yield "".join(folders) + name
            if name.endswith("/"):
                folders.append(name)


def test_every_file_and_folder_of_the_plan_exists():
    missing = [path for path in paths_of_the_plan() if not (ROOT / path).exists()]

    assert len(list(paths_of_the_plan())) > 50
    assert not missing


def test_every_room_is_in_the_plan():
    plan = set(paths_of_the_plan())
    rooms = {
        f"src/limner/{path.name}{'/' if path.is_dir() else ''}"
        for path in (ROOT / "src/limner").iterdir()
        if path.stem in FLOORS
    }

    assert rooms <= plan


def test_the_floors_are_those_that_the_test_enforces():
    lines = PAGE.split("### Who may import whom")[1].split("```")[1].strip().splitlines()

    told = {room: int(line.split()[0]) for line in lines for room in line.split()[1:]}

    assert told == FLOORS
