"""`build.py serve`: the gallery and a preview on this machine, made anew at every save."""

import argparse
import gc
from contextlib import suppress

from planche.commands.arguments import (
    Commands,
    add_language,
    add_out,
    add_source,
    add_theme,
    source_of,
)
from planche.commands.exit_codes import DONE, code_of
from planche.commands.speaking import say
from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.words import words

PORT = 8000
PACKAGES = "starlette uvicorn watchfiles"


def _port(text: str) -> int:
    """A port number; ValueError for another, which argparse reports."""
    number = int(text)
    if not 0 < number < 65_536:
        raise ValueError(text)
    return number


def add_serve(commands: Commands) -> None:
    """The command's grammar."""
    command = commands.add_parser("serve", help="see the plates in a browser while you write")
    add_source(command)
    command.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"default: {PORT}")
    add_out(command)
    add_theme(command)
    add_language(command)
    command.set_defaults(run=run_serve)


def run_serve(options: argparse.Namespace) -> int:
    """`serve`: until Ctrl-C. Gives the exit code."""
    language = options.language or "da"
    try:
        with suppress(KeyboardInterrupt):  # the way to end it, from the first moment on
            _serve(options, language)
    except FaultError as error:
        say((_placed(error.fault),), language)
        return code_of(error.fault.code)
    return DONE


def _serve(options: argparse.Namespace, language: str) -> None:
    try:
        # Imported here because no other command needs them, nor the packages they bring.
        from planche.serving.building import Build
        from planche.serving.desk import Desk
        from planche.serving.hub import Hub
        from planche.serving.running import free_socket, run
        from planche.serving.studio import Studio
    except ModuleNotFoundError as error:
        raise FaultError("serve-not-installed", part=error.name, packages=PACKAGES) from None
    source, name = source_of(options)
    if not source.exists():
        raise FaultError("file-missing")
    gc.enable()  # a build does without, being short; a server is not
    bound = free_socket(options.port)
    port = bound.getsockname()[1]
    if port != options.port:
        taken = Fault("port-taken", {"port": str(options.port), "other": str(port)})
        say((_placed(taken),), language)
    print(words(language)["serving"].format(address=f"http://127.0.0.1:{port}/"), flush=True)
    studio = Studio(source, name, options.theme)
    desk = Desk(studio, Hub(), options.language, options.out)
    run(desk, source, Build(_arguments(options), language), bound)


def _arguments(options: argparse.Namespace) -> tuple[str, ...]:
    """What the builds that follow are run with."""
    chosen = {"--out": options.out, "--theme": options.theme, "--language": options.language}
    source = (str(options.source),) if options.source else ()
    given = ((option, str(value)) for option, value in chosen.items() if value is not None)
    return (*source, *(word for pair in given for word in pair))


def _placed(fault: Fault) -> Diagnostic:
    return Diagnostic(Place("serve"), fault)
