"""The hall: finds a model's family and engine, and leads the request through."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import takewhile
from random import SystemRandom

from limner.core.errors import EngineError, OverloadedError, PictureError, RateLimitError, retry_s, shutting_down
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest, Operation
from limner.core.usage import Usage
from limner.engines.engine import Engine, SupportsEstimate, SupportsHealth
from limner.engines.missing import MissingEngine
from limner.engines.registry import EngineNotInstalledError, EngineSetupError, load_engine
from limner.families.family import Family, Fields, read_model
from limner.families.readers import check_range, missing
from limner.families.registry import FAMILIES, GPT_ONLY, PUBLISHED_MODELS
from limner.families.wording import shorten
from limner.settings import Defaults, ModelSettings, Settings, SettingsError

WILDCARD = "*"
SEED_BITS = 32
OPTIONAL = frozenset(
    {"quality", "style", "input_fidelity", "seed", "negative_prompt", "num_inference_steps", "steps"}
    | {"guidance_scale", "cfg_scale", "strength", "lora", "background", "mask_mode"}
)
"""Parameters that an engine may be unable to obey; the client is told which."""
ALIASES = {"steps": "num_inference_steps", "cfg_scale": "guidance_scale"}


@dataclass(frozen=True, slots=True)
class Model:
    id: str
    family: Family
    engine: Engine


class Router:
    def __init__(
        self, models: Iterable[Model], *, defaults: Defaults, strict: bool = False, max_waiting: int = 256
    ) -> None:
        self.models = {model.id: model for model in models}
        self._defaults = defaults
        self._strict = strict
        self._max_waiting = max_waiting
        self._places: dict[int, int] = {}
        """How many images each request has here that are not drawn yet, in the order they came."""
        self._closing = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._random = SystemRandom()

    def find(self, operation: Operation, fields: Fields, *, deployment: str | None = None) -> Model:
        """The model that the body, or the path of an Azure deployment, asks for."""
        asked = deployment or read_model(fields.values.get("model"), strict=self._strict and "model" in fields.values)
        if asked is None:
            if self._strict:
                raise missing("model")
            asked = self._default(operation, fields)
        model = self.models.get(asked) or self._wild(asked)
        if model is None:
            raise PictureError(f"The model '{shorten(asked)}' does not exist.", param="model", code="invalid_value")
        return model

    def read(self, operation: Operation, model: Model, fields: Fields) -> ImageRequest:
        """The request, with its seed chosen and the parameters named that the engine cannot obey."""
        request = model.family.read(operation, model.id, fields, strict=self._strict)
        check_range("n", request.n, 1, self._max_waiting, "integer")  # for more there is never room: no use in waiting
        obeys = model.engine.obeys
        unable = {
            name
            for name in request.asked & OPTIONAL
            if ALIASES.get(name, name) not in obeys and (name != "background" or request.background == "transparent")
        }
        if request.stream and request.response_format == "url":
            unable |= request.asked & {"response_format"}  # events always carry the picture itself
        return replace(
            request,
            seed=self._seed(request, model.engine) if request.seed is None else request.seed,
            ignored=request.ignored | unable,
        )

    @contextmanager
    def admit(self, model: Model, request: ImageRequest) -> Iterator[Callable[[], QueueEstimate]]:
        """Hold a place for the request's images, or raise if it cannot be served: before a reply begins.

        Each place is given back when its image is drawn: how long a client takes to fetch it is not the queue's matter.
        Gives what tells, at any time from then on, how things stand for it.
        """
        self.refuse_if_full(request.n)
        refuse_what_comes_too_late(request, self.estimate(model, request))
        key = id(request)
        self._places[key] = request.n
        self._idle.clear()
        try:
            yield lambda: self.estimate(model, request)
        finally:
            del self._places[key]
            self._look_whether_idle()

    def refuse_if_full(self, num_images: int = 1) -> None:
        """Raise if the server is shutting down, or that many images find no place in the queue."""
        if self._closing:
            raise shutting_down()
        if self.num_waiting + num_images > self._max_waiting:
            wait_s = retry_s(self.num_waiting / 8)
            raise RateLimitError(
                f"The server is busy: {self.num_waiting} images are waiting. Please try again in {wait_s}s.",
                code="rate_limit_exceeded",
                headers={"retry-after": str(wait_s)},
            )

    def _look_whether_idle(self) -> None:
        if not self.num_waiting:
            self._idle.set()

    def estimate(self, model: Model, request: ImageRequest) -> QueueEstimate:
        """The engine's own, if it has one. Else whoever came earlier is ahead."""
        if isinstance(model.engine, SupportsEstimate):
            return model.engine.estimate(request)
        earlier = takewhile(lambda place: place[0] != id(request), self._places.items())
        return QueueEstimate(sum(n for _, n in earlier))

    async def generate(self, model: Model, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """The engine's events, each completed image with its usage."""
        counting = asyncio.create_task(asyncio.to_thread(model.family.input_usage, request))
        partial_images = dict.fromkeys(range(request.n), 0)
        num_completed = 0
        try:
            async with aclosing(model.engine.generate(request)) as events:
                async for event in events:
                    if isinstance(event, PartialImage):
                        partial_images[event.image_index] += 1
                        yield event
                    else:
                        num_completed += 1
                        if self._places.get(id(request)):
                            self._places[id(request)] -= 1
                            self._look_whether_idle()
                        yield await self._metered(event, model, request, counting, partial_images[event.image_index])
            if num_completed < request.n:
                raise EngineError("Image generation failed", code="image_generation_failed")
        finally:
            counting.cancel()

    async def _metered(
        self, event: CompletedImage, model: Model, request: ImageRequest, counting: "asyncio.Task[Usage]", partials: int
    ) -> CompletedImage:
        output_tokens = model.family.output_tokens(request, partial_images=partials)
        return replace(event, usage=replace(await asyncio.shield(counting), output_tokens=output_tokens))

    async def start(self) -> None:
        for engine in self._engines():
            await engine.start()

    async def drain(self, *, limit_s: float) -> None:
        """Refuse new requests, and wait for the running ones."""
        self._closing = True
        try:
            await asyncio.wait_for(self._idle.wait(), limit_s)
        except TimeoutError:
            return

    async def close(self) -> None:
        """All engines, even if one of them fails to close."""
        self._closing = True
        results = await asyncio.gather(*(engine.close() for engine in self._engines()), return_exceptions=True)
        for error in results:
            if isinstance(error, BaseException):
                raise error

    @property
    def is_closing(self) -> bool:
        return self._closing

    @property
    def fatal_error(self) -> str | None:
        """Of the first engine that draws nothing any more."""
        errors = (engine.fatal_error for engine in self._engines() if isinstance(engine, SupportsHealth))
        return next((error for error in errors if error), None)

    @property
    def num_waiting(self) -> int:
        return sum(self._places.values())

    def _engines(self) -> list[Engine]:
        return list({id(model.engine): model.engine for model in self.models.values()}.values())

    def _default(self, operation: Operation, fields: Fields) -> str:
        if operation != "generate":
            return self._defaults.edit if operation == "edit" else self._defaults.variation
        asked = {name for name, value in fields.values.items() if value is not None}
        return self._defaults.gpt if asked & GPT_ONLY else self._defaults.generation

    def _wild(self, asked: str) -> Model | None:
        wild = self.models.get(WILDCARD)
        return replace(wild, id=asked) if wild and asked else None

    def _seed(self, request: ImageRequest, engine: Engine) -> int:
        """Variations differ every time; a deterministic engine answers the same prompt with the same picture."""
        if not engine.deterministic or request.operation == "variation":
            return self._random.getrandbits(SEED_BITS)
        return int.from_bytes(blake2b(request.prompt.encode(errors="replace"), digest_size=SEED_BITS // 8).digest())


def refuse_what_comes_too_late(request: ImageRequest, estimate: QueueEstimate) -> None:
    """Work for somebody who will not be there any more would be in the way of all the others."""
    limit_s = min((s for s in (request.timeout_s, estimate.limit_s) if s is not None), default=None)
    if limit_s is None or estimate.eta_s is None or estimate.eta_s <= limit_s or not estimate.is_sure:
        return
    wait_s = retry_s(estimate.eta_s - limit_s)
    message = f"The picture would take about {estimate.eta_s:.0f}s, and {limit_s:.0f}s are left for it."
    if estimate.limit_s is None or estimate.eta_s <= estimate.limit_s:
        message += " With stream=True the connection stays alive for as long as it takes."
    headers = {"retry-after": str(wait_s)}
    if not estimate.ahead:
        headers["x-should-retry"] = "false"  # nobody is in its way: it would take as long again
    raise OverloadedError(message, code="deadline_exceeded", headers=headers)


def build_models(settings: Settings) -> list[Model]:
    """The published names, all drawn by the illustrator, and what the settings add or put in their place."""
    published = {name: ModelSettings(family=family) for name, family in PUBLISHED_MODELS.items()}
    wanted: Mapping[str, ModelSettings] = {**published, "illustrator": ModelSettings(), **settings.models}
    engines: dict[str, Engine] = {}
    models = []
    for name, model in wanted.items():
        if model.family not in FAMILIES:
            raise SettingsError(
                f"Unknown family '{model.family}' in 'models.{name}.family'. Known: {', '.join(FAMILIES)}."
            )
        options = {**settings.engines.get(model.engine, {}), **model.options}
        key = f"{model.engine} {sorted(options.items())!r}"
        if key not in engines:
            try:
                engines[key] = load_engine(model.engine, options)
            except EngineNotInstalledError as error:
                if name in settings.models:
                    raise SettingsError(f"The model '{name}' cannot be served. {error}") from error
                engines[key] = MissingEngine(str(error))
            except EngineSetupError as error:
                raise SettingsError(f"The model '{name}' cannot be served. {error}") from error
        models.append(Model(name, FAMILIES[model.family], engines[key]))
    known = {model.id for model in models}
    for setting in ("generation", "gpt", "edit", "variation"):
        default = getattr(settings.defaults, setting)
        if default not in known and WILDCARD not in known:
            raise SettingsError(f"'defaults.{setting}' names the model '{default}', which is not there.")
    return models
