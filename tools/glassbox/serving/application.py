"""The site as an application: an address, looked up in the tree of this moment, becomes an answer."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glassbox.serving.headers import EVERY_ANSWER, type_of
from glassbox.serving.tree import INDEX, Opened, Tree, opened

NOT_FOUND = "404.html"
EXCHANGE_SECONDS = 1.0  # where a system cannot exchange trees in one step, the site is away for a moment
_ONE_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{0,18})|-\d{1,18})")


def app(site: Path) -> Starlette:
    """An ASGI application that serves the tree at `site`, whichever lies there when a request comes."""
    place = site.absolute()

    def answer(request: Request) -> Response:
        return _answer(place, request)

    starlette = Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD"])])
    starlette.add_middleware(_WithHeaders)
    return starlette


def _answer(site: Path, request: Request) -> Response:
    """Runs in a worker thread, so it may wait for the disk."""
    until = time.monotonic() + EXCHANGE_SECONDS
    while True:
        try:
            with opened(site) as tree:
                return _from_tree(tree, request)
        except (FileNotFoundError, NotADirectoryError):
            if time.monotonic() > until:
                return PlainTextResponse("There is no site yet: run `glassbox build`.\n", 503, {"retry-after": "2"})
            time.sleep(0.05)


def _from_tree(tree: Tree, request: Request) -> Response:
    # Not request.url: that would read a path that begins with // as another host.
    path = request.scope["path"]
    parts = tuple(path.split("/")[1:])
    if parts[-1] == "":
        parts = (*parts[:-1], INDEX)
    elif tree.has_folder(parts):
        return _to_folder(path, request.scope["query_string"])
    if found := tree.file(parts):
        headers = _headers_of(found)
        if _is_known(request.headers, headers):
            os.close(found.descriptor)
            return Response(status_code=304, headers={name: headers[name] for name in ("etag", "last-modified")})
        return _FromDescriptor(found, headers)
    # A language has its own words for it, where it lies in a folder of its own.
    for page in ((parts[0], NOT_FOUND), (NOT_FOUND,)):
        if missing := tree.file(page):
            return _FromDescriptor(missing, _headers_of(missing), status=404)
    return PlainTextResponse("404: no such page\n", 404)


def _to_folder(path: str, query: bytes) -> Response:
    """Relative links of a folder's page start from the address with its last slash."""
    after = f"?{quote(query.decode('latin-1'), safe='%=&/?:;,+!*()$@~')}" if query else ""
    return RedirectResponse(f"{quote(path)}/{after}", 308)


class _FromDescriptor(FileResponse):
    """A file as it was opened, even if another lies at its path by the time the last byte goes out."""

    def __init__(self, file: Opened, headers: Mapping[str, str], status: int = 200) -> None:
        by_descriptor = Path(f"/dev/fd/{file.descriptor}")
        path = by_descriptor if by_descriptor.exists() else file.path
        super().__init__(path, status, headers, headers["content-type"], stat_result=file.status)
        self._descriptor = file.descriptor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(_with_plain_range(scope), receive, send)
        finally:
            os.close(self._descriptor)


def _headers_of(file: Opened) -> dict[str, str]:
    # Both digest and time: somebody who mends a file in place must see it, whatever SHA256SUMS says.
    made = file.status.st_mtime_ns
    return {
        "content-type": type_of(file.path.name),
        "etag": f'"{file.digest[:32] or file.status.st_ino}-{file.status.st_size:x}-{made:x}"',
        "last-modified": formatdate(file.status.st_mtime, usegmt=True),
    }


def _is_known(asked: Headers, headers: Mapping[str, str]) -> bool:
    """Whether the visitor's copy is still good. The tag decides; the date only where no tag was sent."""
    if (tags := asked.get("if-none-match")) is not None:
        return tags.strip() == "*" or headers["etag"] in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    try:
        since = parsedate_to_datetime(asked["if-modified-since"])
        return parsedate_to_datetime(headers["last-modified"]) <= since
    except (KeyError, ValueError, TypeError):
        return False


def _with_plain_range(scope: Scope) -> Scope:
    """The request without a Range that is not one single range: HTTP lets a server answer that with the whole."""
    asked = Headers(scope=scope).get("range", "")
    one = _ONE_RANGE.fullmatch(asked.strip())
    if not asked or (one and not (one[1] and one[2] and int(one[2]) < int(one[1]))):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"range"]}


class _WithHeaders:
    """Puts the headers of every answer on every answer, errors as well."""

    def __init__(self, inner: ASGIApp) -> None:
        self.inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(EVERY_ANSWER)
            await send(message)

        await self.inner(scope, receive, send_with_headers)
