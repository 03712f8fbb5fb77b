"""Tiny checkpoints of every family, created in code with random weights: no hub, no download.

To add a family, write a maker with `@family(...)` in a module of this package; the tests read the registry.
"""

from importlib import import_module
from pkgutil import iter_modules

from tiny.components import clip_config, initialize, t5_encoder
from tiny.newest import prx
from tiny.qwen import longcat, qwen_edit
from tiny.registry import FAMILIES, names, save
from tiny.stable import sd15, sdxl_scheduler
from tiny.text import clip_tokenizer, qwen_tokenizer, t5_tokenizer

__all__ = [
    "FAMILIES",
    "clip_config",
    "clip_tokenizer",
    "initialize",
    "longcat",
    "names",
    "prx",
    "qwen_edit",
    "qwen_tokenizer",
    "save",
    "sd15",
    "sdxl_scheduler",
    "t5_encoder",
    "t5_tokenizer",
]

for _module in iter_modules(__path__):
    import_module(f"tiny.{_module.name}")
