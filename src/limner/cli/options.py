"""The options that the drawing commands share, each with its help, spelled once."""

from pathlib import Path
from typing import Annotated

import typer

PICTURE = "The picture"
RESULT = "What comes out"
WHERE = "Who draws"

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
    typer.Option("--file", "-f", help="Read prompts from a file, one on each line; empty lines and # are skipped."),
]
Images = Annotated[
    list[str] | None,
    typer.Option("--image", "-i", help="A picture to edit; repeat it for several, or - reads one from stdin."),
]
Mask = Annotated[
    Path | None,
    typer.Option(help="A PNG of the same size: where it is transparent, the first picture may change, nowhere else."),
]
Number = Annotated[
    int, typer.Option("--number", "-n", min=1, max=10, help="How many pictures of each.", rich_help_panel=PICTURE)
]
SizeText = Annotated[
    str | None, typer.Option(help="WIDTHxHEIGHT, or auto.", autocompletion=_sizes, rich_help_panel=PICTURE)
]
QualityText = Annotated[
    str | None, typer.Option(help="low, medium, high or auto.", autocompletion=_qualities, rich_help_panel=PICTURE)
]
BackgroundText = Annotated[
    str | None,
    typer.Option(help="transparent, opaque or auto.", autocompletion=_backgrounds, rich_help_panel=PICTURE),
]
Seed = Annotated[
    int | None, typer.Option(help="The same seed and prompt give the same picture.", rich_help_panel=PICTURE)
]
Also = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="Any other parameter, as style=vivid or strength=0.6.",
        rich_help_panel=PICTURE,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        help="A file (.png, .jpg, .webp), a folder, or - for stdout. Left out: named after the prompt, here.",
        rich_help_panel=RESULT,
    ),
]
FormatText = Annotated[
    str | None,
    typer.Option("--format", help="png, jpeg or webp.", autocompletion=_formats, rich_help_panel=RESULT),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.", rich_help_panel=RESULT)]
Open = Annotated[bool, typer.Option("--open", help="Show what was made.", rich_help_panel=RESULT)]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json", help="Print one JSON object for each prompt: files, seed, usage, notes.", rich_help_panel=RESULT
    ),
]
Preview = Annotated[
    bool | None,
    typer.Option(
        "--preview/--no-preview",
        help="Show the picture in the terminal while it is drawn. Left out: where the terminal can.",
        show_default=False,
        rich_help_panel=RESULT,
    ),
]
ModelName = Annotated[
    str | None, typer.Option("--model", "-m", help="The model's id.", autocompletion=_models, rich_help_panel=WHERE)
]
ServerUrl = Annotated[
    str | None,
    typer.Option(
        "--server", metavar="URL", help="Ask this server. Left out: draw in this process.", rich_help_panel=WHERE
    ),
]
Key = Annotated[
    str | None,
    typer.Option(envvar="OPENAI_API_KEY", help="The server's API key.", rich_help_panel=WHERE, show_default=False),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, max=64, help="How many prompts are drawn at a time.", rich_help_panel=WHERE),
]
Config = Annotated[
    Path | None, typer.Option(help="A settings file, for drawing in this process.", rich_help_panel=WHERE)
]
