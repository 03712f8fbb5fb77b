"""What is known of each model architecture: which network arguments can be batched, and traits of its pipelines.

To add an architecture that batches, add its network to `BATCHED_ARGUMENTS`, and its pipeline to `PIPELINES` if it
differs from diffusers' conventions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ArgumentKind = Literal["rows", "list", "ragged", "padded", "mask", "shared", "mapping"]
"""rows: a tensor with one row per image. list: a list with one tensor per image, all of one shape. ragged: the same, of
any length. padded: rows of any length, padded with zeros that `mask` or another argument hides. shared: passed once,
must be equal. mapping: a dict of rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineTraits:
    """What a pipeline's class name stands for, without the suffix `Pipeline`."""

    relative: str | None = None
    """Another name whose pipelines fit these weights too."""
    requires_image: bool = False
    """It only edits; `relative` draws from text alone."""
    takes_one_image: bool = False
    """Several input images are placed side by side."""
    edge_multiple: int = 8
    """Of image edges, where it does not follow from the parts: the pipeline would draw a smaller image."""
    distilled_steps: int | None = None
    """Steps of a distilled checkpoint: the pipeline's default is meant for the full model."""


NETWORKS = ("transformer", "unet", "unconditional_transformer")
"""Components that a pipeline may call at every step."""
PIPELINES: Mapping[str, PipelineTraits] = {
    "Flux": PipelineTraits(distilled_steps=4),
    "Flux2Klein": PipelineTraits(distilled_steps=4),
    "FluxKontext": PipelineTraits(relative="Flux", takes_one_image=True),
    "Krea2": PipelineTraits(distilled_steps=8),
    "LongCatImageEdit": PipelineTraits(relative="LongCatImage", requires_image=True, takes_one_image=True),
    "QwenImage21": PipelineTraits(edge_multiple=32),
    "QwenImageEdit": PipelineTraits(relative="QwenImage", requires_image=True, takes_one_image=True),
    "QwenImageEditPlus": PipelineTraits(relative="QwenImage", requires_image=True),
}
BATCHED_ARGUMENTS: Mapping[str, Mapping[str, ArgumentKind]] = {
    "FluxTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "pooled_projections": "rows",
        "timestep": "rows",
        "guidance": "rows",
        "img_ids": "shared",
        "txt_ids": "shared",
    },
    "Flux2Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
        "guidance": "rows",
        "img_ids": "shared",  # has a row per image, but the network reads only the first
        "txt_ids": "shared",
    },
    "Flux3Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",  # their padding is not masked: equal lengths only
        "timestep": "rows",
        "target_timestep": "rows",
        "img_ids": "shared",
        "txt_ids": "shared",
        "image_cond_hidden_states": "rows",
        "image_cond_ids": "shared",
    },
    "SD3Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "pooled_projections": "rows",
        "timestep": "rows",
    },
    "ChromaTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
        "attention_mask": "rows",
        "img_ids": "shared",
        "txt_ids": "shared",
    },
    "LongCatImageTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
        "guidance": "rows",
        "img_ids": "shared",
        "txt_ids": "shared",
    },
    "OvisImageTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
        "img_ids": "shared",
        "txt_ids": "shared",
    },
    "UNet2DConditionModel": {
        "sample": "rows",
        "timestep": "rows",
        "encoder_hidden_states": "rows",
        "timestep_cond": "rows",
        "added_cond_kwargs": "mapping",
    },
    "ErnieImageTransformer2DModel": {
        "hidden_states": "rows",
        "timestep": "rows",
        "text_bth": "padded",
        "text_lens": "rows",
    },
    "Ideogram4Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
        "position_ids": "rows",
        "segment_ids": "rows",
        "indicator": "rows",
    },
    "ZImageTransformer2DModel": {"x": "list", "t": "rows", "cap_feats": "ragged"},
    "QwenImageTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "padded",
        "encoder_hidden_states_mask": "mask",
        "timestep": "rows",
        "guidance": "rows",
        "img_shapes": "list",
    },
    "HunyuanImageTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "encoder_attention_mask": "rows",
        "encoder_hidden_states_2": "rows",
        "encoder_attention_mask_2": "rows",
        "timestep": "rows",
        "timestep_r": "rows",
        "guidance": "rows",
    },
    "Krea2Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "encoder_attention_mask": "rows",
        "timestep": "rows",
        "position_ids": "shared",
    },
    "Lumina2Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "encoder_attention_mask": "rows",
        "timestep": "rows",
    },
    "SanaTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "encoder_attention_mask": "rows",
        "timestep": "rows",
        "guidance": "rows",
    },
    "PixArtTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "encoder_attention_mask": "rows",
        "timestep": "rows",
        "added_cond_kwargs": "mapping",
    },
    "CogView4Transformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
        "original_size": "rows",
        "target_size": "rows",
        "crop_coords": "rows",
    },
    "BriaTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "pooled_projections": "rows",
        "timestep": "rows",
        "guidance": "rows",
        "img_ids": "shared",
        "txt_ids": "shared",
    },
    "PRXTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "attention_mask": "rows",
        "timestep": "rows",
    },
    "AuraFlowTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
    },
}
"""By network class: the arguments that hold one value per image. The length of the first one is the batch size."""


def traits_of(pipeline_class: type) -> PipelineTraits:
    return PIPELINES.get(pipeline_class.__name__.removesuffix("Pipeline"), PipelineTraits())
