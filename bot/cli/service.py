"""The command `serve`: its flags are the settings of the service."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, BooleanOptionalAction, Namespace
from dataclasses import Field
from pathlib import Path
from typing import Any

from bot.channels.server.listen import listen
from bot.channels.web.settings import ALL, PREFIX, read
from bot.cli.start import load, require
from bot.extras import needed


def add_options(parser: ArgumentParser) -> None:
    """A flag for every setting."""
    parser.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="YAML file with settings, by the names of the flags with _ for -",
    )
    parser.epilog = (
        f"Each setting can also come from the environment ({PREFIX}PORT=8080) or from the"
        " --settings file. A flag outweighs the environment, and that the file."
    )
    for setting in ALL.values():
        parser.add_argument("--" + setting.name.replace("_", "-"), **_argument(setting))


def serve(options: Namespace) -> int:
    """Run the service.

    Raises:
        AddressTakenError: somebody listens at one of the addresses.
        InputError: a setting is wrong, or an address cannot be used.
    """
    flags = {name: value for name, value in vars(options).items() if name in ALL}
    settings = read(flags, options.settings)
    require(options, settings.region)
    # A port in use is told before what takes long is imported.
    public = listen(settings.host, settings.port)
    operations = listen(settings.operations_host, settings.operations_port)
    with needed("web"):
        from bot.channels.web import serve as service

    return service.run(lambda: load(options, settings.region), settings, public, operations)


def _argument(setting: Field[Any]) -> dict[str, Any]:
    about = f"{setting.metadata['description']} (default: {shown(setting.default)})"
    if isinstance(setting.default, bool):
        return {"action": BooleanOptionalAction, "default": SUPPRESS, "help": about}
    return {"default": SUPPRESS, "metavar": setting.name.rpartition("_")[2].upper(), "help": about}


def shown(value: object) -> str:
    """A default, as help and docs write it."""
    if isinstance(value, tuple):
        return " ".join(value) or "none"
    return ("on" if value else "off") if isinstance(value, bool) else str(value) or "none"
