"""Trains a small, real FLUX on pictures that the illustrator draws, and a judge of its pictures.

    python benchmarks/train_tiny.py                         # a quarter of an hour on one core
    python benchmarks/train_tiny.py --check                 # only measures the model in tests/engines/diffusers/trained
    python benchmarks/train_tiny.py --continue --minutes 30 # trains its transformer further

The model draws one of 8 objects in one of 8 colours at 64x64: "a red apple". With a picture as reference, as FLUX.1
Kontext takes it, "red" draws the object of the reference in red. Its parts are those of FLUX.1: an AutoencoderKL that
halves the sides three times, a CLIP and a T5 text encoder, and a FluxTransformer2DModel, trained by flow matching
(Lipman et al., 2023) with logit-normal timesteps (Esser et al., 2024).
"""

import argparse
import itertools
import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import torch
import transformers
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from limner_illustrator import draw

ENGINE_TESTS = Path(__file__).parents[1] / "tests" / "engines" / "diffusers"
sys.path.append(str(ENGINE_TESTS))

from tiny import text  # noqa: E402
from tiny_judge import COLORS, EDGE, OBJECTS, WEIGHTS, Judge, load_judge  # noqa: E402

FOLDER = ENGINE_TESTS / "trained" / "flux"
PAIRS = list(itertools.product(OBJECTS, COLORS))
SEEDS = 48
HELD_OUT = 4
"""Seeds that only measure."""
TEXT_TOKENS = 8
"""Of T5; a call needs `max_sequence_length=8`."""
WIDTH = 144
TEXT_WIDTH = 64
LATENT_CHANNELS = 16
EMPTY_PROMPTS = 0.1
"""Share of the captions that are dropped, so that negative prompts and true guidance have a meaning."""


def caption(thing: str, color: str) -> str:
    return f"{'an' if color[0] in 'aeiou' else 'a'} {color} {thing}"


def draw_pictures(seeds: int) -> Tensor:
    """All pairs for each seed, of shape (seeds * 64, 3, 64, 64), from -1 to 1."""
    pictures = []
    for seed in range(seeds):
        for index, pair in enumerate(PAIRS):
            drawn = draw(caption(*pair), size=(2 * EDGE, 2 * EDGE), seed=seed * len(PAIRS) + index, quality="low")
            picture = Image.fromarray(drawn.pixels).convert("RGB").resize((EDGE, EDGE), Image.Resampling.LANCZOS)
            pictures.append(np.asarray(picture))
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1


def make_pipeline() -> Any:
    text.CORPUS = [caption(*pair) for pair in PAIRS] * 10
    clip, t5 = text.clip_tokenizer(), text.t5_tokenizer()
    clip_config = transformers.CLIPTextConfig(
        vocab_size=len(clip), hidden_size=TEXT_WIDTH, intermediate_size=2 * TEXT_WIDTH, projection_dim=TEXT_WIDTH,
        num_attention_heads=4, num_hidden_layers=2, bos_token_id=0, eos_token_id=1, pad_token_id=1,
    )  # fmt: skip
    t5_config = transformers.T5Config(
        vocab_size=len(t5), d_model=TEXT_WIDTH, d_kv=16, d_ff=2 * TEXT_WIDTH, num_layers=2, num_heads=4,
        decoder_start_token_id=0,
    )  # fmt: skip
    widths = (16, 32, 64, 64)
    vae = diffusers.AutoencoderKL(
        sample_size=EDGE, latent_channels=LATENT_CHANNELS, block_out_channels=widths, layers_per_block=1,
        norm_num_groups=8, down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        mid_block_add_attention=False, use_quant_conv=False, use_post_quant_conv=False,
    )  # fmt: skip
    transformer = diffusers.FluxTransformer2DModel(
        patch_size=1, in_channels=4 * LATENT_CHANNELS, out_channels=4 * LATENT_CHANNELS, num_layers=2,
        num_single_layers=4, attention_head_dim=24, num_attention_heads=WIDTH // 24, axes_dims_rope=(8, 8, 8),
        joint_attention_dim=TEXT_WIDTH, pooled_projection_dim=TEXT_WIDTH, guidance_embeds=False,
    )  # fmt: skip
    return diffusers.FluxPipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=vae,
        text_encoder=transformers.CLIPTextModel(clip_config),
        tokenizer=clip,
        text_encoder_2=transformers.T5EncoderModel(t5_config),
        tokenizer_2=t5,
        transformer=transformer,
    )


def steps_for(seconds: float, optimizer: torch.optim.Optimizer, rate: float, name: str) -> Iterator[float]:
    """Yields the share of the time that is over. The learning rate warms up, then falls as a cosine."""
    begun, step = time.monotonic(), 0
    while (done := (time.monotonic() - begun) / seconds) < 1:
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, 30 * done + 0.05) * (0.5 + 0.5 * math.cos(math.pi * done))
        yield done
        step += 1
    print(f"{name}: {step} steps in {seconds:.0f} s", flush=True)


def descend(loss: Tensor, optimizer: torch.optim.Optimizer, parameters: list[nn.Parameter]) -> None:
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimizer.step()


def train_vae(vae: Any, pictures: Tensor, seconds: float) -> None:
    """On crops at first, which are quicker. The latents get mean 0 and deviation 1 by the configuration."""
    vae.to(memory_format=torch.channels_last).train()
    pictures = pictures.contiguous(memory_format=torch.channels_last)
    parameters = list(vae.parameters())
    optimizer = torch.optim.AdamW(parameters, weight_decay=0.0)
    for done in steps_for(seconds, optimizer, 2e-3, "vae"):
        is_whole = done > 0.8
        batch = pictures[torch.randint(len(pictures), (6 if is_whole else 16,))]
        if not is_whole:
            top, left = (8 * int(one) for one in torch.randint(0, EDGE // 16 + 1, (2,)))
            batch = batch[..., top : top + EDGE // 2, left : left + EDGE // 2]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            posterior = vae.encode(batch).latent_dist
            restored = vae.decode(posterior.sample()).sample
        restored = restored.float()
        loss = (
            functional.l1_loss(restored, batch)
            + functional.mse_loss(restored, batch)
            + 1e-5 * posterior.kl().float().mean()
        )
        descend(loss, optimizer, parameters)
    vae.eval()
    latents = encode(vae, pictures)
    vae.register_to_config(shift_factor=latents.mean().item(), scaling_factor=1 / latents.std().item())


@torch.no_grad()
def encode(vae: Any, pictures: Tensor) -> Tensor:
    return torch.cat([vae.encode(batch).latent_dist.mean for batch in pictures.split(64)])


@torch.no_grad()
def restore(vae: Any, pictures: Tensor) -> Tensor:
    return torch.cat([vae.decode(vae.encode(batch).latent_dist.mean).sample for batch in pictures.split(64)])


def same_thing(index: Tensor) -> Tensor:
    """Other pictures of the objects of those at `index`, in any colour."""
    seeds = torch.randint(2 * (SEEDS - HELD_OUT), index.shape)
    return (seeds * len(OBJECTS) + index % len(PAIRS) // len(COLORS)) * len(COLORS) + torch.randint(
        len(COLORS), index.shape
    )


def train_transformer(pipeline: Any, pictures: Tensor, seconds: float) -> None:
    """The network and both text encoders; what is kept is the running average of their weights."""
    vae = pipeline.vae
    both = torch.cat([encode(vae, pictures), encode(vae, pictures.flip(3))])
    latents = (both - vae.config.shift_factor) * vae.config.scaling_factor
    edge = EDGE // 8
    packed = pipeline._pack_latents(latents, len(latents), LATENT_CHANNELS, edge, edge)  # noqa: SLF001 - as the pipeline does
    image_ids = pipeline._prepare_latent_image_ids(1, edge // 2, edge // 2, "cpu", torch.float32)  # noqa: SLF001
    reference_ids = image_ids.clone()
    reference_ids[:, 0] = 1  # as FluxKontextPipeline tells references from the picture
    text_ids = torch.zeros(TEXT_TOKENS, 3)
    captions = [caption(*pair) for pair in PAIRS] + list(COLORS) + [""]
    padded: dict[str, Any] = {"padding": "max_length", "truncation": True, "return_tensors": "pt"}
    clip_ids = pipeline.tokenizer(captions, max_length=77, **padded).input_ids
    t5_ids = pipeline.tokenizer_2(captions, max_length=TEXT_TOKENS, **padded).input_ids
    parts = [pipeline.transformer, pipeline.text_encoder, pipeline.text_encoder_2]
    parameters = [one for part in parts for one in part.train().parameters()]
    optimizer = torch.optim.AdamW(parameters, betas=(0.9, 0.98), weight_decay=0.01)
    average = [one.detach().clone() for one in parameters]
    losses = []
    for step, _ in enumerate(steps_for(seconds, optimizer, 1.5e-3, "transformer")):
        has_reference = step % 2 == 1
        index = torch.randint(len(packed), (32,))
        said = len(PAIRS) + index % len(COLORS) if has_reference else index % len(PAIRS)
        said = torch.where(torch.rand(len(index)) < EMPTY_PROMPTS, len(captions) - 1, said)
        clean, noise, sigma = packed[index], torch.randn_like(packed[index]), torch.sigmoid(torch.randn(len(index)))
        share = sigma[:, None, None]
        hidden, ids = (1 - share) * clean + share * noise, image_ids
        if has_reference:
            hidden, ids = torch.cat([hidden, packed[same_thing(index)]], 1), torch.cat([ids, reference_ids])
        velocity = pipeline.transformer(
            hidden_states=hidden,
            timestep=sigma,
            pooled_projections=pipeline.text_encoder(clip_ids[said]).pooler_output,
            encoder_hidden_states=pipeline.text_encoder_2(t5_ids[said])[0],
            txt_ids=text_ids,
            img_ids=ids,
        ).sample[:, : clean.shape[1]]
        loss = functional.mse_loss(velocity, noise - clean)
        descend(loss, optimizer, parameters)
        losses.append(loss.item())
        decay = min(0.995, (1 + step) / (10 + step))
        torch._foreach_lerp_(average, [one.detach() for one in parameters], 1 - decay)
    print(f"transformer: loss {np.mean(losses[:100]):.3f}, at the end {np.mean(losses[-200:]):.3f}", flush=True)
    with torch.no_grad():
        for parameter, mean in zip(parameters, average, strict=True):
            parameter.copy_(mean)
    for part in parts:
        part.eval()


def train_judge(vae: Any, pictures: Tensor, seconds: float) -> Judge:
    """On drawn and on restored pictures, with noise and shifts, so that it knows pictures that are not perfect."""
    both = torch.cat([pictures, restore(vae, pictures)])
    pairs = torch.arange(len(both)) % len(PAIRS)
    things, colors = pairs // len(COLORS), pairs % len(COLORS)
    judge = Judge().train()
    parameters = list(judge.parameters())
    optimizer = torch.optim.AdamW(parameters, weight_decay=0.05)
    for _ in steps_for(seconds, optimizer, 3e-3, "judge"):
        index = torch.randint(len(both), (64,))
        shift = torch.randint(-6, 7, (2,)).tolist()
        batch = torch.roll(both[index], shift, (2, 3)) + 0.15 * torch.rand(1) * torch.randn(len(index), 3, EDGE, EDGE)
        thing, color = judge(batch.flip(3) if torch.rand(1) < 0.5 else batch)
        descend(
            functional.cross_entropy(thing, things[index]) + functional.cross_entropy(color, colors[index]),
            optimizer,
            parameters,
        )
    return judge.eval()


def score(judge: Judge, pictures: Tensor) -> str:
    """Shares of rightly named pictures, which are all pairs, once or more."""
    found = judge.name(pictures)
    asked = [PAIRS[index % len(PAIRS)] for index in range(len(pictures))]
    thing = np.mean([one[0] == other[0] for one, other in zip(found, asked, strict=True)])
    both = np.mean([one == other for one, other in zip(found, asked, strict=True)])
    return f"object {thing:.2f}, object and colour {both:.2f}"


@torch.no_grad()
def generate(pipeline: Any, seeds: int, **options: Any) -> Tensor:
    pipeline.set_progress_bar_config(disable=True)
    pictures = []
    for seed in range(seeds):
        pictures += pipeline(
            [caption(*pair) for pair in PAIRS],
            height=EDGE,
            width=EDGE,
            generator=[torch.Generator().manual_seed(1000 * seed + index) for index in range(len(PAIRS))],
            max_sequence_length=TEXT_TOKENS,
            output_type="pt",
            **{"num_inference_steps": 20} | options,
        ).images
    return torch.stack(pictures) * 2 - 1


def generate_from_references(pipeline: Any, references: Tensor) -> Tensor:
    """For each pair, its object from a picture in another colour, and its colour from the prompt."""
    kontext = diffusers.FluxKontextPipeline(**pipeline.components)
    kontext.set_progress_bar_config(disable=True)
    pictures = []
    for index, (_, color) in enumerate(PAIRS):
        other = (index + 3) % len(COLORS) + index // len(COLORS) * len(COLORS)
        image = Image.fromarray(((references[other].permute(1, 2, 0).numpy() + 1) * 127.5).astype(np.uint8))
        pictures += kontext(
            image=image, prompt=color, height=EDGE, width=EDGE, max_area=EDGE**2, _auto_resize=False,
            generator=torch.Generator().manual_seed(index), max_sequence_length=TEXT_TOKENS, num_inference_steps=20,
            negative_prompt="", true_cfg_scale=2.0, output_type="pt",
        ).images  # fmt: skip
    return torch.stack(pictures) * 2 - 1


def measure(held_out: Tensor) -> None:
    pipeline, judge = diffusers.FluxPipeline.from_pretrained(FOLDER, torch_dtype=torch.float32), load_judge()
    print("drawn pictures:", score(judge, held_out))
    print("restored by the VAE:", score(judge, restore(pipeline.vae, held_out)))
    print("generated:", score(judge, generate(pipeline, 2)))
    print("generated, true guidance 2:", score(judge, generate(pipeline, 2, negative_prompt="", true_cfg_scale=2.0)))
    print("object of a reference, true guidance 2:", score(judge, generate_from_references(pipeline, held_out)))
    size = sum(path.stat().st_size for path in FOLDER.parent.rglob("*") if path.is_file())
    print(f"{size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only measure the committed model")
    parser.add_argument("--continue", dest="goes_on", action="store_true", help="keep the VAE and the judge")
    parser.add_argument("--minutes", type=float, default=16, help="of training")
    parser.add_argument("--data", type=Path, help="a file that keeps the drawn pictures")
    asked = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    if asked.check:
        measure(draw_pictures(HELD_OUT))
        return
    if asked.data and asked.data.exists():
        pictures = torch.from_numpy(np.load(asked.data))
    else:
        pictures = draw_pictures(SEEDS)
        if asked.data:
            np.save(asked.data, pictures.numpy())
    held_out, pictures = pictures[: HELD_OUT * len(PAIRS)], pictures[HELD_OUT * len(PAIRS) :]
    seconds = 60 * asked.minutes
    if asked.goes_on:
        pipeline = diffusers.FluxPipeline.from_pretrained(FOLDER, torch_dtype=torch.float32)
    else:
        pipeline = make_pipeline()
        train_vae(pipeline.vae, pictures, 0.22 * seconds)
        judge = train_judge(pipeline.vae, pictures, 0.05 * seconds)
        FOLDER.mkdir(parents=True, exist_ok=True)
        save_file({name: value.half().contiguous() for name, value in judge.state_dict().items()}, WEIGHTS)
        seconds *= 0.73
    train_transformer(pipeline, pictures, seconds)
    pipeline.to(dtype=torch.float16).save_pretrained(FOLDER)
    for file in FOLDER.rglob("*.json"):  # a model that was loaded says from which folder of this machine
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if '"_name_or_path"' not in line), encoding="utf-8")
    measure(held_out)


if __name__ == "__main__":
    main()
