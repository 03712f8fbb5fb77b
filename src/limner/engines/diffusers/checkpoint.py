"""Loads a checkpoint onto a device."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import diffusers
import torch
import transformers

from limner.engines.diffusers.adapter_loading import load_adapters
from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.attention import set_attention
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.device import use_in_thread
from limner.engines.diffusers.downloads import download
from limner.engines.diffusers.hub_cache import find_folder, find_source
from limner.engines.diffusers.loaded_model import LoadedModel, has_part
from limner.engines.diffusers.memory_estimate import dtype_of
from limner.engines.diffusers.modular import is_modular, load_modular
from limner.engines.diffusers.noise_schedulers import set_noise_scheduler
from limner.engines.diffusers.offloading import offload_pipeline
from limner.engines.diffusers.placement import place_parts
from limner.engines.diffusers.prompt_chunks import can_chunk
from limner.engines.diffusers.prompt_length import hide_prompts_in_log
from limner.engines.diffusers.quantization import read_quantization
from limner.engines.diffusers.safety import leave_own_out, load_checker, settle_own
from limner.engines.diffusers.single_file_loading import config_folder, load_single_file, load_vae
from limner.engines.diffusers.sources import is_single_file


def load_model(spec: ModelSpec, device: str, *, is_downloaded: bool = False) -> LoadedModel:
    """Raises the errors of the hub, the files and the device.

    `is_downloaded`: the hub is not asked for anything.

    Not safe to call from two threads at once: accelerate patches torch's classes while it loads.
    """
    _hide_progress_bars()
    hide_prompts_in_log()
    use_in_thread(device)  # some libraries load onto the thread's current device, whatever they are passed
    if not is_downloaded:
        download(spec)
    dtype = dtype_of(spec, device)
    pipeline = _load_parts(spec, device, dtype)
    settle_own(pipeline, spec)
    if spec.prompt_weighting and not can_chunk(pipeline):
        raise ValueError("'prompt_weighting' is for models whose text encoders are all CLIP's.")
    if spec.scheduler is not None:
        set_noise_scheduler(pipeline, spec.scheduler)
    load_adapters(pipeline, spec.lora)
    _upcast_vae(getattr(pipeline, "vae", None))
    _place(pipeline, spec, device)
    for name in [one for one in NETWORKS if has_part(pipeline, one)]:
        if spec.attention is not None:
            set_attention(getattr(pipeline, name), spec.attention, device)
        if spec.compile is not None:
            compile_network(getattr(pipeline, name), json.loads(spec.compile))
    preview_vae = None
    if spec.preview_vae is not None:
        folder = find_source(spec.preview_vae)
        preview_vae = diffusers.AutoencoderTiny.from_pretrained(folder, dtype=dtype).to(device)
    checker = None
    if isinstance(spec.safety_checker, str):
        checker = load_checker(spec, str(find_source(spec.safety_checker)), device, dtype)
    return LoadedModel(spec, pipeline, preview_vae=preview_vae, safety_checker=checker)


def _load_parts(spec: ModelSpec, device: str, dtype: torch.dtype) -> Any:
    is_file = is_single_file(spec.checkpoint)
    source = str(config_folder(spec) if is_file else find_folder(spec.checkpoint, spec.revision) or spec.checkpoint)
    quantization = read_quantization(spec, source, str(dtype).removeprefix("torch."))
    parts = {} if spec.vae is None else {"vae": load_vae(spec.vae, source, dtype)}
    if not is_file and is_modular(source):
        return load_modular(source, spec, dtype, quantization=quantization, **parts)
    if is_file:
        return load_single_file(spec, device, dtype=dtype, quantization=quantization, **parts)
    options: dict[str, Any] = {"dtype": dtype, "revision": spec.revision, "variant": spec.variant}
    options["quantization_config"] = quantization
    options = {name: value for name, value in options.items() if value is not None}
    options |= leave_own_out(spec, source)
    load = partial(diffusers.DiffusionPipeline.from_pretrained, source, **options, **parts)
    return _load_pipeline(load, spec, device)


def _hide_progress_bars() -> None:
    """Those of the libraries, one per component: the log has a line per model."""
    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.disable_progress_bar()


def _load_pipeline(load: Callable[..., Any], spec: ModelSpec, device: str) -> Any:
    """Read weights straight onto the device, unless some of them stay elsewhere."""
    if spec.offload is not None or spec.placement:
        return load()
    try:
        return load(device_map=torch.device(device).type)
    except (NotImplementedError, ValueError) as error:
        if "device_map" not in str(error):
            raise
    return load()  # some components and pipelines cannot


def _upcast_vae(vae: Any) -> None:
    """Upcast once, before offload hooks copy it: a pipeline would do it while other images use the VAE."""
    if vae is None or getattr(vae, "is_quantized", False):
        return
    if vae.dtype == torch.float16 and getattr(vae.config, "force_upcast", False):
        vae.to(dtype=torch.float32)


def compile_network(network: Any, options: Mapping[str, Any]) -> None:
    """`options`: those of torch.compile. Repeated blocks are compiled once, if the network declares them."""
    try:
        network.compile_repeated_blocks(**options)
    except ValueError:  # it declares none
        network.compile(**options)


def _place(pipeline: Any, spec: ModelSpec, device: str) -> None:
    if spec.offload is not None:
        offload_pipeline(pipeline, spec.offload, device)
        return
    place_parts(pipeline, spec.placement, device)
    pipeline.to(device)
