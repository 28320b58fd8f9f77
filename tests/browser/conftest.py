"""One service and one browser for all tests of this folder; a fresh page for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser.chat import AXE, Chat
from tests.harness.site import OtherSite, Service

OFF = [
    # Two pages in each window for suggestions of its address bar; nobody here types there, and
    # they take twice as long as the window with what is tested in it.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # What Playwright turns off, since the last list is the one that counts.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
"""Parts of Chromium itself that no page can see."""
FLAGS = [
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first has no window at all: the same pages for two thirds of the time."""
WITHIN = 10_000
"""Milliseconds in which a page must do what is expected, on a slow machine."""

STRICT = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The content security policy of the strictest page that embeds the chat."""

Open = Callable[..., Chat]


def chromium() -> str:
    """Path of the browser. There are no tests of the widget without one."""
    found = os.environ.get("NET_GUIDE_CHROMIUM") or next(
        filter(None, map(shutil.which, NAMES)), None
    )
    if not found:
        pytest.fail("no Chromium: install it (`make browser`) or set NET_GUIDE_CHROMIUM", False)
    if not AXE.exists():
        pytest.fail("no axe-core: run `make browser`", False)
    return found


# Of the package, not of the session: while Playwright runs, no other test can use asyncio.
@pytest.fixture(scope="package")
def other_site() -> Iterator[OtherSite]:
    """A site that may use the service from elsewhere."""
    site = OtherSite()
    yield site
    site.stop()


@pytest.fixture(scope="package")
def service(tmp_path_factory: pytest.TempPathFactory, other_site: OtherSite) -> Iterator[Service]:
    log = tmp_path_factory.mktemp("service") / "log.txt"
    service = Service(log, "--rate-limit", "0", "--allowed-origins", other_site.url)
    service.start()
    yield service
    service.stop()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes contexts: separate people, as it were. Options as of Playwright."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        # Pictures are taken of what stands still.
        context = browser.new_context(**{"reduced_motion": "reduce"} | options)
        context.set_default_timeout(WITHIN)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext], service: Service) -> Iterator[Open]:
    """Opens a page with the chat.

    Without `html`, the front page. With it, a page of somebody else with this body. What is
    done `before` it is opened changes what it finds. Whatever the page says in the console is
    an error, a breach of its content security policy too.
    """
    complaints: list[str] = []

    def open_page(
        html: str = "",
        *,
        policy: str = STRICT,
        address: str = service.url,
        context: BrowserContext | None = None,
        before: Iterable[Callable[[Page], object]] = (),
        **options: Any,
    ) -> Chat:
        page = (context or new_context(**options)).new_page()
        for act in before:
            act(page)
        page.on("console", lambda line: complaints.append(line.text) if is_bad(line) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if html:
            headers = {"Content-Security-Policy": policy, "Content-Type": "text/html"}
            page.route(
                f"{service.url}/host", lambda route: route.fulfill(body=html, headers=headers)
            )
            page.goto(f"{service.url}/host")
        else:
            page.goto(address)
        return Chat(page)

    yield open_page
    assert not complaints


def is_bad(line: Any) -> bool:
    # Tests of a bad network let requests fail on purpose.
    return line.type in ("error", "warning") and "Failed to load resource" not in line.text


@pytest.fixture
def chat(open_page: Open) -> Chat:
    """The front page, greeted."""
    chat = open_page()
    chat.answers.first.wait_for()
    return chat


def host_page(attributes: str = "", style: str = "", script: str = "") -> str:
    """A page of somebody else that embeds the chat."""
    style = style and f"<style>{style}</style>"
    return f"""<!doctype html>
        <html lang="en"><head><title>A hospital</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">{style}</head>
        <body><main><h1>A hospital</h1><p>Visiting hours</p><button>Book</button></main>
        {script}
        <script type="module" src="/widget.js"></script>
        <net-guide-chat {attributes}><p>Call us: 555 0100</p></net-guide-chat>
        </body></html>"""


def drop(route: Route) -> None:
    """A network that is down."""
    route.abort("connectionfailed")
