"""docs/conformance.md is up to date."""

import json
import re
from pathlib import Path

from limner.conformance import suite
from limner.conformance.groups import urls
from limner.conformance.result import CheckResult
from limner.conformance.target import Target
from limner.conformance.wire import parse_address

PAGE = (Path(__file__).parents[2] / "docs" / "conformance.md").read_text(encoding="utf-8")
TARGET = Target(parse_address("http://127.0.0.1/v1"), None, "lenient", None)


def test_docs_list_every_group():
    described = re.findall(r"^\| `(\w+)` \|", PAGE.partition("## The groups")[2].partition("##")[0], re.MULTILINE)

    assert described == [group.name for group in suite.GROUPS]


def test_docs_table_has_current_counts():
    checks = suite.checks_of(TARGET)
    counted = {name: sum(check.group == name for check in checks) for name in (group.name for group in suite.GROUPS)}

    rows = re.findall(r"^(\w+) +(\d+)/\2(?:  (\d+) skipped)?$", PAGE, re.MULTILINE)

    assert {name: int(passed) + int(skipped or 0) for name, passed, skipped in rows} == counted | {"all": len(checks)}
    assert f"{len(checks)} checks of http" in PAGE


def test_docs_json_example_has_current_keys():
    shown = json.loads(PAGE.partition("```json\n")[2].partition("```")[0])

    assert set(shown["checks"][0]) == set(CheckResult.__dataclass_fields__)


def test_docs_example_check_exists():
    example = PAGE.partition("```python\n")[2].partition("```")[0]

    assert example in Path(urls.__file__).read_text(encoding="utf-8")
