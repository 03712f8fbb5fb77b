"""Models of 2025 and 2026 with networks of their own: Bria and PRX."""

import diffusers
import transformers
from transformers.models.t5gemma.modeling_t5gemma import T5GemmaEncoder

from tiny.components import WIDTH, initialize, shifted_vae, t5_encoder
from tiny.registry import family
from tiny.text import prefixed_tokenizer, t5_tokenizer
from tiny.unpacked import eightfold_vae


@family("bria", arguments={"max_sequence_length": 32})
def bria():
    t5 = t5_tokenizer()
    transformer = diffusers.BriaTransformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        axes_dims_rope=[4, 4, 8],
    )
    return diffusers.BriaPipeline(
        transformer=initialize(transformer, attention=4),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=shifted_vae(),
        text_encoder=t5_encoder(t5),
        tokenizer=t5,
    )


def prx():
    """In memory only: what transformers saves of its text encoder is not what the published files hold."""
    tokenizer = prefixed_tokenizer()
    sizes = {
        "vocab_size": len(tokenizer),
        "hidden_size": WIDTH,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "head_dim": 16,
        "max_position_embeddings": 512,
        "pad_token_id": 0,
    }
    config = transformers.T5GemmaConfig(encoder=sizes, decoder=sizes).encoder
    transformer = diffusers.PRXTransformer2DModel(
        in_channels=4, context_in_dim=WIDTH, hidden_size=32, num_heads=2, depth=2, axes_dim=[8, 8]
    )
    return diffusers.PRXPipeline(
        transformer=initialize(transformer, attention=4),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=eightfold_vae(scaling_factor=0.36, shift_factor=0.11),
        text_encoder=T5GemmaEncoder(config).eval(),
        tokenizer=tokenizer,
    )
