"""`net-guide` whose workers take long to be born: what comes meanwhile finds them unready."""

from __future__ import annotations

import sys
import time

import gunicorn.util

from bot.cli.main import main

SECONDS = 0.5


def _dawdle(_: str) -> None:
    """What gunicorn calls first in a worker, and to no effect without a package of its own."""
    time.sleep(SECONDS)


if __name__ == "__main__":
    gunicorn.util._setproctitle = _dawdle
    sys.exit(main())
