"""Pictures drawn in this process, without a server."""

import os
from collections.abc import AsyncGenerator, Mapping
from dataclasses import asdict, replace
from typing import Any

from limner.cli.asked import Wish
from limner.cli.doors import DoorEvent, Drawn, Preview, Told
from limner.core.picture import CompletedImage
from limner.core.usage import Usage
from limner.library.inputs import read_inputs
from limner.library.types import usage_of
from limner.service import ImageService, RequestContext, build_models
from limner.settings import Defaults, Settings


class LocalDoor:
    """Only the engines that are asked for are started, with no more processes than there are pictures."""

    def __init__(self, settings: Settings, *, num_pictures: int) -> None:
        count = min(num_pictures, os.cpu_count() or 1)
        illustrator = {"processes": count, **settings.engines.get("illustrator", {})}
        settings = replace(settings, engines={**settings.engines, "illustrator": illustrator})
        self._default = "illustrator" if settings.defaults == Defaults() else None
        self._service = ImageService(build_models(settings), settings)
        self._limits = settings.limits

    async def draw(self, wish: Wish, *, partial_images: int) -> AsyncGenerator[DoorEvent, None]:
        fields = read_inputs(self._parameters(wish, partial_images), self._limits)
        async with self._service.submit(wish.operation, fields, RequestContext()) as submission:
            request = submission.request
            yield Told(
                {
                    "model": request.model,
                    "seed": request.seed,
                    "size": str(request.size),
                    "quality": request.quality,
                    "output_format": request.output_format,
                    "ignored": sorted(request.ignored),
                }
            )
            usage, notes, facts = Usage(), [], dict[str, Any]()
            async for event in submission.events():
                if not isinstance(event, CompletedImage):
                    yield Preview(event.image_index, event.picture.read())
                    continue
                usage += event.usage
                notes += [event.note] if event.note and event.note not in notes else []
                facts = facts or {"background": event.background, "revised_prompt": event.revised_prompt}
                yield Drawn(event.image_index, event.picture.read())
        yield Told(facts | {"usage": asdict(usage_of(usage)), "note": " ".join(notes) or None})

    def _parameters(self, wish: Wish, partial_images: int) -> Mapping[str, Any]:
        streaming = {"stream": True, "partial_images": partial_images} if partial_images else {}
        return {
            "model": self._default,
            **wish.parameters,
            **streaming,
            "response_format": "b64_json",
            "prompt": wish.prompt if wish.operation != "variation" else None,
            "image": [image.data for image in wish.images] or None,
            "mask": wish.mask.data if wish.mask else None,
        }

    async def close(self) -> None:
        await self._service.close()
