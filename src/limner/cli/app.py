"""All commands, with their examples."""

from typing import Annotated

import typer

from limner import __version__
from limner.cli import database, keys, models, ray
from limner.cli.conformance import conformance
from limner.cli.doctor import doctor
from limner.cli.draw_commands import edit, generate, vary
from limner.cli.pull import pull
from limner.cli.serve import ServeCommand, serve
from limner.cli.usage import usage

app = typer.Typer(rich_markup_mode="rich", pretty_exceptions_enable=False, context_settings={"max_content_width": 100})

IMAGES = "Images"
SERVERS = "Servers"


def _examples(*lines: str) -> str:
    """An epilog. Typer joins lines unless an empty line separates them."""
    return "\n\n".join(["[bold]Examples[/bold]", *(f"  [cyan]{line}[/cyan]" for line in lines)])


app.command(
    rich_help_panel=IMAGES,
    epilog=_examples(
        'limner generate "A cute baby sea otter"',
        'limner generate "A fox, watercolor" -n 4 --size 1536x1024 -o foxes/',
        "limner generate --file prompts.txt --json > made.jsonl",
        'limner generate "A logo of a teapot" --background transparent --format webp --open',
        'limner generate "A castle" --server http://gpu-box:8000 --model flux',
    ),
)(generate)
app.command(
    rich_help_panel=IMAGES,
    epilog=_examples(
        'limner edit "Make it night" --image otter.png',
        'limner edit "A red bow tie" --image otter.png --mask neck.png -o otter-with-tie.png',
        'limner edit "Put the hat on the otter" --image otter.png --image hat.png',
    ),
)(edit)
app.command(rich_help_panel=IMAGES, epilog=_examples("limner vary otter.png -n 4", "limner vary *.png -o variations/"))(
    vary
)
app.command(
    cls=ServeCommand,
    rich_help_panel=SERVERS,
    epilog=_examples(
        "limner serve",
        "limner serve --port 9000 --strict",
        "limner serve --config limner.toml",
        "limner serve --model black-forest-labs/FLUX.1-schnell",
        "limner serve --model black-forest-labs/FLUX.1-dev --quantize nf4",
        "limner serve --model ./sdxl --as gpt-image-1 --steps 30 --dtype float16 --argument clip_skip=2",
        "limner serve --ray",
        "limner serve --ray auto --config limner.toml",
        "LIMNER_API_KEYS=sk-mine limner serve --host 0.0.0.0",
    ),
)(serve)
model_commands = typer.Typer(invoke_without_command=True)
model_commands.callback(
    epilog=_examples(
        "limner models",
        "limner models --server http://127.0.0.1:8000 --json",
        "limner models --known",
        "limner models loaded",
        "limner models load gpt-image-1",
    )
)(models.models)
model_commands.command(epilog=_examples("limner models loaded --server http://gpu-box:8000 --json"))(models.loaded)
for control in (models.load, models.unload, models.pin, models.unpin):
    model_commands.command(epilog=_examples(f"limner models {control.__name__} gpt-image-1"))(control)
app.add_typer(model_commands, name="models", rich_help_panel=SERVERS)
app.command(
    rich_help_panel=SERVERS,
    epilog=_examples(
        "limner pull black-forest-labs/FLUX.2-klein-4B",
        "limner pull stabilityai/stable-diffusion-xl-base-1.0 --variant fp16",
    ),
)(pull)
app.command(
    rich_help_panel=SERVERS,
    epilog=_examples(
        "limner usage",
        "limner usage --by key --by day --since 7d",
        "limner usage --by model --since 2026-11-01 --until 2026-12-01 --csv > november.csv",
        "limner usage --server http://gpu-box:8000 --json",
    ),
)(usage)
app.command(
    rich_help_panel=SERVERS,
    epilog=_examples(
        "limner conformance http://127.0.0.1:8000/v1",
        "limner conformance http://127.0.0.1:8000/v1 --model gpt-image-1 --strict --json verdicts.json",
    ),
)(conformance)
app.command(rich_help_panel=SERVERS, epilog=_examples("limner doctor", "limner doctor --json"))(doctor)

key_commands = typer.Typer(help="Create and manage the keys of clients, in the database of the settings.")
key_commands.command(
    epilog=_examples(
        "limner keys create ann",
        "limner keys create shop --project web --models gpt-image-1 --images-per-minute 20 --budget 25.00",
        "limner keys create ci --expires 90d > key.txt",
        "limner keys create operator --admin",
    )
)(keys.create)
key_commands.command("list", epilog=_examples("limner keys list", "limner keys list --project web --json"))(
    keys.list_keys
)
key_commands.command(epilog=_examples("limner keys revoke ann", "limner keys revoke key_5f2b8c0d9e1a7c3b4d6e8f01"))(
    keys.revoke
)
key_commands.command(epilog=_examples("limner keys rotate ann", "limner keys rotate shop --grace 1h > key.txt"))(
    keys.rotate
)
app.add_typer(key_commands, name="keys", rich_help_panel=SERVERS)

database_commands = typer.Typer(help="The database of the settings.")
database_commands.command(epilog=_examples("limner db upgrade", "limner db upgrade --config limner.toml"))(
    database.upgrade
)
database_commands.command(epilog=_examples("limner db status", "limner db status --json"))(database.status)
app.add_typer(database_commands, name="db", rich_help_panel=SERVERS)

ray_commands = typer.Typer(help="The engines of the settings on a Ray cluster. Run it on a node of the cluster.")
ray_commands.command(
    epilog=_examples(
        "limner ray deploy --config limner.toml",
        "limner ray deploy --config limner.toml --address 10.0.0.5:6379",
    )
)(ray.deploy)
ray_commands.command(epilog=_examples("limner ray status", "limner ray status --json"))(ray.status)
ray_commands.command(epilog=_examples("limner ray delete limner-flux", "limner ray delete --all"))(ray.delete)
app.add_typer(ray_commands, name="ray", rich_help_panel=SERVERS)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"limner {__version__}")
        raise typer.Exit


@app.callback(
    epilog=_examples('limner generate "A cute baby sea otter" --open', "limner serve", "limner --install-completion")
)
def limner(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Limner: the self-hosted Images API. Generate images here, or serve them to any OpenAI client."""
