"""Who may send something: not too much from one address, and JSON alone."""

from __future__ import annotations

from ipaddress import IPv6Address

from starlette.requests import Request

from bot.channels.web.errors import RequestError
from bot.channels.web.service import Service


def admit(request: Request, service: Service) -> None:
    """Let a request pass that is allowed to bring something.

    Raises:
        RequestError: 429, too much came from this address; 415, it is not JSON.
    """
    wait = service.limit.wait(_client(request, service.settings.trusted_proxies))
    if wait:
        message = "too many messages from this address; try again later"
        raise RequestError(429, "rate_limited", message, {"Retry-After": str(wait)})
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise RequestError(415, "not_json", "send the header Content-Type: application/json")


def _client(request: Request, proxies: int) -> str:
    """The address that is limited. One subscriber has a whole /64 of IPv6 addresses."""
    address = request.client.host if request.client else ""
    if proxies:
        named = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
        address = named[-proxies].strip() if len(named) >= proxies else address
    if ":" not in address:
        return address
    try:
        known = IPv6Address(address.strip("[]"))
    except ValueError:
        return address
    return str(known.ipv4_mapped or int(known) >> 64)
