"""python -m benchmarks.greeting: seconds from opening the front page to its greeting, in Chromium.

The network is emulated by Chromium's own tools: 400 kbit/s both ways and 400 ms for each
request, which is what is commonly called slow 3G. Each visit begins with an empty cache.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, chromium
from tests.harness.site import Service

_BYTES = 400_000 / 8
_NETWORK = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": _BYTES,
    "uploadThroughput": _BYTES,
}


def main() -> int:
    """Visit the page some times and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--visits", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        service = Service(Path(folder) / "log.txt", "--rate-limit", "0")
        service.start()
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
            taken = [_visit(browser, service.url) for _ in range(options.visits)]
        finally:
            service.stop()
    median, worst = statistics.median(taken), max(taken)
    print(f"greeting on slow 3G: median {median:.1f} s, worst {worst:.1f} s, {len(taken)} visits")
    return 0


def _visit(browser: Browser, url: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", _NETWORK)
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.get_by_role("article").first.wait_for()
    taken = time.perf_counter() - start
    context.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
