"""The options of engines in replicas."""

from limner.core.engine_deployment import EngineDeployment
from limner.engines.ray.deployments import keep_in_process


def deployment(engine, **options):
    return EngineDeployment(app="app", engine=engine, options=options, models=(), actor_options={}, serve_options={})


def test_gpu_engine_draws_in_the_process_of_its_replica():
    kept = keep_in_process(deployment("diffusers", checkpoint="x/y"))

    assert kept.options == {"checkpoint": "x/y", "in_process": True}
    assert keep_in_process(deployment("diffusers", in_process=False)).options == {"in_process": False}
    assert keep_in_process(deployment("illustrator")).options == {}
