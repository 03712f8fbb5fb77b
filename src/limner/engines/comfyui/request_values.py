"""From a request to the values of a workflow's named inputs."""

import asyncio
from collections.abc import Mapping
from typing import Any

from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.comfyui.client import ComfyClient
from limner.engines.comfyui.options import Sampling, Workflows
from limner.engines.comfyui.workflow import Prompt, Workflow
from limner.engines.native_results import import_inputs
from limner.engines.proxy.input_images import has_mask
from limner.engines.sampling import find_strength

FIELDS: Mapping[str, tuple[str, ...]] = {
    "seed": ("seed",),
    "negative_prompt": ("negative_prompt",),
    "steps": ("num_inference_steps",),
    "guidance": ("guidance_scale",),
    "strength": ("strength", "input_fidelity"),
}
"""The optional fields of a request that each named input carries."""


class RequestValues:
    """Uploads the input images once for all images of the request."""

    def __init__(
        self, request: ImageRequest, workflow: Workflow, sampling: Sampling, size: Size, client: ComfyClient
    ) -> None:
        self._request = request
        self._workflow = workflow
        self._sampling = sampling
        self._size = size
        self._client = client
        self._uploads: tuple[int, list[str], str | None] | None = None
        """The epoch, and the names of the images and of the mask."""

    async def make_prompt(self, image_index: int, *, epoch: int) -> Prompt:
        """`epoch`: input images are uploaded again in another one. ComfyUI forgets them when it starts."""
        values = self._values(image_index)
        images: list[str] = []
        if self._request.images:
            if self._uploads is None or self._uploads[0] != epoch:
                self._uploads = (epoch, *await self._upload())
            _, images, mask = self._uploads
            if mask is not None:
                values["mask"] = mask
        return self._workflow.fill(values, images)

    def _values(self, image_index: int) -> dict[str, Any]:
        """Without an entry for what the workflow is to decide itself."""
        request, sampling = self._request, self._sampling
        values: dict[str, Any] = {
            "seed": (request.seed or 0) + image_index,
            "width": self._size.width,
            "height": self._size.height,
        }
        if request.prompt:
            values["prompt"] = request.prompt
        if request.negative_prompt is not None:
            values["negative_prompt"] = request.negative_prompt
        steps = request.num_inference_steps or sampling.steps.get(request.quality)
        if steps is not None:
            values["steps"] = steps
        guidance = sampling.guidance.get(request.quality) if request.guidance_scale is None else request.guidance_scale
        if guidance is not None:
            values["guidance"] = guidance
        if request.images and request.asked & {"strength", "input_fidelity"}:
            values["strength"] = find_strength(request, is_masked=has_mask(request))
        return values

    async def _upload(self) -> tuple[list[str], str | None]:
        inputs = import_inputs()
        images = await asyncio.to_thread(inputs.read_native_inputs, self._request, self._size)
        first = await asyncio.to_thread(images.with_mask_as_alpha)
        files = [first, *await asyncio.to_thread(images.references)]
        names = [await self._client.upload(file) for file in files]
        if "mask" not in self._workflow.inputs:
            return names, None
        # right for each channel that LoadImageMask may read
        mask = await asyncio.to_thread(images.white_mask, has_alpha=True)
        return names, await self._client.upload(mask)


def obeyed_fields(workflows: Workflows, sampling: Sampling) -> frozenset[str]:
    """The optional fields that a named input of any workflow carries."""
    names = {name for workflow in workflows.all for name in workflow.inputs}
    found = {field for name in names for field in FIELDS.get(name, ())}
    if ("steps" in names and sampling.steps) or ("guidance" in names and sampling.guidance):
        found.add("quality")
    if workflows.edit or workflows.inpaint:
        found.add("mask_mode")
    return frozenset(found | {"partial_images"})


def unused_note(request: ImageRequest, workflow: Workflow, obeys: frozenset[str]) -> str | None:
    """For the client: parameters that another workflow of the model would follow, but not this one."""
    carried = {field for name in workflow.inputs for field in FIELDS.get(name, ())}
    all_carried = {field for fields in FIELDS.values() for field in fields}
    unused = sorted((request.asked & obeys & all_carried) - carried)
    return f"without effect on this kind of request: {', '.join(unused)}" if unused else None
