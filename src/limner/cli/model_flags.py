"""The flags of `limner serve --model`: one for each option of the engine that draws with checkpoints."""

import inspect
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import typer

PANEL = "The model, with --model"
Command = Callable[..., None]
Kind = Literal["text", "integer", "number", "flag", "flag or text", "list", "table", "number or table", "text or table"]
"""The last four are given once for each entry."""
METAVARS: Mapping[str, str] = {
    "list": "VALUE",
    "table": "NAME=VALUE",
    "number or table": "[QUALITY=]NUMBER",
    "text or table": "[NAME=]VALUE",
}


@dataclass(frozen=True, slots=True)
class ModelFlag:
    kind: Kind
    help: str
    option: str = ""
    """The option that it sets, where the flag is not named after it."""
    name_key: str | None = None
    """Of a table: where the name goes that another flag for the same option gives. Empty: that flag only says true.

    None: only one flag may set the option.
    """

    def shown_in(self, panel: str | None) -> Any:
        """The parameter's annotation."""
        metavar = METAVARS.get(self.kind)
        types: dict[Kind, Any] = {"text": str, "flag or text": str, "integer": int, "number": float, "flag": bool}
        shown = typer.Option(metavar=metavar, help=self.help, rich_help_panel=panel, show_default=False)
        return Annotated[types.get(self.kind, list[str]) | None, shown]


FLAGS: Mapping[str, ModelFlag] = {
    "device": ModelFlag("list", "cuda, cuda:1 or cpu. Repeat it for a replica on each. Default: auto."),
    "dtype": ModelFlag("text", "bfloat16, float16 or float32. Default: auto."),
    "revision": ModelFlag("text", "The revision of the hub's repository."),
    "variant": ModelFlag("text", "The variant of the weights' files, such as fp16. Default: what suits the model."),
    "steps": ModelFlag("number or table", "How many steps: a number, or one per quality, such as low=12."),
    "guidance": ModelFlag("number or table", "The guidance scale: a number, or one per quality."),
    "argument": ModelFlag("table", "An argument of the pipeline's call. Repeat it for more.", "arguments"),
    "edit": ModelFlag("text", "The pipeline class for edits."),
    "inpaint": ModelFlag("text", "The pipeline class for edits with a mask."),
    "model_config": ModelFlag(
        "text", "With a single file: the folder or hub id of its configuration and missing parts.", "config"
    ),
    "vae": ModelFlag("text", "Another VAE: a folder, a file or a hub id."),
    "scheduler": ModelFlag("text or table", "The noise scheduler's class, or type=CLASS and its options, one by one."),
    "native_size": ModelFlag("text", "The size to draw at, such as 512x512; images are scaled. Default: auto."),
    "placement": ModelFlag("table", "A text encoder on another device, such as text_encoder=cpu. Repeat it for more."),
    "lora": ModelFlag(
        "table",
        "An adapter, as NAME=FOLDER_FILE_OR_HUB_ID, or NAME={ weights = '...', scale = 1.0, use = 'fused' }. Repeat it"
        " for more.",
    ),
    "quantize": ModelFlag("text", "Load network and text encoders in fewer bits: fp8, int8 or nf4.", "quantization"),
    "quantization": ModelFlag("table", "Arguments of the quantization, such as quant_backend=bitsandbytes_4bit."),
    "offload": ModelFlag("text", "Keep weights in main memory: model, group or sequential."),
    "compile": ModelFlag("flag", "Compile the network with torch.compile."),
    "compile_option": ModelFlag("table", "Compile with this option, such as mode=max-autotune.", "compile", ""),
    "attention": ModelFlag("text", "The attention backend, by diffusers' name, such as flash or sage."),
    "step_cache": ModelFlag("text", "Reuse what earlier steps computed: first_block, taylorseer, cache-dit, ..."),
    "step_cache_option": ModelFlag(
        "table", "An option of the step cache, such as threshold=0.1.", "step_cache", "method"
    ),
    "preload": ModelFlag("flag", "Load the model at the start. Default with --model: yes."),
    "warmup": ModelFlag("list", "A size to draw at start, such as 1024x1024. Repeat it for more."),
    "preview_vae": ModelFlag("text", "A tiny autoencoder for previews, such as madebyollin/taef1."),
    "safety_checker": ModelFlag("flag or text", "false: without the checkpoint's; true: only with it; or which other."),
    "prompt_weighting": ModelFlag("flag", "Read (word:1.3) and [word] in prompts, for CLIP's encoders only."),
    "deterministic": ModelFlag("flag", "Draw each image alone, so that others never change its rounding."),
    "deterministic_rows": ModelFlag("integer", "The same, with batches of exactly this many rows.", "deterministic"),
    "priority": ModelFlag("integer", "Images of models with a higher priority go first. Default: 0."),
    "deadline": ModelFlag("number", "Seconds that an image may take. Default: 600."),
    "keep_alive": ModelFlag("number", "Unload the model after so many seconds without a request."),
    "hang_timeout": ModelFlag("number", "Report a GPU as failed after so many seconds in one forward. Default: 900."),
    "memory_gb": ModelFlag("number", "For the weights of all models of a device. Default: what is free."),
    "max_batch_size": ModelFlag("integer", "Maximum rows of a forward. Default: 8."),
    "max_running": ModelFlag("integer", "Maximum number of started images. Default: 64."),
    "in_process": ModelFlag("flag", "Draw in the server's process, not in one per device."),
    "cache": ModelFlag("text", "The folder for measured batch sizes. Default: in the user's cache folder."),
}


def add_model_flags(*names: str, panel: str | None = PANEL) -> Callable[[Command], Command]:
    """Gives a command, which takes `**options`, the parameters of `FLAGS` with these names, as Typer reads them.

    `panel`: of the help; None: among the command's other options.
    """

    def add(command: Command) -> Command:
        signature = inspect.signature(command)
        own = [one for one in signature.parameters.values() if one.kind is not inspect.Parameter.VAR_KEYWORD]
        for name in names:
            annotation = FLAGS[name].shown_in(panel)
            own.append(inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation))
        command.__signature__ = signature.replace(parameters=own)  # type: ignore[attr-defined]
        return command

    return add


def read_options(flags: Mapping[str, Any]) -> dict[str, Any]:
    """The model's options, from the values of the flags; None: not given.

    Raises typer.BadParameter if a value cannot be read, or if two flags set one option.
    """
    options: dict[str, Any] = {}
    setters: dict[str, str] = {}
    for name, flag in FLAGS.items():
        given = flags.get(name)
        if given in (None, []):
            continue
        option, value = flag.option or name, _read(flag_name(name), flag.kind, given)
        if option in options:
            value = _merge(flag, options[option], value)
            if value is None:
                message = f"It sets the same option as {setters[option]}."
                raise typer.BadParameter(message, param_hint=flag_name(name))
        options[option], setters[option] = value, flag_name(name)
    return options


def _merge(flag: ModelFlag, earlier: Any, table: Mapping[str, Any]) -> dict[str, Any] | None:
    """What both flags say of one option. None: they exclude each other."""
    if flag.name_key and isinstance(earlier, str) and table.get(flag.name_key, earlier) == earlier:
        return {flag.name_key: earlier, **table}
    return dict(table) if flag.name_key == "" and earlier is True else None


def flag_name(name: str) -> str:
    return "--" + name.replace("_", "-")


def _read(flag: str, kind: Kind, given: Any) -> Any:
    if kind == "list":
        return given[0] if len(given) == 1 else given
    if kind == "number or table" and len(given) == 1 and "=" not in given[0]:
        return _parse(given[0])
    if kind == "text or table" and len(given) == 1 and "=" not in given[0]:
        return given[0]
    if kind == "flag or text":
        return {"true": True, "false": False}.get(given, given)
    return _read_table(flag, given) if kind.endswith("table") else given


def _read_table(flag: str, given: Sequence[str]) -> dict[str, Any]:
    table = {}
    for one in given:
        name, equals, text = one.partition("=")
        if not (name.strip() and equals):
            raise typer.BadParameter(f"Expected NAME=VALUE, not {one!r}.", param_hint=flag)
        table[name.strip()] = _parse(text.strip())
    return table


def _parse(text: str) -> Any:
    """A TOML value, else text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
