"""The command line: `limner generate`, `limner serve` and the others. What is heavy is imported inside commands."""

import atexit
import os
import sys
from contextlib import suppress

INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C has ended."""


def main() -> None:
    """Errors are one line, not a traceback. 0: fine, 1: something failed, 2: wrong use, 130: interrupted."""
    try:
        _replace_closed_streams()
        code = _run(sys.argv[1:] or ["--help"])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        code = 1
    except OSError as error:  # a full disk behind stdout, for one
        _forget_stdout()
        code = say(describe(error), 1)
    raise SystemExit(code)


def run() -> None:
    """`main` as a program of its own, which ends at once: to tear the loaded tables down object by object would take
    longer than everything else that Ctrl-C causes.
    """
    try:
        main()
    except SystemExit as left:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        atexit._run_exitfuncs()  # noqa: SLF001 (as multiprocessing does)
        os._exit(left.code if isinstance(left.code, int) else 1)


def _run(arguments: list[str]) -> int:
    import typer

    from limner.cli.app import app
    from limner.core.errors import ApiError, BadRequestError

    try:
        for number, argument in enumerate(arguments, 1):
            if any("\ud800" <= character <= "\udfff" for character in argument):  # bytes that could not be decoded
                raise typer.BadParameter(f"{argument!a} is not UTF-8 text.", param_hint=f"argument {number}")
        code = app(args=arguments, prog_name="limner", standalone_mode=False)
        if code == INTERRUPTED:
            say("stopped; what was finished is kept.", INTERRUPTED)
    except typer.TyperException as error:
        return say(_with_help(error), error.exit_code)
    except typer.Abort:
        return INTERRUPTED
    except ValueError as error:
        from limner.settings import SettingsError  # loaded by what raised it, and not for the help

        if not isinstance(error, SettingsError):
            raise
        return say(str(error), 2)
    except ApiError as error:
        return say(str(error), 2 if isinstance(error, BadRequestError) else 1)
    return code if isinstance(code, int) else 0


def say(message: str, code: int) -> int:
    import typer

    typer.echo(f"limner: {' '.join(message.split())}", err=True)
    return code


def describe(error: OSError) -> str:
    """Which file, and what is wrong with it, in words."""
    if error.filename is None or not error.strerror:
        return error.strerror or str(error)
    return f"'{error.filename}': {error.strerror}."


def _with_help(error: Exception) -> str:
    """The message of a wrong command line, and where to read on."""
    text = getattr(error, "format_message", lambda: str(error))().strip()
    if "unexpected extra argument" in text:
        text = f"{text.rstrip('.')}: write the prompt in quotes"
    if not text.endswith((".", "?", "!")):
        text += "."
    context = getattr(error, "ctx", None)
    return f"{text} See '{context.command_path} --help'." if context else text


def _replace_closed_streams() -> None:
    """A stream that the caller has closed becomes the null device; else the next file would get its number."""
    for name, number, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)
            if null != number:
                os.dup2(null, number)
                os.close(null)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def _forget_stdout() -> None:
    """Nothing can be written to it any more: the interpreter must not try, and complain, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
