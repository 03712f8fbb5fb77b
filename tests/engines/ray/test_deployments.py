"""Deploying, updating, scaling and deleting applications, as the settings say, on a real cluster."""

import asyncio
from dataclasses import replace

import pytest

from limner.core.picture import CompletedImage
from limner.engines.ray import deployments
from limner.engines.ray.connection import RayUnavailableError
from limner.engines.ray.engine import RayEngine
from limner.engines.ray.status import read_statuses
from limner.model_plan import plan_deployments
from limner.ray_cluster import deploy
from limner.ray_settings import RayDeployment, RaySettings
from limner.route_settings import RouteSettings
from limner.settings import ModelSettings, Settings
from ray_local import collect_events, make_request

pytestmark = pytest.mark.cluster

WITHOUT_PUBLISHED = {"illustrator": RayDeployment(enabled=False)}


class Deployer:
    """Deploys models of the scripted engine, all with one prefix."""

    def __init__(self, cluster, prefix: str) -> None:
        self.prefix = prefix
        self._cluster = cluster

    def settings(self, *, timeout_s: float = 60, options=None, **models: RayDeployment) -> Settings:
        """`options`: of the engine, by model."""
        self._cluster.folder_of(self.prefix).mkdir(exist_ok=True)
        defaults = {"folder": str(self._cluster.folder_of(self.prefix))}
        return Settings(
            models={
                name: ModelSettings(
                    engine="scripted", ray=ray, options=defaults | {"step_s": 0.02} | (options or {}).get(name, {})
                )
                for name, ray in models.items()
            },
            ray=RaySettings(app_prefix=self.prefix, deploy_timeout_s=timeout_s, engines=WITHOUT_PUBLISHED),
        )

    def deploy(self, settings: Settings, *, only_missing: bool = False) -> dict[str, str]:
        changes = {}
        deploy(settings, only_missing=only_missing, report=lambda app, change: changes.update({app: change}))
        return changes

    def statuses(self):
        return read_statuses(self.prefix)

    def pids(self, app: str) -> set[int]:
        return {replica.pid for replica in self.statuses()[app].replicas if replica.state == "RUNNING"}


@pytest.fixture
def deployer(ray_cluster, request):
    """Its applications are deleted at the end."""
    name = f"t{abs(hash(request.node.name)) % 10**6}"
    deployer = Deployer(ray_cluster, name)
    yield deployer
    deployments.delete(list(deployer.statuses()), name, timeout_s=60, report=lambda app, change: None)


def light(**options) -> RayDeployment:
    """Takes no CPU of the two of the cluster."""
    return RayDeployment(**{"num_cpus": 0, "graceful_shutdown_timeout_s": 20} | options)


async def draw_until(engine: RayEngine, is_over: asyncio.Event, *, clients: int) -> list[str]:
    """The process that drew each image. Any failure is raised."""
    drawn: list[str] = []

    async def draw() -> None:
        while not is_over.is_set():
            events = await collect_events(engine, make_request())
            drawn.extend(event.revised_prompt for event in events if isinstance(event, CompletedImage))

    async with asyncio.TaskGroup() as clients_at_work:
        for _ in range(clients):
            clients_at_work.create_task(draw())
    return drawn


def test_update_replaces_replicas_under_load_without_a_failed_request(deployer):
    app = f"{deployer.prefix}-mine"
    first = deployer.settings(mine=light())
    second = deployer.settings(mine=light(), options={"mine": {"step_s": 0.01}})

    async def update_under_load():
        engine = RayEngine(app, first_event_s=30)
        await engine.start()
        try:
            is_over = asyncio.Event()
            drawing = asyncio.create_task(draw_until(engine, is_over, clients=4))
            before = await asyncio.to_thread(deployer.pids, app)
            changes = [await asyncio.to_thread(deployer.deploy, second)]
            changes += [await asyncio.to_thread(deployer.deploy, second)]
            after = await asyncio.to_thread(deployer.pids, app)
            is_over.set()
            return changes, before, after, await drawing
        finally:
            await engine.close()

    deployed = deployer.deploy(first)
    changes, before, after, drawn = asyncio.run(update_under_load())

    assert deployed == {app: "deployed"}
    assert changes == [{app: "updated"}, {app: "unchanged"}]
    assert before.isdisjoint(after)
    assert {str(pid) for pid in before | after} == set(drawn)


def test_only_what_has_changed_is_touched(deployer):
    prefix = deployer.prefix
    options = {"other": {"step_s": 0.03}, "new": {"step_s": 0.04}}
    deployer.deploy(deployer.settings(mine=light(), other=light(), options=options))
    before = deployer.pids(f"{prefix}-mine")
    changed = {"mine": light(num_replicas=2), "new": light()}

    joined = deployer.deploy(deployer.settings(**changed, options=options), only_missing=True)
    kept = deployer.pids(f"{prefix}-mine")
    deployed = deployer.deploy(deployer.settings(**changed, options=options))

    assert joined == {f"{prefix}-mine": "kept", f"{prefix}-new": "deployed"}
    assert kept == before
    assert deployed == {f"{prefix}-mine": "updated", f"{prefix}-new": "unchanged", f"{prefix}-other": "deleted"}
    assert before < deployer.pids(f"{prefix}-mine")
    assert {name: status.num_running for name, status in deployer.statuses().items()} == {
        f"{prefix}-mine": 2,
        f"{prefix}-new": 1,
    }


def test_failed_update_names_the_reason_and_keeps_what_draws(deployer, monkeypatch):
    monkeypatch.setattr(deployments, "CONSTRUCTOR_ATTEMPTS", 1)
    app = f"{deployer.prefix}-mine"
    deployer.deploy(deployer.settings(mine=light()))
    before = deployer.pids(app)

    with pytest.raises(RayUnavailableError, match=f"The application '{app}' does not run: .*'nonsense'"):
        deployer.deploy(deployer.settings(mine=light(), options={"mine": {"nonsense": 1}}))

    assert deployer.statuses()[app].state == "DEPLOY_FAILED"
    assert deployer.pids(app) == before
    assert deployer.deploy(deployer.settings(mine=light()), only_missing=True) == {app: "kept"}
    assert deployer.deploy(deployer.settings(mine=light())) == {app: "updated"}
    assert deployer.pids(app) == before


def test_gateway_waits_for_one_route_of_a_model(deployer, monkeypatch):
    monkeypatch.setattr(deployments, "CONSTRUCTOR_ATTEMPTS", 1)
    settings = deployer.settings(mine=light())

    def deploy_routes(*routes):
        own = replace(settings, models={"mine": ModelSettings(routes=routes)})
        deploy(own, only_missing=True, report=lambda app, change: None)
        return {app.rpartition("-")[2]: status.num_running for app, status in deployer.statuses().items()}

    def route(name, **options):
        options = {**settings.models["mine"].options, **options}
        return RouteSettings(name=name, engine="scripted", ray=light(), options=options)

    broken, other = route("broken", nonsense=1), route("other", nonsense=2)
    upstream = RouteSettings(name="upstream", engine="openai", options={"base_url": "http://127.0.0.1:9/v1"})

    assert deploy_routes(broken, upstream) == {"broken": 0}
    with pytest.raises(RayUnavailableError, match=r"-broken' does not run: .*-other' does not run: "):
        deploy_routes(broken, other)
    assert deploy_routes(broken, route("works"))["works"] == 1


def test_two_models_share_a_gpu_and_a_third_is_told_why_it_waits(deployer):
    prefix = deployer.prefix
    half = light(num_gpus=0.5)
    options = {"two": {"step_s": 0.03}, "three": {"step_s": 0.04}}
    deployer.deploy(deployer.settings(one=half, two=half, options=options))
    running = {name: status.num_running for name, status in deployer.statuses().items()}
    third = deployer.settings(one=half, two=half, three=half, timeout_s=1, options=options)

    with pytest.raises(RayUnavailableError, match=f"Not all applications run after 1 s. '{prefix}-three': "):
        deployer.deploy(third)

    assert running == {f"{prefix}-one": 1, f"{prefix}-two": 1}
    assert deployer.statuses()[f"{prefix}-one"].resources["GPU"] == 0.5
    assert deployer.statuses()[f"{prefix}-three"].num_running == 0


@pytest.mark.filterwarnings("ignore:.*metrics_interval_s:DeprecationWarning")
def test_replicas_are_added_under_load_and_removed_afterwards(deployer):
    app = f"{deployer.prefix}-mine"
    scaling = {
        "min_replicas": 1,
        "max_replicas": 2,
        "target_ongoing_requests": 1,
        "upscale_delay_s": 0.2,
        "downscale_delay_s": 0.2,
        "metrics_interval_s": 0.2,
        "look_back_period_s": 1,
    }
    (planned,) = plan_deployments(deployer.settings(mine=light()))
    options = {key: value for key, value in planned.serve_options.items() if key != "num_replicas"}
    scaled = replace(planned, serve_options=options | {"autoscaling_config": scaling})
    deployments.deploy(
        [scaled], deployer.prefix, only_missing=False, timeout_s=60, report=lambda application, change: None
    )

    async def wait_for_replicas(number):
        async with asyncio.timeout(60):
            while len(await asyncio.to_thread(deployer.pids, app)) != number:
                await asyncio.sleep(0.1)

    async def load_and_rest():
        engine = RayEngine(app, first_event_s=30)
        await engine.start()
        try:
            is_over = asyncio.Event()
            drawing = asyncio.create_task(draw_until(engine, is_over, clients=4))
            await wait_for_replicas(2)
            is_over.set()
            drawn = await drawing
            await wait_for_replicas(1)
            return drawn
        finally:
            await engine.close()

    assert asyncio.run(load_and_rest())


@pytest.mark.parametrize(
    ("engine", "ray", "reserved"),
    [
        pytest.param("diffusers", light(), {"num_cpus": 0, "num_gpus": 1}, id="a model on a GPU"),
        pytest.param("diffusers", light(num_gpus=0.25), {"num_cpus": 0, "num_gpus": 0.25}, id="a part"),
        pytest.param("diffusers", light(num_gpus=0), {"num_cpus": 0, "num_gpus": 0}, id="on the CPU"),
        pytest.param("scripted", light(), {"num_cpus": 0}, id="another engine"),
    ],
)
def test_diffusers_reserves_a_gpu_where_there_is_one(ray_cluster, engine, ray, reserved):
    settings = Settings(models={"m": ModelSettings(engine=engine, ray=ray)}, ray=RaySettings(engines=WITHOUT_PUBLISHED))
    (planned,) = plan_deployments(settings)

    assert deployments._with_gpu(planned).actor_options == reserved
