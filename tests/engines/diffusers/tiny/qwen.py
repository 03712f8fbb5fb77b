"""Models with language models as text encoders: Qwen-Image, HunyuanImage, Krea 2, LongCat, Z-Image."""

import diffusers
import transformers

from tiny.components import WIDTH, initialize, kl_vae, qwen3, shifted_vae, t5_encoder
from tiny.flux import flux2_vae
from tiny.registry import family
from tiny.text import qwen_tokenizer


@family("z-image", edits=True, arguments={"max_sequence_length": 64})
def z_image():
    tokenizer = qwen_tokenizer()
    transformer = diffusers.ZImageTransformer2DModel(
        all_patch_size=(2,),
        all_f_patch_size=(1,),
        in_channels=4,
        dim=32,
        n_layers=2,
        n_refiner_layers=1,
        n_heads=2,
        n_kv_heads=2,
        norm_eps=1e-5,
        qk_norm=True,
        cap_feat_dim=WIDTH,
        rope_theta=256.0,
        t_scale=1000.0,
        axes_dims=[8, 4, 4],
        axes_lens=[1024, 128, 128],
    )
    return diffusers.ZImagePipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=kl_vae(scaling_factor=0.36, shift_factor=0.11),
        text_encoder=qwen3(transformers.Qwen3Model, tokenizer),
        tokenizer=tokenizer,
        transformer=initialize(transformer),
    )


def qwen_vae():
    vae = diffusers.AutoencoderKLQwenImage(
        base_dim=24,
        z_dim=4,
        dim_mult=[1, 2, 4],
        num_res_blocks=1,
        temperal_downsample=[False, True],
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    )
    return vae.eval()


def qwen25_vl(tokenizer):
    text = {
        "hidden_size": WIDTH,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "vocab_size": len(tokenizer),
        "rope_scaling": {"mrope_section": [2, 3, 3], "rope_type": "default", "type": "default"},
        "rope_theta": 1000000.0,
    }
    vision = {"depth": 2, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": WIDTH}
    config = transformers.Qwen2_5_VLConfig(
        text_config=text,
        vision_config=vision,
        hidden_size=WIDTH,
        vocab_size=len(tokenizer),
        image_token_id=tokenizer.convert_tokens_to_ids("<|image_pad|>"),
        vision_start_token_id=tokenizer.convert_tokens_to_ids("<|vision_start|>"),
        vision_end_token_id=tokenizer.convert_tokens_to_ids("<|vision_end|>"),
    )
    return transformers.Qwen2_5_VLForConditionalGeneration(config).eval()


def qwen_components():
    tokenizer = qwen_tokenizer()
    transformer = diffusers.QwenImageTransformer2DModel(
        patch_size=2,
        in_channels=16,
        out_channels=4,
        num_layers=2,
        attention_head_dim=16,
        num_attention_heads=3,
        joint_attention_dim=WIDTH,
        guidance_embeds=False,
        axes_dims_rope=(8, 4, 4),
    )
    return {
        "scheduler": diffusers.FlowMatchEulerDiscreteScheduler(),
        "vae": qwen_vae(),
        "text_encoder": qwen25_vl(tokenizer),
        "tokenizer": tokenizer,
        "transformer": initialize(transformer),
    }


@family("qwen-image", edits=True, arguments={"max_sequence_length": 512})
def qwen_image():
    return diffusers.QwenImagePipeline(**qwen_components())


@family("hunyuan-image", preview_edge=128)
def hunyuan_image():
    """With a guider component, which stores the previous prediction."""
    tokenizer = qwen_tokenizer()
    byt5 = transformers.ByT5Tokenizer()
    transformer = diffusers.HunyuanImageTransformer2DModel(
        in_channels=4,
        out_channels=4,
        num_attention_heads=2,
        attention_head_dim=16,
        num_layers=1,
        num_single_layers=1,
        num_refiner_layers=1,
        text_embed_dim=WIDTH,
        text_embed_2_dim=WIDTH,
        rope_axes_dim=(8, 8),
    )
    vae = diffusers.AutoencoderKLHunyuanImage(
        in_channels=3,
        out_channels=3,
        latent_channels=4,
        block_out_channels=(32,) * 6,
        layers_per_block=1,
        spatial_compression_ratio=32,
        sample_size=64,
        downsample_match_channel=False,
        upsample_match_channel=False,
        scaling_factor=0.5,
    )
    return diffusers.HunyuanImagePipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=5.0),
        vae=vae.eval(),
        text_encoder=qwen25_vl(tokenizer),
        tokenizer=tokenizer,
        text_encoder_2=t5_encoder(byt5),
        tokenizer_2=byt5,
        transformer=initialize(transformer, attention=4),
        guider=diffusers.guiders.AdaptiveProjectedMixGuidance(
            adaptive_projected_guidance_momentum=-0.5, adaptive_projected_guidance_start_step=2
        ),
    )


def qwen3_vl(tokenizer, num_layers=2):
    config = transformers.Qwen3VLConfig(
        text_config={
            "vocab_size": len(tokenizer),
            "hidden_size": WIDTH,
            "intermediate_size": 32,
            "num_hidden_layers": num_layers,
            "num_attention_heads": 2,
            "num_key_value_heads": 2,
            "head_dim": 16,
            "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [4, 2, 2]},
        },
        vision_config={
            "depth": 1,
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": WIDTH,
            "deepstack_visual_indexes": [0],
        },
    )
    return transformers.Qwen3VLModel(config).eval()


@family("krea2", arguments={"max_sequence_length": 128})
def krea2():
    tokenizer = qwen_tokenizer()
    transformer = diffusers.Krea2Transformer2DModel(
        in_channels=16,
        num_layers=2,
        attention_head_dim=16,
        num_attention_heads=2,
        num_key_value_heads=1,
        intermediate_size=32,
        timestep_embed_dim=16,
        text_hidden_dim=WIDTH,
        num_text_layers=2,
        text_num_attention_heads=2,
        text_num_key_value_heads=2,
        text_intermediate_size=32,
        num_layerwise_text_blocks=1,
        num_refiner_text_blocks=1,
        axes_dims_rope=(8, 4, 4),
    )
    return diffusers.Krea2Pipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=qwen_vae(),
        text_encoder=qwen3_vl(tokenizer),
        tokenizer=tokenizer,
        transformer=initialize(transformer, attention=4),
        text_encoder_select_layers=(1, 2),
    )


@family("ideogram4", arguments={"max_sequence_length": 64})
def ideogram4():
    """With a separate network for unconditional predictions."""
    tokenizer = qwen_tokenizer()

    def transformer():
        return diffusers.Ideogram4Transformer2DModel(
            in_channels=16,
            num_layers=2,
            attention_head_dim=16,
            num_attention_heads=2,
            intermediate_size=32,
            adaln_dim=16,
            llm_features_dim=13 * WIDTH,
            mrope_section=(4, 2, 2),
        )

    return diffusers.Ideogram4Pipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=flux2_vae(),
        text_encoder=qwen3_vl(tokenizer, num_layers=36),  # the pipeline reads hidden states up to layer 35
        tokenizer=tokenizer,
        transformer=initialize(transformer(), attention=4),
        unconditional_transformer=initialize(transformer(), attention=2),
    )


class TinyProcessor:
    """Replaces Qwen2VLProcessor, which needs torchvision."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.image_processor = transformers.Qwen2VLImageProcessorPil(min_pixels=28 * 28, max_pixels=56 * 56)

    def __call__(self, text, images=None, padding=True, return_tensors="pt"):
        image_inputs = {}
        if images is not None:
            image_inputs = dict(self.image_processor(images=images, return_tensors="pt"))
            parts = text[0].split("<|image_pad|>")
            for index, grid in enumerate(image_inputs["image_grid_thw"].tolist()):
                num_tokens = grid[0] * grid[1] * grid[2] // self.image_processor.merge_size**2
                parts[index] += "<|image_pad|>" * num_tokens
            text = ["".join(parts)]
        read = self.tokenizer(text, padding=padding, return_tensors=return_tensors)
        return transformers.BatchFeature({**read, **image_inputs})


def longcat(kind):
    """In memory only: TinyProcessor cannot be saved."""
    tokenizer = qwen_tokenizer()
    transformer = diffusers.LongCatImageTransformer2DModel(
        in_channels=64,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        pooled_projection_dim=WIDTH,
        axes_dims_rope=(4, 4, 8),
    )
    return kind(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=shifted_vae(latent_channels=16),
        text_encoder=qwen25_vl(tokenizer),
        tokenizer=tokenizer,
        text_processor=TinyProcessor(tokenizer),
        transformer=initialize(transformer),
    )


def qwen_edit(kind):
    """In memory only: TinyProcessor cannot be saved."""
    parts = qwen_components()
    return kind(**parts, processor=TinyProcessor(parts["tokenizer"]))
