"""Entry point shared by the API, the library and the CLI: reads a request, admits it, and generates its images."""

import asyncio
import weakref
from collections.abc import AsyncGenerator, Callable, Collection, Iterable
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from random import SystemRandom
from types import TracebackType
from typing import Self

from limner.core.errors import EngineError, OverloadedError, PictureError, RateLimitError, retry_s, shutting_down_error
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.queue_estimate import QueueEstimate
from limner.core.queue_slots import QueueSlots
from limner.core.request import ImageRequest, Operation
from limner.core.usage import TokenUsage
from limner.engines.engine import Engine, SupportsEstimate, SupportsHealth
from limner.engines.routing.engine import RoutingEngine
from limner.engines.starts import EngineStarts
from limner.families.family import Fields, Values, read_model
from limner.families.readers import check_range, missing_error
from limner.families.registry import GPT_ONLY
from limner.families.wording import shorten
from limner.model_plan import WILDCARD
from limner.models import Model
from limner.rewriting.rewriters import PromptCheck, open_rewriters
from limner.settings import Settings

SEED_BITS = 32


Stage = Callable[[AsyncGenerator[Event, None]], AsyncGenerator[Event, None]]
"""Something for every image: events in, events out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestContext:
    """What is known of a request besides its fields."""

    api_key: str = ""
    """The id of the client's key."""
    project_id: str = ""
    """Of that key."""
    priority: int = 0
    """Of the key: images of a higher one are drawn first."""
    obeys: frozenset[str] = frozenset()
    """The optional parameters that the caller acts on itself."""
    deployment: str | None = None
    """The model's name in an Azure path; it overrides the field `model`."""
    is_background: bool = False
    """No client waits for it: it takes no queue slots, and does not keep the service from shutting down."""
    timeout_s: float | None = None
    """Seconds after which the client gives up on a response that has not begun. Streams begin at once."""


class Submission:
    """An admitted request. As an async context manager, it stops the work and releases the queue slots at the end."""

    def __init__(
        self, service: "ImageService", model: Model, request: ImageRequest, *, is_background: bool = False
    ) -> None:
        self._service = service
        self.model = model
        self.request = request
        self.is_background = is_background
        self._events: AsyncGenerator[Event, None] | None = None
        self._stages: list[Stage] = []
        self._prompt_checks: list[PromptCheck] = []
        self._counting: asyncio.Task[TokenUsage] | None = None
        # also releases the queue slots of a submission that is dropped without being closed
        self._release = weakref.finalize(self, service.end, model, request.id)
        self._release.atexit = False

    @property
    def id(self) -> str:
        return self.request.id

    @property
    def is_drawn(self) -> bool:
        """Whether all images are drawn, or the work was stopped."""
        return not self._service.is_waiting(self.id)

    def estimate(self) -> QueueEstimate:
        """The state of the queue for this request, at present."""
        return self._service.estimate(self.model, self.request)

    def events(self) -> AsyncGenerator[Event, None]:
        """The images as they are drawn, each completed one with its usage. Call it once; closing it stops the work."""
        if self._events is not None:
            raise RuntimeError("The events of a submission can be read once.")
        self._events = self._read()
        for stage in self._stages:
            self._events = stage(self._events)
        return self._events

    def add_stage(self, stage: Stage) -> None:
        """Pass the events through `stage`, which closes the ones that it reads. Call it before `events`."""
        self._stages.append(stage)

    def add_prompt_check(self, check: PromptCheck) -> None:
        """Have a rewritten prompt pass `check`, else the client's own is drawn. Call it before `events`."""
        self._prompt_checks.append(check)

    async def max_usage(self) -> TokenUsage:
        """The usage if all images are completed, with all partial images."""
        request = self.request
        output_tokens = self.model.family.output_tokens(request, partial_images=request.partial_images)
        return replace(await self._count_input(), output_tokens=output_tokens).times(request.n)

    def _count_input(self) -> "asyncio.Task[TokenUsage]":
        """The input tokens of one image, which are counted once."""
        if self._counting is None:
            self._counting = asyncio.create_task(asyncio.to_thread(self.model.family.input_usage, self.request))
        return self._counting

    async def _read(self) -> AsyncGenerator[Event, None]:
        """Holds the submission, so that its places are not freed while it is read."""
        generate = self._service.generate(self.model, self.request, self._count_input(), self._prompt_checks)
        async with aclosing(generate) as events:
            async for event in events:
                yield event

    async def cancel(self) -> None:
        """Stop the work, if it is not done, and release the queue slots. No other task may be reading the events."""
        try:
            if self._events is not None:
                await self._events.aclose()
        finally:
            self._release()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.cancel()


class ImageService:
    """Engines start with `start()`, or each with the first request that needs it."""

    def __init__(self, models: Iterable[Model], settings: Settings) -> None:
        self.models = {model.id: model for model in models}
        self._defaults = settings.defaults
        self._strict = settings.strict
        self._max_waiting = settings.limits.max_waiting
        self._slots = QueueSlots()
        self.is_draining = False
        """The server will stop: it is not ready, and takes no lines of batches. It may still accept requests."""
        self.rewriters = open_rewriters(settings, self.models)
        self._starts = EngineStarts()
        self._is_closing = False
        self._random = SystemRandom()
        for engine in self._engines():
            if isinstance(engine, RoutingEngine):
                engine.share_starts(self._starts)

    def submit(self, operation: Operation, fields: Fields, context: RequestContext) -> Submission:
        """Read and admit a request. Raises an APIError if it is invalid or cannot be served."""
        model = self._find(operation, fields, context.deployment)
        request = model.family.read(
            operation,
            model.id,
            fields,
            strict=self._strict,
            obeys=model.engine.obeys | context.obeys,
            complete=partial(self._complete, model.engine, context),
        )
        check_range("n", request.n, 1, self._max_waiting, "integer")  # more would never be admitted
        if isinstance(model.engine, RoutingEngine):
            return self._submit_routed(model, model.engine, request, context)
        self._take_slots(model, request, context)
        return Submission(self, model, request, is_background=context.is_background)

    def has_model(self, name: str) -> bool:
        return name in self.models or self._wildcard(name) is not None

    def _submit_routed(
        self, model: Model, engine: RoutingEngine, request: ImageRequest, context: RequestContext
    ) -> Submission:
        """Choose the route first: its queue decides on the admission, and its engine on what is ignored."""

        def ignored_on(route: str) -> frozenset[str]:
            obeys = engine.obeys_on(route) | context.obeys
            return model.family.find_ignored(request, strict=self._strict, obeys=obeys)

        chosen = replace(request, ignored=ignored_on(engine.choose(request)))
        try:
            self._take_slots(model, chosen, context)
        except BaseException:
            engine.forget(request.id)
            raise
        submission = Submission(self, model, chosen, is_background=context.is_background)
        submission.add_stage(partial(_with_ignored, chosen, ignored_on))
        return submission

    def _take_slots(self, model: Model, request: ImageRequest, context: RequestContext) -> None:
        if context.is_background:
            self.refuse_if_closing()
            self._slots.take(request.id, request.n, is_background=True)
        else:
            self.admit(model, request)

    def admit(self, model: Model, request: ImageRequest) -> None:
        """Reserve a queue slot for each image of the request; raise an APIError if it cannot be served.

        Each slot is released when its image is drawn: the client's download does not occupy the queue.
        """
        self.refuse_if_full(request.n)
        refuse_late(request, self.estimate(model, request))
        self._slots.take(request.id, request.n)

    def refuse_if_closing(self) -> None:
        """Raise an APIError if the service is shutting down."""
        if self._is_closing:
            raise shutting_down_error()

    def refuse_if_full(self, num_images: int = 1) -> None:
        """Raise an APIError if the service is shutting down, or cannot queue that many images more."""
        self.refuse_if_closing()
        if self.num_waiting + num_images > self._max_waiting:
            wait_s = retry_s(self.num_waiting / 8)
            raise RateLimitError(
                f"The server is busy: {self.num_waiting} images are waiting. Please try again in {wait_s}s.",
                code="rate_limit_exceeded",
                headers={"retry-after": str(wait_s)},
            )

    def is_waiting(self, request_id: str) -> bool:
        """Whether images of this request are not drawn yet."""
        return self._slots.is_waiting(request_id)

    def release(self, request_id: str, num_images: int | None = None) -> None:
        """Release the queue slots of that many of a request's images, or of all."""
        self._slots.release(request_id, num_images)

    def end(self, model: Model, request_id: str) -> None:
        """The request is over, or will not be drawn: release all that it holds."""
        self.release(request_id)
        if isinstance(model.engine, RoutingEngine):
            model.engine.forget(request_id)

    def estimate(self, model: Model, request: ImageRequest) -> QueueEstimate:
        """The engine's own, if it has one; else the images of earlier requests are ahead."""
        if isinstance(model.engine, SupportsEstimate):
            return model.engine.estimate(request)
        return QueueEstimate(self._slots.num_before(request.id))

    async def generate(
        self,
        model: Model,
        request: ImageRequest,
        counting: "asyncio.Task[TokenUsage]",
        prompt_checks: Collection[PromptCheck] = (),
    ) -> AsyncGenerator[Event, None]:
        """The events of an admitted request. `counting`: the input tokens of one image."""
        partial_images = dict.fromkeys(range(request.n), 0)
        num_completed = 0
        try:
            await self._starts.start(model.engine)
            max_length = model.family.max_prompt_length(request.operation, strict=self._strict)
            drawn = await self.rewriters.rewrite(request, prompt_checks, max_length=max_length)
            async with aclosing(model.engine.generate(drawn)) as events:
                async for event in events:
                    if isinstance(event, PartialImage):
                        partial_images[event.image_index] += 1
                        yield replace(event, engine=event.engine or model.engine_name)
                    else:
                        num_completed += 1
                        self.release(request.id, 1)
                        completed = _with_prompts(event, request, drawn)
                        yield await _with_usage(completed, model, request, counting, partial_images[event.image_index])
            if num_completed < request.n:
                raise EngineError("Image generation failed", code="image_generation_failed")
        finally:
            counting.cancel()

    async def start(self) -> None:
        """Start all engines, except those that only draw models which start late."""
        engines = {id(model.engine): model.engine for model in self.models.values() if not model.starts_late}
        for engine in engines.values():
            await self._starts.start(engine)

    async def drain(self, *, limit_s: float) -> None:
        """Refuse new requests, and wait for the running ones."""
        self.is_draining = self._is_closing = True
        try:
            await asyncio.wait_for(self._slots.wait_until_free(), limit_s)
        except TimeoutError:
            return

    async def close(self) -> None:
        """Close all engines that were started, even if one of them fails to. Any number of times, in any event loop."""
        self.is_draining = self._is_closing = True
        await self.rewriters.close()
        await self._starts.close()

    @property
    def is_closing(self) -> bool:
        return self._is_closing

    @property
    def fatal_error(self) -> str | None:
        """Of the first engine that failed permanently."""
        errors = (engine.fatal_error for engine in self._engines() if isinstance(engine, SupportsHealth))
        return next((error for error in errors if error), None)

    @property
    def num_waiting(self) -> int:
        """Images that are not drawn yet, without those of background requests."""
        return self._slots.num_taken

    def _engines(self) -> list[Engine]:
        return list({id(model.engine): model.engine for model in self.models.values()}.values())

    def _find(self, operation: Operation, fields: Fields, deployment: str | None) -> Model:
        name = deployment or read_model(fields.values.get("model"), strict=self._strict and "model" in fields.values)
        if name is None:
            if self._strict:
                raise missing_error("model")
            name = self._default(operation, fields)
        model = self.models.get(name) or self._wildcard(name)
        if model is None:
            raise PictureError(f"The model '{shorten(name)}' does not exist.", param="model", code="invalid_value")
        return model

    def _default(self, operation: Operation, fields: Fields) -> str:
        if operation != "generate":
            return self._defaults.edit if operation == "edit" else self._defaults.variation
        sent = {name for name, value in fields.values.items() if value is not None}
        return self._defaults.gpt if sent & GPT_ONLY else self._defaults.generation

    def _wildcard(self, name: str) -> Model | None:
        model = self.models.get(WILDCARD)
        return replace(model, id=name) if model and name else None

    def _complete(self, engine: Engine, context: RequestContext, values: Values) -> None:
        """Set the fields of a request that no parameter sets."""
        values["api_key"] = context.api_key
        values["project_id"] = context.project_id
        values["priority"] = context.priority
        values["timeout_s"] = None if values.get("stream") or values.get("keep") else context.timeout_s
        if values.get("seed") is None:
            values["seed"] = self._seed(engine, values)

    def _seed(self, engine: Engine, values: Values) -> int:
        """Random, but for deterministic engines, which repeat the image of a prompt unless asked for a variation."""
        if not engine.deterministic or values["operation"] == "variation":
            return self._random.getrandbits(SEED_BITS)
        prompt = values["prompt"].encode(errors="replace")
        return int.from_bytes(blake2b(prompt, digest_size=SEED_BITS // 8).digest())


def _with_prompts(event: CompletedImage, request: ImageRequest, drawn: ImageRequest) -> CompletedImage:
    if drawn.prompt == request.prompt:
        return event
    return replace(event, rewritten_prompt=drawn.prompt, revised_prompt=event.revised_prompt or drawn.prompt)


async def _with_ignored(
    request: ImageRequest, ignored_on: Callable[[str], frozenset[str]], events: AsyncGenerator[Event, None]
) -> AsyncGenerator[Event, None]:
    """Say what was ignored if another route than the chosen one drew an image."""
    async with aclosing(events):
        async for event in events:
            if isinstance(event, CompletedImage) and (ignored := ignored_on(event.engine)) != request.ignored:
                yield replace(event, ignored=ignored)
            else:
                yield event


async def _with_usage(
    event: CompletedImage, model: Model, request: ImageRequest, counting: "asyncio.Task[TokenUsage]", num_partials: int
) -> CompletedImage:
    output_tokens = model.family.output_tokens(request, partial_images=num_partials)
    usage = replace(await asyncio.shield(counting), output_tokens=output_tokens)
    return replace(event, usage=usage, engine=event.engine or model.engine_name)


def refuse_late(request: ImageRequest, estimate: QueueEstimate) -> None:
    """Reject a request whose client, or engine, will time out before its last image is drawn."""
    limit_s = estimate.exceeds(request.timeout_s)
    if limit_s is None or estimate.eta_s is None:
        return
    wait_s = retry_s(estimate.eta_s - limit_s)
    message = f"The image would take about {estimate.eta_s:.0f}s, longer than the time limit of {limit_s:.0f}s."
    if estimate.limit_s is None or estimate.eta_s <= estimate.limit_s:
        message += " With stream=True the connection stays alive for as long as it takes."
    headers = {"retry-after": str(wait_s)}
    if not estimate.ahead:
        headers["x-should-retry"] = "false"  # the queue is empty: it would take as long again
    raise OverloadedError(message, code="deadline_exceeded", headers=headers)
