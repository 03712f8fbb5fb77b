"""The shell door: `limner generate`, `limner serve` and their neighbours. What is heavy is imported inside commands."""

import os
import sys

INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C has ended."""


def main() -> None:
    """What is wrong is said in one line, not in a traceback. 0: fine, 1: something failed, 2: wrong use."""
    import typer

    from limner.cli.app import app
    from limner.core.errors import ApiError, BadRequestError

    try:
        code = app(args=sys.argv[1:] or ["--help"], prog_name="limner", standalone_mode=False)
        if code == INTERRUPTED:
            say("stopped; what was finished is kept.", INTERRUPTED)
    except typer.TyperException as error:
        code = say(_with_help(error), error.exit_code)
    except ValueError as error:
        from limner.settings import SettingsError  # loaded by whoever raised it, and by nobody for the help

        if not isinstance(error, SettingsError):
            raise
        code = say(str(error), 2)
    except ApiError as error:
        code = say(str(error), 2 if isinstance(error, BadRequestError) else 1)
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # the reader of our output has left: the interpreter shall not complain when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:
        code = say(str(error), 1)
    raise SystemExit(code if isinstance(code, int) else 0)


def say(message: str, code: int) -> int:
    import typer

    typer.echo(f"limner: {' '.join(message.split())}", err=True)
    return code


def _with_help(error: Exception) -> str:
    """The message of a wrong command line, and where to read on."""
    text = getattr(error, "format_message", lambda: str(error))().rstrip(".")
    if "unexpected extra argument" in text:
        text += ": write the prompt in quotes"
    context = getattr(error, "ctx", None)
    return f"{text}. See '{context.command_path} --help'." if context else f"{text}."
