"""Draw on a server, over HTTP: any server that implements the Images API."""

import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

import httpx2

from limner.cli.api_client import ApiClient, decode_base64, read_events, read_json
from limner.cli.backend import BackendError, BackendEvent, FinalImage, Preview, RequestFacts
from limner.cli.job import CliJob
from limner.cli.output_files import detect_format
from limner.core.errors import APIError, BadRequestError
from limner.core.formats import MEDIA_TYPES
from limner.core.header_text import decode_header_text

PATHS = {"generate": "images/generations", "edit": "images/edits", "variation": "images/variations"}
HEADERS = {"limner-seed": "seed", "limner-note": "note", "limner-ignored": "ignored"}
FACTS = ("size", "quality", "background", "output_format", "usage")


class RemoteBackend:
    def __init__(self, client: ApiClient) -> None:
        self._client = client

    async def draw(self, job: CliJob, *, partial_images: int) -> AsyncGenerator[BackendEvent, None]:
        """Closing the stream closes the connection, which cancels the work on the server."""
        async with aclosing(await self._post(job, partial_images)) as response:
            yield RequestFacts(_facts_of_headers(response.headers, job))
            is_stream = "event-stream" in response.headers.get("content-type", "")
            async with aclosing(self._read_stream(response) if is_stream else self._read_response(response)) as events:
                async for event in events:
                    yield event

    async def close(self) -> None:
        await self._client.aclose()

    async def _post(self, job: CliJob, partial_images: int) -> httpx2.Response:
        streaming = {"stream": True, "partial_images": partial_images} if partial_images else {}
        try:
            return await self._client.request("POST", PATHS[job.operation], **_content(job, streaming))
        except BadRequestError as error:
            if not streaming or error.param not in ("stream", "partial_images", "n"):
                raise
        # the server or the model does not stream
        return await self._client.request("POST", PATHS[job.operation], **_content(job, {}))

    async def _read_response(self, response: httpx2.Response) -> AsyncGenerator[BackendEvent, None]:
        body = await read_json(response)
        images = body.get("data")
        if not isinstance(images, list) or not images:
            raise BackendError(f"{self._client.url} answered without a picture.")
        for index, image in enumerate(images):
            if image.get("b64_json"):
                yield FinalImage(index, decode_base64(image["b64_json"]))
            elif image.get("url"):
                yield FinalImage(index, await self._client.download(image["url"]))
            else:
                raise BackendError(f"{self._client.url} answered without a picture.")
        facts = {name: body[name] for name in FACTS if name in body}
        yield RequestFacts(facts | {"revised_prompt": images[0].get("revised_prompt")})

    async def _read_stream(self, response: httpx2.Response) -> AsyncGenerator[BackendEvent, None]:
        usage: dict[str, Any] = {}
        completed = False
        async with aclosing(read_events(response)) as events:
            async for name, value in events:
                if name == "limner-note":
                    yield RequestFacts({"note": value})
                    continue
                if name == "error":
                    failure = value.get("error", {})
                    raise APIError(str(failure.get("message", "The server failed.")), param=failure.get("param"))
                index = int(value.get("image_index", 0))
                picture = decode_base64(value.get("b64_json", ""))
                if not str(value.get("type", name)).endswith(".completed"):
                    yield Preview(index, picture)
                    continue
                completed = True
                usage = _add_usage(usage, value.get("usage") or {})
                yield FinalImage(index, picture)
                yield RequestFacts({name: value[name] for name in FACTS if name in value} | {"usage": usage})
        if not completed:
            raise BackendError(f"{self._client.url} ended its response before the picture came.")


def _facts_of_headers(headers: Mapping[str, str], job: CliJob) -> dict[str, Any]:
    facts: dict[str, Any] = {"model": job.parameters.get("model"), "ignored": []}
    for header, name in HEADERS.items():
        if (text := headers.get(header)) is not None:
            facts[name] = decode_header_text(text)
    facts["seed"] = int(facts["seed"]) if str(facts.get("seed", "")).isdigit() else job.parameters.get("seed")
    if facts["ignored"]:
        facts["ignored"] = facts["ignored"].split(", ")
    return facts


def _content(job: CliJob, streaming: dict[str, Any]) -> dict[str, Any]:
    """The request's body, as arguments of httpx2: JSON, or a multipart form if there are images."""
    fields = {**job.parameters, **streaming}
    if job.operation != "variation":
        fields["prompt"] = job.prompt
    if not job.images:
        return {"content": json.dumps(fields).encode(), "headers": {"content-type": "application/json"}}
    name = "image" if len(job.images) == 1 else "image[]"
    files = [(name, image) for image in job.images] + ([("mask", job.mask)] if job.mask else [])
    formats = [detect_format(file.data, f"'{file.name}'") for _, file in files]
    return {
        "data": {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()},
        "files": [
            (name, (file.name, file.data, MEDIA_TYPES[one])) for (name, file), one in zip(files, formats, strict=True)
        ],
    }


def _add_usage(total: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Add token counts, including those in nested objects."""
    added = dict(total)
    for name, value in more.items():
        if isinstance(value, dict):
            added[name] = _add_usage(total.get(name, {}), value)
        elif isinstance(value, int):
            added[name] = total.get(name, 0) + value
    return added
