"""Tiny checkpoints of every family, created in code with random weights: no hub, no download."""

import torch

from tiny.components import clip_config, initialize, t5_encoder
from tiny.flux import chroma, ernie_image, flux, flux2, flux_fill, klein, kontext, ovis
from tiny.qwen import hunyuan_image, ideogram4, krea2, longcat, qwen_edit, qwen_image, z_image
from tiny.stable import sd3, sd15, sd15_ddim, sd15_inpaint, sd15_multistep, sd15_pix2pix, sdxl, sdxl_scheduler
from tiny.text import clip_tokenizer, qwen_tokenizer, t5_tokenizer
from tiny.unpacked import aura_flow, cogview4, lumina2, pixart_sigma, sana

__all__ = [
    "ARGUMENTS",
    "MAKERS",
    "clip_config",
    "clip_tokenizer",
    "initialize",
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
    "sd15-inpaint": sd15_inpaint,
    "sd15-pix2pix": sd15_pix2pix,
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
"""Call arguments that the tiny text encoders need."""


def make(family, folder):
    """Save a checkpoint of `family`, and return its folder."""
    torch.manual_seed(0)
    MAKERS[family]().save_pretrained(folder)
    return folder
