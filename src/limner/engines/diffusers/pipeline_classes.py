"""Which of diffusers' pipeline classes performs which operation with one set of weights."""

import inspect
from dataclasses import dataclass, field
from typing import Any

import diffusers

from limner.engines.diffusers.architectures import NETWORKS, PIPELINES, PipelineTraits, traits_of
from limner.engines.diffusers.modular import AdaptedPipeline

SUFFIXES = ("Img2ImgPipeline", "InpaintPipeline", "Pipeline")


@dataclass(slots=True)
class PipelineClasses:
    """Of one loaded pipeline. None: these weights cannot do it."""

    text2image: Any
    edit: Any | None
    """Follows an instruction about its input images."""
    image2image: Any | None
    """Starts from an image with noise added."""
    inpaint: Any | None
    requires_image: bool = False
    """These weights cannot draw from text alone."""
    _prototypes: dict[Any, Any] = field(default_factory=dict)

    @property
    def edits_one_image(self) -> bool:
        """Whether `edit` accepts a single image only."""
        return self.edit is not None and traits_of(self.edit).takes_one_image

    def prototype(self, pipeline_class: Any, pipeline: Any) -> Any:
        """A pipeline of `pipeline_class` over the weights of `pipeline`: created once, copied for each image."""
        if pipeline_class not in self._prototypes:
            if issubclass(pipeline_class, AdaptedPipeline):
                self._prototypes[pipeline_class] = pipeline_class.over(pipeline)
                return self._prototypes[pipeline_class]
            is_own = type(pipeline) is pipeline_class
            components = {} if is_own else _components(pipeline_class, pipeline) or {}
            self._prototypes[pipeline_class] = pipeline if is_own else pipeline_class(**components)
        return self._prototypes[pipeline_class]


def find_classes(pipeline: Any, *, edit: str | None = None, inpaint: str | None = None) -> PipelineClasses:
    """Raises ValueError if a class that the settings name does not exist or does not fit."""
    own = type(pipeline)
    if isinstance(pipeline, AdaptedPipeline):
        found = pipeline.operations
        return PipelineClasses(
            text2image=found.get("text2image", own),
            edit=found.get("edit"),
            image2image=found.get("image2image"),
            inpaint=found.get("inpaint"),
            requires_image="text2image" not in found,
        )
    stem = own.__name__
    for suffix in SUFFIXES:
        if stem.endswith(suffix):
            stem = stem.removesuffix(suffix)
            break
    traits = PIPELINES.get(stem, PipelineTraits())
    stems = [stem, traits.relative] if traits.relative else [stem]
    text2image = own
    if takes_mask(own):  # trained for inpainting, or only saved with that class
        if _has_extra_input_channels(pipeline):
            named = _find_class("inpaint", inpaint, pipeline)
            return PipelineClasses(text2image=own, edit=None, image2image=own, inpaint=named or own)
        text2image = _find([f"{stem}Pipeline"], pipeline) or own
    if traits.requires_image:
        text2image = _find([f"{traits.relative}Pipeline"], pipeline) or own
    follows = _follows_instructions(own)
    return PipelineClasses(
        text2image=text2image,
        edit=_find_class("edit", edit, pipeline) or (own if follows else None),
        image2image=_find([f"{one}Img2ImgPipeline" for one in stems], pipeline),
        inpaint=_find_class("inpaint", inpaint, pipeline)
        or _find([f"{one}InpaintPipeline" for one in stems], pipeline),
        requires_image=follows and _has_extra_input_channels(pipeline),
    )


def call_parameters(pipeline_class: Any) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(pipeline_class.__call__).parameters)


def takes_mask(pipeline_class: Any) -> bool:
    return "mask_image" in call_parameters(pipeline_class)


def _has_extra_input_channels(pipeline: Any) -> bool:
    """Whether the network has input channels for an image or a mask beside the latents."""
    config = getattr(getattr(pipeline, "vae", None), "config", {})
    num_latent = config.get("latent_channels") or config.get("z_dim")
    network = getattr(pipeline, "transformer", None) or getattr(pipeline, "unet", None)
    num_input = network.config.get("in_channels") if network is not None else None
    if num_latent is None or num_input is None:
        return False
    return num_input not in (num_latent, 4 * num_latent)  # unpacked, or packed two by two


def _follows_instructions(pipeline_class: Any) -> bool:
    parameters = call_parameters(pipeline_class)
    return "image" in parameters and "strength" not in parameters


def _find_class(option: str, name: str | None, pipeline: Any) -> Any | None:
    if name is None:
        return None
    pipeline_class = getattr(diffusers, name, None)
    if pipeline_class is None:
        raise ValueError(f"'{option}': diffusers has no class '{name}'.")
    if _components(pipeline_class, pipeline) is None:
        raise ValueError(f"'{option}': '{name}' does not fit the parts of this checkpoint.")
    return pipeline_class


def _find(names: list[str], pipeline: Any) -> Any | None:
    for name in names:
        pipeline_class = getattr(diffusers, name, None)
        if pipeline_class is not None and _components(pipeline_class, pipeline) is not None:
            return pipeline_class
    return None


def _components(pipeline_class: Any, pipeline: Any) -> dict[str, Any] | None:
    """Constructor arguments for `pipeline_class` taken from `pipeline`. None if one is missing or has another type."""
    components: dict[str, Any] = {}
    for name, parameter in list(inspect.signature(pipeline_class.__init__).parameters.items())[1:]:
        if name in pipeline.components:
            components[name] = pipeline.components[name]
            if name in NETWORKS and not _matches(components[name], parameter.annotation):
                return None
        elif name in pipeline.config:
            components[name] = pipeline.config[name]
        elif parameter.default is inspect.Parameter.empty:
            return None
    return components


def _matches(network: Any, annotation: Any) -> bool:
    """Networks of all architectures have the same argument name, so the annotation decides."""
    return not inspect.isclass(annotation) or network is None or isinstance(network, annotation)
