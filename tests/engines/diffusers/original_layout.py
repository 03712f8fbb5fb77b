"""A Stable Diffusion as a single file in the layout of the original code: the opposite of diffusers' conversion."""

import safetensors.torch

UNET_NAMES = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
UNET_LAYERS = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
VAE_ATTENTION = {"group_norm": "norm", "to_q": "q", "to_k": "k", "to_v": "v", "to_out.0": "proj_out"}
VAE_NAMES = {"conv_shortcut": "nin_shortcut", "conv_norm_out": "norm_out"}


def save_single_file(pipeline, path, *, with_vae=True, with_text_encoder=True):
    tensors = {f"model.diffusion_model.{name}": one for name, one in unet_tensors(pipeline.unet).items()}
    if with_vae:
        tensors |= {f"first_stage_model.{name}": one for name, one in vae_tensors(pipeline.vae).items()}
    if with_text_encoder:
        prefix = "cond_stage_model.transformer.text_model."
        text = pipeline.text_encoder.state_dict()
        tensors |= {prefix + name.removeprefix("text_model."): one for name, one in text.items()}
    safetensors.torch.save_file({name: one.contiguous() for name, one in tensors.items()}, path)
    return str(path)


def unet_tensors(unet):
    num_layers = unet.config.layers_per_block
    return {_unet_name(name, num_layers, unet): one for name, one in unet.state_dict().items()}


def _unet_name(name, num_layers, unet):
    for own, original in UNET_NAMES.items():
        if name.startswith(f"{own}."):
            return name.replace(own, original, 1)
    side, rest = name.split(".", 1)
    if side == "mid_block":
        kind, index, layer = rest.split(".", 2)
        place = "middle_block.1" if kind == "attentions" else f"middle_block.{2 * int(index)}"
        return f"{place}.{_layer(kind, layer)}"
    block, kind, index, layer = rest.split(".", 3)
    number = (num_layers + 1) * int(block)
    if kind == "downsamplers":
        return f"input_blocks.{number + num_layers + 1}.0.{layer.replace('conv', 'op')}"
    has_attention = bool(getattr(unet.up_blocks[int(block)], "attentions", ()))
    if kind == "upsamplers":
        return f"output_blocks.{number + num_layers}.{2 if has_attention else 1}.{layer}"
    place = (
        f"input_blocks.{number + int(index) + 1}" if side == "down_blocks" else f"output_blocks.{number + int(index)}"
    )
    return f"{place}.{0 if kind == 'resnets' else 1}.{_layer(kind, layer)}"


def _layer(kind, layer):
    if kind == "attentions":
        return layer
    own, rest = layer.split(".", 1)
    return f"{UNET_LAYERS[own]}.{rest}"


def vae_tensors(vae):
    num_blocks = len(vae.config.block_out_channels)
    found = {}
    for name, one in vae.state_dict().items():
        renamed = _vae_name(name, num_blocks)
        is_projection = ".attn_1." in renamed and one.ndim == 2
        found[renamed] = one[:, :, None, None] if is_projection else one
    return found


def _vae_name(name, num_blocks):
    for own, original in VAE_NAMES.items():
        name = name.replace(own, original)
    parts = name.split(".")
    if parts[1:3] == ["mid_block", "attentions"]:
        layer = ".".join(parts[4:])
        own = next(one for one in VAE_ATTENTION if layer.startswith(f"{one}."))
        return f"{parts[0]}.mid.attn_1.{layer.replace(own, VAE_ATTENTION[own], 1)}"
    if parts[1:3] == ["mid_block", "resnets"]:
        return ".".join([parts[0], "mid", f"block_{int(parts[3]) + 1}", *parts[4:]])
    if len(parts) > 3 and parts[1] in ("down_blocks", "up_blocks"):
        is_up = parts[1] == "up_blocks"
        place = f"up.{num_blocks - 1 - int(parts[2])}" if is_up else f"down.{parts[2]}"
        kind = {"resnets": f"block.{parts[4]}", "downsamplers": "downsample", "upsamplers": "upsample"}[parts[3]]
        return ".".join([parts[0], place, kind, *parts[5:]])
    return name
