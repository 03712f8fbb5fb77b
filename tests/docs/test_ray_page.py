"""The page on Ray: its settings are valid, and what it names is there."""

import re
from pathlib import Path

import pytest

from limner.model_plan import plan_deployments
from limner.ray_settings import RayAutoscaling, RayDeployment, RaySettings
from limner.settings import load_settings

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "ray.md").read_text(encoding="utf-8")


@pytest.fixture
def apps(tmp_path):
    """The applications of the example."""
    path = tmp_path / "limner.toml"
    path.write_text(PAGE.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    return {one.app: one for one in plan_deployments(load_settings(path, environment={}))}


def test_settings_of_the_example_give_the_documented_applications(apps):
    assert set(apps) == {"limner-illustrator", "limner-flux"}
    assert all(f"`{name}`" in PAGE for name in apps)
    assert apps["limner-illustrator"].options["processes"] == 4
    assert apps["limner-flux"].actor_options["num_gpus"] == 1
    assert apps["limner-flux"].serve_options["autoscaling_config"]["max_replicas"] == 4


def test_settings_that_the_page_names_exist():
    known = {name for kind in (RaySettings, RayDeployment, RayAutoscaling) for name in kind.__dataclass_fields__}
    named = set(re.findall(r"`ray\.([a-z_]+)`", PAGE)) | set(re.findall(r"`([a-z]+(?:_[a-z]+)+)(?: = [^`]*)?`", PAGE))

    assert named - known <= {"shutdown_s"}


def test_every_deployment_option_is_in_the_settings_page():
    page = (DOCS / "settings.md").read_text(encoding="utf-8")

    assert not [name for name in RayAutoscaling.__dataclass_fields__ if f"`{name}`" not in page]
