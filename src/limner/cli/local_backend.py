"""Draw in this process, without a server."""

import asyncio
import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import asdict, replace
from typing import Any

from limner.cli.backend import BackendEvent, FinalImage, Preview, RequestFacts
from limner.cli.job import CliJob
from limner.core.picture import CompletedImage
from limner.core.usage import Usage
from limner.engines.engine import Engine
from limner.router import Router, build_models
from limner.settings import Defaults, Settings


class LocalBackend:
    """Starts only the engines that jobs need, and no more worker processes than there are images."""

    def __init__(self, settings: Settings, *, num_images: int) -> None:
        count = min(num_images, os.cpu_count() or 1)
        illustrator = {"processes": count, **settings.engines.get("illustrator", {})}
        settings = replace(settings, engines={**settings.engines, "illustrator": illustrator})
        self._default = "illustrator" if settings.defaults == Defaults() else None
        self._router = Router(build_models(settings), defaults=settings.defaults, strict=settings.strict)
        self._limits = settings.limits
        self._starting: dict[int, asyncio.Task[None]] = {}
        self._engines: list[Engine] = []

    async def draw(self, job: CliJob, *, partial_images: int) -> AsyncGenerator[BackendEvent, None]:
        from limner.library.inputs import read_inputs  # loads numpy, which comes with the engines
        from limner.library.types import usage_of

        fields = read_inputs(self._parameters(job, partial_images), self._limits)
        model = self._router.find(job.operation, fields)
        request = self._router.read(job.operation, model, fields)
        yield RequestFacts(
            {
                "model": request.model,
                "seed": request.seed,
                "size": str(request.size),
                "quality": request.quality,
                "output_format": request.output_format,
                "ignored": sorted(request.ignored),
            }
        )
        await self._start(model.engine)
        usage, notes, facts = Usage(), [], dict[str, Any]()
        async with aclosing(self._router.generate(model, request)) as events:
            async for event in events:
                if not isinstance(event, CompletedImage):
                    yield Preview(event.image_index, event.picture.read())
                    continue
                usage += event.usage
                notes += [event.note] if event.note and event.note not in notes else []
                facts = facts or {"background": event.background, "revised_prompt": event.revised_prompt}
                yield FinalImage(event.image_index, event.picture.read())
        yield RequestFacts(facts | {"usage": asdict(usage_of(usage)), "note": " ".join(notes) or None})

    async def close(self) -> None:
        """Close engines first: otherwise this would wait until those that are starting have started."""
        await asyncio.gather(*(engine.close() for engine in self._engines), return_exceptions=True)
        await asyncio.gather(*self._starting.values(), return_exceptions=True)

    def _parameters(self, job: CliJob, partial_images: int) -> Mapping[str, Any]:
        streaming = {"stream": True, "partial_images": partial_images} if partial_images else {}
        return {
            "model": self._default,
            **job.parameters,
            **streaming,
            "response_format": "b64_json",
            "prompt": job.prompt if job.operation != "variation" else None,
            "image": [image.data for image in job.images] or None,
            "mask": job.mask.data if job.mask else None,
        }

    async def _start(self, engine: Engine) -> None:
        if id(engine) not in self._starting:
            self._starting[id(engine)] = asyncio.create_task(engine.start())
            self._engines.append(engine)
        await asyncio.shield(self._starting[id(engine)])
