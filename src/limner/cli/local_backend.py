"""Draw in this process, without a server."""

import os
from collections.abc import AsyncGenerator, Mapping
from dataclasses import asdict, replace
from typing import Any

from limner.cli.backend import BackendEvent, FinalImage, Preview, RequestFacts
from limner.cli.job import CliJob
from limner.core.picture import CompletedImage
from limner.core.usage import TokenUsage
from limner.models import build_models
from limner.service import ImageService, RequestContext
from limner.settings import Defaults, Settings


class LocalBackend:
    """Starts only the engines that jobs need, and no more worker processes than there are images."""

    def __init__(self, settings: Settings, *, num_images: int) -> None:
        count = min(num_images, os.cpu_count() or 1)
        illustrator = {"processes": count, **settings.engines.get("illustrator", {})}
        settings = replace(settings, engines={**settings.engines, "illustrator": illustrator})
        self._default = "illustrator" if settings.defaults == Defaults() else None
        self._service = ImageService(build_models(settings), settings)
        self._limits = settings.limits

    async def draw(self, job: CliJob, *, partial_images: int) -> AsyncGenerator[BackendEvent, None]:
        from limner.library.inputs import read_inputs  # loads numpy, which comes with the engines
        from limner.library.types import usage_of

        fields = read_inputs(self._parameters(job, partial_images), self._limits)
        async with self._service.submit(job.operation, fields, RequestContext()) as submission:
            request = submission.request
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
            usage, notes, facts = TokenUsage(), [], dict[str, Any]()
            async for event in submission.events():
                if not isinstance(event, CompletedImage):
                    yield Preview(event.image_index, event.picture.read())
                    continue
                usage += event.usage
                notes += [event.note] if event.note and event.note not in notes else []
                facts = facts or {"background": event.background, "revised_prompt": event.revised_prompt}
                yield FinalImage(event.image_index, event.picture.read())
        yield RequestFacts(facts | {"usage": asdict(usage_of(usage)), "note": " ".join(notes) or None})

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

    async def close(self) -> None:
        await self._service.close()
