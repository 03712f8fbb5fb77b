"""`limner generate`, `limner edit`, `limner vary`."""

from pathlib import Path
from typing import Annotated

import typer

from limner.cli import options as o
from limner.cli.asked import Asked, Wish, prompts_of, read_image


def generate(
    prompt: Annotated[
        str | None,
        typer.Argument(help="What to draw; - reads prompts from stdin, one on each line.", show_default=False),
    ] = None,
    file: o.PromptFile = None,
    num: o.Number = 1,
    size: o.SizeText = None,
    quality: o.QualityText = None,
    background: o.BackgroundText = None,
    seed: o.Seed = None,
    also: o.Also = None,
    output: o.Output = None,
    output_format: o.FormatText = None,
    model: o.ModelName = None,
    server: o.ServerUrl = None,
    key: o.Key = None,
    jobs: o.Jobs = 2,
    config: o.Config = None,
    *,
    force: o.Force = False,
    open_: o.Open = False,
    as_json: o.AsJson = False,
    preview: o.Preview = None,
) -> None:
    """Draw pictures from words, in this process or on a server. The files' names go to stdout."""
    asked = Asked.of(locals())
    _draw(asked, [asked.wish("generate", prompt=text) for text in prompts_of(prompt, file)])


def edit(
    prompt: Annotated[
        str | None, typer.Argument(help="What shall change; - reads such prompts from stdin.", show_default=False)
    ] = None,
    image: o.Images = None,
    mask: o.Mask = None,
    file: o.PromptFile = None,
    num: o.Number = 1,
    size: o.SizeText = None,
    quality: o.QualityText = None,
    background: o.BackgroundText = None,
    seed: o.Seed = None,
    also: o.Also = None,
    output: o.Output = None,
    output_format: o.FormatText = None,
    model: o.ModelName = None,
    server: o.ServerUrl = None,
    key: o.Key = None,
    jobs: o.Jobs = 2,
    config: o.Config = None,
    *,
    force: o.Force = False,
    open_: o.Open = False,
    as_json: o.AsJson = False,
    preview: o.Preview = None,
) -> None:
    """Change pictures as words say. With a mask, every pixel outside it stays exactly as it was."""
    asked = Asked.of(locals())
    if not image:
        raise typer.BadParameter("Name a picture to edit.", param_hint="--image")
    if "-" in image and prompt == "-":
        raise typer.BadParameter("Stdin can give the prompts or a picture, not both.", param_hint="--image")
    prompts = prompts_of(prompt, file)
    images = tuple(read_image(name, "--image") for name in image)
    painted = read_image(str(mask), "--mask") if mask else None
    _draw(asked, [asked.wish("edit", prompt=text, images=images, mask=painted) for text in prompts])


def vary(
    image: Annotated[list[Path], typer.Argument(help="Pictures; each is varied on its own.", show_default=False)],
    num: o.Number = 1,
    size: o.SizeText = None,
    quality: o.QualityText = None,
    background: o.BackgroundText = None,
    seed: o.Seed = None,
    also: o.Also = None,
    output: o.Output = None,
    output_format: o.FormatText = None,
    model: o.ModelName = None,
    server: o.ServerUrl = None,
    key: o.Key = None,
    jobs: o.Jobs = 2,
    config: o.Config = None,
    *,
    force: o.Force = False,
    open_: o.Open = False,
    as_json: o.AsJson = False,
    preview: o.Preview = None,
) -> None:
    """Draw other versions of pictures."""
    asked = Asked.of(locals())
    _draw(asked, [asked.wish("variation", images=(read_image(str(path), "IMAGE"),)) for path in image])


def _draw(asked: Asked, wishes: list[Wish]) -> None:
    from limner.cli.drawing import draw

    raise typer.Exit(draw(asked, wishes))
