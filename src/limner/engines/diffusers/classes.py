"""Which of diffusers' pipeline classes does what with one set of weights."""

import inspect
from dataclasses import dataclass, field
from typing import Any

import diffusers

SUFFIXES = ("Img2ImgPipeline", "InpaintPipeline", "Pipeline")
KIN = {
    "FluxKontext": "Flux",
    "QwenImageEdit": "QwenImage",
    "QwenImageEditPlus": "QwenImage",
    "LongCatImageEdit": "LongCatImage",
}
"""Models that were trained to edit, and the kin whose classes fit their weights too."""
NEED_IMAGES = frozenset({"QwenImageEdit", "QwenImageEditPlus", "LongCatImageEdit"})
"""Their own classes cannot do without."""
NETWORKS = ("transformer", "unet", "unconditional_transformer")
"""What a pipeline may call at every step: some have two of them."""
ONE_IMAGE = frozenset({"FluxKontextPipeline", "QwenImageEditPipeline", "LongCatImageEditPipeline"})
"""Classes that follow instructions about a single image: several are put side by side."""


@dataclass(slots=True)
class Classes:
    """Of one loaded pipeline. None: these weights cannot do it."""

    generate: Any
    instruct: Any | None
    """Follows an instruction about images that it sees."""
    redraw: Any | None
    """Starts from a picture that noise was laid over."""
    inpaint: Any | None
    needs_image: bool = False
    """These weights draw nothing from words alone."""
    _prototypes: dict[Any, Any] = field(default_factory=dict)

    @property
    def instructs_about_one(self) -> bool:
        """Whether `instruct` looks at a single image."""
        return self.instruct is not None and self.instruct.__name__ in ONE_IMAGE

    def prototype(self, kind: Any, pipeline: Any) -> Any:
        """A pipeline of class `kind` over the weights of `pipeline`: made once, copied for each picture."""
        if kind not in self._prototypes:
            self._prototypes[kind] = pipeline if type(pipeline) is kind else kind(**(_parts(kind, pipeline) or {}))
        return self._prototypes[kind]


def find_classes(pipeline: Any, *, edit: str | None = None, inpaint: str | None = None) -> Classes:
    """Raises ValueError if a class that the settings name does not exist or does not fit."""
    own = type(pipeline)
    stem = own.__name__
    for suffix in SUFFIXES:
        if stem.endswith(suffix):
            stem = stem.removesuffix(suffix)
            break
    stems = [stem, KIN[stem]] if stem in KIN else [stem]
    generate = own
    if takes_mask(own):  # trained for it, or only saved so
        if _sees_more_than_latents(pipeline):
            return Classes(generate=own, instruct=None, redraw=own, inpaint=_named("inpaint", inpaint, pipeline) or own)
        generate = _find([f"{stem}Pipeline"], pipeline) or own
    if stem in NEED_IMAGES:
        generate = _find([f"{KIN[stem]}Pipeline"], pipeline) or own
    follows = _follows_instructions(own)
    return Classes(
        generate=generate,
        instruct=_named("edit", edit, pipeline) or (own if follows else None),
        redraw=_find([f"{one}Img2ImgPipeline" for one in stems], pipeline),
        inpaint=_named("inpaint", inpaint, pipeline) or _find([f"{one}InpaintPipeline" for one in stems], pipeline),
        needs_image=follows and _sees_more_than_latents(pipeline),
    )


def call_parameters(kind: Any) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(kind.__call__).parameters)


def takes_mask(kind: Any) -> bool:
    return "mask_image" in call_parameters(kind)


def _sees_more_than_latents(pipeline: Any) -> bool:
    """A network that has channels for an image beside the latents, or for a mask and what lies around it."""
    config = getattr(getattr(pipeline, "vae", None), "config", {})
    latents = config.get("latent_channels") or config.get("z_dim")
    network = getattr(pipeline, "transformer", None) or getattr(pipeline, "unet", None)
    seen = network.config.get("in_channels") if network is not None else None
    if latents is None or seen is None:
        return False
    return seen not in (latents, 4 * latents)  # as they are, or four of them to a token


def _follows_instructions(kind: Any) -> bool:
    parameters = call_parameters(kind)
    return "image" in parameters and "strength" not in parameters


def _named(option: str, name: str | None, pipeline: Any) -> Any | None:
    if name is None:
        return None
    kind = getattr(diffusers, name, None)
    if kind is None:
        raise ValueError(f"'{option}': diffusers has no class '{name}'.")
    if _parts(kind, pipeline) is None:
        raise ValueError(f"'{option}': '{name}' does not fit the parts of this checkpoint.")
    return kind


def _find(names: list[str], pipeline: Any) -> Any | None:
    for name in names:
        kind = getattr(diffusers, name, None)
        if kind is not None and _parts(kind, pipeline) is not None:
            return kind
    return None


def _parts(kind: Any, pipeline: Any) -> dict[str, Any] | None:
    """What the constructor of `kind` wants, from what `pipeline` has. None if a part is missing, or of another make."""
    parts: dict[str, Any] = {}
    for name, parameter in list(inspect.signature(kind.__init__).parameters.items())[1:]:
        if name in pipeline.components:
            parts[name] = pipeline.components[name]
            if name in NETWORKS and not _is_of_make(parts[name], parameter.annotation):
                return None
        elif name in pipeline.config:
            parts[name] = pipeline.config[name]
        elif parameter.default is inspect.Parameter.empty:
            return None
    return parts


def _is_of_make(network: Any, annotation: Any) -> bool:
    """Networks of all makes have the same name in their pipelines: the annotation tells which make it must be."""
    return not inspect.isclass(annotation) or network is None or isinstance(network, annotation)
