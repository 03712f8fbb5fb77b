import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import reduce
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

from limner.ray_settings import RayDeployment
from limner.rewriting_settings import PromptRewriter
from limner.route_settings import RouteSettings
from limner.settings import MB, ModelSettings, Price, Settings, load_settings

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def names_of(kind, prefix=""):
    """Optional tables have one row, which names their keys."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        is_optional = type(None) in get_args(hint)
        inner = next((one for one in (hint, *get_args(hint)) if is_dataclass(one)), None)
        if inner is not None and not is_optional:
            yield from names_of(inner, f"{prefix}{field.name}.{'NAME.' if get_origin(hint) is Mapping else ''}")
        else:
            yield f"{prefix}{field.name}" + (".NAME" if field.name == "engines" else "")


def test_every_setting_is_documented():
    text = PAGE.read_text(encoding="utf-8")

    missing = [name for name in names_of(Settings) if f"| `{name}` |" not in text]

    assert not missing


def test_settings_example_is_valid(tmp_path):
    example = PAGE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    path = tmp_path / "limner.toml"
    path.write_text(example, encoding="utf-8")

    settings = load_settings(path, environment={})

    assert settings.models["*"].engine == "illustrator"


def test_documented_defaults_match_the_code():
    rows = re.findall(r"^\| `([\w.]+)` \| ([^|]*?) ?\|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    documented = {name: default for name, default in rows if default.startswith("`") or default[:1].isdigit()}

    assert len(documented) > 12
    for name, default in documented.items():
        value = default_of(name)
        assert default.strip("`") == value if isinstance(value, str) else number(default) == value, name


def default_of(name):
    """`models` and `prices` are tables of user entries: use the defaults of the entry's class."""
    table, _, key = name.partition(".NAME.")
    if key.startswith("routes."):
        return getattr(RouteSettings(name="any", engine="any"), key.removeprefix("routes."))
    if table == "prompt_rewriters":
        return getattr(PromptRewriter(function="module:function"), key)
    if key:
        return getattr({"models": ModelSettings, "prices": Price, "ray.engines": RayDeployment}[table](), key)
    return reduce(getattr, name.split("."), Settings())


def number(text):
    digits, _, unit = text.partition(" ")
    return float(digits.replace(",", "")) * (MB if unit == "MB" else 1)
