"""The command line: `limner generate`, `limner serve` and others. Commands import heavy modules when they run."""

import atexit
import os
import sys
from contextlib import suppress

INTERRUPTED = 130
"""The conventional exit code of a program stopped with Ctrl-C."""


def main() -> None:
    """Run a command; report errors in one line. Exit codes: 0 success, 1 failure, 2 wrong use, 130 interrupted."""
    try:
        _replace_closed_streams()
        code = _run(sys.argv[1:] or ["--help"])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        _discard_stdout()
        code = 1
    except OSError as error:  # such as a full disk behind stdout
        _discard_stdout()
        code = print_error(describe_os_error(error), 1)
    raise SystemExit(code)


def run() -> None:
    """Run `main` and exit without tearing down the interpreter, which takes longer than the rest of a Ctrl-C."""
    try:
        main()
    except SystemExit as exit_request:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        atexit._run_exitfuncs()  # noqa: SLF001 (as multiprocessing does)
        os._exit(exit_request.code if isinstance(exit_request.code, int) else 1)


def _run(arguments: list[str]) -> int:
    import typer

    from limner.cli.app import app
    from limner.core.errors import APIError, BadRequestError

    try:
        for number, argument in enumerate(arguments, 1):
            if any("\ud800" <= character <= "\udfff" for character in argument):  # undecodable bytes
                raise typer.BadParameter(f"{argument!a} is not UTF-8 text.", param_hint=f"argument {number}")
        code = app(args=arguments, prog_name="limner", standalone_mode=False)
        if code == INTERRUPTED:
            print_error("stopped; what was finished is kept.", INTERRUPTED)
    except typer.TyperException as error:
        return print_error(_with_help(error), error.exit_code)
    except typer.Abort:
        return INTERRUPTED
    except ValueError as error:
        from limner.settings import SettingsError  # imported here to keep the help fast

        if not isinstance(error, SettingsError):
            raise
        return print_error(str(error), 2)
    except APIError as error:
        is_setup = isinstance(error, BadRequestError) or error.code == "engine_not_installed"
        return print_error(str(error), 2 if is_setup else 1)
    return code if isinstance(code, int) else 0


def print_error(message: str, code: int) -> int:
    import typer

    typer.echo(f"limner: {' '.join(message.split())}", err=True)
    return code


def describe_os_error(error: OSError) -> str:
    """The file, and what is wrong with it."""
    if error.filename is None or not error.strerror:
        return error.strerror or str(error)
    return f"'{error.filename}': {error.strerror}."


def _with_help(error: Exception) -> str:
    """The message of a usage error, followed by the command that shows the help."""
    text = getattr(error, "format_message", lambda: str(error))().strip()
    if "unexpected extra argument" in text:
        text = f"{text.rstrip('.')}: write the prompt in quotes"
    if not text.endswith((".", "?", "!")):
        text += "."
    context = getattr(error, "ctx", None)
    return f"{text} See '{context.command_path} --help'." if context else text


def _replace_closed_streams() -> None:
    """Open the null device for streams that the caller closed; otherwise the next file gets their number."""
    for name, number, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)
            if null != number:
                os.dup2(null, number)
                os.close(null)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def _discard_stdout() -> None:
    """Redirect stdout to the null device, so that the interpreter does not fail to flush it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
