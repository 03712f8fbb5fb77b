"""Tiny checkpoints of every family, with random weights, made in code: no hub, no download."""

import torch

from tiny.flux import chroma, ernie_image, flux, flux2, flux_fill, klein, kontext, ovis
from tiny.parts import awake, clip_config, t5_encoder
from tiny.plain import aura_flow, cogview4, lumina2, pixart_sigma, sana
from tiny.qwen import hunyuan_image, ideogram4, krea2, longcat, qwen_edit, qwen_image, z_image
from tiny.stable import sd3, sd15, sd15_ddim, sd15_fills, sd15_instructs, sd15_multistep, sdxl, sdxl_scheduler
from tiny.words import clip_tokenizer, qwen_tokenizer, t5_tokenizer

__all__ = [
    "ARGUMENTS",
    "MAKERS",
    "awake",
    "clip_config",
    "clip_tokenizer",
    "longcat",
    "make",
    "qwen_edit",
    "qwen_tokenizer",
    "sd15",
    "sdxl_scheduler",
    "t5_encoder",
    "t5_tokenizer",
]

MAKERS = {
    "sd15": sd15,
    "sd15-ddim": sd15_ddim,
    "sd15-multistep": sd15_multistep,
    "sd15-fills": sd15_fills,
    "sd15-instructs": sd15_instructs,
    "sdxl": sdxl,
    "sd3": sd3,
    "flux": flux,
    "kontext": kontext,
    "klein": klein,
    "z-image": z_image,
    "qwen-image": qwen_image,
    "chroma": chroma,
    "flux-fill": flux_fill,
    "flux2": flux2,
    "ernie-image": ernie_image,
    "ovis": ovis,
    "krea2": krea2,
    "ideogram4": ideogram4,
    "hunyuan-image": hunyuan_image,
    "lumina2": lumina2,
    "sana": sana,
    "pixart-sigma": pixart_sigma,
    "cogview4": cogview4,
    "aura-flow": aura_flow,
}
ARGUMENTS = {
    "sd3": {"max_sequence_length": 32},
    "flux": {"max_sequence_length": 32},
    "kontext": {"max_sequence_length": 32},
    "klein": {"max_sequence_length": 64, "text_encoder_out_layers": [1]},
    "z-image": {"max_sequence_length": 64},
    "qwen-image": {"max_sequence_length": 512},
    "chroma": {"max_sequence_length": 32},
    "flux-fill": {"max_sequence_length": 32},
    "flux2": {"max_sequence_length": 256, "text_encoder_out_layers": [1]},
    "ovis": {"max_sequence_length": 128},
    "ideogram4": {"max_sequence_length": 64},
    "krea2": {"max_sequence_length": 128},
    "sana": {"max_sequence_length": 64, "complex_human_instruction": None},
    "pixart-sigma": {"max_sequence_length": 32},
    "aura-flow": {"max_sequence_length": 32},
}
"""What the tiny text encoders need to be told."""


def make(family, folder):
    """The folder of a checkpoint of `family`."""
    torch.manual_seed(0)
    MAKERS[family]().save_pretrained(folder)
    return folder
