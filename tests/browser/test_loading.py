"""Until the chat is there, and where it never will be."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.chat import Chat
from tests.browser.conftest import Open, drop, host_page
from tests.harness.site import Service

LOADING = "The chat is being loaded."
TROUBLE = "The chat cannot be reached right now."
FALLBACK = "Call us: 555 0100"
END_ANIMATIONS = "document.getAnimations().forEach((each) => each.finish())"


def text(page: Page, start: str) -> Locator:
    return page.get_by_text(start)


def into(held: list[Route]) -> Callable[[Route], None]:
    """Holds requests. Playwright wants a function of its own."""
    return lambda route: held.append(route)  # noqa: PLW0108


def front_page(context: BrowserContext, service: Service, route: Callable[[Route], None]) -> Page:
    """The front page, with a script that meets with this."""
    page = context.new_page()
    page.route("**/widget.js", route)
    page.goto(service.url, wait_until="commit")
    return page


def test_front_page_says_that_it_loads(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    held: list[Route] = []
    for width in (1280, 320):
        context = new_context(viewport={"width": width, "height": 568})
        page = front_page(context, service, into(held))
        expect(text(page, LOADING)).to_be_visible()
        expect(text(page, LOADING)).to_contain_text("call your local emergency number")
        expect(text(page, TROUBLE)).to_be_hidden()
        Chat(page).keep(f"loading-{width}", animations="allow")
        held.pop().continue_()
        expect(page.get_by_role("log")).to_be_visible()
        expect(text(page, LOADING)).to_be_hidden()
        expect(text(page, TROUBLE)).to_be_hidden()


def test_front_page_tells_after_a_while_that_the_script_never_came(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    page = front_page(new_context(), service, drop)
    expect(text(page, LOADING)).to_be_visible()
    expect(text(page, TROUBLE)).to_be_hidden()
    page.evaluate(END_ANIMATIONS)
    expect(text(page, TROUBLE)).to_be_visible()
    expect(text(page, LOADING)).to_be_hidden()


def test_front_page_without_scripts_says_so_at_once(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(service.url)
    expect(text(page, TROUBLE)).to_be_visible()
    expect(text(page, LOADING)).to_be_hidden()


def test_chat_in_a_page_says_that_it_loads(open_page: Open) -> None:
    chat, held = with_held_words(open_page, host_page("inline"))
    expect(text(chat.page, LOADING)).to_be_visible()
    expect(text(chat.page, FALLBACK)).to_be_hidden()
    chat.keep("loading-inline")
    held[0].continue_()
    expect(chat.answers).to_have_count(1)
    expect(text(chat.page, LOADING)).to_have_count(0)


def test_page_can_say_it_in_its_own_words(open_page: Open) -> None:
    html = host_page("inline").replace("<p>Call", "<p slot=loading>One moment</p><p>Call")
    chat, held = with_held_words(open_page, html)
    expect(text(chat.page, "One moment")).to_be_visible()
    expect(text(chat.page, LOADING)).to_be_hidden()
    held[0].continue_()
    expect(text(chat.page, "One moment")).to_be_hidden()


def test_floating_chat_shows_nothing_while_it_loads(open_page: Open) -> None:
    chat, held = with_held_words(open_page, host_page())
    expect(text(chat.page, FALLBACK)).to_be_hidden()
    expect(text(chat.page, LOADING)).to_have_count(0)
    held[0].continue_()
    expect(chat.launcher).to_be_visible()


def test_fallback_is_shown_when_the_service_is_away_and_goes_when_it_is_back(
    open_page: Open, service: Service
) -> None:
    chat, held = with_held_words(open_page, host_page("inline"))
    held[0].abort("connectionrefused")
    expect(text(chat.page, FALLBACK)).to_be_visible()
    expect(text(chat.page, LOADING)).to_have_count(0)
    # Asked for again by itself.
    expect(chat.answers).to_have_count(1)
    expect(text(chat.page, FALLBACK)).to_be_hidden()


def test_words_that_do_not_exist_are_a_failure(open_page: Open) -> None:
    chat = open_page(host_page("endpoint=./later"))
    expect(text(chat.page, FALLBACK)).to_be_visible()
    expect(chat.launcher).to_have_count(0)


def test_browser_that_cannot_run_it_shows_the_fallback(
    new_context: Callable[..., BrowserContext], open_page: Open
) -> None:
    context = new_context()
    context.add_init_script("delete HTMLElement.prototype.togglePopover")
    chat = open_page(host_page("inline"), context=context)
    expect(text(chat.page, FALLBACK)).to_be_visible()
    expect(text(chat.page, LOADING)).to_have_count(0)


def test_few_requests_before_the_greeting(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    page = new_context().new_page()
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    page.goto(service.url)
    page.get_by_role("log").get_by_role("article").wait_for()
    assert sorted(set(paths) - {"/", "/widget/icon.svg"}) == [
        "/webhooks/rest/webhook",
        "/widget.js",
        "/widget/page.css",
        "/widget/texts",
    ]


def with_held_words(open_page: Open, html: str) -> tuple[Chat, list[Route]]:
    """A page whose chat waits for its words."""
    chat = open_page(host_page())
    chat.launcher.wait_for()
    held: list[Route] = []
    chat.page.route("**/widget/texts", into(held), times=1)
    chat.page.unroute("**/host")
    headers = {"Content-Type": "text/html"}
    chat.page.route("**/host", lambda route: route.fulfill(body=html, headers=headers))
    chat.page.reload()
    while not held:
        chat.page.wait_for_timeout(20)
    return chat, held


def test_greeting_comes_after_four_requests(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    """Page, look, script and words; the icon is the browser's own affair and holds up nothing."""
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda each: asked.append(urlsplit(each.url).path))
    page.goto(service.url)
    expect(page.get_by_role("article")).to_have_count(1)
    before = asked[: asked.index("/webhooks/rest/webhook")]
    needed = [each for each in before if each != "/widget/icon.svg"]
    assert needed == ["/", "/widget/page.css", "/widget.js", "/widget/texts"]


def test_greeting_comes_on_a_slow_network(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    """`python -m benchmarks.greeting` says how long it takes."""
    page = new_context().new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": 5e4, "uploadThroughput": 5e4},
    )
    page.goto(service.url, wait_until="commit")
    expect(text(page, LOADING)).to_be_visible()
    Chat(page).keep("slow-network-loading", animations="allow")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(text(page, TROUBLE)).to_be_hidden()
    Chat(page).keep("slow-network-greeting")
