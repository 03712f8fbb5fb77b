"""Modular pipelines of diffusers, which are made of blocks, with the interface of its classic ones.

FLUX.3 and Anima exist only so. Each workflow of the blocks (from text, from an image) becomes a class whose `__call__`
has the workflow's inputs, so that the engine chooses between them as between classic pipeline classes.
"""

import copy
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import diffusers
import torch
from diffusers.modular_pipelines import ModularPipeline, PipelineState
from diffusers.modular_pipelines.modular_pipeline_utils import InsertableDict

from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.pipeline_index import MODULAR_INDEX, find_index
from limner.engines.diffusers.quantization import quantization_of

Operation = Literal["text2image", "edit", "image2image", "inpaint"]
OTHER_INPUTS = frozenset({"control_image", "control_mode", "ip_adapter_image", "layers"})
"""Of workflows that no request of the API stands for."""
UNSUPPORTED = ("edit", "inpaint", "prompt_weighting")
"""Options for classic pipelines."""
PROMPT_COMPONENTS = ("text_encoder", "tokenizer", "processor", "prompt_")
PromptWork = Callable[..., Mapping[str, Any]]
"""From a block's inputs by name to what it writes."""


@dataclass
class ModularOutput(diffusers.utils.BaseOutput):
    images: Any


class AdaptedPipeline:
    """Put before a family's class of modular pipelines: one workflow of its blocks."""

    operations: Mapping[Operation, Any]
    """The classes of the workflows that these weights have."""
    workflow: Any
    """Blocks."""

    @classmethod
    def over(cls, pipeline: Any) -> Any:
        """A pipeline of this class over the components of another one."""
        adapted = object.__new__(cls)
        adapted.__dict__.update(pipeline.__dict__)
        adapted.__dict__["_blocks"] = cls.workflow
        return adapted


def is_modular(folder: str) -> bool:
    """Whether a folder holds a modular pipeline only. One that holds both is loaded as a classic one."""
    return find_index(Path(folder)).name == MODULAR_INDEX


def load_modular(source: str, spec: ModelSpec, dtype: torch.dtype, *, quantization: Any = None, **parts: Any) -> Any:
    """`quantization`: a PipelineQuantizationConfig. `parts`: components that are loaded already.

    Raises ValueError for options that need a classic pipeline, or if a component cannot be loaded. Code from the
    repository is never run.
    """
    unsupported = [name for name in UNSUPPORTED if getattr(spec, name)]
    if unsupported:
        raise ValueError(f"'{unsupported[0]}' is for classic pipelines, and this is a modular one.")
    options = {name: value for name in ("revision", "variant") if (value := getattr(spec, name)) is not None}
    pipeline = ModularPipeline.from_pretrained(source, **options)
    unknown = parts.keys() - set(pipeline.component_names)
    if unknown:
        raise ValueError(f"the modular pipeline has no part '{min(unknown)}' that could be replaced.")
    pipeline.update_components(**parts)
    pipeline.load_components(dtype=dtype, quantization_config=_quantization_by_part(pipeline, quantization), **options)
    adapted = adapt(pipeline)
    needed = {spec.name for spec in adapted.workflow.expected_components}
    missing = sorted(needed.intersection(adapted.null_component_names))
    if missing:
        raise ValueError(f"the parts {', '.join(missing)} of the modular pipeline cannot be loaded: see the log.")
    return adapted


def adapt(pipeline: Any) -> Any:
    """Raises ValueError if no workflow of the pipeline draws images."""
    own = type(pipeline)
    operations: dict[Operation, Any] = {}
    for blocks in _workflows(pipeline.blocks):
        _drop_optional_blocks(blocks, pipeline)
        inputs = {one.name: one for one in blocks.inputs if one.name}
        operation = _operation_of(inputs)
        if "images" in blocks.output_names and operation not in operations and not OTHER_INPUTS & inputs.keys():
            operations[operation] = type(
                own.__name__, (AdaptedPipeline, own), {"workflow": blocks, "__call__": _make_call(inputs)}
            )
    if not operations:
        raise ValueError(f"{own.__name__} has no workflow that draws an image.")
    for one in operations.values():
        one.operations = operations
        _hide_progress_bars(one.workflow)
    return next(operations[one] for one in ("text2image", "edit", "image2image", "inpaint") if one in operations).over(
        pipeline
    )


def _quantization_by_part(pipeline: Any, quantization: Any) -> dict[str, Any]:
    kinds = {name: pipeline.get_component_spec(name).type_hint for name in pipeline.component_names}
    modules = [name for name, kind in kinds.items() if inspect.isclass(kind) and issubclass(kind, torch.nn.Module)]
    found = {name: quantization_of(quantization, name) for name in modules}
    return {name: one for name, one in found.items() if one is not None}


def _workflows(blocks: Any) -> Iterator[Any]:
    try:
        names = blocks.available_workflows
    except (AttributeError, NotImplementedError):
        names = None
    if not names:
        yield blocks
    for name in names or ():
        yield blocks.get_workflow(name)


def _drop_optional_blocks(blocks: Any, pipeline: Any) -> None:
    """Those that expand the prompt with a language model of their own, if it is not there."""
    for name, block in list(getattr(blocks, "sub_blocks", {}).items()):
        components = [spec.name for spec in block.expected_components]
        if any(one.startswith("prompt_") and getattr(pipeline, one, None) is None for one in components):
            del blocks.sub_blocks[name]


def _operation_of(inputs: Mapping[str, Any]) -> Operation:
    if "mask_image" in inputs:
        return "inpaint"
    if "strength" in inputs:
        return "image2image"
    return "edit" if "image" in inputs and _is_for_images(inputs) else "text2image"


def _is_for_images(inputs: Mapping[str, Any]) -> bool:
    """A workflow from text may know `image` for a step that it skips."""
    return inputs["image"].required or bool({"image_latents", "image_cond_latents"} & inputs.keys())


def _make_call(inputs: Mapping[str, Any]) -> Callable[..., Any]:
    def call(self: Any, **arguments: Any) -> ModularOutput:
        return ModularOutput(images=ModularPipeline.__call__(self, output="images", **arguments))

    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    keywords = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=one.default) for name, one in inputs.items()
    ]
    call.__signature__ = inspect.Signature([own, *keywords])  # type: ignore[attr-defined]
    return call


def _hide_progress_bars(blocks: Any) -> None:
    for one in getattr(blocks, "sub_blocks", {}).values():
        if hasattr(one, "set_progress_bar_config"):
            one.set_progress_bar_config(disable=True)
        _hide_progress_bars(one)


class PromptBlock:
    """A block that encodes or expands the prompt, whose work `wrap` may defer or remember."""

    def __init__(self, block: Any, wrap: Callable[[PromptWork], PromptWork]) -> None:
        self._block = block
        self._wrap = wrap

    def __getattr__(self, name: str) -> Any:
        return getattr(self._block, name)

    def __call__(self, components: Any, state: PipelineState) -> tuple[Any, PipelineState]:
        inputs = {one.name: state.get(one.name) for one in self._block.inputs if one.name}
        kinds = {one.name: one.kwargs_type for one in self._block.intermediate_outputs}
        for name, value in self._wrap(partial(self._compute, components))(**inputs).items():
            state.set(name, value, kinds.get(name))
        return components, state

    def _compute(self, components: Any, **inputs: Any) -> Mapping[str, Any]:
        """What the block writes."""
        state = PipelineState()
        for name, value in inputs.items():
            state.set(name, value)
        self._block(components, state)
        return {name: value for name, value in state.values.items() if inputs.get(name) is not value}


def replace_prompt_blocks(blocks: Any, wrap: Callable[[str, PromptWork], PromptWork]) -> Any:
    """The same blocks, where `wrap` gets the name and the work of each that only encodes the prompt."""
    replaced = copy.copy(blocks)
    replaced.sub_blocks = InsertableDict(
        (name, PromptBlock(block, partial(wrap, name)) if _is_for_prompt(block) else block)
        for name, block in blocks.sub_blocks.items()
    )
    return replaced


def _is_for_prompt(block: Any) -> bool:
    names = {spec.name for spec in block.expected_components}
    is_of_others = bool(names & {*NETWORKS, "vae", "scheduler"})
    return any(name.startswith(PROMPT_COMPONENTS) for name in names) and not is_of_others
