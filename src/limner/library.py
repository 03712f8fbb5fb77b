"""The Python door: pictures in this process, without a server."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

from limner.core.picture import CompletedImage
from limner.core.request import Operation
from limner.families.family import Fields
from limner.router import Router, build_models
from limner.settings import Settings


async def draw(
    settings: Settings, model: str, operation: Operation, fields: Mapping[str, object]
) -> AsyncGenerator[CompletedImage, None]:
    """The pictures that a request with these fields is answered with. Raises ApiError."""
    models = [one for one in build_models(settings) if one.id == model] or build_models(settings)
    router = Router(models, defaults=settings.defaults, strict=settings.strict)
    body = Fields("json", {"model": model, **fields})
    found = router.find(operation, body)
    request = router.read(operation, found, body)
    await router.start()
    try:
        async with aclosing(router.generate(found, request)) as events:
            async for event in events:
                if isinstance(event, CompletedImage):
                    yield event
    finally:
        await router.close()
