"""python -m benchmarks.service.echo PORT: a bare Sanic endpoint that gives JSON back."""

from __future__ import annotations

import sys

from sanic import HTTPResponse, Request, Sanic
from sanic.response import json

app: Sanic = Sanic("echo", configure_logging=False)


@app.get("/")
async def ready(_: Request) -> HTTPResponse:
    """Whether it runs."""
    return json({})


@app.post("/echo")
async def echo(request: Request) -> HTTPResponse:
    """The body that came."""
    return json(request.json)


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), single_process=True, access_log=False, motd=False)
