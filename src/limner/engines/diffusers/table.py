"""Which arguments of a network hold pictures, and how those of several calls are joined."""

from collections.abc import Mapping
from typing import Literal

Kind = Literal["rows", "list", "ragged", "padded", "mask", "shared", "mapping"]
"""rows: one row for each picture. list: a list of tensors, one for each picture, of one shape. ragged: the same, of any
length. padded: rows of any length, made equal with zeros, which `mask` or another argument of rows hides. shared:
passed once, must be equal. mapping: a dict of rows."""

TABLE: Mapping[str, Mapping[str, Kind]] = {
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
        "img_ids": "shared",  # it has a row for each picture, and the network reads the first one only
        "txt_ids": "shared",
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
    "AuraFlowTransformer2DModel": {
        "hidden_states": "rows",
        "encoder_hidden_states": "rows",
        "timestep": "rows",
    },
}
"""For each network: its arguments that hold pictures. The first one tells how many there are."""
