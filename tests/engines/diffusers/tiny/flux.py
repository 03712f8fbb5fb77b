"""FLUX and models derived from it."""

import diffusers
import transformers

from tiny.components import WIDTH, clip_config, initialize, qwen3, shifted_vae, t5_encoder
from tiny.registry import family
from tiny.text import clip_tokenizer, qwen_tokenizer, t5_tokenizer


@family("flux", edits=True, arguments={"max_sequence_length": 32})
def flux(kind=None, *, guidance=True, in_channels=16, num_layers=1, num_single_layers=1):
    tokenizer, t5 = clip_tokenizer(), t5_tokenizer()
    transformer = diffusers.FluxTransformer2DModel(
        patch_size=1,
        in_channels=in_channels,
        out_channels=16,
        num_layers=num_layers,
        num_single_layers=num_single_layers,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        pooled_projection_dim=WIDTH,
        axes_dims_rope=[4, 4, 8],
        guidance_embeds=guidance,
    )
    return (kind or diffusers.FluxPipeline)(
        transformer=initialize(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=shifted_vae(),
        text_encoder=transformers.CLIPTextModel(clip_config(tokenizer)).eval(),
        tokenizer=tokenizer,
        text_encoder_2=t5_encoder(t5),
        tokenizer_2=t5,
    )


@family("flux-fill", edits=True, arguments={"max_sequence_length": 32})
def flux_fill():
    """Trained for inpainting: its network also takes the mask and the masked image."""
    return flux(diffusers.FluxFillPipeline, in_channels=48)


@family("kontext", edits=True, arguments={"max_sequence_length": 32})
def kontext():
    return flux(diffusers.FluxKontextPipeline)


def flux2_vae():
    vae = diffusers.AutoencoderKLFlux2(
        sample_size=32,
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        block_out_channels=(16, 32),
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=8,
        use_quant_conv=False,
        use_post_quant_conv=False,
    )
    return vae.eval()


def flux2_transformer(*, guidance):
    transformer = diffusers.Flux2Transformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        timestep_guidance_channels=256,
        axes_dims_rope=[4, 4, 4, 4],
        guidance_embeds=guidance,
    )
    return initialize(transformer, attention=4)


@family("klein", edits=True, arguments={"max_sequence_length": 64, "text_encoder_out_layers": [1]})
def klein():
    tokenizer = qwen_tokenizer()
    return diffusers.Flux2KleinPipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=flux2_vae(),
        text_encoder=qwen3(transformers.Qwen3ForCausalLM, tokenizer),
        tokenizer=tokenizer,
        transformer=flux2_transformer(guidance=False),
        is_distilled=True,
    )


@family("chroma", edits=True, arguments={"max_sequence_length": 32})
def chroma():
    t5 = t5_tokenizer()
    transformer = diffusers.ChromaTransformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        axes_dims_rope=(4, 4, 8),
        approximator_num_channels=8,
        approximator_hidden_dim=16,
        approximator_layers=1,
    )
    transformer.register_to_config(guidance_embeds=False)  # as in the published files; its inpaint class asks for it
    return diffusers.ChromaPipeline(
        transformer=initialize(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=shifted_vae(),
        text_encoder=t5_encoder(t5),
        tokenizer=t5,
    )


@family("ovis", arguments={"max_sequence_length": 128})
def ovis():
    tokenizer = qwen_tokenizer()
    transformer = diffusers.OvisImageTransformer2DModel(
        patch_size=1,
        in_channels=16,
        out_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        axes_dims_rope=(4, 4, 8),
    )
    return diffusers.OvisImagePipeline(
        transformer=initialize(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=shifted_vae(),
        text_encoder=qwen3(transformers.Qwen3Model, tokenizer),
        tokenizer=tokenizer,
    )


def mistral3(kind, tokenizer):
    text = {
        "vocab_size": len(tokenizer),
        "hidden_size": WIDTH,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "head_dim": 16,
    }
    vision = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = transformers.Mistral3Config(
        text_config={"model_type": "mistral"} | text,
        vision_config={"model_type": "pixtral", "head_dim": 8, "image_size": 28, "patch_size": 14} | vision,
    )
    return kind(config).eval()


@family("flux2", edits=True, arguments={"max_sequence_length": 256, "text_encoder_out_layers": [1]})
def flux2():
    tokenizer = qwen_tokenizer()
    return diffusers.Flux2Pipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=flux2_vae(),
        text_encoder=mistral3(transformers.Mistral3ForConditionalGeneration, tokenizer),
        tokenizer=tokenizer,
        transformer=flux2_transformer(guidance=True),
    )


@family("ernie-image")
def ernie_image():
    """Prompts are not padded to a common length."""
    tokenizer = qwen_tokenizer()
    transformer = diffusers.ErnieImageTransformer2DModel(
        hidden_size=32,
        num_attention_heads=2,
        num_layers=2,
        ffn_hidden_size=32,
        in_channels=16,
        out_channels=16,
        text_in_dim=WIDTH,
        rope_axes_dim=(8, 4, 4),
    )
    return diffusers.ErnieImagePipeline(
        transformer=initialize(transformer, attention=4),
        vae=flux2_vae(),
        text_encoder=mistral3(transformers.Mistral3Model, tokenizer),
        tokenizer=tokenizer,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
    )
