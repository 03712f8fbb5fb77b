"""Tiny checkpoints of every family, with random weights, made in code: no hub, no download."""

import json

import diffusers
import torch
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

WIDTH = 32
"""Of everything that has a width."""
CORPUS = [
    "a photo of a cat in the rain",
    "a watercolour of a red fox, mountains at dawn",
    "two dogs dancing in a city at night, neon",
    "an astronaut riding a horse",
] * 50
CHAT = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + (m['content'] if m['content'] is string else"
    " m['content'][0]['text']) + '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}"
    "{{ '<|im_start|>assistant\n' }}{% if enable_thinking is defined and not enable_thinking %}"
    "{{ '<think>\n\n</think>\n\n' }}{% endif %}{% endif %}"
)
QWEN_WORDS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"]
QWEN_WORDS += ["<|vision_start|>", "<|vision_end|>", "<|image_pad|>"]


def byte_pairs(special, *, suffix="", size=600):
    tokenizer = Tokenizer(models.BPE(end_of_word_suffix=suffix) if suffix else models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    options = {"end_of_word_suffix": suffix} if suffix else {}
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
        **options,
    )
    tokenizer.train_from_iterator(CORPUS, trainer)
    model = json.loads(tokenizer.to_str())["model"]
    return model["vocab"], [
        tuple(pair) if isinstance(pair, list) else tuple(pair.split(" ")) for pair in model["merges"]
    ]


def clip_tokenizer():
    vocab, merges = byte_pairs(["<|startoftext|>", "<|endoftext|>"], suffix="</w>", size=1000)
    for letter in pre_tokenizers.ByteLevel.alphabet():
        vocab.setdefault(letter + "</w>", len(vocab))
    return transformers.CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=77)


def qwen_tokenizer():
    vocab, merges = byte_pairs(QWEN_WORDS)
    tokenizer = transformers.Qwen2Tokenizer(vocab=vocab, merges=merges, model_max_length=2048)
    tokenizer.add_special_tokens({"additional_special_tokens": QWEN_WORDS[1:3] + QWEN_WORDS[5:]})
    tokenizer.chat_template = CHAT
    return tokenizer


def t5_tokenizer():
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.!?'\"-"
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    pieces += [(letter, -4.0) for letter in letters]
    pieces += [("▁" + word, -3.0) for word in sorted(set(" ".join(CORPUS).split()))]
    return transformers.T5Tokenizer(vocab=pieces)


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


def kl_vae(**options):
    options = {"latent_channels": 4, "norm_num_groups": 8, "layers_per_block": 1} | options
    return diffusers.AutoencoderKL(
        sample_size=64,
        in_channels=3,
        out_channels=3,
        block_out_channels=(16, 32),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        **options,
    ).eval()


def shifted_vae(**options):
    return kl_vae(use_quant_conv=False, use_post_quant_conv=False, shift_factor=0.06, scaling_factor=1.5, **options)


def awake(network):
    """Output layers begin as zeros, and some tokens as anything at all: then no prompt would change the picture."""
    torch.manual_seed(1)
    for name, weights in network.named_parameters():
        if weights.abs().sum() == 0 or not torch.isfinite(weights).all() or "pad_token" in name:
            torch.nn.init.normal_(weights, std=0.05)
    return network.eval()


def sdxl_scheduler():
    return diffusers.EulerDiscreteScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        steps_offset=1,
        beta_schedule="scaled_linear",
        timestep_spacing="leading",
    )


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
        transformer=awake(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=shifted_vae(latent_channels=16),
        text_encoder=transformers.CLIPTextModelWithProjection(config).eval(),
        tokenizer=tokenizer,
        text_encoder_2=transformers.CLIPTextModelWithProjection(config).eval(),
        tokenizer_2=clip_tokenizer(),
        text_encoder_3=t5_encoder(t5, 2 * WIDTH),
        tokenizer_3=t5,
    )


def flux(kind=None, *, guidance=True):
    tokenizer, t5 = clip_tokenizer(), t5_tokenizer()
    transformer = diffusers.FluxTransformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        pooled_projection_dim=WIDTH,
        axes_dims_rope=[4, 4, 8],
        guidance_embeds=guidance,
    )
    return (kind or diffusers.FluxPipeline)(
        transformer=awake(transformer),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=shifted_vae(),
        text_encoder=transformers.CLIPTextModel(clip_config(tokenizer)).eval(),
        tokenizer=tokenizer,
        text_encoder_2=t5_encoder(t5),
        tokenizer_2=t5,
    )


def kontext():
    return flux(diffusers.FluxKontextPipeline)


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


def klein():
    tokenizer = qwen_tokenizer()
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
        guidance_embeds=False,
    )
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
    return diffusers.Flux2KleinPipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=vae.eval(),
        text_encoder=qwen3(transformers.Qwen3ForCausalLM, tokenizer),
        tokenizer=tokenizer,
        transformer=awake(transformer),
        is_distilled=True,
    )


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
        transformer=awake(transformer),
    )


def qwen_parts():
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
    vae = diffusers.AutoencoderKLQwenImage(
        base_dim=24,
        z_dim=4,
        dim_mult=[1, 2, 4],
        num_res_blocks=1,
        temperal_downsample=[False, True],
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    )
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
    return {
        "scheduler": diffusers.FlowMatchEulerDiscreteScheduler(),
        "vae": vae.eval(),
        "text_encoder": transformers.Qwen2_5_VLForConditionalGeneration(config).eval(),
        "tokenizer": tokenizer,
        "transformer": awake(transformer),
    }


def qwen_image():
    return diffusers.QwenImagePipeline(**qwen_parts())


class TinyProcessor:
    """Text and images to what the text encoder reads, as Qwen2VLProcessor does it: that one needs torchvision."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.image_processor = transformers.Qwen2VLImageProcessorPil(min_pixels=28 * 28, max_pixels=56 * 56)

    def __call__(self, text, images=None, padding=True, return_tensors="pt"):
        seen = {}
        if images is not None:
            seen = dict(self.image_processor(images=images, return_tensors="pt"))
            parts = text[0].split("<|image_pad|>")
            for index, grid in enumerate(seen["image_grid_thw"].tolist()):
                num_tokens = grid[0] * grid[1] * grid[2] // self.image_processor.merge_size**2
                parts[index] += "<|image_pad|>" * num_tokens
            text = ["".join(parts)]
        read = self.tokenizer(text, padding=padding, return_tensors=return_tensors)
        return transformers.BatchFeature({**read, **seen})


def qwen_edit(kind):
    """In memory only: its processor cannot be saved."""
    parts = qwen_parts()
    return kind(**parts, processor=TinyProcessor(parts["tokenizer"]))


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
