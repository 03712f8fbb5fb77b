"""The flags that the drawing commands share, with their help texts."""

from pathlib import Path
from typing import Annotated

import typer

IMAGE = "Image"
OUTPUT = "Output"
BACKEND = "Where to draw"

SIZES = ["auto", "1024x1024", "1536x1024", "1024x1536"]


def _sizes() -> list[str]:
    return SIZES


def _qualities() -> list[str]:
    return ["auto", "low", "medium", "high"]


def _backgrounds() -> list[str]:
    return ["auto", "opaque", "transparent"]


def _formats() -> list[str]:
    return ["png", "jpeg", "webp"]


def _models() -> list[str]:
    from limner.families.registry import PUBLISHED_MODELS

    return ["illustrator", *PUBLISHED_MODELS]


PromptFile = Annotated[
    Path | None,
    typer.Option(
        "--file",
        "-f",
        help="Read prompts from a file, one per line; empty lines and lines starting with # are skipped.",
    ),
]
Images = Annotated[
    list[str] | None,
    typer.Option("--image", "-i", help="An image to edit. Repeat it for several; - reads one from stdin."),
]
Mask = Annotated[
    Path | None,
    typer.Option(help="A PNG of the first image's size: only its transparent pixels may change."),
]
Number = Annotated[
    int, typer.Option("--number", "-n", min=1, max=10, help="How many images to make of each.", rich_help_panel=IMAGE)
]
Size = Annotated[str | None, typer.Option(help="WIDTHxHEIGHT, or auto.", autocompletion=_sizes, rich_help_panel=IMAGE)]
Quality = Annotated[
    str | None, typer.Option(help="low, medium, high or auto.", autocompletion=_qualities, rich_help_panel=IMAGE)
]
Background = Annotated[
    str | None,
    typer.Option(help="transparent, opaque or auto.", autocompletion=_backgrounds, rich_help_panel=IMAGE),
]
Seed = Annotated[int | None, typer.Option(help="The same seed and prompt give the same image.", rich_help_panel=IMAGE)]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="Any other parameter of the API, such as style=vivid or strength=0.6.",
        rich_help_panel=IMAGE,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        help="A file (.png, .jpg, .webp), a folder, or - for stdout. Default: a file here, named after the prompt.",
        rich_help_panel=OUTPUT,
    ),
]
OutputFormat = Annotated[
    str | None,
    typer.Option("--format", help="png, jpeg or webp.", autocompletion=_formats, rich_help_panel=OUTPUT),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.", rich_help_panel=OUTPUT)]
Open = Annotated[bool, typer.Option("--open", help="Open the finished images.", rich_help_panel=OUTPUT)]
AsJson = Annotated[
    bool,
    typer.Option("--json", help="Print one JSON object per prompt: files, seed, usage, notes.", rich_help_panel=OUTPUT),
]
ShowPreview = Annotated[
    bool | None,
    typer.Option(
        "--preview/--no-preview",
        help="Show the image in the terminal while it is drawn. Default: if the terminal supports it.",
        show_default=False,
        rich_help_panel=OUTPUT,
    ),
]
ModelName = Annotated[
    str | None, typer.Option("--model", "-m", help="The model's id.", autocompletion=_models, rich_help_panel=BACKEND)
]
ServerUrl = Annotated[
    str | None,
    typer.Option(
        "--server", metavar="URL", help="Draw on this server. Default: draw in this process.", rich_help_panel=BACKEND
    ),
]
Key = Annotated[
    str | None,
    typer.Option(envvar="OPENAI_API_KEY", help="The server's API key.", rich_help_panel=BACKEND, show_default=False),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, max=64, help="How many prompts to draw at a time.", rich_help_panel=BACKEND),
]
Config = Annotated[
    Path | None, typer.Option(help="A settings file for drawing in this process.", rich_help_panel=BACKEND)
]
