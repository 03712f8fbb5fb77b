"""How many processes a replica of the illustrator has, by the cluster that it runs on."""

import pytest

from limner.engines.ray import deployments
from limner.engines.ray.connection import STARTED_HERE
from limner.model_plan import plan_deployments
from limner.settings import load_settings
from ray_imports import ray

OWN = {"CPU": 8.0, STARTED_HERE: 1.0}
JOINED = {"CPU": 8.0}


@pytest.mark.parametrize(
    ("toml", "resources", "processes"),
    [
        pytest.param("", OWN, 8, id="the whole machine"),
        pytest.param("", JOINED, 1, id="a cluster of others"),
        pytest.param("num_replicas = 2", OWN, 4, id="two replicas"),
        pytest.param("num_replicas = 2", JOINED, 1, id="two replicas on a cluster"),
        pytest.param("autoscaling_config = {max_replicas = 3}", OWN, 2, id="up to three replicas"),
        pytest.param("num_replicas = 20", OWN, 1, id="more replicas than processors"),
        pytest.param("num_cpus = 3", OWN, 3, id="as reserved"),
        pytest.param("num_cpus = 3", JOINED, 3, id="as reserved on a cluster"),
        pytest.param("num_cpus = 0.5", OWN, 1, id="less than a processor"),
        pytest.param("[engines.illustrator]\nprocesses = 5", OWN, 5, id="as the option says"),
    ],
)
def test_replicas_share_a_machine_whose_ray_was_started_here(monkeypatch, tmp_path, toml, resources, processes):
    monkeypatch.setattr(ray, "cluster_resources", lambda: resources)
    path = tmp_path / "limner.toml"
    path.write_text(f"[ray.engines.illustrator]\n{toml}\n")
    (planned,) = plan_deployments(load_settings(path, environment={}))

    assert deployments._with_processes(planned).options == {"processes": processes}


def test_other_engines_get_no_option(monkeypatch, tmp_path):
    monkeypatch.setattr(ray, "cluster_resources", lambda: OWN)
    path = tmp_path / "limner.toml"
    path.write_text("[models.flux]\nengine = 'diffusers'\ncheckpoint = 'x/y'\n")
    (_, planned) = plan_deployments(load_settings(path, environment={}))

    assert deployments._with_processes(planned) is planned
