"""Text encoders and VAEs shared by several families."""

import diffusers
import torch
import transformers

WIDTH = 32
"""Of all hidden layers."""


def clip_config(tokenizer):
    return transformers.CLIPTextConfig(
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
        hidden_size=WIDTH,
        intermediate_size=64,
        num_attention_heads=4,
        num_hidden_layers=3,
        vocab_size=len(tokenizer),
        projection_dim=WIDTH,
        max_position_embeddings=77,
    )


def t5_encoder(tokenizer, width=WIDTH):
    config = transformers.T5Config(
        vocab_size=len(tokenizer), d_model=width, d_kv=8, d_ff=64, num_layers=2, num_heads=4, decoder_start_token_id=0
    )
    return transformers.T5EncoderModel(config).eval()


def qwen3(kind, tokenizer):
    config = transformers.Qwen3Config(
        intermediate_size=32,
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=16,
        vocab_size=len(tokenizer),
        max_position_embeddings=1024,
    )
    return kind(config).eval()


def kl_vae(**options):
    options = {"latent_channels": 4, "norm_num_groups": 8, "block_out_channels": (16, 32)} | options
    num_blocks = len(options["block_out_channels"])
    return diffusers.AutoencoderKL(
        sample_size=64,
        in_channels=3,
        out_channels=3,
        layers_per_block=1,
        down_block_types=("DownEncoderBlock2D",) * num_blocks,
        up_block_types=("UpDecoderBlock2D",) * num_blocks,
        **options,
    ).eval()


def shifted_vae(**options):
    return kl_vae(use_quant_conv=False, use_post_quant_conv=False, shift_factor=0.06, scaling_factor=1.5, **options)


def initialize(network, *, attention=1.0):
    """Replace zero and uninitialized weights, with which no prompt would change the image.

    `attention`: factor for attention weights, so that prompts have an effect.
    """
    torch.manual_seed(1)
    for name, weights in network.named_parameters():
        if weights.abs().sum() == 0 or not torch.isfinite(weights).all() or "pad_token" in name:
            torch.nn.init.normal_(weights, std=0.05)
        if "attn" in name:
            weights.data *= attention
    return network.eval()
