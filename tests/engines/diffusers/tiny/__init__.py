"""Tiny checkpoints of every family, with random weights, made in code: no hub, no download."""

import torch

from tiny.flux import flux, klein, kontext
from tiny.parts import awake, clip_config, t5_encoder
from tiny.qwen import qwen_edit, qwen_image, z_image
from tiny.stable import sd3, sdxl, sdxl_scheduler
from tiny.words import clip_tokenizer, qwen_tokenizer, t5_tokenizer

__all__ = [
    "ARGUMENTS",
    "MAKERS",
    "awake",
    "clip_config",
    "clip_tokenizer",
    "make",
    "qwen_edit",
    "qwen_tokenizer",
    "sdxl_scheduler",
    "t5_encoder",
    "t5_tokenizer",
]

MAKERS = {
    "sdxl": sdxl,
    "sd3": sd3,
    "flux": flux,
    "kontext": kontext,
    "klein": klein,
    "z-image": z_image,
    "qwen-image": qwen_image,
}
ARGUMENTS = {
    "sd3": {"max_sequence_length": 32},
    "flux": {"max_sequence_length": 32},
    "kontext": {"max_sequence_length": 32},
    "klein": {"max_sequence_length": 64, "text_encoder_out_layers": [1]},
    "z-image": {"max_sequence_length": 64},
    "qwen-image": {"max_sequence_length": 512},
}
"""What the tiny text encoders need to be told."""


def make(family, folder):
    """The folder of a checkpoint of `family`."""
    torch.manual_seed(0)
    MAKERS[family]().save_pretrained(folder)
    return folder
