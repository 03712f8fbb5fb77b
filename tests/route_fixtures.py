"""Routes over tiny engines, for tests."""

import time

from limner.core.picture import CompletedImage, Size
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.routing.conditions import Conditions
from limner.engines.routing.engine import RoutingEngine
from limner.engines.routing.route import Route
from limner.engines.routing.target import Target
from limner.families.family import Fields
from limner.families.native import NATIVE
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.models import Model
from limner.service import ImageService, RequestContext
from limner.settings import Settings
from tiny_engine import TinyEngine

CONDITIONS = set(Conditions.__dataclass_fields__)


class ManualClock:
    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


class FailingEngine(TinyEngine):
    """Raises `error`, while it is set, before it draws."""

    def __init__(self, error: Exception | None = None, **options) -> None:
        super().__init__(**options)
        self.error = error

    async def generate(self, request):
        if self.error is not None:
            self.requests.append(request)
            raise self.error
        async for event in super().generate(request):
            yield event


class DyingEngine(TinyEngine):
    """Draws a few images; then all of its requests fail, also those that it has begun."""

    def __init__(self, num_images: int, **options) -> None:
        super().__init__(**options)
        self._num_left = num_images

    async def generate(self, request):
        async for event in super().generate(request):
            if self._num_left == 0:
                raise ConnectionResetError("died")
            self._num_left -= isinstance(event, CompletedImage)
            yield event


class RestartingEngine(TinyEngine):
    """Has no workers while `outage` is set, except for a request that `is_accepted`."""

    outage: str | None = None
    is_accepted = False

    def has_worker(self, request_id):
        return self.is_accepted


class QueueEngine(TinyEngine):
    """Estimates as if it drew one image in `image_s`, after `ahead` others."""

    def __init__(self, ahead: int = 0, image_s: float | None = 1.0, **options) -> None:
        super().__init__(**options)
        self.ahead = ahead
        self.image_s = image_s
        self.is_sure = True

    def estimate(self, request):
        eta_s = None if self.image_s is None else self.image_s * (self.ahead + request.n)
        return QueueEstimate(self.ahead, eta_s, is_sure=self.is_sure)


def make_route(name, engine=None, *, max_failures=3, out_s=10.0, clock=time.monotonic, **options) -> Route:
    """`options`: of the route, or conditions."""
    conditions = Conditions(**{key: value for key, value in options.items() if key in CONDITIONS})
    target = Target(name, engine or TinyEngine(), max_failures=max_failures, out_s=out_s, clock=clock)
    rest = {key: value for key, value in options.items() if key not in CONDITIONS}
    return Route(name=name, target=target, conditions=conditions, **rest)


def make_request(**values) -> ImageRequest:
    return ImageRequest(**{"operation": "generate", "model": "tiny", "prompt": "a cat", "size": Size(64, 64)} | values)


def routed_service(*routes: Route, **settings) -> ImageService:
    return ImageService([Model("tiny", NATIVE, RoutingEngine("tiny", routes))], Settings(**settings))


def routed_models(*routes: Route) -> list[Model]:
    """Every published name, with these routes."""
    engine = RoutingEngine("tiny", routes)
    return [Model(name, FAMILIES[family], engine) for name, family in PUBLISHED_MODELS.items()]


def submit(service, context=None, **fields):
    values = {"model": "tiny", "prompt": "a cat", "size": "64x64"} | fields
    return service.submit("generate", Fields("json", values), context or RequestContext())


async def images_of(submission) -> list[CompletedImage]:
    async with submission:
        return [event async for event in submission.events() if isinstance(event, CompletedImage)]


async def engine_of(submission) -> str:
    """The name of the route that drew the images."""
    (name,) = {image.engine for image in await images_of(submission)}
    return name
