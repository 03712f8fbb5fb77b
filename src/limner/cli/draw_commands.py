"""`limner generate`, `limner edit`, `limner vary`."""

from pathlib import Path
from typing import Annotated

import typer

from limner.cli import flags
from limner.cli.inputs import read_image, read_prompts
from limner.cli.job import CliJob
from limner.cli.options import CliOptions


def generate(
    prompt: Annotated[
        str | None,
        typer.Argument(help="What to draw; - reads prompts from stdin, one per line.", show_default=False),
    ] = None,
    file: flags.PromptFile = None,
    num: flags.Number = 1,
    size: flags.Size = None,
    quality: flags.Quality = None,
    background: flags.Background = None,
    seed: flags.Seed = None,
    parameters: flags.Parameters = None,
    output: flags.Output = None,
    output_format: flags.OutputFormat = None,
    model: flags.ModelName = None,
    server: flags.ServerUrl = None,
    key: flags.Key = None,
    jobs: flags.Jobs = 2,
    config: flags.Config = None,
    *,
    force: flags.Force = False,
    open_: flags.Open = False,
    as_json: flags.AsJson = False,
    preview: flags.ShowPreview = None,
) -> None:
    """Generate images from a prompt, in this process or on a server. Prints the names of the files."""
    options = CliOptions.from_arguments(locals())
    _run(options, [options.job("generate", prompt=text) for text in read_prompts(prompt, file)])


def edit(
    prompt: Annotated[
        str | None, typer.Argument(help="What to change; - reads prompts from stdin, one per line.", show_default=False)
    ] = None,
    image: flags.Images = None,
    mask: flags.Mask = None,
    file: flags.PromptFile = None,
    num: flags.Number = 1,
    size: flags.Size = None,
    quality: flags.Quality = None,
    background: flags.Background = None,
    seed: flags.Seed = None,
    parameters: flags.Parameters = None,
    output: flags.Output = None,
    output_format: flags.OutputFormat = None,
    model: flags.ModelName = None,
    server: flags.ServerUrl = None,
    key: flags.Key = None,
    jobs: flags.Jobs = 2,
    config: flags.Config = None,
    *,
    force: flags.Force = False,
    open_: flags.Open = False,
    as_json: flags.AsJson = False,
    preview: flags.ShowPreview = None,
) -> None:
    """Edit images as a prompt says. With a mask, pixels outside of it do not change."""
    options = CliOptions.from_arguments(locals())
    if not image:
        raise typer.BadParameter("Name an image to edit.", param_hint="--image")
    if "-" in image and prompt == "-":
        raise typer.BadParameter("Stdin can give the prompts or an image, not both.", param_hint="--image")
    prompts = read_prompts(prompt, file)
    images = tuple(read_image(name, "--image") for name in image)
    mask_file = read_image(str(mask), "--mask") if mask else None
    _run(options, [options.job("edit", prompt=text, images=images, mask=mask_file) for text in prompts])


def vary(
    image: Annotated[list[Path], typer.Argument(help="Images; each gets variations of its own.", show_default=False)],
    num: flags.Number = 1,
    size: flags.Size = None,
    quality: flags.Quality = None,
    background: flags.Background = None,
    seed: flags.Seed = None,
    parameters: flags.Parameters = None,
    output: flags.Output = None,
    output_format: flags.OutputFormat = None,
    model: flags.ModelName = None,
    server: flags.ServerUrl = None,
    key: flags.Key = None,
    jobs: flags.Jobs = 2,
    config: flags.Config = None,
    *,
    force: flags.Force = False,
    open_: flags.Open = False,
    as_json: flags.AsJson = False,
    preview: flags.ShowPreview = None,
) -> None:
    """Make variations of images."""
    options = CliOptions.from_arguments(locals())
    _run(options, [options.job("variation", images=(read_image(str(path), "IMAGE"),)) for path in image])


def _run(options: CliOptions, jobs: list[CliJob]) -> None:
    from limner.cli.session import run_jobs

    raise typer.Exit(run_jobs(options, jobs))
