"""Sockets to listen on, which nobody else has."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import ExitStack

from bot.errors import AddressTakenError, InputError

BACKLOG = 1024


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Whoever comes before there are workers waits in its queue.

    Args:
        port: 0 picks a free one.

    Raises:
        AddressTakenError: somebody listens there.
        InputError: the address cannot be used.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as failing:
            sock = failing.enter_context(socket.socket(family, kind))
            # Only lets a port be used again whose last connections are still being closed.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind(address)
            sock.listen(BACKLOG)
            failing.pop_all()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise AddressTakenError(
                f"port {port} is in use; stop what listens there, or choose another --port"
            ) from None
        unnamed = isinstance(error, socket.gaierror) or not error.errno
        reason = "there is no such address" if unnamed else os.strerror(error.errno or 0)
        message = f"cannot listen on {host} port {port}: {reason}; choose another"
        raise InputError(message) from None
    return sock


def shown(sock: socket.socket) -> str:
    """Host and port as they stand in an address."""
    host, port = sock.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
