"""The models of benchmarks/gpu.py: published architectures with random weights.

Speed does not depend on weight values, so nothing is downloaded. Networks and VAEs have the published sizes; text
encoders have the published widths and few layers, because they run once per prompt.
`tiny` creates the same pipelines small enough for a CPU, to check that the benchmark runs.
"""

import sys
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers

sys.path.append(str(Path(__file__).parents[1] / "tests" / "engines" / "diffusers"))

import tiny

BLOCKS = (128, 256, 512, 512)
"""Of the published VAEs."""


def vae(channels: int, **options: Any) -> Any:
    return diffusers.AutoencoderKL(
        in_channels=3,
        out_channels=3,
        block_out_channels=BLOCKS,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=channels,
        sample_size=1024,
        **options,
    )


def clip(kind: Any, tokenizer: Any, width: int) -> Any:
    config = tiny.clip_config(tokenizer)
    config.hidden_size = config.projection_dim = width
    config.intermediate_size, config.num_attention_heads = 4 * width, width // 64
    return kind(config)


def qwen3(kind: Any, tokenizer: Any, width: int, layers: int) -> Any:
    config = transformers.Qwen3Config(
        hidden_size=width,
        intermediate_size=2 * width,
        num_hidden_layers=layers,
        num_attention_heads=width // 128,
        num_key_value_heads=width // 128,
        head_dim=128,
        vocab_size=len(tokenizer),
    )
    return kind(config)


def sdxl() -> Any:
    tokenizer = tiny.clip_tokenizer()
    with torch.device("cpu"):  # its constructor uses numpy
        scheduler = tiny.sdxl_scheduler()
    unet = diffusers.UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(320, 640, 1280),
        layers_per_block=2,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )
    return diffusers.StableDiffusionXLPipeline(
        unet=unet,
        scheduler=scheduler,
        vae=vae(4, scaling_factor=0.13025),
        text_encoder=clip(transformers.CLIPTextModel, tokenizer, 768),
        tokenizer=tokenizer,
        text_encoder_2=clip(transformers.CLIPTextModelWithProjection, tokenizer, 1280),
        tokenizer_2=tiny.clip_tokenizer(),
        add_watermarker=False,
    )


def flux() -> Any:
    tokenizer, t5 = tiny.clip_tokenizer(), tiny.t5_tokenizer()
    transformer = diffusers.FluxTransformer2DModel(guidance_embeds=True)  # its defaults are the published sizes
    return diffusers.FluxPipeline(
        transformer=transformer,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=vae(16, use_quant_conv=False, use_post_quant_conv=False, scaling_factor=0.3611, shift_factor=0.1159),
        text_encoder=clip(transformers.CLIPTextModel, tokenizer, 768),
        tokenizer=tokenizer,
        text_encoder_2=tiny.t5_encoder(t5, 4096),
        tokenizer_2=t5,
    )


def klein() -> Any:
    tokenizer = tiny.qwen_tokenizer()
    transformer = diffusers.Flux2Transformer2DModel(
        in_channels=128,
        num_layers=5,
        num_single_layers=20,
        attention_head_dim=128,
        num_attention_heads=24,
        joint_attention_dim=7680,
        guidance_embeds=False,
    )
    return diffusers.Flux2KleinPipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=diffusers.AutoencoderKLFlux2(),
        text_encoder=qwen3(transformers.Qwen3ForCausalLM, tokenizer, 2560, 4),
        tokenizer=tokenizer,
        transformer=transformer,
        is_distilled=True,
    )


def z_image() -> Any:
    tokenizer = tiny.qwen_tokenizer()
    return diffusers.ZImagePipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=vae(16, use_quant_conv=False, use_post_quant_conv=False, scaling_factor=0.3611, shift_factor=0.1159),
        text_encoder=qwen3(transformers.Qwen3Model, tokenizer, 2560, 3),
        tokenizer=tokenizer,
        transformer=diffusers.ZImageTransformer2DModel(cap_feat_dim=2560),  # its defaults are the published sizes
    )


MAKERS = {"sdxl": sdxl, "klein": klein, "z-image": z_image, "flux": flux}
STEPS = {"sdxl": 30, "klein": 4, "z-image": 9, "flux": 28}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "sdxl": {},
    "klein": {"text_encoder_out_layers": [1, 2, 3]},
    "z-image": {"guidance_scale": 0.0},
    "flux": {},
}


def make(name: str, *, is_tiny: bool, device: str, dtype: torch.dtype) -> tuple[Any, dict[str, Any]]:
    """The pipeline, and arguments for its call."""
    torch.manual_seed(0)
    if is_tiny:
        family = tiny.FAMILIES[name]
        return family.make().to(device, dtype), family.arguments
    torch.set_default_dtype(dtype)
    try:
        with torch.device(device):
            pipeline = MAKERS[name]()
    finally:
        torch.set_default_dtype(torch.float32)
    for module in pipeline.components.values():
        if isinstance(module, torch.nn.Module):
            tiny.initialize(module)
    return pipeline.to(device, dtype), ARGUMENTS[name]
