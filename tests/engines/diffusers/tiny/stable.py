"""Stable Diffusion 1.5 to 3."""

import diffusers
import transformers

from tiny.components import WIDTH, clip_config, initialize, kl_vae, shifted_vae, t5_encoder
from tiny.registry import family
from tiny.text import clip_tokenizer, t5_tokenizer


def sdxl_scheduler():
    return diffusers.EulerDiscreteScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        steps_offset=1,
        beta_schedule="scaled_linear",
        timestep_spacing="leading",
    )


@family("sdxl", edits=True)
def sdxl():
    tokenizer = clip_tokenizer()
    config = clip_config(tokenizer)
    unet = diffusers.UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 1),
        projection_class_embeddings_input_dim=6 * 8 + WIDTH,
        cross_attention_dim=2 * WIDTH,
        norm_num_groups=8,
    )
    return diffusers.StableDiffusionXLPipeline(
        unet=unet.eval(),
        scheduler=sdxl_scheduler(),
        vae=kl_vae(),
        text_encoder=transformers.CLIPTextModel(config).eval(),
        tokenizer=tokenizer,
        text_encoder_2=transformers.CLIPTextModelWithProjection(config).eval(),
        tokenizer_2=clip_tokenizer(),
        add_watermarker=False,
    )


@family("sd3", edits=True, arguments={"max_sequence_length": 32})
def sd3():
    tokenizer, t5 = clip_tokenizer(), t5_tokenizer()
    config = clip_config(tokenizer)
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=32,
        patch_size=2,
        in_channels=16,
        num_layers=2,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=32,
        joint_attention_dim=2 * WIDTH,
        pooled_projection_dim=2 * WIDTH,
        out_channels=16,
        pos_embed_max_size=96,
    )
    return diffusers.StableDiffusion3Pipeline(
        transformer=initialize(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=shifted_vae(latent_channels=16),
        text_encoder=transformers.CLIPTextModelWithProjection(config).eval(),
        tokenizer=tokenizer,
        text_encoder_2=transformers.CLIPTextModelWithProjection(config).eval(),
        tokenizer_2=clip_tokenizer(),
        text_encoder_3=t5_encoder(t5, 2 * WIDTH),
        tokenizer_3=t5,
    )


def sd15_unet(in_channels=4):
    return diffusers.UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        in_channels=in_channels,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=4,
        cross_attention_dim=WIDTH,
        norm_num_groups=8,
    ).eval()


def sd15_scheduler(kind=diffusers.PNDMScheduler, **options):
    options = {"skip_prk_steps": True} if kind is diffusers.PNDMScheduler else options
    return kind(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, **options)


@family("sd15", edits=True)
def sd15(kind=diffusers.StableDiffusionPipeline, *, in_channels=4, scheduler=None, **parts):
    tokenizer = clip_tokenizer()
    return kind(
        **{"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False} | parts,
        unet=sd15_unet(in_channels),
        scheduler=scheduler or sd15_scheduler(),
        vae=kl_vae(),
        text_encoder=transformers.CLIPTextModel(clip_config(tokenizer)).eval(),
        tokenizer=tokenizer,
    )


@family("sd15-inpaint", edits=True)
def sd15_inpaint():
    """Trained for inpainting: its network also takes the mask and the masked image."""
    return sd15(diffusers.StableDiffusionInpaintPipeline, in_channels=9)


@family("sd15-pix2pix", generates=False, edits=True)
def sd15_pix2pix():
    """Trained to follow instructions: its network also takes the image."""
    return sd15(diffusers.StableDiffusionInstructPix2PixPipeline, in_channels=8)


@family("sd15-ddim", edits=True)
def sd15_ddim():
    return sd15(scheduler=sd15_scheduler(diffusers.DDIMScheduler, clip_sample=False, set_alpha_to_one=False))


@family("sd15-multistep", edits=True)
def sd15_multistep():
    return sd15(scheduler=sd15_scheduler(diffusers.DPMSolverMultistepScheduler, use_karras_sigmas=True))
