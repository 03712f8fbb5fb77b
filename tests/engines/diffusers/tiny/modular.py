"""Modular pipelines: the parts of classic ones, or of models that have no classic pipeline."""

import diffusers

from tiny.components import WIDTH, initialize
from tiny.flux import flux, flux2_vae
from tiny.qwen import qwen3_vl, z_image
from tiny.text import qwen_tokenizer


def modular(blocks, components):
    pipeline = blocks.init_pipeline()
    pipeline.update_components(**{name: one for name, one in components.items() if name in pipeline._component_specs})
    return pipeline


def modular_flux():
    return modular(diffusers.FluxAutoBlocks(), flux().components)


def modular_z_image():
    return modular(diffusers.ZImageAutoBlocks(), z_image().components)


class Processor:
    """The real one cannot be made without torchvision."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.apply_chat_template = tokenizer.apply_chat_template

    def __call__(self, images=None, text=None, **options):
        """Fails for a text alone: the real one takes it for the address of an image."""
        if images is not None:
            raise ValueError("Incorrect image source.")
        return self.tokenizer(text, **options)


def flux3(*, flow_map=False, expands_prompts=True):
    """FLUX.3 has no classic pipeline. `expands_prompts`: with the block for it, whose language model is not here."""
    tokenizer = qwen_tokenizer()
    transformer = diffusers.Flux3Transformer2DModel(
        in_channels=16,
        cond_in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=2 * WIDTH,
        axes_dims_rope=(4, 4, 4, 4),
        flow_map=flow_map,
    )
    blocks = diffusers.Flux3DistilledAutoBlocks() if flow_map else diffusers.Flux3AutoBlocks()
    if not expands_prompts:
        blocks.sub_blocks.pop("prompt_upsampler")
    pipeline = modular(blocks, {})
    pipeline.register_components(
        transformer=initialize(transformer, attention=4),
        vae=flux2_vae(),
        text_encoder=qwen3_vl(tokenizer, num_layers=3),
        tokenizer=Processor(tokenizer),
    )
    return pipeline
