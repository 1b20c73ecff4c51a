"""The server's life: a free port on this machine only, and an end that comes at once."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from planche.diagnostics import FaultError
from planche.serving.app import make_app
from planche.serving.building import Build, Builder
from planche.serving.desk import Desk

HERE = "127.0.0.1"
"""Never another address: what is being written is nobody else's yet."""

TRIES = 20
"""How many ports in a row are tried."""

GRACE = 1
"""Seconds that a request under way has to end when the server does."""


class Server(uvicorn.Server):
    """Ends its streams with the first Ctrl-C, so that no open page holds it up."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self.ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal."""
        asyncio.get_running_loop().call_soon_threadsafe(self.ending)
        super().handle_exit(sig, frame)


def free_socket(port: int) -> socket.socket:
    """A socket bound to the first free port from one on. Raises FaultError where none is free."""
    last = min(port + TRIES, 65_536) - 1
    for number in range(port, last + 1):
        bound = socket.socket()
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((HERE, number))
            bound.listen()
            return bound
        except OSError:
            bound.close()
    raise FaultError("no-free-port", port=port, last=last)


def run(desk: Desk, source: Path, build: Build, bound: socket.socket) -> None:
    """Serve until a signal ends it. Raises KeyboardInterrupt after Ctrl-C, when all is ended."""
    desk.builder = Builder(build, desk.built)
    app = make_app(desk, desk.out, source)
    config = uvicorn.Config(
        app, log_level="error", access_log=False, timeout_graceful_shutdown=GRACE, ws="none"
    )
    Server(config, desk.hub.close).run(sockets=[bound])
