"""What the server answers: the output, each plate's preview, and the stream that updates it."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from planche.serving.desk import Desk
from planche.serving.pages import FOLDER
from planche.serving.shell import Shell
from planche.serving.sight import face_files
from planche.serving.watching import saves

HOSTS = ["127.0.0.1", "localhost"]
"""The names that a browser on this machine may call the server by. Any other in `Host` is a page
elsewhere whose name was pointed at this machine (DNS rebinding); it is refused."""

OWN = ("serve.css", "preview.js", "beside.js")
"""The files of the served pages themselves."""

FRESH = {"Cache-Control": "no-cache"}
"""Asked for again every time: what was built a moment ago is what is downloaded."""

STRICT = {
    **FRESH,
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
}
"""The preview asks nothing of another host, whatever stands in a set (CSP Level 3)."""


class Output(StaticFiles):
    """The output as it is at the moment; its pages learn when it is built anew."""

    def __init__(self, out: Path, shell: Shell) -> None:
        super().__init__(directory=out, html=True, check_dir=False)
        self.shell = shell

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at a path; what begins with a dot is the build's own."""
        if any(part.startswith(".") and part != "." for part in Path(path).parts):
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        response.headers.update(FRESH)
        if isinstance(response, FileResponse) and str(response.path).endswith(".html"):
            page = Path(response.path).read_text(encoding="utf-8")
            live = page.replace("</head>", f"{self.shell.beside()}</head>", 1)
            return HTMLResponse(live, headers=FRESH)
        return response


def make_app(desk: Desk, out: Path, source: Path) -> Starlette:
    """The application; its lifespan is the session's."""
    shell = Shell(desk)
    output = Output(out, shell)

    async def live(request: Request) -> Response:
        return StreamingResponse(
            _events(desk, request), media_type="text/event-stream", headers=FRESH
        )

    async def preview(request: Request) -> Response:
        return HTMLResponse(shell.preview(_plate(request, desk)), headers=STRICT)

    async def first(_: Request) -> Response:
        return RedirectResponse(f"/preview/{shell.first}")

    async def sheets(request: Request) -> Response:
        html = await desk.document(_plate(request, desk), request.path_params["medium"])
        if html is None:
            raise HTTPException(404)
        return HTMLResponse(html, headers=STRICT)

    async def face(request: Request) -> Response:
        return _own_file(face_files(desk.faces).get(request.path_params["name"]))

    async def own(request: Request) -> Response:
        name = request.path_params["name"]
        if name == "theme.css":
            return Response(shell.theme_css(), media_type="text/css", headers=FRESH)
        return _own_file(FOLDER / name if name in OWN else None)

    async def built(request: Request) -> Response:
        path = request.path_params["path"]
        if path in ("", "index.html") and not (out / "index.html").is_file():
            return HTMLResponse(shell.waiting(), headers=STRICT)
        return await output.get_response(output.get_path(request.scope), request.scope)

    return Starlette(
        routes=[
            Route("/live", live),
            Route("/live/{plate}", live),
            Route("/preview", first),
            Route("/preview/{plate}", preview),
            Route("/preview/{plate}/{medium:str}", sheets),
            Route("/faces/{name}", face),
            Route("/serve/{name}", own),
            Route("/{path:path}", built),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)],
        lifespan=_session(desk, source),
    )


def _session(desk: Desk, source: Path) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Follow what is saved for as long as the server runs."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await desk.open()
        stop = asyncio.Event()
        following = asyncio.create_task(_follow(desk, source, stop))
        following.add_done_callback(partial(_end_unless, stop))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait({following})
            await desk.close()
            following.result()  # a fault of the program ended the server: it is told

    return lifespan


def _end_unless(stop: asyncio.Event, _: object) -> None:
    """End the server where nothing is followed any more, and it was not asked to stop."""
    if not stop.is_set():
        signal.raise_signal(signal.SIGTERM)


async def _follow(desk: Desk, source: Path, stop: asyncio.Event) -> None:
    async for kind in saves(source, stop):
        await desk.saved(kind)


async def _events(desk: Desk, request: Request) -> AsyncIterator[str]:
    with desk.hub.viewer(request.path_params.get("plate")) as viewer:
        await desk.greet(viewer)
        async for event in viewer.events():
            yield event


def _plate(request: Request, desk: Desk) -> str:
    """The plate that is asked for; 404 where the set has no such plate."""
    plate = str(request.path_params["plate"])
    if desk.bench and plate not in desk.bench.plates:
        raise HTTPException(404)
    return plate


def _own_file(path: Path | None) -> Response:
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, headers=FRESH)
