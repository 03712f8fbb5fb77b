"""Transformers on unpacked latents: Lumina 2, Sana, PixArt, CogView4, AuraFlow."""

import diffusers
import transformers

from tiny.components import WIDTH, initialize, kl_vae, t5_encoder
from tiny.registry import family
from tiny.stable import sd15_scheduler
from tiny.text import prefixed_tokenizer, t5_tokenizer


def eightfold_vae(**options):
    """With a scale factor of 8, which some pipelines assume."""
    return kl_vae(block_out_channels=(8, 16, 16, 16), **options)


def gemma2(tokenizer):
    config = transformers.Gemma2Config(
        vocab_size=len(tokenizer),
        hidden_size=WIDTH,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=16,
        max_position_embeddings=512,
        pad_token_id=0,
    )
    return transformers.Gemma2Model(config).eval()


@family("lumina2")
def lumina2():
    tokenizer = prefixed_tokenizer()
    transformer = diffusers.Lumina2Transformer2DModel(
        sample_size=8,
        patch_size=2,
        in_channels=4,
        hidden_size=32,
        num_layers=2,
        num_refiner_layers=1,
        num_attention_heads=2,
        num_kv_heads=1,
        multiple_of=16,
        axes_dim_rope=(8, 4, 4),
        axes_lens=(512, 64, 64),
        cap_feat_dim=WIDTH,
    )
    return diffusers.Lumina2Pipeline(
        transformer=initialize(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=6.0),
        vae=eightfold_vae(scaling_factor=0.36, shift_factor=0.11),
        text_encoder=gemma2(tokenizer),
        tokenizer=tokenizer,
    )


@family("sana", preview_edge=256, arguments={"max_sequence_length": 64, "complex_human_instruction": None})
def sana():
    """With a deep VAE: one latent cell is 32 pixels wide."""
    tokenizer = prefixed_tokenizer()
    transformer = diffusers.SanaTransformer2DModel(
        patch_size=1,
        in_channels=4,
        out_channels=4,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=2,
        num_cross_attention_heads=2,
        cross_attention_head_dim=8,
        cross_attention_dim=16,
        caption_channels=WIDTH,
        sample_size=32,
    )
    vae = diffusers.AutoencoderDC(
        in_channels=3,
        latent_channels=4,
        attention_head_dim=2,
        encoder_block_types=("ResBlock",) * 5 + ("EfficientViTBlock",),
        decoder_block_types=("ResBlock",) * 5 + ("EfficientViTBlock",),
        encoder_block_out_channels=(8,) * 6,
        decoder_block_out_channels=(8,) * 6,
        encoder_qkv_multiscales=((),) * 5 + ((5,),),
        decoder_qkv_multiscales=((),) * 5 + ((5,),),
        encoder_layers_per_block=(1,) * 6,
        decoder_layers_per_block=(1,) * 6,
        downsample_block_type="conv",
        upsample_block_type="interpolate",
        decoder_norm_types="rms_norm",
        decoder_act_fns="silu",
    )
    scheduler = diffusers.DPMSolverMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
    )
    return diffusers.SanaPipeline(
        transformer=initialize(transformer),
        scheduler=scheduler,
        vae=vae.eval(),
        text_encoder=gemma2(tokenizer),
        tokenizer=tokenizer,
    )


@family("pixart-sigma", arguments={"max_sequence_length": 32})
def pixart_sigma():
    t5 = t5_tokenizer()
    transformer = diffusers.PixArtTransformer2DModel(
        sample_size=32,
        patch_size=2,
        num_layers=2,
        attention_head_dim=8,
        num_attention_heads=2,
        in_channels=4,
        out_channels=8,
        cross_attention_dim=16,
        caption_channels=WIDTH,
        norm_type="ada_norm_single",
        use_additional_conditions=False,
    )
    return diffusers.PixArtSigmaPipeline(
        transformer=initialize(transformer),
        scheduler=sd15_scheduler(diffusers.DPMSolverMultistepScheduler),
        vae=eightfold_vae(),
        text_encoder=t5_encoder(t5),
        tokenizer=t5,
    )


@family("cogview4")
def cogview4():
    tokenizer = prefixed_tokenizer()
    transformer = diffusers.CogView4Transformer2DModel(
        patch_size=2,
        in_channels=4,
        out_channels=4,
        num_layers=2,
        attention_head_dim=8,
        num_attention_heads=2,
        text_embed_dim=WIDTH,
        time_embed_dim=8,
        condition_dim=4,
        sample_size=32,
    )
    config = transformers.GlmConfig(
        vocab_size=len(tokenizer),
        hidden_size=WIDTH,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=16,
        pad_token_id=0,
    )
    scheduler = diffusers.FlowMatchEulerDiscreteScheduler(
        base_shift=0.25, max_shift=0.75, base_image_seq_len=256, use_dynamic_shifting=True, time_shift_type="linear"
    )
    return diffusers.CogView4Pipeline(
        transformer=initialize(transformer, attention=4),
        scheduler=scheduler,
        vae=kl_vae(),
        text_encoder=transformers.GlmModel(config).eval(),
        tokenizer=tokenizer,
    )


@family("aura-flow", arguments={"max_sequence_length": 32})
def aura_flow():
    t5 = t5_tokenizer()
    transformer = diffusers.AuraFlowTransformer2DModel(
        sample_size=32,
        patch_size=2,
        in_channels=4,
        num_mmdit_layers=1,
        num_single_dit_layers=1,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=32,
        joint_attention_dim=WIDTH,
        out_channels=4,
        pos_embed_max_size=1024,
    )
    text_encoder = transformers.UMT5EncoderModel(
        transformers.UMT5Config(vocab_size=len(t5), d_model=WIDTH, d_kv=8, d_ff=64, num_layers=2, num_heads=4)
    )
    return diffusers.AuraFlowPipeline(
        transformer=initialize(transformer, attention=8),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=1.73),
        vae=kl_vae(),
        text_encoder=text_encoder.eval(),
        tokenizer=t5,
    )
