"""Prompts of the stand-in for ComfyUI: what it refuses in their nodes, and where it finds their files."""

from collections.abc import Collection, Iterator
from typing import Any

Place = tuple[str, str, str]
"""Type, subfolder and name of a file."""
BOUNDS = {
    "KSampler": {"seed": (0, 2**64 - 1), "steps": (1, 10_000), "cfg": (0, 100), "denoise": (0, 1)},
    "EmptyLatentImage": {"width": (16, 16_384), "height": (16, 16_384), "batch_size": (1, 4096)},
}
KNOWN = {
    *BOUNDS, "CheckpointLoaderSimple", "CLIPTextEncode", "VAEDecode", "VAEEncode", "VAEEncodeForInpaint", "LoadImage",
    "LoadImageMask", "SaveImage", "PreviewImage",
}  # fmt: skip


def place_of(name: str) -> Place:
    kind = "input"
    for suffix in ("temp", "output", "input"):
        if name.endswith(f" [{suffix}]"):
            name, kind = name.removesuffix(f" [{suffix}]"), suffix
    folder, _, name = name.rpartition("/")
    return kind, folder, name


def validate(prompt: dict, files: Collection[Place]) -> tuple[dict | None, dict]:
    """The error of a prompt, if it is refused, and those of its nodes."""
    for node_id, node in prompt.items():
        if node["class_type"] not in KNOWN:
            title = node.get("_meta", {}).get("title", node["class_type"])
            extra = {"node_id": node_id, "class_type": node["class_type"], "node_title": title}
            message = f"Node '{title}' not found. The custom node may not be installed."
            details = f"Node ID '#{node_id}'"
            error = {"type": "missing_node_type", "message": message, "details": details, "extra_info": extra}
            return error, {}
    node_errors = {}
    for node_id, node in prompt.items():
        reasons = list(find_refusals(node, files))
        if reasons:
            node_errors[node_id] = {"errors": reasons, "dependent_outputs": [], "class_type": node["class_type"]}
    if node_errors:
        kind, message = "prompt_outputs_failed_validation", "Prompt outputs failed validation"
        return {"type": kind, "message": message, "details": "", "extra_info": {}}, node_errors
    return None, {}


def find_refusals(node: dict, files: Collection[Place]) -> Iterator[dict[str, Any]]:
    for name, (least, most) in BOUNDS.get(node["class_type"], {}).items():
        value = node["inputs"][name]
        extra = {"input_name": name, "received_value": value}
        if value < least:
            message = f"Value {value} smaller than min of {least}"
            yield {"type": "value_smaller_than_min", "message": message, "details": name, "extra_info": extra}
        if value > most:
            message = f"Value {value} bigger than max of {most}"
            yield {"type": "value_bigger_than_max", "message": message, "details": name, "extra_info": extra}
    if node["class_type"] in ("LoadImage", "LoadImageMask"):
        name = node["inputs"]["image"]
        if place_of(name) not in files:
            yield {
                "type": "custom_validation_failed",
                "message": "Custom validation failed for node",
                "details": f"image - Invalid image file: {name}",
                "extra_info": {"input_name": "image"},
            }


def foreign_prompt(steps) -> dict:
    return {
        "1": {"class_type": "CLIPTextEncode", "inputs": {"text": "theirs", "clip": ["9", 1]}},
        "2": {"class_type": "EmptyLatentImage", "inputs": {"width": 64, "height": 64, "batch_size": 1}},
        "3": {
            "class_type": "KSampler",
            "inputs": {
                "seed": 1, "steps": steps, "cfg": 7, "denoise": 1, "positive": ["1", 0], "negative": ["1", 0],
                "latent_image": ["2", 0],
            },
        },
        "4": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0]}},
        "5": {"class_type": "SaveImage", "inputs": {"images": ["4", 0]}},
    }  # fmt: skip
