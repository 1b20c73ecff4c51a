"""`build.py serve`: the gallery and a preview on this machine, made anew at every save."""

import argparse
import gc
import sys
from contextlib import suppress
from pathlib import Path

from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.words import words
from planche.workshop import DEFAULT_SOURCE, ROOT

PORT = 8000
PACKAGES = "starlette uvicorn watchfiles"
CODES = {"file-missing": 2, "serve-not-installed": 3}
"""Exit codes of faults; that of another is 4."""


def _port(text: str) -> int:
    """A port number; ValueError for another, which argparse reports."""
    number = int(text)
    if not 0 < number < 65_536:
        raise ValueError(text)
    return number


def add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's grammar."""
    command = commands.add_parser("serve", help="see the plates in a browser while you write")
    command.add_argument("source", nargs="?", type=Path, help="default: content/planchesaet.yaml")
    command.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"default: {PORT}")
    command.add_argument(
        "--out", type=Path, default=Path("output"), metavar="DIR", help="default: output"
    )
    command.add_argument("--theme", metavar="NAME", help="another theme than the set's own")
    command.add_argument("--language", choices=("da", "en"), help="language of pages and messages")
    command.set_defaults(run=run_serve)


def run_serve(options: argparse.Namespace) -> int:
    """`serve`: until Ctrl-C. Gives the exit code."""
    language = options.language or "da"
    try:
        with suppress(KeyboardInterrupt):  # the way to end it, from the first moment on
            _serve(options, language)
    except FaultError as error:
        _say(error.fault, language)
        return CODES.get(error.fault.code, 4)
    return 0


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
    source: Path = options.source or DEFAULT_SOURCE
    if not source.exists():
        raise FaultError("file-missing")
    gc.enable()  # a build does without, being short; a server is not
    name = source.relative_to(ROOT) if options.source is None else source
    bound = free_socket(options.port)
    port = bound.getsockname()[1]
    if port != options.port:
        _say(Fault("port-taken", {"port": str(options.port), "other": str(port)}), language)
    print(words(language)["serving"].format(address=f"http://127.0.0.1:{port}/"), flush=True)
    studio = Studio(source, name.as_posix(), options.theme)
    desk = Desk(studio, Hub(), options.language, options.out)
    run(desk, source, Build(_arguments(options), language), bound)


def _arguments(options: argparse.Namespace) -> tuple[str, ...]:
    """What the builds that follow are run with."""
    chosen = {"--out": options.out, "--theme": options.theme, "--language": options.language}
    source = (str(options.source),) if options.source else ()
    given = ((option, str(value)) for option, value in chosen.items() if value is not None)
    return (*source, *(word for pair in given for word in pair))


def _say(fault: Fault, language: str) -> None:
    print(Diagnostic(Place("serve"), fault).line(language), file=sys.stderr)
